"""Pages of cases: the story, its pictures, and how what it tells stands today."""

import re
from base64 import b64decode
from pathlib import Path
from typing import Any

from tests.pages.site import BASE, compiled, html, page_at, suggestion

CASE = "qingxi/cases/shiqiao/"
_PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_STORY = """---
标题: 一条路的故事
日期: 2024-02
领域: 交通出行
摘要: 路修好了，排水沟还没有。
封面: lu.png
协商: 2023/0512-shiqiao
---

## 困难

雨天学生走不了。

![修之前](lu.png)
![修之后](lu.png)

## 结果

见[那次协商](record:sessions/qingxi/2023/0512-shiqiao)。
"""


def story(folder: Path, *events: str) -> Any:
    """A site with a case about a session of one suggestion."""
    files = suggestion(*events)
    files["vocabulary.yaml"] = "领域:\n  - {编号: transport, 名称: 交通出行}\n"
    files["regions/qingxi/cases/shiqiao.md"] = _STORY
    files["regions/qingxi/cases/deng.md"] = "---\n标题: 一盏灯\n---\n\n## 困难\n\n黑。\n"
    attachments = folder / "regions" / "qingxi" / "attachments"
    attachments.mkdir(parents=True)
    (attachments / "lu.png").write_bytes(_PIXEL)
    return compiled(folder, files)


def shown_on(made: Any, address: str) -> dict[str, Any]:
    """What the page at an address shows."""
    return dict(page_at(made, address).values)


def labels(tags: Any) -> list[str]:
    """The words of some tags."""
    return [tag["label"] for tag in tags]


def test_the_present_state_stands_beside_the_title(tmp_path: Path) -> None:
    made = story(tmp_path, "2024-05-20 交办：市交通运输局；期限：2024-06-20")
    values = shown_on(made, CASE)
    assert labels(values["present"]) == ["交给单位了 1 条", "超过期限 1 条"]
    assert [labels(row["tags"]) for row in values["items"]] == [["交给单位了", "超过期限"]]
    shown = html(made, CASE)
    assert shown.index("一条路的故事</span>") < shown.index("超过期限 1 条")
    assert shown.index("超过期限 1 条") < shown.index("雨天学生走不了")


def test_what_came_back_stays_beside_the_title(tmp_path: Path) -> None:
    made = story(
        tmp_path,
        "2023-06-01 交办：市交通运输局",
        "2023-07-01 办结：已解决；佐证：验收单",
        "2024-01-05 回头看：反弹；佐证：又坏了",
    )
    values = shown_on(made, CASE)
    assert values["present_notes"] == ("1 条曾反弹",)
    (row,) = values["items"]
    assert row["facts"] == (
        "事后复查（2024年1月5日）：查过，又变回去了",
        "曾反弹 1 次",
        "重新办理过 1 次",
    )


def test_without_a_session_nobody_knows_how_it_stands(tmp_path: Path) -> None:
    values = shown_on(story(tmp_path), "qingxi/cases/deng/")
    assert labels(values["present"]) == ["没有写来自哪次协商，现在怎样不清楚"]
    assert values["items"] == ()


def test_a_case_from_reports_says_how_far_they_go(tmp_path: Path) -> None:
    files = dict(BASE)
    files["regions/qingxi/cases/bao.md"] = (
        "---\n标题: 报上\n日期: 2021-07\n来源: {标题: 一篇报道, 发布: 报}\n---\n\n## 困难\n\n难。\n"
    )
    made = compiled(tmp_path, files)
    (tag,) = shown_on(made, "qingxi/cases/bao/")["present"]
    assert tag == {"label": "截至 2021年7月（报道），之后没有公开信息", "tone": "unknown"}
    shown = html(made, "qingxi/cases/bao/")
    assert shown.count("之后没有公开信息") == 1
    assert "截至 2024" not in shown, "nobody knows of today"


def test_pictures_and_links_lead_from_the_page(tmp_path: Path) -> None:
    shown = html(story(tmp_path), CASE)
    pictures = re.findall(r'src="(\S+)"', shown)
    assert len(pictures) == 2, "the cover is not shown again above a story that shows it"
    assert re.fullmatch(r"\.\./\.\./\.\./attachments/qingxi/[a-p]{16}-1\.webp", pictures[0])
    assert 'href="../../../qingxi/sessions/2023/0512-shiqiao/">那次协商</a>' in shown
    assert "<figcaption>修之前</figcaption>" in shown


def test_headings_of_the_story_come_after_the_pages_own(tmp_path: Path) -> None:
    shown = html(story(tmp_path), CASE)
    assert shown.count("<h1>") == 1
    assert "<h2>困难</h2>" in shown


def test_a_heading_with_nothing_below_it_is_not_shown(tmp_path: Path) -> None:
    files = dict(BASE)
    files["regions/qingxi/cases/kong.md"] = (
        "---\n标题: 空的\n---\n\n## 困难\n\n黑。\n\n## 协商\n\n## 启示\n\n- 先问。\n"
    )
    made = compiled(tmp_path, files)
    shown = html(made, "qingxi/cases/kong/")
    assert "<h2>协商</h2>" not in shown
    assert shown.index("<h2>困难</h2>") < shown.index("<h2>启示</h2>")
    values = shown_on(made, "qingxi/cases/kong/")
    assert [len(values[key]) for key in ("chapters", "lessons")] == [1, 1]


def shelves(made: Any, address: str) -> dict[str, list[str]]:
    """The neighbours of a case, shelf by shelf."""
    found = shown_on(made, address)["shelves"]
    return {shelf.title: [row["title"] for row in shelf.rows] for shelf in found}


