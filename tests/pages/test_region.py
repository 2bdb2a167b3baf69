"""Pages of regions and the first page: 未录入, 0 and n differ; numbers lead to what they count."""

import re
from pathlib import Path
from typing import Any

from site_gen.pages.model import Page
from tests.pages.composed import Composed
from tests.pages.conftest import Make
from tests.pages.site import BASE, compiled, html, page_at, session, suggestion, texts

COUNTY = "名称: 白杉县\n上级: zhou\n方格: [0, 1]\n"


def prefecture(files: dict[str, str]) -> dict[str, str]:
    """The same site with a prefecture above and a county that records nothing."""
    return {
        **files,
        "regions/zhou/region.yaml": "名称: 栎川州\n",
        "regions/qingxi/region.yaml": BASE["regions/qingxi/region.yaml"]
        + "上级: zhou\n方格: [0, 0]\n",
        "regions/baishan/region.yaml": COUNTY,
    }


def value(page: Page, key: str) -> Any:
    """A value of a page."""
    return page.values[key]


def test_a_region_that_has_not_begun_looks_different(tmp_path: Path) -> None:
    made = compiled(tmp_path, prefecture(suggestion()))
    page = page_at(made, "baishan/")
    assert value(page, "begun") is False
    assert "未录入不是 0" in html(made, "baishan/")
    assert "data-metric" not in html(made, "baishan/")


def test_a_region_that_recorded_a_session_without_suggestions_has_a_zero(tmp_path: Path) -> None:
    made = compiled(tmp_path, session(""))
    numbers = value(page_at(made, "qingxi/"), "numbers")
    assert [(each["label"], each["value"], each["state"]) for each in numbers] == [
        ("协商活动", 1, "known"),
        ("意见建议", 0, "zero"),
    ]


def test_the_squares_of_a_prefecture(tmp_path: Path) -> None:
    made = compiled(tmp_path, prefecture(suggestion()))
    (grid,) = value(page_at(made, ""), "grids")
    assert [(cell["name"], cell["state"], cell.get("value")) for cell in grid.cells] == [
        ("清溪市", "recorded", "1 条"),
        ("白杉县", "unrecorded", None),
    ]
    assert (grid.columns, grid.unrecorded) == (2, 1)
    assert "方格示意，仅表示各县（市）数据，不表示位置、面积和行政区域界线" in html(made, "")


def test_below_the_minimum_there_is_no_percentage(tmp_path: Path) -> None:
    closed = "2024-05-25 办结：已解决；佐证：验收单"
    files = suggestion("2024-05-20 交办：市交通运输局", closed)
    made = compiled(tmp_path, files)
    rate = next(
        each for each in value(page_at(made, "qingxi/"), "numbers") if each["label"] == "解决率"
    )
    assert rate["value"] == "1 条中 1 条"
    assert rate["note"] == "不到 10 条，不算百分比"
    assert not re.search(r"\d%<", html(made, "qingxi/"))


def test_from_the_minimum_on_there_is_one(tmp_path: Path) -> None:
    body = "\n\n".join(
        f"## 建议{number} 修路\n\n- 2024-05-20 交办：市交通运输局" for number in range(1, 11)
    )
    body += "\n- 2024-05-25 办结：已解决；佐证：验收单"
    numbers = value(page_at(compiled(tmp_path, session(body)), "qingxi/"), "numbers")
    rate = next(each for each in numbers if each["label"] == "解决率")
    assert (rate["value"], rate["whole"]["value"], rate["part"]["value"]) == ("10.0%", 10, 1)


def test_reported_totals_have_a_table_of_their_own_and_are_never_a_figure(tmp_path: Path) -> None:
    files = suggestion()
    files["regions/qingxi/statistics/2023.yaml"] = (
        "来源: {标题: 工作报告}\n数据:\n  - {指标: 意见建议, 数值: 319, 单位: 条, 期间: 2023}\n"
    )
    shown = html(compiled(tmp_path, files), "qingxi/")
    assert 'href="../reconciliation/#region-qingxi">全部 1 项，对得上吗</a>' in shown
    assert 'data-reported="意见建议"' in shown
    assert shown.count("319") == 1
    assert not re.search(r'data-metric="[^"]*"[^>]*>[^<]*<[^>]*>319', shown)


