"""What lists of the newest and the longest ask of an item: a few days, found out once.

An item that was told of by somebody else (:meth:`View.know`) is not looked at again.
"""

from typing import NamedTuple

from site_gen.docket.entry import Entry
from site_gen.pages.owed import refusal_of
from site_gen.pages.view import View, once
from site_gen.records.dates import PartialDate
from site_gen.records.events import Event
from site_gen.vocabulary.progress import Action

RESULTS = frozenset({Action.CLOSED, Action.LOOKBACK})


class News(NamedTuple):
    """Something that happened, as a list shows it."""

    when: PartialDate
    said: str


class Highlights(NamedTuple):
    """The last result or look-back, the refusal in force, the first term that has passed."""

    result: News | None = None
    refusal: News | None = None
    late_since: str = ""


@once
def highlights_of(_: View, entry: Entry) -> Highlights:
    """The highlights of an item; a compiled record has none, nobody knows what changed since."""
    if entry.is_compiled or entry.tracked is None:
        return Highlights()
    events = reversed(entry.tracked.history.effective)
    result = next((event for event in events if event.action in RESULTS), None)
    overdue = entry.standing.overdue if entry.standing else ()
    days = (str(due.day) for due in overdue if due.day)
    return Highlights(_news(result), _news(refusal_of(entry)), min(days, default=""))


def _news(event: Event | None) -> News | None:
    return News(event.when, event.action.plain) if event else None