def test_neighbours_are_of_the_county_and_of_the_theme(tmp_path: Path) -> None:
    files = dict(BASE)
    files["vocabulary.yaml"] = "领域:\n  - {编号: water, 名称: 水}\n  - {编号: road, 名称: 路}\n"
    for region in ("anhe", "beiling"):
        files[f"regions/{region}/region.yaml"] = f"名称: {region}县\n"
    cases = [
        ("qingxi", "a", "水"),
        ("qingxi", "b", "路"),
        ("qingxi", "c", "水"),
        ("anhe", "d", "水"),
    ]
    for month, (region, name, theme) in enumerate(cases, 1):
        files[f"regions/{region}/cases/{name}.md"] = (
            f"---\n标题: 故事{name}\n日期: 2024-0{month}\n领域: {theme}\n---\n\n## 困难\n\n难。\n"
        )
    files["regions/beiling/cases/e.md"] = "---\n标题: 故事e\n---\n\n## 困难\n\n难。\n"
    made = compiled(tmp_path, files)
    assert shelves(made, "qingxi/cases/a/") == {
        "清溪市的其他案例": ["故事c", "故事b"],
        "水方面的其他案例": ["故事d"],
    }
    assert shelves(made, "anhe/cases/d/") == {"水方面的其他案例": ["故事c", "故事a"]}
    assert shelves(made, "beiling/cases/e/") == {}, "a shelf is never empty"


def test_a_shelf_says_where_the_others_are(tmp_path: Path) -> None:
    files = dict(BASE)
    for name in "abcdef":
        files[f"regions/qingxi/cases/{name}.md"] = f"---\n标题: {name}\n---\n\n## 困难\n\n难。\n"
    (shelf,) = shown_on(compiled(tmp_path, files), "qingxi/cases/c/")["shelves"]
    assert [row["title"] for row in shelf.rows] == ["a", "b", "d"]
    assert shelf.more == {"text": "清溪市的全部案例（6 个）", "address": "qingxi/#cases"}


def test_the_list_of_cases_tells_how_they_stand_county_by_county(tmp_path: Path) -> None:
    values = shown_on(story(tmp_path, "2024-05-20 不采纳：没有资金"), "cases/")
    (area,) = values["areas"]
    assert (area.name, area.figure["value"]) == ("清溪市", 2)
    assert [(card.title, labels(card.tags)) for card in area.cards] == [
        ("一条路的故事", ["没有受理或没有采纳 1 条"]),
        ("一盏灯", ["没有写来自哪次协商，现在怎样不清楚"]),
    ]
    (theme,) = values["themes"]
    assert (theme.name, theme.address, theme.figure["value"]) == (
        "交通出行", "themes/transport/#cases", 1,
    )  # fmt: skip


def test_counties_have_headings_where_an_area_has_many_cases(tmp_path: Path) -> None:
    files = {**BASE, "regions/zhou/region.yaml": "名称: 云埠州\n"}
    for county in ("jia", "yi"):
        files[f"regions/{county}/region.yaml"] = f"名称: {county}县\n上级: qingxi\n"
    files["regions/qingxi/region.yaml"] += "上级: zhou\n"
    told = [("jia", 1), ("jia", 2), ("yi", 1)]
    few, many = (_areas(tmp_path / f"{n}", files, [*told, ("qingxi", 1)][:n]) for n in (3, 4))
    assert [len(few.cards), len(many.cards)] == [3, 0]
    assert [(one.name, one.figure["value"], len(one.cards)) for one in many.counties] == [
        ("清溪市本级", 1, 1), ("jia县", 2, 2), ("yi县", 1, 1),
    ]  # fmt: skip
    assert (many.name, many.figure["value"]) == ("清溪市", 4)


def _areas(folder: Path, files: dict[str, str], told: list[tuple[str, int]]) -> Any:
    """The only area of the page of cases, with these cases of these counties."""
    files = dict(files)
    for county, n in told:
        case = f"---\n标题: {county}{n}\n---\n\n## 困难\n\n难。\n"
        files[f"regions/{county}/cases/c{n}.md"] = case
    (area,) = shown_on(compiled(folder, files), "cases/")["areas"]
    return area


def test_a_region_shows_its_own_cases_and_the_newest_of_those_below(tmp_path: Path) -> None:
    files = {**BASE, "regions/jia/region.yaml": "名称: 甲县\n上级: qingxi\n"}
    for region, years in (("qingxi", (2001, 2002)), ("jia", range(2010, 2017))):
        for year in years:
            files[f"regions/{region}/cases/c{year}.md"] = (
                f"---\n标题: {region}{year}\n日期: {year}\n---\n\n## 困难\n\n难。\n"
            )
    made = compiled(tmp_path, files)
    above, below = shown_on(made, "qingxi/"), shown_on(made, "jia/")
    assert [card.title for card in above["cases"]] == [
        "qingxi2002", "qingxi2001", "jia2016", "jia2015", "jia2014", "jia2013",
    ]  # fmt: skip
    assert above["cases_more"] == {"text": "清溪市的全部案例（9 个）", "address": "cases/"}
    assert (len(below["cases"]), below["cases_more"]) == (7, None)


def test_very_many_cases_are_counted_county_by_county_and_the_newest_shown(tmp_path: Path) -> None:
    files = dict(BASE)
    for number in range(1, 53):
        files[f"regions/qingxi/cases/c{number}.md"] = (
            f"---\n标题: 第{number}个\n日期: {1950 + number}\n---\n\n## 困难\n\n难。\n"
        )
    values = shown_on(compiled(tmp_path, files), "cases/")
    assert [card.title for card in values["first"]][:2] == ["第52个", "第51个"]
    (area,) = values["areas"]
    assert [(one.address, one.figure["value"], one.cards) for one in area.counties] == [
        ("qingxi/#cases", 52, ())
    ]
