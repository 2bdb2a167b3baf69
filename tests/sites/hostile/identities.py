"""Records that are not where they should be, not alone, or that lead back to themselves."""

from tests.sites.hostile.case import Case, added, bad, edit, file, folder, gone, good, moved
from tests.sites.hostile.names import PAGE
from tests.sites.paths import (
    CANAL,
    CASE,
    LIXI,
    MERGED,
    NEIGHBOUR,
    PLAN,
    PREFECTURE,
    PROPOSAL,
    REGION,
    REVIEW,
    SESSION,
    UNITS,
    VOCABULARY,
)

_TOP = ("404", "assets", "attachments", "cases", "data", "ledger", "overdue", "regions", "search")
_ALWAYS = ("404", "assets", "index", "search", "con")

RESERVED = (
    *(bad(f"a page at {name}", f"pages/{name}.md:1:1 F202", file(f"pages/{name}.md", PAGE))
      for name in _TOP),
    *(bad(f"a case at {name}", f"{LIXI}cases/{name}.md:1:1 F202",
          file(f"{LIXI}cases/{name}.md", PAGE)) for name in _ALWAYS),
    bad("a region at search", "regions/search:1:1 F202", folder("regions/search")),
    bad("a region at places", ("regions/places/region.yaml:1:1 F202",),
        file("regions/places/region.yaml", "名称: 甲县\n")),
    bad("figures at index", f"{LIXI}statistics/index.yaml:1:1 F202",
        file(f"{LIXI}statistics/index.yaml")),
)  # fmt: skip

TWICE = (
    bad("a page and a county", "pages/lixi.md:1:1 R124", file("pages/lixi.md", PAGE)),
    bad("a page and a prefecture", "pages/yunzhou.md:1:1 R124", file("pages/yunzhou.md", PAGE)),
    bad("one key of two themes", f"{VOCABULARY}:3:10 R125",
        edit(VOCABULARY, "编号: water", "编号: transport")),
    bad("a theme called as another's key", f"{VOCABULARY}:4:6 R125",
        edit(VOCABULARY, "品牌:", "  - {名称: water}\n品牌:")),
    bad("one former name twice", f"{UNITS}:2:20 R114",
        edit(UNITS, "县财政局}", "县财政局, 曾用名: [县交通局]}")),
    bad("one topic twice", f"{PLAN}:4:10 R117", edit(PLAN, "编号: tingche", "编号: fuwu")),
    bad("one code of two regions", "regions/zheping/region.yaml:1:6 R112",
        file("regions/jiaping/region.yaml", '代码: "513222"\n'),
        file("regions/zheping/region.yaml", '代码: "513222"\n')),
    bad("one tile of two regions", f"{NEIGHBOUR}:3:1 R113",
        edit(NEIGHBOUR, "方格: [0, 1]", "方格: [0, 0]")),
)  # fmt: skip


def _parents(what: str, found: tuple[str, ...], *parents: tuple[str, str]) -> Case:
    """Each region with the parent that it is to have."""
    steps = [edit(f"regions/{name}/region.yaml", _HEAD[name], _HEAD[name].partition("\n")[0]
                  + f"\n上级: {parent}\n") for name, parent in parents]  # fmt: skip
    return bad(what, found, *steps)


_HEAD = {
    "yunzhou": "名称: 云埠州\n",
    "lixi": "名称: 砾溪县\n上级: yunzhou\n",
    "moping": "名称: 墨坪县\n上级: yunzhou\n",
}
REGIONS = (
    _parents("a region in itself", (f"{PREFECTURE}:2:5 R110",), ("yunzhou", "yunzhou")),
    _parents("two regions in each other", (f"{REGION}:2:5 R110", f"{PREFECTURE}:2:5 R110"),
             ("yunzhou", "lixi")),
    _parents("three regions in a circle",
             (f"{REGION}:2:5 R110", f"{NEIGHBOUR}:2:5 R110", f"{PREFECTURE}:2:5 R110"),
             ("yunzhou", "lixi"), ("lixi", "moping")),
    _parents("a parent that nobody has", (f"{REGION}:2:5 R104",), ("lixi", "yunzho")),
    bad("the prefecture's file taken away",
        f"{PREFECTURE}:1:1 F213", gone(PREFECTURE)),
    bad("no settings", "site.yaml:1:1 F214", gone("site.yaml")),
    bad("a region under another name",
        (f"{SESSION}:12:6 R104",), moved("regions/moping", "regions/mo-ping")),
)  # fmt: skip

