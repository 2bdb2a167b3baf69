"""The export: every number once, plain values only, the same bytes for the same content."""

import json

from site_gen.docket.metrics import METRICS, RATES
from site_gen.statistics.export import export
from site_gen.statistics.numbers import Numbers, Scope
from tests.statistics.conftest import TODAY, Counted, count


def printed(counted: Counted) -> str:
    return json.dumps(export(counted.corpus, counted.numbers, TODAY), ensure_ascii=False)


def test_the_same_content_gives_the_same_bytes(counted: Counted) -> None:
    assert printed(count(counted.folder)) == printed(counted)


def test_the_order_of_entries_does_not_matter(counted: Counted) -> None:
    turned = Numbers(counted.corpus, tuple(reversed(counted.entries)))

    assert json.dumps(export(counted.corpus, turned, TODAY), ensure_ascii=False) == printed(counted)


def test_every_number_is_there_once(counted: Counted) -> None:
    rows = json.loads(printed(counted))["scopes"]
    scopes = [row["scope"] for row in rows]

    assert len(scopes) == len(set(scopes))
    for row in rows:
        scope = Scope(row["region"], row["own"], row["theme"], row["year"], row["unit"])
        counts = {metric.key: counted.numbers.count(metric, scope).value for metric in METRICS}
        rates = {rate.key: counted.numbers.rate(rate, scope) for rate in RATES}
        assert row["scope"] == scope.key
        assert row["counts"] == {key: n for key, n in counts.items() if n}
        assert {key: value["words"] for key, value in row["rates"].items()} == {
            key: rate.words for key, rate in rates.items() if rate.denominator.value
        }


def test_everything_is_defined(counted: Counted) -> None:
    told = json.loads(printed(counted))

    assert all(told["metrics"][metric.key]["definition"] for metric in METRICS)
    assert all(told["rates"][rate.key]["numerator"] in told["metrics"] for rate in RATES)


def test_regions_say_what_they_record_and_what_is_counted_twice(example: Counted) -> None:
    regions = {row["region"]: row for row in json.loads(printed(example))["regions"]}

    assert regions["jiling"]["recorded"] == []
    assert regions["wuli"]["double_memberships"]["sessions"] > 0
    assert "session" in regions[""]["recorded"]


def test_reported_totals_stand_apart(example: Counted) -> None:
    told = json.loads(printed(example))
    verdicts = {row["verdict_label"] for row in told["reconciliation"]}

    assert verdicts == {"一致", "未全部录入", "超出", "口径不同", "不可逐条核对"}
    assert [flow["remainder"] for flow in told["proposal_flows"]] == [4]
