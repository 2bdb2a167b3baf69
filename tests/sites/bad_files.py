"""Changes that break rules of bytes, of names of files and folders, and of prose."""

from tests.sites.changes import Change
from tests.sites.folder import PICTURE, SMALL
from tests.sites.paths import ABOUT, CASE, LIXI, METHOD, SESSION, SITE, UNITS

_PICTURES = f"{LIXI}attachments/"
_PAGE = "---\n标题: 甲\n---\n\n说明。\n"
_UNIT = "- {名称: 县文化局}\n"
_HARD = "雨天走不了。"


def _bytes(
    code: str, what: str, path: str, content: bytes, line: int = 0, leaves: tuple[str, ...] = ()
) -> Change:
    return Change(code, what, path, raw={path: content}, line=line, leaves=frozenset(leaves))


def _picture(code: str, path: str) -> Change:
    """A picture that may be there; that nothing names it is all there is to say."""
    name = path.rpartition("/")[2]
    return Change(code, name, path, raw={path: PICTURE}, leaves=frozenset({"A120"}))


def _file(code: str, path: str, content: bytes = b"x", line: int = 1, at: str = "") -> Change:
    return Change(code, path.rpartition("/")[2], path, raw={path: content}, line=line, at=at)


def _text(code: str, what: str, text: str, line: int = 0) -> Change:
    return Change(code, what, CASE, _HARD, text, line)


_SITE = SMALL[SITE]
_UNITS = SMALL[UNITS]

BAD = (
    _bytes("F101", "no byte", UNITS, b"", 1),
    _bytes("F101", "wide blanks", UNITS, "　\n　\n".encode(), 1),
    _bytes("F101", "blank lines", SITE, b" \n\n", 1),
    _bytes("F102", "a list", UNITS, b"#" * 600_000, 1),
    _bytes("F102", "a page", ABOUT, (_PAGE + "修" * 200_000).encode(), 1),
    Change("F104", "a place", SESSION, "砾溪镇石埂村", "村" * 5001, 4),
    Change("F104", "a reply", SESSION, "年内修完", "修" * 5001, 19),
    _bytes("F106", "a list", UNITS, _UNITS.encode() + b"\n" * 20_001, 1),
    _bytes("F106", "a page", ABOUT, _PAGE.encode() + b"a\n\n" * 10_001, 1),
    _bytes("F107", "wide marks", UNITS, "- {名称：甲, 曾用名：[乙]}\n".encode() * 10_001, 1),
    _bytes("F107", "wide brackets", UNITS, "- ｛名称：甲, 曾用名：［乙］｝\n".encode() * 3400, 1),
    _bytes("F110", "settings", SITE, _SITE.encode("gb18030"), 1),
    _bytes("F110", "units", UNITS, _UNITS.encode("gb18030"), 1),
    _bytes("F111", "settings", SITE, _SITE.encode("utf-16"), 1),
    _bytes("F111", "units", UNITS, _UNITS.encode("utf-16"), 1),
    _bytes("F112", "cut off", UNITS, "- {名称: 县".encode()[:-1], 1),
    _bytes("F112", "a stray byte", SITE, _SITE.encode() + b"# \xe8\xae", 6),
    Change("F113", "null", UNITS, "县财政局", "县\x00财政局", 2),
    Change("F113", "bell", SITE, "项目组", "项目\x07组", 2),
    Change("F114", "override", UNITS, "县财政局", "县\u202e财政局", 2),
    Change("F114", "isolate", SITE, "项目组", "项目\u2066组", 2),
    _file("F201", "pages/Jia.md", _PAGE.encode()),
    _file("F201", f"{LIXI}cases/a_b.md", _PAGE.encode()),
    _file("F202", "pages/search.md", _PAGE.encode()),
    _file("F202", f"{LIXI}cases/404.md", _PAGE.encode()),
    _file("F203", f"{LIXI}sessions/23/a.md", at=f"{LIXI}sessions/23"),
    _file("F203", f"{LIXI}plans/next-year.yaml"),
    _file("F205", f"{LIXI}notes.txt"),
    _file("F205", "CNAME"),
    _file("F206", f"{LIXI}session/2023/a.md", at=f"{LIXI}session"),
    _file("F206", "assets/a.css", at="assets"),
    _file("F207", f"{LIXI}cases/a.markdown"),
    _file("F207", f"{LIXI}cases/a.md.txt"),
    Change("F208", "a record", f"{LIXI}cases/a.md", links=(f"{LIXI}cases/a.md",), line=1),
    Change("F208", "a list", "regions/moping/units.yaml",
           links=("regions/moping/units.yaml",), line=1),
    _file("F209", f"{LIXI}cases/e\u0301.md"),
    _file("F209", f"{_PICTURES}e\u0301.jpg"),
    _file("F210", f"{_PICTURES}jungong.PNG", at=f"{_PICTURES}jungong.png"),
    _file("F210", f"{_PICTURES}Jungong.png", at=f"{_PICTURES}jungong.png"),
    _file("F211", f"{_PICTURES}a b.jpg"),
    _file("F211", f"{_PICTURES}-a.jpg"),
    _file("F212", f"{_PICTURES}a.svg"),
    _file("F212", f"{_PICTURES}a.html"),
    _file("F213", "regions/zheping/units.yaml", _UNIT.encode(), at="regions/zheping/region.yaml"),
    Change("F213", "taken away", "regions/moping/region.yaml", gone="regions/moping/region.yaml",
           files={"regions/moping/units.yaml": _UNIT}, line=1),
    _file("F218", SESSION.replace(".md", ".zh-Hans.md"), "译文".encode()),
    _file("F218", "pages/about.zh.md", "译文".encode()),
    _file("F216", ".DS_Store"),
    _file("F216", f"{_PICTURES}Thumbs.db"),
    _text("P101", "many lines", "行\n" * 3001, 8),
    _text("P101", "many headings", "### 题\n" * 301, 8),
    _text("P101", "many links", "[甲](jungong.png)\n" * 2001, 8),
    _text("P102", "lists", "- " * 9 + "甲", 8),
    _text("P102", "quotations", "> " * 9 + "甲", 8),
    _text("P103", "brackets", "[" * 41, 8),
    _text("P103", "pictures", "![" * 41, 8),
    _text("P110", "a file", "[甲](nichts.pdf)", 10),
    _text("P110", "a record", "[甲](record:sessions/lixi/2023/0512-x)", 10),
    _text("P112", "elsewhere", "![甲](https://www.example.org/a.jpg)", 10),
    _text("P112", "data", "![甲](data:image/png;base64,AAAA)", 10),
    _text("P113", "no file", "![甲](nichts.jpg)", 10),
    _text("P113", "of another name", "![甲](jungong.jpg)", 10),
    _text("P114", "nothing", "![](jungong.png)", 10),
    _text("P114", "a blank", "![ ](jungong.png)", 10),
)  # fmt: skip

