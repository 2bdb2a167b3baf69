"""What the figures are to show: one line a goal, each judged from what was measured."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.results import Results

SEARCHED = ("hugo-search", "material", "zensical")
NEARLY_LINEAR = 12.0
"""How much longer ten times the records may take."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal; ``share`` is what was measured over what is allowed, None where it is unknown."""

    text: str
    share: Callable[[Results, Results | None], float | None]


def _ratio(one: str, other: str, allowed: float = 1.0) -> Callable[..., float | None]:
    """The seconds of one row against those of another."""

    def share(results: Results, _: Results | None) -> float | None:
        ours, theirs = results.row(one), results.row(other)
        return ours.seconds / theirs.seconds / allowed if ours and theirs else None

    return share


def _memory(results: Results, _: Results | None) -> float | None:
    ours = results.row("ours-search")
    peers = [row.memory for key in SEARCHED if (row := results.row(key))]
    return ours.memory / min(peers) if ours and peers else None


def _grown(measure: Callable[..., float]) -> Callable[..., float | None]:
    """How much a measure grows from one size of corpus to ten times as much."""

    def share(results: Results, large: Results | None) -> float | None:
        small = results.row("ours-search")
        big = large.row("ours-search") if large else None
        return measure(big) / measure(small) / NEARLY_LINEAR if small and big else None

    return share


def _reader(key: str, allowed: float) -> Callable[..., float | None]:
    def share(results: Results, _: Results | None) -> float | None:
        found = results.reader.get(key)
        return None if found is None else found / allowed

    return share


GOALS = (
    Goal("cold, without search: no slower than Hugo", _ratio("ours", "hugo")),
    Goal(
        "cold, with search: no slower than Hugo and Pagefind",
        _ratio("ours-search", "hugo-search"),
    ),
    Goal("cold, with search: no slower than Material", _ratio("ours-search", "material")),
    Goal("cold, with search: no slower than Zensical", _ratio("ours-search", "zensical")),
    Goal("one record changed: a fifth of a cold build", _ratio("ours-changed", "ours-search", 0.2)),
    Goal("nothing changed: a tenth of a cold build", _ratio("ours-same", "ours-search", 0.1)),
    Goal(
        "check after one change: a third of a cold check", _ratio("check-changed", "check", 1 / 3)
    ),
    Goal("peak memory: no more than the peer that needs least", _memory),
    Goal("ten times the records: at most 12 times as long", _grown(lambda row: row.seconds)),
    Goal("ten times the records: at most 12 times the memory", _grown(lambda row: row.memory)),
    Goal("home page, cold: at most 100 KB compressed", _reader("bytes of the first visit", 1e5)),
    Goal(
        "search everywhere: half a second at the median",
        _reader("ms of a search everywhere", 500),
    ),
    Goal("a facet of the whole ledger: 300 ms", _reader("ms from choosing a facet to paint", 300)),
)
