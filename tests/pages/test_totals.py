"""The page of reported totals keeps what sources say apart from what is counted."""

from site_gen.addresses import RECONCILIATION
from site_gen.statistics.reconciliation import reconcile
from tests.pages.composed import Body, Composed
from tests.pages.conftest import Make


def test_every_total_is_shown_as_reported_and_never_as_a_count(
    example: Composed, real: Composed
) -> None:
    for site in (example, real):
        rows = reconcile(site.compiled.corpus, site.compiled.numbers)
        body = site.body(RECONCILIATION)
        assert sorted(body.all("data-reported")) == sorted(row.total.name for row in rows)
        counts = [row.itemised for row in rows if row.itemised and not row.itemised.scope.page]
        numbers = site.compiled.numbers
        begun = [one for one in counts if numbers.is_recorded(one.metric, one.scope.region)]
        assert sorted(body.all("data-scope")) == sorted(one.scope.key for one in begun)


def test_a_total_with_a_counterpart_has_an_address_of_its_own(example: Composed) -> None:
    body = example.body(RECONCILIATION)
    rows = reconcile(example.compiled.corpus, example.compiled.numbers)
    anchors = {
        row.total.address.partition("#")[2]
        for row in rows
        if row.total.counted and row.total.record.kind.key == "statistic"
    }

    assert anchors <= set(body.all("id"))
    assert len(body.all("id")) == len(set(body.all("id")))


def test_verdicts_are_said_in_plain_words_with_the_official_one(example: Composed) -> None:
    text = example.body(RECONCILIATION).text

    for words in ("对得上（一致）", "还没有录全（未全部录入）", "数法不同，不能比（口径不同）"):
        assert words in text
    assert "提案收到 117 件，提案立案 98 件" in text
    assert "还有 4 件来源没有说明去向" in text


def shown(make: Make, figure: str) -> Body:
    text = f"来源: {{标题: 总结, 日期: 2024-01, 性质: 本单位}}\n数据:\n  - {{{figure}}}\n"
    return make({"regions/jia/statistics/a.yaml": text}).body(RECONCILIATION)


def test_a_county_that_records_nothing_has_no_zero(make: Make) -> None:
    body = shown(make, "指标: 意见建议, 数值: 40, 单位: 条, 期间: 2023-01/2023-06")

    assert "这里逐条录入未录入" in body.text
    assert "占 0.0%" not in body.text
    assert "2023年1月至6月" in body.text
    assert "2024年1月 · 由本单位记录" in body.text


def test_a_total_that_cannot_be_compared_is_shown_with_its_words(make: Make) -> None:
    body = shown(make, "指标: 惠及群众, 数值: 3万多, 单位: 人, 期间: 不详, 口径: 含外出")

    assert "惠及群众 3万多 人含外出 时间不详" in body.text


def test_without_totals_the_page_says_so(make: Make) -> None:
    assert "还没有录入上报的总数" in make({}).body(RECONCILIATION).text
