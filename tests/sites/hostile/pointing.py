"""Every place of a record that names a file or another record, with every spelling of a way out.

Expectations are made of the place: line and column of what is written there, and the code that
the place has for what is not there and for addresses that may not be followed.
"""

from dataclasses import dataclass

from tests.sites.folder import SMALL
from tests.sites.hostile.case import Case, bad, edit, file, good
from tests.sites.paths import CANAL, CASE, MERGED, PREFECTURE, REGION, REVIEW, SESSION

WAYS_OUT = (
    "../site.yaml",
    "../../jungong.png",
    "~/a.png",
    "~root/a.png",
    "%2e%2e/jungong.png",
    "%252e%252e/jungong.png",
    "..%2fjungong.png",
    "．．／jungong.png",
    "../．．/jungong.png",
    "‥/jungong.png",
    "./jungong.png",
    "a/../jungong.png",
    "jungong%2epng",
    "jungong.png/../../site.yaml",
    "regions/lixi/attachments/jungong.png",
    "jungong.png?x=1",
    "jungong.png#x",
    "jungong.PNG",
    "ｊungong.png",
)
"""Spellings that lead elsewhere, or that some program would take for a file that is there."""
ABSOLUTE = ("/etc/a.png", "//server/a.png", r"\\server\a.png")
SCHEMES = ("file:///etc/a.png", "file:jungong.png", "C:/a.png", "data:image/png;base64,AAAA")


@dataclass(frozen=True)
class Place:
    """Where a file is named: ``right`` in a file becomes ``before`` + spelling + ``after``.

    The finding stands ``offset`` characters into what is written, with the code for names,
    absolute names or schemes.
    """

    what: str
    path: str
    right: str
    before: str
    after: str
    offset: int
    codes: tuple[str, str, str]

    def cases(self) -> tuple[Case, ...]:
        """One case for each spelling."""
        kinds = zip((WAYS_OUT, ABSOLUTE, SCHEMES), self.codes, strict=True)
        return tuple(self._case(spelling, code) for those, code in kinds for spelling in those)

    def _case(self, spelling: str, code: str) -> Case:
        start = SMALL[self.path].index(self.right)
        before = SMALL[self.path][:start] + self.before[: self.offset]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        where = f"{self.path}:{line}:{column} {code}"
        step = edit(self.path, self.right, f"{self.before}{spelling}{self.after}")
        return bad(f"{self.what}: {spelling}", where, step)


_HARD = "雨天走不了。"
FILES = (
    Place("a link in prose", CASE, _HARD, "看[图](", ")。", 5, ("P110", "P111", "P111")),
    Place("a link in brackets", CASE, _HARD, "看[图](<", ">)。", 6, ("P110", "P111", "P111")),
    Place("a picture in prose", CASE, _HARD, "![图](", ")", 5, ("P113", "P112", "P112")),
    Place("a picture far below", CASE, _HARD, f"{_HARD}\n\n- 甲\n- ![图](", ")", 19,
          ("P113", "P112", "P112")),
    Place("evidence", SESSION, "![竣工后的路段](jungong.png)", "![图](", ")", 0,
          ("R108", "R108", "V161")),
    Place("a second piece of evidence", SESSION, "![竣工后的路段](jungong.png)",
          "![路](jungong.png)、![图](", ")", 18, ("R108", "R108", "V161")),
    Place("the paper of a reply", SESSION, "方式：走访；", "方式：走访；文件：[图](", ")；", 9,
          ("R108", "R108", "V161")),
    Place("a cover", CASE, "领域: 交通出行", "封面: '", "'\n领域: 交通出行", 5,
          ("R108", "R108", "R108")),
    Place("evidence of what was mended", REVIEW, '"![通知](jungong.png)"', "'![图](", ")'", 1,
          ("R108", "R108", "V161")),
)  # fmt: skip


def _record(what: str, written: str, code: str = "P110") -> Case:
    return bad(f"a link to a record: {what}", f"{CASE}:10:5 {code}",
               edit(CASE, _HARD, f"[甲](record:{written})"))  # fmt: skip


RECORDS = (
    _record("a step up", "sessions/lixi/../lixi/2023/0512-shigeng"),
    _record("out of the content", "../../site.yaml"),
    _record("capitals", "sessions/LIXI/2023/0512-shigeng"),
    _record("a folder", "sessions/lixi/2023/0512-shigeng/"),
    _record("a file", "sessions/lixi/2023/0512-shigeng.md"),
    _record("from the root", "/sessions/lixi/2023/0512-shigeng"),
    _record("two strokes", "sessions//lixi/2023/0512-shigeng"),
    _record("one session", "session/lixi/2023/0512-shigeng"),
    _record("full-width strokes", "sessions／lixi／2023／0512-shigeng"),
    _record("percent-encoded", "sessions/lixi/2023/%30512-shigeng"),
    _record("another region", "sessions/moping/2023/0512-shigeng"),
    _record("no such suggestion", "sessions/lixi/2023/0512-shigeng#s9"),
    _record("no such place", "sessions/lixi/2023/0512-shigeng#main"),
    _record("a region's folder", "regions/lixi"),
    _record("a list without a page", "unit/lixi/县财政局"),
    _record("figures without a page", "statistic/lixi/2023"),
    _record("settings", "site"),
    bad("a place that the page does not have", f"{CASE}:10:5 P110",
        edit(CASE, _HARD, "[甲](#nowhere)")),
    bad("the second of two equal links", (f"{CASE}:10:5 P110", f"{CASE}:12:7 P110"),
        edit(CASE, _HARD, "[甲](x.pdf)\n\n再看[乙](x.pdf)")),
    bad("a link that begins as another", (f"{CASE}:10:5 P110", f"{CASE}:10:17 P110"),
        edit(CASE, _HARD, "[甲](x.pdf2) [乙](x.pdf)")),
    bad("a page in capitals", f"{CASE}:10:5 P110", edit(CASE, _HARD, "[甲](About.md)")),
    bad("a page by its path", f"{CASE}:10:5 P110", edit(CASE, _HARD, "[甲](../about.md)")),
    bad("a link in a translation", f"{CASE.replace('.md', '.en.md')}:1:5 P110",
        file(CASE.replace(".md", ".en.md"), "[a](x.pdf)\n")),
)  # fmt: skip