_MERGE = "- 2023-05-20 并案：建议1"
_ITEM = "## 建议{} 甲\n\n- 2023-05-20 并案：{}\n\n"
_FILED = "- 2023-02-03 立案\n"
_HANDLED = "- 2023-03-01 交办：县水务局；会办：县财政局\n- 2023-05-20 答复：入冬前修好\n"

CIRCLES = (
    bad("merged into itself", f"{SESSION}:26:17 R107",
        edit(SESSION, _MERGE, "- 2023-05-20 并案：建议2")),
    bad("merged into itself by its whole name", f"{MERGED}:8:17 R107",
        edit(MERGED, "2023/0127-yinshui", "lixi/2023/0128-shuiqu")),
    bad("two merged into each other", (f"{SESSION}:26:17 R107", f"{SESSION}:30:17 R107"),
        edit(SESSION, _MERGE, "- 2023-05-20 并案：建议4"),
        edit(SESSION, "## 建议3\n", _ITEM.format(4, "建议2") + "## 建议3\n")),
    bad("two merged into each other across sessions",
        (f"{SESSION}:26:17 R107", f"{CANAL}:24:17 R107"),
        edit(SESSION, _MERGE, "- 2023-05-20 并案：2023/0701-shuiqu 建议4"),
        added(CANAL, "\n## 建议4 甲\n\n- 2023-07-20 并案：2023/0512-shigeng 建议2\n")),
    bad("three merged in a circle",
        (f"{SESSION}:26:17 R107", f"{SESSION}:30:17 R107", f"{SESSION}:34:17 R107"),
        edit(SESSION, _MERGE, "- 2023-05-20 并案：建议4"),
        edit(SESSION, "## 建议3\n", _ITEM.format(4, "建议5") + "## 建议3\n"),
        edit(SESSION, "## 建议3\n", _ITEM.format(5, "建议2") + "## 建议3\n")),
    bad("two proposals merged into each other", (f"{PROPOSAL}:14:17 R107", f"{MERGED}:8:17 R107"),
        edit(PROPOSAL, _FILED + _HANDLED, _FILED + "- 2023-02-03 并案：2023/0128-shuiqu\n")),
    bad("a session that follows itself", f"{CANAL}:4:5 R121",
        edit(CANAL, "2023/0512-shigeng", "2023/0701-shuiqu")),
    bad("a session across into itself", f"{SESSION}:12:6 R120",
        edit(SESSION, "跨区域: moping", "跨区域: lixi")),
)  # fmt: skip

