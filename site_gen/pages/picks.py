"""What pages about very many entries show of them: the first in an order, and how many there are.

Every pick that a page about the whole site, about the regions above all others or about a theme
shows is a line of :data:`PICKS`. Those pages are made where most entries are not at hand: each part
of the site hands over its own first, of which the first of all are taken.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from heapq import nlargest, nsmallest
from itertools import chain
from typing import NamedTuple, TypeVar

from site_gen.corpus import Corpus
from site_gen.docket.entry import Entry
from site_gen.docket.metrics import (
    FAMILIES,
    OF_OPINIONS,
    OF_PROPOSALS,
    OF_SUGGESTIONS,
    PROBLEMS,
    SESSIONS,
    SESSIONS_AHEAD,
    SESSIONS_NOT_HELD,
    Metric,
)
from site_gen.pages.excerpts import FIRST, WHOLE, Excerpt, has_parts
from site_gen.pages.highlights import Change, News, highlights_of, new_news, past_news
from site_gen.pages.owed import refusing
from site_gen.pages.view import View, once
from site_gen.records.site import Theme
from site_gen.statistics.numbers import Scope
from site_gen.vocabulary.progress import ENDS, Result, Stage

FEED_LENGTH = 50
"""Entries of a feed, the newest."""
Rank = tuple[str, ...]
"""Where an entry stands among others; ends with its id, so that no two are alike."""


_One = TypeVar("_One")
Ranked = tuple[Rank, _One]
"""Something with its rank."""


@dataclass(frozen=True, slots=True, eq=False)
class Pick:
    """A question: which of the entries that some metrics count come first.

    ``rank`` is None for those that are not meant. ``of_themes``: themes are asked about it too.
    """

    key: str
    metrics: tuple[Metric, ...]
    rank: Callable[[View, Entry], Rank | None]
    most: int
    """So many are at hand wherever it is asked."""
    is_newest: bool = False
    """Whether the highest rank comes first."""
    of_themes: bool = False
    of_parts: bool = False
    """Whether it is asked about the regions next below those above all others, too."""


class Picked(NamedTuple):
    """The first entries, at most as many as the pick has, and how many there are."""

    entries: tuple[Entry, ...]
    total: int


def first(view: View, pick: Pick, scope: Scope) -> Picked:
    """The first of a scope."""
    return answered(view, (pick, scope))


@once
def answered(view: View, asked: tuple[Pick, Scope]) -> Picked:
    """The same, found out once, and told by whoever knows (:meth:`View.know`)."""
    found = list(ranked(view, *asked))
    return Picked(tuple(entry for _, entry in best(asked[0], found)), len(found))


Month = tuple[str, int | None]
"""Year and month."""


@once
def raised_by_month(view: View, scope: Scope) -> Mapping[Month, int]:
    """How many suggestions were raised in each month; told by whoever knows."""
    return months_of(view.numbers.entries(OF_SUGGESTIONS.all, scope))


def months_of(entries: Iterable[Entry]) -> Mapping[Month, int]:
    """How many of some entries were raised in each month."""
    return Counter((entry.year, entry.when.month) for entry in entries if entry.when)


def excerpt_of(view: View, region: str, pick: Pick) -> Excerpt[Entry]:
    """What the page of a region (of the site: ``""``) shows of a pick that has :data:`WHOLE`.

    What a region names as its own is shown in any case. What is shown whole is in the order of ids.
    """
    found = first(view, pick, Scope(region))
    if found.total <= WHOLE:
        return Excerpt(_by_id(found.entries))
    if not has_parts(view, region):
        return Excerpt(_all_of(view, pick, Scope(region)))
    own = _all_of(view, pick, Scope(region, own=True)) if region else ()
    named = frozenset(own)
    below = tuple(entry for entry in found.entries if entry not in named)[:FIRST]
    return Excerpt(own, below, found.total - len(own) - len(below))


def _all_of(view: View, pick: Pick, scope: Scope) -> tuple[Entry, ...]:
    return _by_id(entry for _, entry in ranked(view, pick, scope))


def _by_id(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.id))


def ranked(view: View, pick: Pick, scope: Scope) -> Iterator[Ranked[Entry]]:
    """Each entry that is meant, once, in no special order."""
    listed = (view.numbers.entries(metric, scope) for metric in pick.metrics)
    for entry in dict.fromkeys(chain.from_iterable(listed)):
        rank = pick.rank(view, entry)
        if rank is not None:
            yield rank, entry


def best(pick: Pick, found: Iterable[Ranked[_One]]) -> list[Ranked[_One]]:
    """The first of what was found."""
    take = nlargest if pick.is_newest else nsmallest
    return take(pick.most, found, key=_rank)


def _rank(one: Ranked[object]) -> Rank:
    return one[0]


def asked_about(corpus: Corpus) -> Iterator[tuple[Pick, Scope]]:
    """What is asked where most entries are not at hand."""
    regions = scopes_above(corpus)
    themes = [Scope(theme=theme_key(theme)) for theme in corpus.vocabulary.themes]
    parts = [Scope(part) for top in regions[1:] for part in corpus.places[top.region].children]
    for pick in PICKS:
        asked = (*regions, *(themes * pick.of_themes), *(parts * pick.of_parts))
        yield from ((pick, scope) for scope in asked)


def scopes_above(corpus: Corpus) -> tuple[Scope, ...]:
    """The whole site, and the regions above all others."""
    tops = (one.id for one in corpus.places.values() if one.parent is None and one.children)
    return Scope(), *map(Scope, tops)


def theme_key(theme: Theme) -> str:
    """The key of a theme; one without a key is its own name."""
    return str(theme.key or theme.name)


def by_day(_: View, entry: Entry) -> Rank:
    """By the day it was raised, those without one first."""
    return str(entry.when or ""), entry.id


def _by_early_day(_: View, entry: Entry) -> Rank:
    """By the day it was raised, those without one last."""
    return str(entry.when or "~"), entry.id


def _by_term(view: View, entry: Entry) -> Rank:
    """By the first term that was let pass."""
    return highlights_of(view, entry).late_since, entry.id


def _by_past(view: View, entry: Entry) -> Rank | None:
    return _by_news(past_news(view, entry), entry)


def _by_new(view: View, entry: Entry, changes: Collection[Change]) -> Rank | None:
    return _by_news(new_news(view, entry, changes), entry)


def _by_news(news: Iterable[News], entry: Entry) -> Rank | None:
    """By the day of the last of what has happened."""
    day = max((str(one.when) for one in news), default="")
    return (day, entry.id) if day else None


_DONE = frozenset(
    metric.key
    for metric in (
        OF_SUGGESTIONS.compiled,
        *(one for one, stage in zip(OF_SUGGESTIONS.by_stage, Stage, strict=True) if stage in ENDS),
        *(
            one
            for one, result in zip(OF_SUGGESTIONS.by_result, Result, strict=True)
            if result in (Result.RESOLVED, Result.SUPERSEDED)
        ),
    )
)
"""What counts the suggestions with which nothing more is to be done, and those of reports."""


def _if_open(view: View, entry: Entry) -> Rank | None:
    return by_day(view, entry) if _DONE.isdisjoint(view.numbers.keys(entry)) else None


def _if_told_here(view: View, entry: Entry) -> Rank | None:
    return None if entry.is_compiled else by_day(view, entry)


def _if_timed(view: View, entry: Entry) -> Rank | None:
    has_term = entry.standing is not None and bool(entry.standing.dues)
    return by_day(view, entry) if has_term else None


_ASKED = tuple(of.all for of in FAMILIES)
_REFUSED = tuple(metric for of in FAMILIES for metric in refusing(of))
_NOT_DONE = (Result.INFEASIBLE, Result.DEFERRED, Result.SUPERSEDED)

LATE = Pick("late", tuple(of.overdue for of in FAMILIES), _by_term, most=10, of_themes=True)
"""What has been overdue for longest."""
NEWS = Pick("news", _ASKED, _by_past, FEED_LENGTH, is_newest=True)
"""What changed last; no compiled ones."""
NEW: Mapping[tuple[Change, ...], Pick] = {
    changes: Pick(
        f"new_{changes[0]}", _ASKED, partial(_by_new, changes=changes), FIRST, is_newest=True
    )
    for changes in (
        (Change.RESULT,),
        (Change.OVERDUE,),
        (Change.REFUSED,),
        (Change.BROKEN, Change.PROMISE_DUE),
        (Change.REOPENED,),
    )
}
"""What changed last in some way."""
STAND_REFUSED = Pick("stand_refused", _REFUSED, by_day, WHOLE, is_newest=True)
"""What was refused, or called impossible for now; no compiled ones."""
ENDED = Pick(
    "ended",
    tuple(metric for of in FAMILIES for metric in refusing(of, _NOT_DONE)),
    by_day, WHOLE, is_newest=True,
)  # fmt: skip
"""What was declined, is impossible, was put off, or was overtaken by events."""
OPEN = Pick("open", (OF_SUGGESTIONS.all,), _if_open, FIRST, is_newest=True, of_themes=True)
"""The suggestions that are neither solved nor ended; reports left out."""
HELD = Pick("held", (SESSIONS,), by_day, FIRST, is_newest=True)
MET = Pick(
    "met",
    (SESSIONS, SESSIONS_AHEAD, SESSIONS_NOT_HELD),
    by_day,
    WHOLE,
    is_newest=True,
    of_themes=True,
)
"""Sessions, held or not."""
TOLD_HERE = Pick("told_here", (SESSIONS,), _if_told_here, 1, of_themes=True, of_parts=True)
"""The sessions that offices recorded themselves."""
TIMED = Pick("timed", (*_ASKED, PROBLEMS), _if_timed, 1)
"""What has or had a term."""
RECEIVED = Pick("received", (OF_PROPOSALS.all,), by_day, FIRST, is_newest=True)
COLLECTED = Pick("collected", (OF_OPINIONS.all,), by_day, FIRST, is_newest=True)
OWED = {
    metric: Pick(metric.key, (metric,), _by_early_day, WHOLE)
    for of in FAMILIES
    for metric in (of.overdue, of.supporting_overdue, of.promise_due, of.unfulfilled)
}
"""What is owed, metric by metric, what was raised first."""

PICKS = (
    LATE, NEWS, *NEW.values(), STAND_REFUSED, ENDED, OPEN, HELD, MET, TOLD_HERE, TIMED, RECEIVED,
    COLLECTED, *OWED.values(),
)  # fmt: skip
