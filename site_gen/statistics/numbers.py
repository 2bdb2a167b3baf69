"""Counts and rates, each with its scope and the list of exactly what it counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_gen.addresses import ledger_address
from site_gen.corpus import Corpus
from site_gen.docket.entry import Entry
from site_gen.docket.metrics import METRIC, METRICS, RATES, Metric, Rate


@dataclass(frozen=True, slots=True)
class Scope:
    """What a number is about; an empty field does not restrict.

    ``region`` counts everything in and below it, with ``own`` only what the region
    itself is named in.
    """

    region: str = ""
    own: bool = False
    theme: str = ""
    year: str = ""
    unit: str = ""

    @property
    def key(self) -> str:
        """The scope as written in ``data-scope``: ``region=lixian&year=2023``."""
        parts = (
            ("region", self.region),
            ("own", "1" if self.own else ""),
            ("theme", self.theme),
            ("year", self.year),
            ("unit", self.unit),
        )
        return "&".join(f"{key}={value}" for key, value in parts if value)


@dataclass(frozen=True, slots=True)
class Count:
    """How many entries a metric counts in a scope; ``address`` lists exactly those."""

    metric: Metric
    scope: Scope
    value: int
    address: str


@dataclass(frozen=True, slots=True)
class RateValue:
    """A rate in a scope; ``percent`` is None below the minimum n: then only words."""

    rate: Rate
    numerator: Count
    denominator: Count
    beside: tuple[Count, ...]
    minimum_n: int

    @property
    def percent(self) -> str | None:
        """One decimal place; None when there are too few for a percentage."""
        n = self.denominator.value
        if n == 0 or n < self.minimum_n:
            return None
        return f"{100 * self.numerator.value / n:.1f}%"

    @property
    def words(self) -> str:
        """``3 条中 2 条``; with nothing to divide by: 没有可算的."""
        n, unit = self.denominator.value, self.denominator.metric.unit
        return f"{n} {unit}中 {self.numerator.value} {unit}" if n else "没有可算的"


class Numbers:
    """Every number of a site on one day, computed once from its entries.

    Look-ups are by metric and scope; nothing can be changed.
    """

    def __init__(self, corpus: Corpus, entries: Iterable[Entry]) -> None:
        self._minimum_n = corpus.site.minimum_n
        self._found = _tabulate(corpus, entries)

    def entries(self, metric: Metric, scope: Scope) -> tuple[Entry, ...]:
        """The entries that a metric counts in a scope, in docket order."""
        return self._found.get((metric.key, scope), ())

    def count(self, metric: Metric, scope: Scope) -> Count:
        """How many, and where they are listed."""
        return Count(metric, scope, len(self.entries(metric, scope)), list_address(metric, scope))

    def rate(self, rate: Rate, scope: Scope) -> RateValue:
        """A rate with its numerator, denominator and what is shown beside it."""
        return RateValue(
            rate,
            self.count(rate.numerator, scope),
            self.count(rate.denominator, scope),
            tuple(self.count(metric, scope) for metric in rate.beside),
            self._minimum_n,
        )

    def rates(self, scope: Scope) -> tuple[RateValue, ...]:
        """All rates in a scope."""
        return tuple(self.rate(rate, scope) for rate in RATES)

    def scopes(self) -> tuple[Scope, ...]:
        """Every scope in which anything is counted, in a stable order."""
        found = {scope for _, scope in self._found}
        return tuple(sorted(found, key=lambda scope: scope.key))


def list_address(metric: Metric, scope: Scope) -> str:
    """The ledger with exactly what ``metric`` counts in ``scope``."""
    return ledger_address(
        metric=metric.key,
        region=scope.region,
        own="1" if scope.own else "",
        theme=scope.theme,
        year=scope.year,
        unit=scope.unit,
    )


def metric_of(key: str) -> Metric:
    """The metric of a key; raises KeyError for one that is not in the table."""
    return METRIC[key]


def _tabulate(
    corpus: Corpus, entries: Iterable[Entry]
) -> Mapping[tuple[str, Scope], tuple[Entry, ...]]:
    """Metric and scope → entries: one pass, each entry into every scope it lies in."""
    found: dict[tuple[str, Scope], list[Entry]] = {}
    for entry in entries:
        keys = [metric.key for metric in METRICS if metric.counts(entry)]
        for scope in _scopes_of(corpus, entry) if keys else ():
            for key in keys:
                found.setdefault((key, scope), []).append(entry)
    return {key: tuple(listed) for key, listed in found.items()}


def _scopes_of(corpus: Corpus, entry: Entry) -> tuple[Scope, ...]:
    """Every scope an entry counts in, each once: a total counts different items."""
    above = {""}
    for region in entry.regions:
        here = corpus.places.get(region)
        while here is not None:
            above.add(here.id)
            here = corpus.places.get(here.parent) if here.parent else None
    areas = [(region, False) for region in sorted(above)]
    areas += [(region, True) for region in entry.regions]
    years = ("", entry.year) if entry.year else ("",)
    scopes = [Scope(region, own, year=year) for region, own in areas for year in years]
    scopes += [Scope(region, theme=t, year=y) for region in sorted(above) for t in entry.themes
               for y in years]  # fmt: skip
    scopes += [Scope(region, unit=unit, year=y) for region in sorted(above) for unit in entry.units
               for y in years]  # fmt: skip
    return tuple(dict.fromkeys(scopes))
