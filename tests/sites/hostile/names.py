"""Names of files and folders, and sorts of files, that may not be there; and those that may."""

from tests.sites.folder import PICTURE
from tests.sites.hostile.case import Case, bad, edit, file, folder, good, raw_name
from tests.sites.paths import ABOUT, CASE, LIXI, METHOD, PLAN, SESSION

PICTURES = f"{LIXI}attachments/"
YEAR = f"{LIXI}sessions/2023/"
PAGE = "---\n标题: 甲\n---\n\n说明。\n"
UNDATED = "---\n议题: 修路\n来源: {标题: 报道}\n---\n"


def _picture(what: str, name: str, code: str = "F211", shown: str = "") -> Case:
    return bad(what, f"{PICTURES}{shown or name}:1:1 {code}", file(PICTURES + name, PICTURE))


def _file(what: str, path: str, code: str) -> Case:
    return bad(what, f"{path}:1:1 {code}", file(path))


PATHS = (
    _picture("a step up, percent-encoded", "%2e%2e%2fa.jpg"),
    _picture("a step up, encoded twice", "%252e%252e%252fa.jpg"),
    _picture("a step up with a backslash", "..\\a.jpg"),
    _picture("a step up in full-width", "．．／a.jpg"),
    _picture("a step up in one character", "‥a.jpg"),
    _picture("a step up of leaders", "․․a.jpg"),
    _picture("a step up, half of it encoded", "．%2ea.jpg"),
    _picture("a home", "~a.jpg"),
    _picture("a home in full-width", "～a.jpg"),
    _picture("a drive", "C:a.jpg"),
    _picture("a stream of a file", "a.jpg:b.jpg"),
    _picture("a server", "\\\\server\\a.jpg"),
    _picture("an option", "-a.jpg"),
    _picture("an option in full-width", "－a.jpg"),
    _picture("hidden", ".a.jpg"),
    _picture("hidden in full-width", "．a.jpg"),
    _picture("nothing but a suffix", ".jpg"),
)

DEVICES = (
    _picture("a device", "con.jpg"),
    _picture("a device in capitals", "NUL.jpg"),
    _picture("a device with two suffixes", "lpt1.a.jpg"),
    _picture("a device in full-width", "ｃｏｎ.jpg"),
    _picture("a device with a raised digit", "com¹.jpg"),
    _picture("a device with a blank", "aux .jpg"),
    _file("a record called as a device", f"{YEAR}com1.md", "F202"),
    bad("a region called as a device", "regions/nul:1:1 F202", folder("regions/nul")),
)

CHARACTERS = (
    _picture("a dot at the end", "a.jpg."),
    _picture("a blank at the end", "a.jpg "),
    _picture("a hard blank at the end", "a.jpg\u00a0", shown="a.jpg�"),
    _picture("a blank within", "竣工 照片.jpg"),
    _picture("a wide blank within", "竣工　照片.jpg", shown="竣工�照片.jpg"),
    _picture("a line break that looks like a finding", "a\nsite.yaml:1:1: A.jpg",
             shown="a�site.yaml:1:1: A.jpg"),
    _picture("a colour for the terminal", "a\x1b[31m.jpg", shown="a�[31m.jpg"),
    _picture("a text turned round", "a\u202egpj.jpg", shown="a�gpj.jpg"),
    _picture("a byte order mark", "\ufeffa.jpg", shown="�a.jpg"),
    _picture("a template", "{{7*7}}.jpg"),
    _picture("a tag", "<img src=x>.jpg"),
    _picture("a command", "a;reboot.jpg"),
    _picture("an order to the shell", "$(id).jpg"),
    _picture("a quotation mark", 'a"b.jpg'),
    _picture("a question", "a?b.jpg"),
    _picture("a place on a page", "a#b.jpg"),
    bad("no Unicode", f"{PICTURES}��.jpg:1:1 F211",
        raw_name(f"{LIXI}attachments", b"\xc0\xed.jpg", PICTURE)),
    bad("a record with a name in GBK", f"{LIXI}cases/ʯ��.md:1:1 F201",
        raw_name(f"{LIXI}cases", "石桥".encode("gbk") + b".md")),
    _file("a record in Chinese", f"{YEAR}石桥.md", "F201"),
    _file("a record in full-width", f"{YEAR}ｓhiqiao.md", "F201"),
    bad("a record with nothing visible", f"{YEAR}0512-shi�qiao.md:1:1 F201",
        file(f"{YEAR}0512-shi\u200bqiao.md")),
    _file("a record longer than an address", f"{YEAR}{'a' * 65}.md", "F201"),
    _file("a record that is a copy", f"{YEAR}0512-shigeng - 副本.md", "F201"),
    _file("a year in full-width", f"{LIXI}plans/２０２４.yaml", "F203"),
)  # fmt: skip

