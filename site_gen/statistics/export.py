"""Every number of the site as one plain structure: what ``site-gen stats`` prints as JSON.

Maps, lists, texts and whole numbers only, in a fixed order; the same content on the same
day gives the same bytes. Definitions stand once, numbers by scope.
"""

from collections.abc import Iterator
from datetime import date

from site_gen.corpus import Corpus
from site_gen.corpus.places import in_order
from site_gen.docket.metrics import METRICS, RATES, Metric, Rate
from site_gen.statistics.numbers import Numbers, RateValue, Scope
from site_gen.statistics.parts import parts_of
from site_gen.statistics.proposals import Flow, flows
from site_gen.statistics.reconciliation import Reconciliation, compare
from site_gen.statistics.totals import Total, totals_of

FORMAT = 1
"""Raised when a change would mislead a program that reads the older structure."""

Plain = dict[str, object]


def export(corpus: Corpus, numbers: Numbers, today: date) -> Plain:
    """All numbers as they stand on ``today``.

    ``scopes`` has a row for every region (with all below it, and its own), year, theme
    and unit. A metric or rate that a row does not name counts nothing there, which is 0
    where the kind is in the region's ``recorded`` and 未录入 elsewhere.
    """
    totals = totals_of(corpus)
    return {
        "format": FORMAT,
        "site": str(corpus.site.name),
        "as_of": today.isoformat(),
        "minimum_n": numbers.minimum_n,
        "metrics": {metric.key: _definition(metric) for metric in METRICS},
        "rates": {rate.key: _rate_definition(rate) for rate in RATES},
        "regions": [_region(corpus, numbers, region) for region in _regions(corpus)],
        "scopes": [numbers_of(numbers, scope) for scope in _scopes(corpus, numbers)],
        "reconciliation": [_reconciled(compare(total, numbers)) for total in totals],
        "proposal_flows": [_flow(flow) for flow in flows(totals)],
    }


def _definition(metric: Metric) -> Plain:
    return {
        "label": metric.label,
        "definition": metric.definition,
        "unit": metric.unit,
        "kind": metric.kind,
    }


def _rate_definition(rate: Rate) -> Plain:
    return {
        "label": rate.label,
        "definition": rate.definition,
        "numerator": rate.numerator.key,
        "denominator": rate.denominator.key,
        "beside": [metric.key for metric in rate.beside],
    }


def _regions(corpus: Corpus) -> Iterator[str]:
    """The whole site, then every region, parents before children."""
    yield ""
    yield from (place.id for place in in_order(corpus.places))


def _region(corpus: Corpus, numbers: Numbers, region: str) -> Plain:
    """A region and how its totals are made of its parts."""
    place = corpus.places.get(region)
    shared = {metric.key: parts_of(corpus, numbers, metric, region).double for metric in METRICS}
    kinds = {metric.kind for metric in METRICS if numbers.is_recorded(metric, region)}
    return {
        "region": region,
        "name": place.name if place else str(corpus.site.name),
        "parent": (place.parent or "") if place else None,
        "recorded": sorted(kinds),
        "double_memberships": {key: times for key, times in shared.items() if times},
    }


def _scopes(corpus: Corpus, numbers: Numbers) -> Iterator[Scope]:
    """Every region whether or not anything is counted there, then every scope that has some."""
    regions = dict.fromkeys(Scope(region) for region in _regions(corpus))
    yield from regions
    yield from (scope for scope in numbers.scopes() if scope not in regions)


def numbers_of(numbers: Numbers, scope: Scope) -> Plain:
    """All that is counted in one scope; what is not named there is 0 or was never recorded."""
    counts = [numbers.count(metric, scope) for metric in METRICS]
    rates = numbers.rates(scope)
    return {
        "scope": scope.key,
        "region": scope.region,
        "own": scope.own,
        "year": scope.year,
        "theme": scope.theme,
        "unit": scope.unit,
        "counts": {count.metric.key: count.value for count in counts if count.value},
        "rates": {rate.rate.key: _rate(rate) for rate in rates if rate.denominator.value},
    }


def _rate(value: RateValue) -> Plain:
    """A rate is never a bare percentage; ``percent`` is None where there are too few."""
    return {
        "numerator": value.numerator.value,
        "denominator": value.denominator.value,
        "percent": value.percent,
        "words": value.words,
    }


def _reconciled(row: Reconciliation) -> Plain:
    return {
        **_total(row.total),
        "metric": row.itemised.metric.key if row.itemised else None,
        "scope": row.itemised.scope.key if row.itemised else None,
        "itemised": row.itemised.value if row.itemised else None,
        "vague": row.vague,
        "gap": row.gap,
        "coverage": row.coverage,
        "percent": row.percent,
        "verdict": row.verdict.value,
        "verdict_label": row.verdict.term,
        "reason": row.reason,
    }


def _total(total: Total) -> Plain:
    """A reported total, in the words of its source."""
    return {
        "record": str(total.record.id),
        "region": total.record.id.region,
        "name": total.name,
        "reported": total.figure.written,
        "exact": total.figure.exact,
        "unit": total.unit,
        "when": total.when,
        "note": total.note,
    }


def _flow(flow: Flow) -> Plain:
    return {
        **_total(flow.received),
        "outcomes": {total.name: total.figure.written for total in flow.outcomes},
        "remainder": flow.remainder,
    }
