"""Pages of units: what is overdue first, each clock with its working; none blamed for another."""

from urllib.parse import unquote

import pytest

from site_gen import addresses
from site_gen.addresses import folder_of, unit_address
from tests.pages.conftest import Make

HEAD = "---\n议题: 修渠\n时间: 2026-03-01\n---\n\n"
SESSION = "regions/jia/sessions/2026/0301-qu.md"
BODY = (
    "## 建议1 清淤\n\n- 2026-03-05 交办：县水务局；会办：县财政局\n\n"
    "## 建议2 装闸门\n\n- 2026-03-05 交办：县水务局；期限：2026-04-01\n"
    "- 2026-03-20 办结：已解决；佐证：验收单\n"
)
WATER = unit_address("jia", "县水务局")
MONEY = unit_address("jia", "县财政局")


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("县交通运输局", "县交通运输局"),
        ("a局", "a局"),
        ("A局", "a局-73c34e09"),
        ("县局（城管）", "县局-城管-5d3b0fc4"),
        ("a/b局", "a-b局-ea333ed9"),
        ("..", "5ec1f7e7"),
        ("长" * 90, "长" * 40 + "-" + folder_of("长" * 90)[-8:]),
    ],
)
def test_a_folder_keeps_the_name_and_nothing_that_a_file_system_misreads(
    name: str, folder: str
) -> None:
    assert folder_of(name) == folder
    assert len(folder.encode()) < 255


def test_links_to_a_unit_are_percent_encoded(make: Make) -> None:
    hrefs = make({SESSION: HEAD + BODY}).body("jia/units/").all("href")

    assert any(unquote(href) == f"../../{WATER}" != href for href in hrefs)


def test_what_is_overdue_stands_first_with_its_working(make: Make) -> None:
    text = make({SESSION: HEAD + BODY}).body(WATER).text

    assert "201 天" in text
    assert text.index("超过期限还没答复 牵头的") < text.index("交给它的，现在怎样")
    assert "2026-03-05 交办，加 2个月（云埠州规定），到 2026-05-05" in text
    assert "按时答复" in text


def test_a_supporting_unit_has_a_clock_of_its_own(make: Make) -> None:
    body = make({SESSION: HEAD + BODY}).body(MONEY)

    assert "它配合办的（会办）" in body.text
    assert "加 1个月（云埠州规定），到 2026-04-05" in body.text
    assert "231 天" in body.text


def test_who_has_answered_is_not_listed_as_late(make: Make) -> None:
    lines = "- 2026-03-05 交办：县水务局、县财政局\n- 2026-03-09 答复：会修；单位：县水务局\n"
    site = make({SESSION: f"{HEAD}## 建议1 清淤\n\n{lines}"})

    assert site.page(WATER).values["late"] == ()
    assert site.page(MONEY).values["late"] != ()


def test_on_time_is_never_a_percentage_below_the_minimum(make: Make) -> None:
    body = make({SESSION: HEAD + BODY}).body(WATER)

    assert "2 次中 1 次 按期答复率" in body.text
    assert "%" not in body.text


def test_numbers_are_of_the_unit_in_its_region(make: Make) -> None:
    body = make({SESSION: HEAD + BODY}).body(WATER)

    assert set(body.all("data-scope")) == {"region=jia&unit=县水务局"}


def test_a_unit_of_the_same_name_below_is_another_one(make: Make) -> None:
    site = make({"regions/zhou/units.yaml": "- {名称: 县水务局}\n", SESSION: HEAD + BODY})

    assert "没有一条记录" in site.body(unit_address("zhou", "县水务局")).text
    body = site.body("zhou/units/")
    assert body.all("data-metric") == []
    assert "县水务局 没有登记 0 0" in " ".join(body.text.replace("没有登记0", "没有登记 0").split())


def test_a_unit_with_nothing_says_so(make: Make) -> None:
    site = make({})

    assert "县水务局" in site.body("jia/units/").text
    assert "没有一条记录是交给它办的" in site.body(WATER).text


def test_a_unit_with_something_does_not_say_that_it_has_nothing(make: Make) -> None:
    assert "没有一条记录" not in make({SESSION: HEAD + BODY}).body(WATER).text


def test_a_unit_that_was_taken_down_is_nowhere(make: Make) -> None:
    units = "- {名称: 县水务局}\n- {名称: 县财政局, 撤下: {日期: 2026-01-01, 原因: 有误}}\n"
    site = make({"regions/jia/units.yaml": units})

    assert "县财政局" not in site.body("jia/units/").text


def test_former_names_lead_to_the_present_unit(make: Make) -> None:
    units = "- {名称: 县水务局, 曾用名: [县水利局]}\n"
    site = make(
        {
            "regions/jia/units.yaml": units,
            SESSION: f"{HEAD}## 建议1 清淤\n\n- 2026-03-05 交办：县水利局\n",
        }
    )

    assert "曾用名：县水利局" in site.body(WATER).text
    assert "清淤" in site.body(WATER).text


def test_the_directory_leads_to_every_region_with_units(make: Make) -> None:
    assert f"../{addresses.units_address('jia')}" in make({}).body(addresses.UNITS).all("href")
