"""Tables to be taken away: they say what the pages count, in forms that spreadsheets read."""

import csv
import json
from collections.abc import Mapping
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest

from site_gen.addresses import DATA, DATA_PACKAGE, DATA_SCHEMA, table_address
from site_gen.docket.downloads import COLUMNS, tables
from site_gen.docket.metrics import OVERDUE, PROBLEMS, PROPOSALS, SUGGESTIONS
from site_gen.docket.row import Row
from site_gen.outputs.tables import as_csv
from site_gen.statistics.numbers import Scope
from tests.pages.composed import Composed
from tests.pages.conftest import Make

REGIONS = ("wuli", "xugu", "yanhuang", "yuanzhu")
ITEM = Row("a#s1", "a/#s1", "suggestion", "修路", "", "2025-01-02", {"stage": ("raised",)}, "")


def files(site: Composed) -> Mapping[str, bytes]:
    return {one.address: one.content for one in site.compiled.artifacts}


def rows(site: Composed, address: str) -> list[dict[str, str]]:
    """A table as a spreadsheet reads it."""
    text = files(site)[address].decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def told(site: Composed, address: str) -> Any:
    return json.loads(files(site)[address])


@pytest.mark.parametrize("region", REGIONS)
def test_a_table_has_what_the_numbers_of_its_region_count(example: Composed, region: str) -> None:
    listed = rows(example, table_address(region, "csv"))
    kinds = [row["类别"] for row in listed]

    for term, metric in (("建议", SUGGESTIONS), ("问题", PROBLEMS), ("提案", PROPOSALS)):
        count = example.compiled.numbers.count(metric, Scope(region))
        assert kinds.count(term) == count.value
    late = [row for row in listed if (row["类别"], row["超过期限"]) == ("建议", "是")]
    assert len(late) == example.compiled.numbers.count(OVERDUE, Scope(region)).value
    assert len({row["编号"] for row in listed}) == len(listed)


@pytest.mark.parametrize("region", REGIONS)
def test_both_forms_say_the_same(example: Composed, region: str) -> None:
    data = told(example, table_address(region, "json"))
    items = [{column.label: item[column.key] for column in COLUMNS} for item in data["items"]]

    assert items == rows(example, table_address(region, "csv"))
    assert data["as_of"] == "2026-11-22"
    assert data["numbers"]["counts"]["suggestions"] == sum(i["类别"] == "建议" for i in items)


def test_every_row_leads_to_a_page(example: Composed) -> None:
    pages = {page.address for page in example.compiled.pages}

    for row in rows(example, table_address("wuli", "csv")):
        assert row["网页"].partition("#")[0] in pages


def test_silence_of_a_report_is_no_stage(real: Composed) -> None:
    listed = rows(real, table_address("shifang", "csv"))

    assert {row["从报道整理"] for row in listed} == {"是"}
    assert "提了，还没有下文" not in {row["现在怎样"] for row in listed}


def test_the_package_lists_every_table_with_its_columns(example: Composed) -> None:
    package, made = told(example, DATA_PACKAGE), files(example)
    listed = {f"{DATA}{one['path']}": one["schema"] for one in package["resources"]}

    assert set(listed) == {address for address in made if address.endswith(".csv")}
    for address, schema in listed.items():
        told_apart = isinstance(schema, str)
        fields = (told(example, DATA_SCHEMA) if told_apart else schema)["fields"]
        head = made[address].decode("utf-8-sig").partition("\r\n")[0]
        assert head.split(",") == [field["name"] for field in fields]


def test_the_page_of_data_and_the_page_of_a_region_lead_to_its_table(example: Composed) -> None:
    for region in REGIONS:
        both = {f"../{table_address(region, form)}" for form in ("csv", "json")}
        assert both <= set(example.body(DATA).all("href"))
        assert both <= set(example.body(f"{region}/").all("href"))


def test_a_site_without_items_offers_no_table(make: Make) -> None:
    site = make({})

    assert not [address for address in files(site) if address == table_address("jia", "csv")]
    assert "还没有逐条录入的建议" in site.body(DATA).text
    assert "把台账带走" not in site.body("jia/").text


def test_of_what_is_not_public_a_table_has_the_number_alone(make: Make) -> None:
    head = "---\n议题: 两件事\n时间: 2025-03-01\n---\n\n"
    body = "## 建议1\n\n- 公开：不公开；原因：涉及一户人家\n\n## 建议2 修路\n"
    site = make({"regions/jia/sessions/2025/0301-liang.md": head + body})
    listed = rows(site, table_address("jia", "csv"))

    assert [row["内容"] for row in listed] == ["建议1（内容不公开）", "修路"]
    assert "一户人家" not in files(site)[table_address("jia", "json")].decode()


def test_what_was_taken_down_is_in_no_table(make: Make) -> None:
    head = "---\n议题: {}\n时间: 2025-03-01\n{}---\n\n## 建议1 {}\n"
    taken = "撤下: {日期: 2025-06-02, 原因: 核实中}\n"
    folder = "regions/jia/sessions/2025"
    site = make(
        {
            f"{folder}/0301-liu.md": head.format("留下的会", "", "修路"),
            f"{folder}/0301-che.md": head.format("撤下的会", taken, "修渠"),
        }
    )

    assert [row["内容"] for row in rows(site, table_address("jia", "csv"))] == ["修路"]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1"])
def test_no_spreadsheet_takes_a_text_for_a_formula(text: str) -> None:
    head, cell = as_csv(["内容"], [[text]]).decode("utf-8-sig").splitlines()

    assert (head, cell) == ("内容", f"'{text}")


def test_a_table_is_in_the_form_of_spreadsheets() -> None:
    raw = as_csv(["内容"], [['说“好”，又说"不"'], ["两\n行"]])

    assert raw.startswith("\ufeff内容\r\n".encode())
    assert list(csv.reader(StringIO(raw.decode("utf-8-sig"), newline="")))[1:] == [
        ['说“好”，又说"不"'],
        ["两\n行"],
    ]


def test_a_table_that_would_be_too_long_is_left_to_the_regions_below() -> None:
    kept = [
        replace(ITEM, id=f"a#s{n}", facets={**ITEM.facets, "region": (region,)})
        for n, region in enumerate(("east", "east", "west"))
    ]
    parents = {"top": None, "east": "top", "west": "top"}

    assert set(tables(kept, parents, most=2)) == {"east", "west"}
    assert set(tables(kept, parents, most=3)) == {"top", "east", "west"}