def test_the_funnel_and_the_statuses_count_the_same_suggestions(tmp_path: Path) -> None:
    body = """## 建议1 修路

- 2024-05-20 交办：市交通运输局

## 建议2 装灯

- 2024-05-20 不采纳：没有资金
"""
    page = page_at(compiled(tmp_path, session(body)), "qingxi/")
    assert [(row["label"], row["value"]) for row in value(page, "statuses")] == [
        ("交给单位了", 1),
        ("没有受理或没有采纳", 1),
    ]
    funnel = value(page, "funnel")
    assert [row["value"] for row in funnel.rows] == [2, 1, 0, 0]
    assert funnel.note == "没有采纳、并到别条、转办和撤回的 1 条，不在后面几步里"


def test_overdue_and_refused_stand_on_the_first_page(tmp_path: Path) -> None:
    body = """## 建议1 修路

- 2024-03-20 交办：市交通运输局；期限：2024-04-20

## 建议2 装灯

- 2024-05-20 不采纳：没有资金
"""
    page = page_at(compiled(tmp_path, session(body)), "")
    assert [row["title"] for row in value(page, "overdue")] == ["修路"]
    changes = {group.key: group.rows for group in value(page, "changes")}
    assert [row["title"] for row in changes["newly-refused"]] == ["装灯"]
    assert [(each["label"], each["value"]) for each in value(page, "owed")] == [
        ("超过期限还没答复", 1),
        ("承诺到期，待核实", 0),
    ]


def test_the_search_of_the_first_page_is_a_plain_form(tmp_path: Path) -> None:
    shown = html(compiled(tmp_path, suggestion()), "")
    assert re.search(r'<form class="search-box" action="\./search/" method="get"', shown)
    assert 'name="q"' in shown


def test_an_empty_site_has_pages_too(tmp_path: Path) -> None:
    made = compiled(tmp_path, {"site.yaml": BASE["site.yaml"]})
    assert all(texts(made).values())


def test_the_tree_of_regions(tmp_path: Path) -> None:
    (root,) = value(page_at(compiled(tmp_path, prefecture(suggestion())), "regions/"), "roots")
    assert (root.name, [leaf.name for leaf in root.leaves]) == ("栎川州", ["白杉县", "清溪市"])


def raised_in(*days: str) -> dict[str, str]:
    """Sessions of some days, each with one suggestion."""
    return {
        f"regions/jia/sessions/{day[:4]}/{n:02}-lu.md": (
            f"---\n议题: 修路{n}\n时间: {day}\n---\n\n## 建议1 修路\n"
        )
        for n, day in enumerate(days)
    }


def columns_of(site: Composed) -> dict[str, int]:
    chart: Any = site.page("jia/").values["months"]
    return {column["label"]: column["value"] for column in chart.columns}


def test_what_has_no_month_stands_apart_from_january(make: Make) -> None:
    site = make(raised_in("2025-01-05", "2025-03", "2025", "2025"))
    told = columns_of(site)

    assert (told["1月"], told["2月"], told["3月"], told["不详"]) == (1, 0, 1, 2)
    assert "2025年各月提出的建议，共 4 条" in site.body("jia/").text


def test_months_that_have_not_come_are_not_zero(make: Make) -> None:
    told = columns_of(make(raised_in("2026-01-05", "2026-02-05", "2026-11-01")))

    assert list(told) == [f"{month}月" for month in range(1, 12)]


def test_too_few_to_draw_are_not_drawn(make: Make) -> None:
    assert make(raised_in("2026-01-05", "2026-02-05")).page("jia/").values["months"] is None


def test_a_region_leads_to_the_list_of_all_its_suggestions(example: Composed) -> None:
    for region in ("wuli", "xugu", "yanhuang", "yuanzhu"):
        assert f"../ledger/region/{region}/" in example.body(f"{region}/").all("href")


def test_the_first_page_begins_with_what_there_is(real: Composed) -> None:
    text = real.body("").text

    order = ["最近的协商", "已经录入的地方", "阿坝藏族羌族自治州", "没有逾期可说"]
    assert sorted(order, key=text.index) == order
    assert "其他已经录入的地方" not in text
    assert "没有列出来的地方，是还没有人录入，不表示那里没有协商" in text


def test_squares_stand_first_where_they_have_begun(example: Composed) -> None:
    text = example.body("").text

    assert text.index("方格示意") < text.index("最近有结果的")
