"""Counts and rates, each with its scope and the list of exactly what it counts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from site_gen.addresses import ledger_address, record_address
from site_gen.corpus import Corpus
from site_gen.corpus.places import upwards
from site_gen.docket.entry import Entry, assignment_of
from site_gen.docket.metrics import RATES, Counting, Metric, Rate, metrics_of
from site_gen.language import say
from site_gen.records.dates import PartialDate


class Scope(NamedTuple):
    """What a number is about; an empty field does not restrict.

    ``region`` counts everything in and below it, with ``own`` only what the region
    itself is named in. ``since`` and ``until`` hold what, on every day its date may
    mean, lies between them, both included. ``page`` is the address of a record: only
    its own items.
    """

    region: str = ""
    own: bool = False
    theme: str = ""
    year: str = ""
    unit: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    page: str = ""

    @property
    def key(self) -> str:
        """The scope as written in ``data-scope``: ``region=lixian&year=2023``."""
        parts = (
            ("region", self.region),
            ("own", "1" if self.own else ""),
            ("theme", self.theme),
            ("year", self.year),
            ("unit", self.unit),
            ("since", self.since),
            ("until", self.until),
            ("page", self.page),
        )
        return "&".join(f"{key}={value}" for key, value in parts if value)

    @property
    def undated(self) -> "Scope":
        """The same without ``since`` and ``until``."""
        return self._replace(since=None, until=None)

    @property
    def by_dates(self) -> "Scope":
        """The same with its year as ``since`` and ``until``."""
        if not self.year:
            return self
        year = PartialDate(int(self.year))
        return self._replace(year="", since=year, until=year)

    def holds(self, when: PartialDate | None) -> bool:
        """Whether a date lies in the period for certain; an unknown one in none."""
        if self.since is None and self.until is None:
            return True
        if when is None:
            return False
        late_enough = self.since is None or self.since.first <= when.first
        return late_enough and (self.until is None or when.last <= self.until.last)

    def may_hold(self, when: PartialDate | None) -> bool:
        """Whether some day that a date may mean lies in the period."""
        if when is None:
            return True
        late_enough = self.since is None or self.since.first <= when.last
        return late_enough and (self.until is None or when.first <= self.until.last)


@dataclass(frozen=True, slots=True)
class Count:
    """How many entries a metric counts in a scope."""

    metric: Metric
    scope: Scope
    value: int

    @property
    def address(self) -> str:
        """The list of exactly those."""
        return list_address(self.metric, self.scope)


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
        return (
            say("{whole} {unit}中 {part} {unit}", whole=n, unit=unit, part=self.numerator.value)
            if n
            else say("没有可算的")
        )


class Numbers:
    """Every number of a site on one day, computed from its entries, each once.

    Look-ups are by metric and scope; what they answer never changes.
    """

    def __init__(
        self, corpus: Corpus, entries: Iterable[Entry], counting: Counting = metrics_of
    ) -> None:
        entries = tuple(entries)
        self.minimum_n = corpus.site.minimum_n
        self._counting = counting
        self._shares = _by_share(entries, counting)
        self._in_scope = _by_scope(corpus, self._shares)
        self._tallies: dict[Scope, Mapping[str, int]] = {}
        self._listed: dict[Scope, Mapping[str, tuple[Entry, ...]]] = {}
        self._of_page = _by_page(entries)
        self._recorded = recorded_in(corpus, entries)

    def keys(self, entry: Entry) -> tuple[str, ...]:
        """The keys of all metrics that count an entry."""
        return self._counting(entry)

    def entries(self, metric: Metric, scope: Scope) -> tuple[Entry, ...]:
        """The entries that a metric counts in a scope, in docket order.

        Of a whole site they may be very many: a page that only asks whether there are any, or how
        many, asks :meth:`count`; one that shows the first of them asks
        :func:`site_gen.pages.picks.first`.
        """
        if scope.page:
            found = self._of_page.get(scope.page, ())
            return tuple(entry for entry in found if metric.key in self._counting(entry))
        if scope.since is None and scope.until is None:
            return self._by_metric(scope).get(metric.key, ())
        found = self._by_metric(scope.undated).get(metric.key, ())
        return tuple(entry for entry in found if scope.holds(entry.when))

    def _by_metric(self, scope: Scope) -> Mapping[str, tuple[Entry, ...]]:
        """What each metric counts in a scope; worked out when a list of it is first asked for."""
        if scope not in self._listed:
            shares = self._in_scope.get(scope, ())
            counted = chain.from_iterable(self._shares[share] for share in shares)
            self._listed[scope] = _tabulate(sorted(counted, key=itemgetter(0)))
        return self._listed[scope]

    def tally(self, scope: Scope) -> Mapping[str, int]:
        """How many each metric counts in a scope that has neither page nor period."""
        # What has several shares is in a scope by one of them.
        if scope not in self._tallies:
            shares = [self._shares[share] for share in self._in_scope.get(scope, ())]
            keys = Counter(counted.keys for each in shares for counted in each)
            self._tallies[scope] = tally_of(keys)
        return self._tallies[scope]

    def is_recorded(self, metric: Metric, region: str = "") -> bool:
        """Whether a region has begun to record what ``metric`` is about.

        What lies inside a record is recorded where such records are: suggestions where
        sessions are, issues where opinions are. Where it has not begun the page
        says 未录入, which is neither 0 nor unknown.
        """
        return (_RECORDED_WITH.get(metric.kind, metric.kind), region) in self._recorded

    def count(self, metric: Metric, scope: Scope) -> Count:
        """How many there are."""
        if scope.page or scope.since or scope.until:
            return Count(metric, scope, len(self.entries(metric, scope)))
        return Count(metric, scope, self.tally(scope).get(metric.key, 0))

    def rate(self, rate: Rate, scope: Scope) -> RateValue:
        """A rate with its numerator, denominator and what is shown beside it."""
        return RateValue(
            rate,
            self.count(rate.numerator, scope),
            self.count(rate.denominator, scope),
            tuple(self.count(metric, scope) for metric in rate.beside),
            self.minimum_n,
        )

    def rates(self, scope: Scope) -> tuple[RateValue, ...]:
        """All rates in a scope."""
        return tuple(self.rate(rate, scope) for rate in RATES)

    def scopes(self) -> tuple[Scope, ...]:
        """Every scope in which anything is counted, in a stable order."""
        return tuple(sorted(self._in_scope, key=lambda scope: scope.key))


def list_address(metric: Metric, scope: Scope) -> str:
    """The list of exactly what ``metric`` counts in ``scope``: the ledger, or a record's page."""
    if scope.page:
        return scope.page
    return ledger_address(
        metric=metric.key,
        region=scope.region,
        own="1" if scope.own else "",
        theme=scope.theme,
        year=scope.year,
        unit=scope.unit,
        since=str(scope.since or ""),
        until=str(scope.until or ""),
    )


