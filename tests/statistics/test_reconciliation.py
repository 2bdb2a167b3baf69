"""对得上吗: only exact totals are compared, of one place, time and unit; the rest is shown."""

from pathlib import Path

import pytest

from site_gen.docket.metrics import METRIC
from site_gen.records.statistic import RECONCILED
from site_gen.statistics.proposals import flows, unaccounted
from site_gen.statistics.reconciliation import Reconciliation, reconcile
from site_gen.statistics.totals import ITEMISED, totals_of
from site_gen.vocabulary.totals import Agreement
from tests.statistics.again.tally import tally
from tests.statistics.again.totals import compared
from tests.statistics.conftest import Counted, made, session
from tests.statistics.test_recount import reader_of

AGREES, INCOMPLETE, EXCEEDS = Agreement.AGREES, Agreement.INCOMPLETE, Agreement.EXCEEDS
DIFFERENT, UNCHECKABLE = Agreement.DIFFERENT, Agreement.UNCHECKABLE
SESSIONS = {
    "regions/jia/sessions/2023/0301-a.md": session("2023-03-01", "", ""),
    "regions/jia/sessions/2023/0630-b.md": session("2023-06-30", ""),
    "regions/yi/sessions/2023/0701-c.md": session("2023-07-01", "", "", ""),
    "regions/yi/sessions/2024/0101-d.md": session("2024-01-01", ""),
}


def reported(tmp_path: Path, figure: str, **files: str) -> Reconciliation:
    """A total that the prefecture reports, beside seven suggestions of its counties."""
    path = "regions/zhou/statistics/zongjie.yaml"
    text = f"来源: {{标题: 总结}}\n数据:\n  - {{{figure}}}\n"
    counted = made(tmp_path, {**SESSIONS, path: text, **files})
    return reconcile(counted.corpus, counted.numbers)[0]


@pytest.mark.parametrize(
    ("figure", "verdict", "itemised", "gap"),
    [
        ("指标: 意见建议, 数值: 6, 单位: 条, 期间: 2023", AGREES, 6, 0),
        ("指标: 意见建议, 数值: 60, 单位: 条, 期间: 2023", INCOMPLETE, 6, 54),
        ("指标: 意见建议, 数值: 5, 单位: 条, 期间: 2023", EXCEEDS, 6, -1),
        ("指标: 意见建议, 数值: 3, 单位: 条, 期间: 2023-01/2023-06", AGREES, 3, 0),
        ("指标: 意见建议, 数值: 3, 单位: 条, 期间: 2023-07", AGREES, 3, 0),
        ("指标: 意见建议, 数值: 7, 单位: 条, 期间: 2023/2024", AGREES, 7, 0),
        ("指标: 意见建议, 数值: 6, 单位: 条, 期间: 2023-01/2023-12", AGREES, 6, 0),
        ("指标: 意见建议, 数值: 3, 单位: 条, 期间: 2023-01-01/2023-06-30", AGREES, 3, 0),
        ("指标: 意见建议, 数值: 0, 单位: 条, 期间: 2022", AGREES, 0, 0),
        ("指标: 协商活动, 数值: 3, 单位: 场次, 期间: 2023", AGREES, 3, 0),
        ("指标: 协商活动, 数值: 4, 单位: 场次, 截至: 2024-01", AGREES, 4, 0),
        ("指标: 意见建议, 数值: 6, 单位: 件, 期间: 2023", DIFFERENT, 6, None),
        ("指标: 意见建议, 数值: 6, 单位: 条, 期间: 2023, 口径: 含电话", DIFFERENT, 6, None),
        ("指标: 意见建议, 数值: 6余, 单位: 条, 期间: 2023", UNCHECKABLE, 6, None),
        ("指标: 意见建议, 数值: 近7, 单位: 条, 期间: 2023", UNCHECKABLE, 6, None),
        ("指标: 意见建议, 数值: 约6, 单位: 条, 期间: 2023", UNCHECKABLE, 6, None),
        ("指标: 意见建议, 数值: 不详, 单位: 条, 期间: 2023", UNCHECKABLE, 6, None),
        ("指标: 意见建议, 数值: 已隐去, 单位: 条, 期间: 2023", UNCHECKABLE, 6, None),
        ("指标: 意见建议, 数值: 6, 单位: 条, 期间: 不详", UNCHECKABLE, None, None),
        ("指标: 服务企业, 数值: 6, 单位: 家, 期间: 2023", UNCHECKABLE, None, None),
    ],
)
def test_a_total_and_its_verdict(
    tmp_path: Path, figure: str, verdict: Agreement, itemised: int | None, gap: int | None
) -> None:
    row = reported(tmp_path, figure)

    assert (row.verdict, row.gap) == (verdict, gap)
    assert (row.itemised.value if row.itemised else None) == itemised
    assert bool(row.reason) is (verdict is not AGREES)
    assert bool(row.coverage) is (gap is not None)


def test_coverage_below_the_minimum_is_words(tmp_path: Path) -> None:
    few = reported(tmp_path, "指标: 意见建议, 数值: 2, 单位: 条, 期间: 2024")
    many = reported(tmp_path / "b", "指标: 意见建议, 数值: 12, 单位: 条, 期间: 2023")

    assert (few.coverage, few.percent) == ("2 条中 1 条", None)
    assert (many.coverage, many.percent) == ("12 条中 6 条", "50.0%")