NEAR = (
    _bytes("F101", "one unit", UNITS, _UNITS.encode()),
    _bytes("F102", "half of it", ABOUT, (_PAGE + "# \n" * 9 + "修" * 9000).encode()),
    Change("F104", "as long as may be", SESSION, "砾溪镇石埂村", "村" * 5000),
    _bytes("F106", "blank lines", UNITS, _UNITS.encode() + b"\n" * 10_000),
    _bytes("F107", "many wide marks", UNITS, _UNITS.encode() + "".join(
        f"- {{名称：甲{n}局}}\n" for n in range(2000)).encode(),
        leaves=("F105", "Y130")),
    Change("F110", "a rare word", UNITS, "县财政局}", "县财政局}\n- {名称: 㐂𠀀局}"),
    Change("F111", "letters alone", SITE, "项目组", "Group"),
    Change("F112", "Tibetan", SITE, "项目组", "བོད"),
    Change("F113", "a tab after a value", SITE, "项目组\n", "项目组\t\n"),
    Change("F114", "brackets", SITE, "项目组", "项目〔组〕"),
    _file("F201", "pages/jia-2.md", _PAGE.encode(), 0),
    _file("F202", "pages/search-help.md", _PAGE.encode(), 0),
    Change("F203", "undated", f"{LIXI}sessions/undated/a.md", files={
        f"{LIXI}sessions/undated/a.md": "---\n议题: 修路\n来源: {标题: 报道}\n---\n"}),
    _file("F205", "regions/moping/units.yaml", _UNIT.encode(), 0),
    _picture("F206", "regions/moping/attachments/a.png"),
    _file("F207", "pages/a.md", _PAGE.encode(), 0),
    _file("F208", "pages/b.md", _PAGE.encode(), 0),
    _picture("F209", f"{_PICTURES}é.png"),
    _picture("F210", f"{_PICTURES}jungong2.png"),
    _picture("F211", f"{_PICTURES}竣工-a.png"),
    _picture("F212", f"{_PICTURES}a.PNG"),
    Change("F213", "with its file", "regions/zheping/region.yaml",
           files={"regions/zheping/region.yaml": "名称: 柘坪县\n上级: yunzhou\n"}),
    _file("F218", SESSION.replace(".md", ".zh-Hant.md"), "譯文".encode(), 0),
    Change("F216", "no such name", METHOD, "说明。", ".DS_Store"),
    _text("P101", "as many as may be", "行\n" * 2000),
    _text("P101", "as many links as may be", "[甲](jungong.png)\n" * 2000),
    _text("P102", "three lists", "- " * 3 + "甲"),
    _text("P103", "a few brackets", "[" * 20),
    _text("P110", "a file", "[甲](jungong.png)"),
    _text("P112", "of its own", "![甲](jungong.png)"),
    _text("P113", "twice", "![甲](jungong.png)\n\n![乙](jungong.png)"),
    _text("P114", "a word", "![路](jungong.png)"),
)  # fmt: skip