def _reference(written: str, code: str) -> Case:
    return bad(f"a reference: {written}", f"{CANAL}:4:6 {code}",
               edit(CANAL, "承接: 2023/0512-shigeng", f"承接: '{written}'"))  # fmt: skip


REFERENCES = (
    _reference("../2023/0512-shigeng", "V150"),
    _reference("/2023/0512-shigeng", "V150"),
    _reference("2023/../2023/0512-shigeng", "V150"),
    _reference("~/0512-shigeng", "V150"),
    _reference(r"2023\0512-shigeng", "V150"),
    _reference("2023%2f0512-shigeng", "V150"),
    _reference("%2e%2e/2023/0512-shigeng", "V150"),
    _reference("．．/2023/0512-shigeng", "V150"),
    _reference("2023/0512-Shigeng", "V150"),
    _reference("2023/0512-shigeng.md", "V150"),
    _reference("sessions/lixi/2023/0512-shigeng", "V150"),
    _reference("https://www.example.org/a", "V150"),
    _reference("moping/2023/0512-shigeng", "R105"),
    _reference("undated/0512-shigeng", "R105"),
    _reference("提案 2023/0512-shigeng", "R105"),
    bad("并案 up and out", f"{MERGED}:8:17 V150",
        edit(MERGED, "2023/0127-yinshui", "../2023/0127-yinshui")),
    bad("转为 up and out", f"{MERGED}:8:17 V150",
        edit(MERGED, "并案：2023/0127-yinshui", "转为：社情民意 ../2023/a")),
    bad("a plan up and out", f"{REVIEW}:4:7 V150",
        edit(REVIEW, "2023 fuwu", "../2023 fuwu")),
    bad("a parent up and out", f"{PREFECTURE}:2:5 R104",
        edit(PREFECTURE, "名称: 云埠州", "名称: 云埠州\n上级: ../yunzhou")),
    bad("a parent from the root", f"{REGION}:2:5 R104", edit(REGION, "yunzhou", "/yunzhou")),
    bad("a parent in full-width", f"{REGION}:2:5 R104", edit(REGION, "yunzhou", "ｙunzhou")),
    bad("a further region up and out", f"{SESSION}:12:6 R104",
        edit(SESSION, "跨区域: moping", "跨区域: ../moping")),
    bad("a platform up and out", f"{SESSION}:6:5 R101",
        edit(SESSION, "平台: 石埂村议事厅", "平台: ../石埂村议事厅")),
)  # fmt: skip

ADDRESSES = tuple(
    bad(f"an address that browsers read each in their own way: {address}", f"{CANAL}:5:21 V161",
        edit(CANAL, "https://www.example.org/a.html", address))
    for address in ("https://[x/", "https://", "https:///x", "http://a:b/", "//a.cn/", "a.cn",
                    "https:a.cn", "ftp://a.cn/", "https://a.cn:99999/", "https://a.cn/ b")
)  # fmt: skip

SPELLINGS = tuple(case for place in FILES for case in place.cases())
BAD = (
    *RECORDS,
    *REFERENCES,
    *ADDRESSES,
)

GOOD = (
    good("a link to a record", edit(CASE, "## 困难", "[甲](record:cases/lixi/daolu)\n\n## 困难")),
    good("a link to a suggestion",
         edit(CASE, "## 困难", "[甲](record:sessions/lixi/2023/0512-shigeng#s1)\n\n## 困难")),
    good("a link to a problem in brackets",
         edit(CASE, "## 困难", "[甲](<record:sessions/lixi/2023/0512-shigeng#p1>)\n\n## 困难")),
    good("a link to a place of its own page",
         edit(SESSION, "说明。", "见[建议一](#s1)。\n\n说明。")),
    good("a link to a page", edit(CASE, "## 困难", "[甲](about.md)\n\n## 困难")),
    good("a link to a region", edit(CASE, "## 困难", "[甲](record:region/lixi)\n\n## 困难")),
    good("a link to a platform",
         edit(CASE, "## 困难", "[甲](record:platforms/lixi/石埂村议事厅)\n\n## 困难")),
    good("a picture and a link to it",
         edit(CASE, "## 困难", "![路](jungong.png)\n\n[大图](jungong.png)\n\n## 困难")),
    good("two strokes in an address",
         edit(CASE, "## 困难", "[甲](https://a.cn//b/../c?d=%2e%2e#e)\n\n## 困难")),
    good("a cover", edit(CASE, "领域: 交通出行", "封面: jungong.png\n领域: 交通出行")),
    good("what looks like a way out, as text",
         edit(CASE, "## 困难", "走 ../ 和 ~/ 都不通。\n\n## 困难")),
    good("a reference with its region", edit(CANAL, "承接: 2023", "承接: lixi/2023")),
    good("a reference with its kind", edit(MERGED, "并案：2023", "并案：提案 2023")),
    good("a topic with its region", edit(REVIEW, "2023 fuwu", "lixi/2023 fuwu")),
    good("a further region by its name", edit(SESSION, "跨区域: moping", "跨区域: 墨坪县")),
)  # fmt: skip
