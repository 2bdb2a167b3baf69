"""Platforms against their promise: twelve months, three levels; silence where it may be said."""

from datetime import date

import pytest

from site_gen import addresses
from site_gen.pages.platform_use import a_year_before
from tests.pages.conftest import Make

REGION = "名称: 砾溪县\n上级: zhou\n下辖: {乡镇: 4, 村: 20}\n"
PLATFORMS = """\
- {名称: 县协商室, 层级: 县, 频次: 每半年1次, 成立: 2020}
- {名称: 白云镇议事厅, 层级: 乡镇, 村社: 白云镇, 频次: 每季度1次, 成立: 2026-05-01}
- {名称: 乙镇联络站, 层级: 乡镇, 成立: 2020-01}
- {名称: 甲村院坝, 层级: 村, 村社: 白云镇/甲村, 频次: 每季度1次, 成立: 2020-01}
- {名称: 旧点, 层级: 村, 村社: 白云镇/丙村, 状态: 停用, 成立: 2020-01}
- {名称: 新点, 层级: 村, 村社: 黑水镇/丁村, 成立: 2026-09-01}
- {名称: 传闻点, 层级: 村, 来源: {标题: 报道}, 成立: 2020-01}
"""
SESSION = "---\n议题: {}\n时间: {}\n平台: {}\n---\n"
FILES = {
    "regions/jia/region.yaml": REGION,
    "regions/jia/platforms.yaml": PLATFORMS,
    "regions/jia/sessions/2026/a.md": SESSION.format("一", "2026-03-01", "甲村院坝"),
    "regions/jia/sessions/2025/b.md": SESSION.format("二", "2025-11-22", "甲村院坝"),
    "regions/jia/sessions/2025/c.md": SESSION.format("三", "2025", "甲村院坝"),
    "regions/jia/sessions/2027/d.md": SESSION.format("四", "2027-01-01", "县协商室"),
}


@pytest.mark.parametrize(
    ("day", "before"),
    [(date(2026, 11, 22), date(2025, 11, 22)), (date(2024, 2, 29), date(2023, 2, 28))],
)
def test_a_year_before(day: date, before: date) -> None:
    assert a_year_before(day) == before


def test_sessions_are_counted_against_the_promise(make: Make) -> None:
    text = make(FILES).body("jia/platforms/").text

    assert "最近 12 个月有记录的会 1 次，另有 1 次日期不全，照约定是 4 次" in text
    assert "甲村院坝 比约定少开 2 次" in text


def test_a_young_platform_owes_only_what_its_age_allows(make: Make) -> None:
    text = make(FILES).body("jia/platforms/").text

    assert "最近 12 个月有记录的会 0 次，照约定是 2 次" in text


def test_silence_is_told_of_those_of_which_it_may_be_said(make: Make) -> None:
    silent = make(FILES).page("jia/platforms/").values["silent"]

    assert isinstance(silent, tuple)
    assert [cell["text"] for cell in silent] == ["县协商室", "乙镇联络站"]
    assert "其中 2 个在用的平台一年没有开会的记录" in make(FILES).body(addresses.PLATFORMS).text


def test_where_no_session_is_recorded_nobody_is_silent(make: Make) -> None:
    site = make({"regions/jia/region.yaml": REGION, "regions/jia/platforms.yaml": PLATFORMS})

    assert site.page("jia/platforms/").values["silent"] == ()


def test_three_levels_by_township_and_village(make: Make) -> None:
    values = make(FILES).page("jia/platforms/").values

    assert values["levels"] == (
        ("县一级", "1 个", {"text": "全县"}),
        (
            "乡镇一级",
            "2 个",
            {"text": "4 个乡镇中至少 1 个有", "note": "另有 1 个平台没有写明在哪个乡镇"},
        ),
        (
            "村一级",
            "3 个",
            {"text": "20 个村中至少 2 个有", "note": "另有 1 个平台没有写明在哪个村"},
        ),
    )
    townships = values["townships"]
    assert isinstance(townships, tuple)
    assert [row[0] for row in townships] == ["白云镇", "黑水镇"]