class _Counted(NamedTuple):
    """An entry, its place in the docket, and the keys of the metrics that count it."""

    place: int
    entry: Entry
    keys: tuple[str, ...]


class Share(NamedTuple):
    """What very many entries have in common, and with it the scopes that they lie in."""

    regions: tuple[str, ...]
    year: str
    theme: str = ""
    unit: str = ""


def _by_share(entries: Iterable[Entry], counting: Counting) -> Mapping[Share, Sequence[_Counted]]:
    """Share → what has it and is counted, in docket order."""
    found: dict[Share, list[_Counted]] = defaultdict(list)
    for place, entry in enumerate(entries):
        if keys := counting(entry):
            counted = _Counted(place, entry, keys)
            for share in dict.fromkeys(_shares(entry)):
                found[share].append(counted)
    return dict(found)


def _by_scope(corpus: Corpus, shares: Iterable[Share]) -> Mapping[Scope, Sequence[Share]]:
    """Scope → the shares that lie in it; of those of one entry there is one at most."""
    found: dict[Scope, list[Share]] = defaultdict(list)
    for share in shares:
        for scope in scopes_of(corpus, share):
            found[scope].append(share)
    return dict(found)


def _tabulate(counted: Iterable[_Counted]) -> Mapping[str, tuple[Entry, ...]]:
    """Metric → the entries that it counts."""
    found: dict[str, list[Entry]] = {}

    @cache
    def lists(keys: tuple[str, ...]) -> tuple[list[Entry], ...]:
        return tuple(found.setdefault(key, []) for key in keys)

    for _, entry, keys in counted:
        for listed in lists(keys):
            listed.append(entry)
    return {key: tuple(listed) for key, listed in found.items()}


def _shares(entry: Entry) -> Iterator[Share]:
    """An entry counts in its regions, and in them again for each theme and each unit."""
    regions, year = entry.regions, entry.year
    yield Share(regions, year)
    for theme in entry.themes:
        yield Share(regions, year, theme=theme)
    for unit in entry.units:
        yield Share(regions, year, unit=unit)


def scopes_of(corpus: Corpus, share: Share) -> tuple[Scope, ...]:
    """The scopes of a share, each once: a total counts different items."""
    regions, year, theme, unit = share
    years = ("", year) if year else ("",)
    areas = [(region, False) for region in sorted(_areas_of(corpus, regions))]
    if not theme and not unit:
        areas += [(region, True) for region in regions]
    scopes = (Scope(area, own, theme, year, unit) for area, own in areas for year in years)
    return tuple(dict.fromkeys(scopes))


def tally_of(keys: Mapping[tuple[str, ...], int]) -> Mapping[str, int]:
    """How many each metric counts of entries that so many times are counted by the same."""
    tally = Counter[str]()
    for those, times in keys.items():
        tally.update(dict.fromkeys(those, times))
    return tally


def _areas_of(corpus: Corpus, regions: Iterable[str]) -> set[str]:
    """Regions, those above them, and the whole site."""
    return {"", *(place.id for region in regions for place in upwards(region, corpus.places))}


_RECORDED_WITH = {
    "suggestion": "session",
    "problem": "session",
    assignment_of("suggestion"): "session",
    assignment_of("proposal"): "proposal",
    assignment_of("opinion"): "opinion",
    "bulletin": "opinion",
    "target": "review",
    "rectification": "review",
}


def recorded_in(corpus: Corpus, entries: Iterable[Entry]) -> frozenset[tuple[str, str]]:
    """Kind and region of everything that was recorded at all."""
    kinds = {(entry.kind, entry.regions) for entry in entries}
    return frozenset((kind, area) for kind, named in kinds for area in _areas_of(corpus, named))


def _by_page(entries: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(record_address(entry.record), []).append(entry)
    return {page: tuple(listed) for page, listed in found.items()}
