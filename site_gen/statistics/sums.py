"""Numbers of a whole from the sums of its parts: what is counted need not be at hand."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from site_gen.corpus import Corpus
from site_gen.docket.entry import Entry
from site_gen.docket.metrics import Counting, Metric, metrics_of
from site_gen.statistics.numbers import Numbers, Scope, Share, recorded_in, scopes_of, tally_of


class Sums(NamedTuple):
    """What a part of a site counts, without what it counts: enough for the numbers of the whole.

    ``recorded`` has the kind and the region of everything that was recorded at all.
    """

    tallies: Mapping[Scope, Mapping[str, int]]
    recorded: frozenset[tuple[str, str]]


def is_summed(scope: Scope) -> bool:
    """Whether :class:`Sums` tell of a scope: of regions by year or by theme they do."""
    if scope.unit or scope.page or scope.since or scope.until:
        return False
    return not (scope.theme and scope.year)


_About = tuple[tuple[str, ...], str, tuple[str, ...]]
"""Regions, year and themes of an entry."""


def sums_of(corpus: Corpus, entries: Collection[Entry], counting: Counting = metrics_of) -> Sums:
    """What some entries sum up to."""
    alike: dict[_About, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for one in entries:
        alike[one.regions, one.year, one.themes][counting(one)] += 1
    found: dict[Scope, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for about, times in alike.items():
        for scope in _summed(corpus, about):
            found[scope].update(times)
    tallies = {scope: tally_of(keys) for scope, keys in found.items()}
    return Sums(tallies, recorded_in(corpus, entries))


def _summed(corpus: Corpus, about: _About) -> Iterable[Scope]:
    """The scopes of entries that are about the same, as far as they are summed, each once."""
    regions, year, themes = about
    shares = (Share(regions, year), *(Share(regions, "", theme) for theme in themes))
    return dict.fromkeys(chain.from_iterable(scopes_of(corpus, share) for share in shares))


class Merged(Numbers):
    """The numbers of a whole, made of the sums of its parts and of the entries at hand.

    ``near`` are the numbers of those at hand, ``whole`` finds those of all entries. That takes its
    time, and is done only when something is asked that neither sums nor the entries at hand tell.
    """

    def __init__(self, near: Numbers, sums: Sequence[Sums], whole: Callable[[], Numbers]) -> None:
        self.minimum_n = near.minimum_n
        self._near = near
        self._sums = sums
        self._recorded = frozenset[tuple[str, str]]().union(*(one.recorded for one in sums))
        self._summed: dict[Scope, Counter[str]] = {}
        self._whole = cache(whole)

    def keys(self, entry: Entry) -> tuple[str, ...]:
        """The keys of all metrics that count an entry."""
        return self._near.keys(entry)

    def entries(self, metric: Metric, scope: Scope) -> tuple[Entry, ...]:
        """As of all numbers: those at hand where the sums tell that they are all."""
        around = scope if is_summed(scope) else Scope(scope.region)
        if len(self._near.entries(metric, around)) == self.count(metric, around).value:
            return self._near.entries(metric, scope)
        return self._whole().entries(metric, scope)

    def tally(self, scope: Scope) -> Mapping[str, int]:
        """How many each metric counts in a scope that has neither page nor period."""
        if not is_summed(scope):
            return self._whole().tally(scope)
        if scope not in self._summed:
            summed = self._summed[scope] = Counter()
            for one in self._sums:
                summed.update(one.tallies.get(scope, {}))
        return self._summed[scope]

    def scopes(self) -> tuple[Scope, ...]:
        """Every scope in which anything is counted, in a stable order."""
        return self._whole().scopes()