MEANT = {
    "a session": (edit(CASE, "0512-shigeng", "0512-shigen"), f"{CASE}:5:5 R105",
                  "2023/0512-shigeng"),
    "a proposal": (edit(CANAL, "承接: 2023/0512-shigeng", "提案: 2023/0127-yinshu"),
                   f"{CANAL}:4:5 R105", "2023/0127-yinshui"),
    "what it is merged into": (edit(MERGED, "0127-yinshui", "0127-yinshu"), f"{MERGED}:8:17 R105",
                               "2023/0127-yinshui"),
    "what it was converted into": (
        edit(MERGED, "并案：2023/0127-yinshui", "转为：社情民意 2023/0301-yaodia"),
        f"{MERGED}:8:17 R105", "2023/0301-yaodian"),
    "a platform": (edit(SESSION, "平台: 石埂村", "平台: 石梗村"), f"{SESSION}:6:5 R101",
                   "石埂村议事厅"),
    "a method": (edit(SESSION, "工作法: 三步", "工作法: 三部"), f"{SESSION}:7:6 R101",
                 "三步工作法"),
    "a brand": (edit(SESSION, "有事来协商", "有事来商量"), f"{SESSION}:8:5 R103", "有事来协商"),
    "a theme": (edit(SESSION, "领域: 交通出行", "领域: 交通出去"), f"{SESSION}:10:5 R102",
                "交通出行"),
    "a unit": (edit(SESSION, "会办：县财政局", "会办：县财正局"), f"{SESSION}:18:27 R101",
               "县财政局"),
    "a unit reviewed": (edit(REVIEW, "单位: 县水务局", "单位: 县水利局"), f"{REVIEW}:6:9 R101",
                        "县水务局"),
    "a region": (edit(SESSION, "跨区域: moping", "跨区域: mopin"), f"{SESSION}:12:6 R104",
                 "moping"),
    "a parent": (edit(REGION, "yunzhou", "yunzhuo"), f"{REGION}:2:5 R104", "yunzhou"),
    "a topic": (edit(REVIEW, "2023 fuwu", "2023 fuwuu"), f"{REVIEW}:4:7 R116", "2023 fuwu"),
    "a file": (edit(SESSION, "jungong.png", "jungon.png"), f"{SESSION}:20:29 R108", "jungong.png"),
    "a picture in prose": (edit(CASE, "雨天走不了。", "![路](jungong.jpg)"), f"{CASE}:10:6 P113",
                           "jungong.png"),
    "a file in prose": (edit(CASE, "雨天走不了。", "[路](jungon.png)"), f"{CASE}:10:5 P110",
                        "jungong.png"),
    "a record in prose": (
        edit(CASE, "雨天走不了。", "[路](record:sessions/lixi/2023/0512-shigen)"),
        f"{CASE}:10:5 P110", "record:sessions/lixi/2023/0512-shigeng"),
    "a page in prose": (edit(CASE, "雨天走不了。", "[路](abuot.md)"), f"{CASE}:10:5 P110",
                        "about.md"),
}  # fmt: skip
"""A slip in a reference of each kind, where it is told, and the name that was meant."""

TRANSLATIONS = (
    bad("a translation of nothing", f"{LIXI}cases/a.bo.md:1:1 F215",
        file(f"{LIXI}cases/a.bo.md", "ཡིག\n")),
    bad("a translation beside another folder's record", f"{LIXI}methods/daolu.bo.md:1:1 F215",
        file(f"{LIXI}methods/daolu.bo.md", "ཡིག\n")),
    *(bad(f"a translation into {tag}", f"pages/about.{tag}.md:1:1 F201",
          file(f"pages/about.{tag}.md", "x\n"))
      for tag in ("BO", "tibetan", "bo-tibt", "bo_CN", "bo-CN", "b", "bo.en", "藏", "bo-Tibt-CN")),
    *(bad(f"a translation into {tag}", f"pages/about.{tag}.md:1:1 F218",
          file(f"pages/about.{tag}.md", "x\n")) for tag in ("zh", "zh-Hans")),
    bad("a translation of a list", f"{LIXI}units.bo.yaml:1:1 F205",
        file(f"{LIXI}units.bo.yaml", "- {名称: 甲}\n")),
    bad("a translation of a review", f"{LIXI}reviews/2023/1120-pingyi.bo.yaml:1:1 F201",
        file(f"{LIXI}reviews/2023/1120-pingyi.bo.yaml")),
)  # fmt: skip

BAD = (*RESERVED, *TWICE, *REGIONS, *CIRCLES, *TRANSLATIONS)

GOOD = (
    good("a page called almost as a county", file("pages/lixi-xian.md", PAGE)),
    good("a session called as a county", file(f"{LIXI}cases/lixi.md", PAGE)),
    good("two sessions that follow one another",
         edit(SESSION, "题源: ", "承接: 2023/0701-shuiqu\n题源: ")),
    good("a county without a parent", file("regions/zheping/region.yaml", "名称: 柘坪县\n")),
    good("a village's own tile", file("regions/jiaping/region.yaml",
         "名称: 家坪镇\n上级: lixi\n方格: [0, 0]\n")),
    good("one former name in two regions", file("regions/moping/units.yaml",
         "- {名称: 县交通局}\n")),
)  # fmt: skip
