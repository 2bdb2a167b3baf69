"""What changed lately: the newest results, look-backs and refusals, as rows of lists.

Compiled records are left out: nobody knows what changed there since the report.
"""

from collections.abc import Callable, Iterable, Iterator
from heapq import nlargest

from site_gen.docket.entry import Entry
from site_gen.pages.lists import item_row
from site_gen.pages.shapes import Row
from site_gen.pages.view import View, once
from site_gen.records.events import Event
from site_gen.vocabulary.progress import Action, Result, Stage

RESULTS = frozenset({Action.CLOSED, Action.LOOKBACK})
_REFUSING = frozenset({Action.NOT_FILED, Action.NOT_ADOPTED})
_REFUSALS = frozenset({Result.DEFERRED, Result.INFEASIBLE})


def latest_results(view: View, entries: Iterable[Entry], most: int) -> tuple[Row, ...]:
    """The items that last got a result or a look-back, the newest first."""
    return _newest(view, entries, _last_result, most)


def latest_refusals(view: View, entries: Iterable[Entry], most: int) -> tuple[Row, ...]:
    """The items that stand refused, or called impossible for now, the newest first."""
    return _newest(view, entries, _refusal, most)


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
    """The event by which an item was refused, where it stands refused now."""
    if entry.tracked is None or entry.standing is None:
        return None
    if entry.stage is Stage.DECLINED:
        events = entry.tracked.history.effective
        return next((event for event in reversed(events) if event.action in _REFUSING), None)
    return entry.standing.state.result_by if entry.result in _REFUSALS else None