TWINS = (
    _picture("capitals", "JUNGONG.png", "F210", "jungong.png"),
    _picture("capitals of the suffix", "jungong.PNG", "F210", "jungong.png"),
    _picture("a letter in full-width", "ｊungong.png", "F210", "ｊungong.png"),
    _picture("nothing visible between", "jun\u200bgong.png", "F211", "jun�gong.png"),
    bad("letters in one", f"{PICTURES}竣ﬁ.png:1:1 F210",
        file(f"{PICTURES}竣ﬁ.png", PICTURE), file(f"{PICTURES}竣fi.png", PICTURE)),
    bad("digits in full-width", f"{PICTURES}路１.png:1:1 F210",
        file(f"{PICTURES}路1.png", PICTURE), file(f"{PICTURES}路１.png", PICTURE)),
    _picture("a letter and its accent", "e\u0301.png", "F209"),
    _picture("a character kept for other standards", "\uf900.png", "F209"),
    bad("regions", ("regions/Lixi:1:1 F201", "regions/lixi:1:1 F210"), folder("regions/Lixi")),
    bad("sessions", (f"{YEAR}0512-Shigeng.md:1:1 F201", f"{SESSION}:1:1 F210"),
        file(f"{YEAR}0512-Shigeng.md")),
    bad("the file of settings", ("Site.yaml:1:1 F205", "site.yaml:1:1 F210"), file("Site.yaml")),
)  # fmt: skip

_TYPES = ("html", "xhtml", "js", "svg", "css", "py", "j2")
SORTS = (
    *(_file(f"{one} at the top", f"a.{one}", "F205") for one in _TYPES),
    *(_file(f"{one} among regions", f"regions/a.{one}", "F205") for one in _TYPES),
    *(_file(f"{one} in a region", f"{LIXI}a.{one}", "F205") for one in _TYPES),
    *(_file(f"{one} among records", f"{YEAR}a.{one}", "F207") for one in _TYPES),
    *(_file(f"{one} among pages", f"pages/a.{one}", "F207") for one in _TYPES),
    *(_file(f"{one} among pictures", f"{PICTURES}a.{one}", "F212") for one in _TYPES),
    *(_file(f"{one} behind a picture's suffix", f"{PICTURES}a.jpg.{one}", "F212")
      for one in _TYPES),
    *(_file(f"{name} at the top", name, "F205")
      for name in (".htaccess", "CNAME", "_headers", "_redirects", "robots.txt", "web.config")),
    _file(".htaccess among pictures", f"{PICTURES}.htaccess", "F211"),
    _file("_headers among pictures", f"{PICTURES}_headers", "F212"),
    _file("no suffix", f"{PICTURES}jpg", "F212"),
    _file("a form", f"{PICTURES}方案.docx", "F212"),
)  # fmt: skip

LEFT_BEHIND = (
    _file("the original of a merge", f"{SESSION}.orig", "F207"),
    _file("what a patch refused", f"{SESSION}.rej", "F207"),
    _file("an editor's swap file", f"{YEAR}.0512-shigeng.md.swp", "F207"),
    _file("an editor's copy", f"{SESSION}~", "F207"),
    _file("an editor's lock", f"{YEAR}.#0512-shigeng.md", "F201"),
    _file("an office program's lock", f"{YEAR}~$报告.docx", "F207"),
    _file("Apple's twin of a record", f"{YEAR}._0512-shigeng.md", "F201"),
    _file("Apple's twin of a picture", f"{PICTURES}._jungong.png", "F211"),
    _file("a download that broke off", f"{PICTURES}a.jpg.crdownload", "F212"),
    bad("a repository", ".git:1:1 F206", file(".git/config", "[core]\n")),
    bad("a repository elsewhere", ".git:1:1 F205", file(".git", "gitdir: ../x\n")),
    bad("a repository in a region", f"{LIXI}.git:1:1 F206", file(f"{LIXI}.git/HEAD")),
    bad("Apple's archive folder", "__MACOSX:1:1 F206", file("__MACOSX/._site.yaml")),
    bad("a folder of an editor", ".idea:1:1 F206", file(".idea/a.xml")),
)

