"""Rates: of a cohort, each item once with its last word; too few give words and no percentage."""

from pathlib import Path

import pytest

from site_gen.docket.metrics import RATES, Rate
from site_gen.statistics.numbers import RateValue, Scope
from tests.statistics.conftest import Counted, made, session

RATE = {rate.key: rate for rate in RATES}
REPLIED = "- 2024-03-02 交办：县水务局；期限：2024-04-01\n- 2024-03-20 答复：会修"
LATE = "- 2024-03-02 交办：县水务局；期限：2024-03-10\n- 2024-03-20 答复：会修"
ASSIGNED = "- 2024-03-02 交办：县水务局；期限：2024-04-01"
RESOLVED = f"{REPLIED}\n- 2024-05-01 办结：已解决；佐证：验收单"
UNITS = {"regions/jia/units.yaml": "- {名称: 县水务局}\n"}


def rate_of(counted: Counted, key: str) -> RateValue:
    return counted.numbers.rate(RATE[key], Scope("jia"))


def with_items(tmp_path: Path, *items: str, **head: str) -> Counted:
    files = {"regions/jia/sessions/2024/0301-lu.md": session("2024-03-01", *items, **head)}
    return made(tmp_path, UNITS | files)


def test_with_nothing_to_divide_by_there_is_no_rate(tmp_path: Path) -> None:
    rate = rate_of(with_items(tmp_path, ""), "reply_rate")

    assert (rate.denominator.value, rate.percent, rate.words) == (0, None, "没有可算的")


def test_below_the_minimum_there_are_words_and_no_percentage(tmp_path: Path) -> None:
    rate = rate_of(with_items(tmp_path, REPLIED, ASSIGNED), "reply_rate")

    assert (rate.percent, rate.words) == (None, "2 条中 1 条")


def test_from_the_minimum_on_there_is_a_percentage(tmp_path: Path) -> None:
    rate = rate_of(with_items(tmp_path, REPLIED, ASSIGNED, ASSIGNED), "reply_rate")

    assert (rate.percent, rate.words) == ("33.3%", "3 条中 1 条")


def test_what_was_compiled_from_reports_is_in_no_rate(tmp_path: Path) -> None:
    counted = with_items(tmp_path, RESOLVED, RESOLVED, RESOLVED, 来源="{标题: 一篇报道}")

    assert [rate for rate in counted.numbers.rates(Scope("jia")) if rate.denominator.value] == []


def test_what_was_declined_or_merged_leaves_the_denominator(tmp_path: Path) -> None:
    counted = with_items(
        tmp_path,
        f"{ASSIGNED}\n- 2024-03-09 不采纳：没有钱",
        f"{ASSIGNED}\n- 2024-03-09 并案：建议3",
        REPLIED,
    )

    assert rate_of(counted, "reply_rate").words == "1 条中 1 条"
    assert rate_of(counted, "adoption_rate").words == "2 条中 1 条"


def test_an_item_is_rated_once_by_its_last_rating(tmp_path: Path) -> None:
    counted = with_items(
        tmp_path,
        f"{RESOLVED}\n- 2024-05-02 评价：不满意\n- 2024-06-02 评价：满意2、基本满意2",
        f"{RESOLVED}\n- 2024-05-02 评价：满意\n- 2024-06-02 评价：未反馈",
    )
    rate = rate_of(counted, "satisfaction_rate")

    assert rate.words == "1 条中 1 条"
    assert {count.metric.key: count.value for count in rate.beside} == {
        "satisfied": 0,
        "ever_dissatisfied": 1,
    }


def test_on_time_counts_assignments_whose_due_has_come(tmp_path: Path) -> None:
    counted = with_items(
        tmp_path,
        LATE,
        f"{REPLIED}\n- 2024-05-01 督办：县长",
        "- 2024-03-02 交办：县水务局；期限：2030-01-01",
        f"{ASSIGNED}\n- 2024-03-05 退回：不归我们管",
    )

    assert rate_of(counted, "on_time_rate").words == "2 次中 1 次"


def test_a_relapse_is_the_last_word_until_the_next_look(tmp_path: Path) -> None:
    relapsed = f"{RESOLVED}\n- 2024-08-01 回头看：反弹；查验人：委员"
    mended = f"{relapsed}\n- 2024-09-01 办结：已解决；佐证：验收单\n- 2024-10-01 回头看：属实巩固"
    rate = rate_of(with_items(tmp_path, relapsed, mended), "lookback_rate")

    assert rate.words == "2 条中 1 条"
    assert [count.value for count in rate.beside] == [2]


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: rate.key)
def test_a_numerator_is_part_of_its_denominator(counted: Counted, rate: Rate) -> None:
    for scope in counted.numbers.scopes():
        parts = counted.numbers.entries(rate.numerator, scope)
        whole = counted.numbers.entries(rate.denominator, scope)
        assert {entry.id for entry in parts} <= {entry.id for entry in whole}, scope
