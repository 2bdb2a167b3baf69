"""What lists of the newest and the longest ask of an item: a few days, found out once.

An item that was told of by somebody else (:meth:`View.know`) is not looked at again. What a
withheld item says is not told, that it happened is.
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from site_gen.docket.entry import Entry
from site_gen.docket.texts import value_text
from site_gen.lifecycle import Standing
from site_gen.pages.owed import is_hidden, refusal_of
from site_gen.pages.view import View, once
from site_gen.pages.words import promise_words
from site_gen.records.dates import PartialDate
from site_gen.records.events import Event
from site_gen.vocabulary.progress import Action, Verdict


class Change(StrEnum):
    """What kind of thing happened; everything that happens is of one kind."""

    RESULT = "result"
    """A result, or a look-back that did not undo it."""
    OVERDUE = "overdue"
    """A term passed without an answer."""
    REFUSED = "refused"
    PROMISE_DUE = "promise_due"
    """The promised day passed, and nobody has looked."""
    BROKEN = "broken"
    """A look-back found that a promise was not kept."""
    REOPENED = "reopened"


class News(NamedTuple):
    """Something that happened to an item: the first day on which it was so, and what was said.

    ``why`` is the reason of a refusal, and why something was opened again.
    """

    change: Change
    when: PartialDate
    said: str = ""
    why: str = ""


class Highlights(NamedTuple):
    """The last news of each kind, and the first term that has passed."""

    news: tuple[News, ...] = ()
    late_since: str = ""


RECENT_DAYS = 90
"""For how long it is new that a term has passed, or a promised day; it stays so until it ends."""
LASTING = frozenset({Change.OVERDUE, Change.PROMISE_DUE})
"""What goes on: since when it does, or what for, is part of what is said."""


def past_news(view: View, entry: Entry) -> Iterator[News]:
    """The news of an item that are no announcements."""
    return (one for one in highlights_of(view, entry).news if one.when.first <= view.today)


def new_news(view: View, entry: Entry, changes: Collection[Change]) -> Iterator[News]:
    """Those of some kinds that are still new."""
    since = view.today - timedelta(days=RECENT_DAYS)
    for one in past_news(view, entry):
        if one.change in changes and (one.change not in LASTING or one.when.last >= since):
            yield one


@once
def highlights_of(_: View, entry: Entry) -> Highlights:
    """The highlights of an item; a compiled record has none, nobody knows what changed since."""
    if entry.is_compiled or entry.tracked is None or entry.standing is None:
        return Highlights()
    days = sorted(due.day for due in entry.standing.overdue if due.day)
    told = (*_told_by_events(entry), *_told_by_days(entry, entry.standing, days[:1]))
    return Highlights(told, str(days[0]) if days else "")


def _told_by_days(entry: Entry, standing: Standing, late: list[date]) -> Iterator[News]:
    """What happened because nothing did: a term passed, a promised day passed."""
    for day in late if entry.is_live else ():
        yield News(Change.OVERDUE, _day_after(day))
    promise = standing.state.promise
    if standing.promise_due and promise and promise.when:
        yield News(Change.PROMISE_DUE, _day_after(promise.when.last), promise_words(promise))


def _day_after(day: date) -> PartialDate:
    return PartialDate.of(day + timedelta(days=1))


def _told_by_events(entry: Entry) -> Iterator[News]:
    """The last event of each kind; a refusal and a broken promise only while they stand."""
    refusal = refusal_of(entry)
    if refusal is not None:
        yield _refused(entry, refusal)
    found: dict[Change, Event] = {}
    for event in reversed(entry.tracked.history.effective if entry.tracked else ()):
        change = _change_of(event)
        if change is not None and event is not refusal:
            found.setdefault(change, event)
    if not (entry.is_live and _is_broken(entry)):
        found.pop(Change.BROKEN, None)
    yield from (_told(change, event) for change, event in found.items())


def _is_broken(entry: Entry) -> bool:
    """Whether nobody has looked since a promise was found not kept."""
    return entry.standing is not None and entry.standing.last_lookback is Verdict.UNFULFILLED


def _change_of(event: Event) -> Change | None:
    """What kind of news an event is, besides a refusal."""
    if event.action is Action.CLOSED:
        return Change.RESULT
    if event.action is Action.REHANDLING:
        return Change.REOPENED
    return _FOUND.get(event.content, Change.RESULT) if event.action is Action.LOOKBACK else None


_FOUND = {Verdict.UNFULFILLED: Change.BROKEN, Verdict.RELAPSED: Change.REOPENED}
"""What is told by a look-back that undid a result."""


def _told(change: Change, event: Event) -> News:
    if event.action is Action.REHANDLING:
        return News(change, event.when, event.action.plain, value_text(event.content))
    return News(change, event.when, event.content.plain)


def _refused(entry: Entry, event: Event) -> News:
    by_word = event.action in (Action.NOT_FILED, Action.NOT_ADOPTED)
    said = event.action.plain if by_word else value_text(event.content)
    why = value_text(event.content if by_word else event.parts.get("reason"))
    return News(Change.REFUSED, event.when, said, "" if is_hidden(entry) else why)