FOLDERS = (
    bad("folders of pictures", f"{PICTURES}a:1:1 F206", folder(PICTURES + "a/" * 60)),
    bad("a folder where a file belongs", f"{YEAR}a.md:1:1 F206", folder(f"{YEAR}a.md")),
    bad("years in years", f"{YEAR}2023:1:1 F206", folder(f"{YEAR}2023")),
    bad("a region in a region", f"{LIXI}zheping:1:1 F206",
        file(f"{LIXI}zheping/region.yaml", "名称: 柘坪县\n")),
    bad("a month", f"{LIXI}sessions/2023-05:1:1 F203", folder(f"{LIXI}sessions/2023-05")),
    bad("the next century", f"{LIXI}sessions/2100:1:1 F203", folder(f"{LIXI}sessions/2100")),
    bad("a region without its file", "regions/zheping/region.yaml:1:1 F213",
        folder("regions/zheping")),
    bad("another letter", f"{LIXI}attachment:1:1 F206", folder(f"{LIXI}attachment")),
)  # fmt: skip

BAD = (*PATHS, *DEVICES, *CHARACTERS, *TWINS, *SORTS, *LEFT_BEHIND, *FOLDERS)


def _accepted(what: str, name: str) -> Case:
    """A picture of this name, in use."""
    use = edit(CASE, "## 困难", f"![{what}](<{name}>)\n\n## 困难")
    return good(what, file(PICTURES + name, PICTURE), use)


PICTURES_ACCEPTED = (
    _accepted("Chinese", "竣工后的四组路段.png"),
    _accepted("a suffix in capitals", "a.PNG"),
    _accepted("underscores and dots", "2023_05.12-路.a.png"),
    _accepted("a dot between parts of a name", "理县·路.png"),
    _accepted("Tibetan", "བོད.png"),
    _accepted("Yi, and a rare character", "ꆈꌠ𠀀.png"),
    _accepted("an emoji", "路😀.png"),
    _accepted("quotation marks", "【路】《桥》“甲”、，。.png"),
    _accepted("marks of addresses", "a+b=c,1@~2.png"),
    _accepted("two dots within", "a..b.png"),
    _accepted("like a device", "console.png"),
    _accepted("like another device", "com10.png"),
    _accepted("almost 255 bytes", f"{'路' * 83}.png"),
    _accepted("an old suffix within", "a.html.png"),
)

GOOD = (
    *PICTURES_ACCEPTED,
    good("a record of 64 characters", file(f"{LIXI}cases/{'a' * 64}.md", PAGE)),
    good("a record of digits", file(f"{LIXI}cases/404404.md", PAGE)),
    good("a record called as a part of the site, below its region",
         file(f"{LIXI}cases/sessions.md", PAGE)),
    good("a record without a day", file(f"{LIXI}sessions/undated/a.md", UNDATED)),
    good("one name in two folders", file(f"{LIXI}cases/san-bu.md", PAGE)),
    good("one name in two regions", file("regions/moping/cases/daolu.md", PAGE)),
    good("empty folders", folder(f"{LIXI}sessions/2024"), folder("regions/moping/attachments")),
    good("a translation", file(ABOUT.replace(".md", ".bo.md"), "ཡིག\n")),
    good("a translation with a script", file(METHOD.replace(".md", ".zh-Hant.md"), "說明。\n")),
    good("another year's plan", file(PLAN.replace("2023", "2024"),
         "审定: {机构: 县委, 日期: 2024-02-10}\n议题:\n  - {编号: a, 议题: 甲}\n")),
)  # fmt: skip
