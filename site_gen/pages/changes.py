"""What changed lately: the newest results, look-backs and refusals, as rows of lists.

Compiled records are left out: nobody knows what changed there since the report.
"""

from collections.abc import Callable, Iterable, Iterator
from heapq import nlargest

from site_gen.docket.entry import Entry
from site_gen.docket.metrics import FAMILIES, Metric
from site_gen.pages.lists import item_row
from site_gen.pages.owed import refusal_of, refusing
from site_gen.pages.shapes import Row
from site_gen.pages.view import View, once
from site_gen.records.events import Event
from site_gen.statistics.numbers import Scope
from site_gen.vocabulary.progress import Action

RESULTS = frozenset({Action.CLOSED, Action.LOOKBACK})
LOOKED_THROUGH = 500
"""Of more than so many only what was raised in this year and the last may be the newest."""


def latest_results(view: View, scope: Scope, most: int) -> tuple[Row, ...]:
    """The items that last got a result or a look-back, the newest first."""
    of_all = (each for of in FAMILIES for each in (*of.by_result, of.looked_back, of.reopened))
    return _newest(view, _recent(view, tuple(of_all), scope), _last_result, most)


def latest_refusals(view: View, scope: Scope, most: int) -> tuple[Row, ...]:
    """The items that stand refused, or called impossible for now, the newest first."""
    of_all = (metric for of in FAMILIES for metric in refusing(of))
    return _newest(view, _recent(view, tuple(of_all), scope), _refusal, most)


def _recent(view: View, metrics: tuple[Metric, ...], scope: Scope) -> tuple[Entry, ...]:
    """What metrics count, each entry once; of very much what was raised lately."""
    if sum(view.numbers.count(metric, scope).value for metric in metrics) <= LOOKED_THROUGH:
        return _counted(view, metrics, scope)
    years = (str(year) for year in (view.today.year, view.today.year - 1))
    return tuple(
        entry for year in years for entry in _counted(view, metrics, scope._replace(year=year))
    )


def _counted(view: View, metrics: tuple[Metric, ...], scope: Scope) -> tuple[Entry, ...]:
    entries = view.numbers.entries
    return tuple(dict.fromkeys(entry for metric in metrics for entry in entries(metric, scope)))


def _newest(
    view: View, entries: Iterable[Entry], find: Callable[[View, Entry], Event | None], most: int
) -> tuple[Row, ...]:
    found = _found(view, entries, find)
    latest = nlargest(most, found, key=lambda pair: (str(pair[0].when), pair[1].id))
    return tuple(
        item_row(view, entry, event.when, (event.action.plain,)) for event, entry in latest
    )


def _found(
    view: View, entries: Iterable[Entry], find: Callable[[View, Entry], Event | None]
) -> Iterator[tuple[Event, Entry]]:
    for entry in entries:
        event = None if entry.is_compiled or entry.tracked is None else find(view, entry)
        if event is not None and event.when.first <= view.today:
            yield event, entry


@once
def _last_result(_: View, entry: Entry) -> Event | None:
    events = entry.tracked.history.effective if entry.tracked else ()
    return next((event for event in reversed(events) if event.action in RESULTS), None)


def _refusal(_: View, entry: Entry) -> Event | None:
    return refusal_of(entry)
