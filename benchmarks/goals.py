"""What the figures are to show: one line a goal, each judged from what was measured."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.results import Results

LONGER, LARGER = 11.0, 4.0
"""How much longer ten times the records may take, and how much more memory."""
MEMORY = 1536.0
"""MiB of all processes together."""


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
    return ours.memory / MEMORY if ours else None


def _grown(measure: Callable[..., float], allowed: float) -> Callable[..., float | None]:
    """How much a measure grows from one size of corpus to ten times as much."""

    def share(results: Results, large: Results | None) -> float | None:
        small = results.row("ours-search")
        big = large.row("ours-search") if large else None
        return measure(big) / measure(small) / allowed if small and big else None

    return share


def _reader(key: str, allowed: float) -> Callable[..., float | None]:
    def share(results: Results, _: Results | None) -> float | None:
        found = results.reader.get(key)
        return None if found is None else found / allowed

    return share


COLD = "ours-search"
GOALS = (
    Goal("cold, without search: as fast as Hugo", _ratio("ours", "hugo")),
    Goal(
        "cold, with search: 0.6 of Hugo and Pagefind over its pages",
        _ratio(COLD, "hugo-search", 0.6),
    ),
    Goal("cold, with search: 0.25 of Material with its search", _ratio(COLD, "material", 0.25)),
    Goal("one record changed: 0.08 of a cold build", _ratio("ours-changed", COLD, 0.08)),
    Goal("nothing changed: 0.03 of a cold build", _ratio("ours-same", COLD, 0.03)),
    Goal("check, cold: 0.15 of a cold build", _ratio("check", COLD, 0.15)),
    Goal("check after one change: 0.03 of a cold build", _ratio("check-changed", COLD, 0.03)),
    Goal("peak memory of all processes: 1.5 GB", _memory),
    Goal("ten times the records: 11 times as long", _grown(lambda row: row.seconds, LONGER)),
    Goal("ten times the records: 4 times the memory", _grown(lambda row: row.memory, LARGER)),
    Goal("first visit: 100 KB compressed", _reader("bytes of the first visit", 1e5)),
    Goal("second page: 20 KB compressed", _reader("bytes of the second page, a session", 2e4)),
    Goal(
        "first search in one county: 250 KB",
        _reader("bytes of the first search in one county", 2.5e5),
    ),
    Goal("first search everywhere: 600 KB", _reader("bytes of the first search everywhere", 6e5)),
    Goal("search in one county: 150 ms", _reader("ms of a search in one county", 150)),
    Goal("search everywhere: 500 ms", _reader("ms of a search everywhere", 500)),
    Goal("a facet of the whole ledger: 300 ms", _reader("ms from choosing a facet to paint", 300)),
    Goal("the ledger with a facet: 500 KB", _reader("bytes of the data of the ledger", 5e5)),
)