def test_what_is_dated_too_vaguely_is_not_counted_and_said(tmp_path: Path) -> None:
    vague = {"regions/jia/sessions/2023/lu.md": session("2023", "")}
    row = reported(tmp_path, "指标: 意见建议, 数值: 3, 单位: 条, 期间: 2023-01/2023-06", **vague)

    assert (row.verdict, row.vague) == (AGREES, 1)


def test_platforms_count_until_the_day_whatever_their_year(tmp_path: Path) -> None:
    listed = "- {名称: 甲, 成立: 2019}\n- {名称: 乙, 成立: 2023-06}\n- {名称: 丙, 成立: 2023-07}\n"
    files = {"regions/yi/platforms.yaml": f"{listed}- {{名称: 丁}}\n"}
    row = reported(tmp_path, "指标: 协商平台, 数值: 2, 单位: 个, 截至: 2023-06", **files)

    assert (row.verdict, row.vague) == (AGREES, 1)


def test_the_totals_of_a_session_are_about_its_own_items(tmp_path: Path) -> None:
    text = session("2023-03-01", "", "", 上报数="{建议: 21, 问题: 0, 解决: 0}")
    counted = made(tmp_path, {"regions/jia/sessions/2023/0301-a.md": text})
    rows = reconcile(counted.corpus, counted.numbers)

    assert [(row.total.name, row.verdict) for row in rows] == [
        ("建议", INCOMPLETE),
        ("问题", AGREES),
        ("解决", AGREES),
    ]
    assert rows[0].coverage == "21 条中 2 条"


def test_reported_totals_are_in_no_count(tmp_path: Path) -> None:
    figure = "数据:\n  - {指标: 意见建议, 数值: 999, 单位: 条, 期间: 2023}\n"
    path = "regions/jia/statistics/a.yaml"
    with_totals = made(tmp_path / "a", {**SESSIONS, path: f"来源: 总结\n{figure}"})
    without = made(tmp_path / "b", SESSIONS)

    for scope in without.numbers.scopes():
        for metric in METRIC.values():
            counts = [one.numbers.count(metric, scope).value for one in (with_totals, without)]
            assert counts[0] == counts[1]


def test_every_total_stands_beside_what_the_second_count_finds(site: Counted) -> None:
    reader = reader_of(site.folder)
    again = [
        (one.record, one.name, one.reported, one.itemised, one.verdict)
        for one in compared(reader, list(tally(reader)))
    ]
    rows = [
        (
            f"{row.total.record.id.region}/{row.total.record.id.name}",
            row.total.name,
            row.total.figure.written,
            row.itemised.value if row.itemised else None,
            row.verdict.term,
        )
        for row in reconcile(site.corpus, site.numbers)
    ]

    assert sorted(rows, key=str) == sorted(again, key=str)
    assert all(row.gap is None or row.verdict in (AGREES, INCOMPLETE, EXCEEDS)
               for row in reconcile(site.corpus, site.numbers))  # fmt: skip


def proposals(tmp_path: Path, *figures: str) -> Counted:
    lines = "".join(f"  - {{{figure}, 单位: 件, 期间: 2021}}\n" for figure in figures)
    text = f"来源: 解读\n数据:\n{lines}"
    return made(tmp_path, {"regions/zhou/statistics/tian.yaml": text})


@pytest.mark.parametrize(
    ("figures", "remainder"),
    [
        (("指标: 提案收到, 数值: 399", "指标: 提案立案, 数值: 318"), 81),
        (
            (
                "指标: 提案收到, 数值: 117",
                "指标: 提案立案, 数值: 98",
                "指标: 提案并案, 数值: 9",
                "指标: 提案不立案, 数值: 10",
            ),
            0,
        ),
        (("指标: 提案收到, 数值: 10", "指标: 提案立案, 数值: 12"), -2),
        (("指标: 提案收到, 数值: 399", "指标: 提案立案, 数值: 300余"), None),
        (("指标: 提案收到, 数值: 148", "指标: 提案立案, 数值: 118, 口径: 并案后计"), None),
        (("指标: 提案收到, 数值: 399", "指标: 提案办结, 数值: 318"), None),
    ],
)
def test_what_a_source_leaves_unsaid_about_proposals(
    tmp_path: Path, figures: tuple[str, ...], remainder: int | None
) -> None:
    (flow,) = flows(totals_of(proposals(tmp_path, *figures).corpus))

    assert flow.remainder == remainder


def test_nothing_is_known_of_a_flow_without_what_was_received(tmp_path: Path) -> None:
    assert flows(totals_of(proposals(tmp_path, "指标: 提案立案, 数值: 318").corpus)) == ()


def test_unaccounted_is_a_plain_subtraction() -> None:
    assert unaccounted(399, {"提案立案": 318}) == 81


def test_what_can_be_reconciled_has_a_metric_of_the_same_unit() -> None:
    assert {row.name: row.unit for row in ITEMISED} == RECONCILED
    assert [row for row in ITEMISED if row.metric.unit != row.unit] == []
