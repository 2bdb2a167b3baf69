"""What a case story tells of, and how that stands today.

A story is written once and stays as it is; what it tells of goes on. So its state is asked of the
suggestions of the sessions that it names, each time the site is made.
"""

from collections.abc import Iterator

from site_gen.docket.entry import Entry
from site_gen.docket.tones import TONES, Tone
from site_gen.language import say
from site_gen.pages.lists import dated
from site_gen.pages.shapes import Tag
from site_gen.pages.tags import compiled_words, tags_of, tallied
from site_gen.pages.view import View, once
from site_gen.records.case import Case
from site_gen.records.dates import PartialDate
from site_gen.records.record import Record, RecordId

ORDER: tuple[Tone, ...] = (
    "done", "active", "promised", "waiting", "stalled", "moved", "unknown", "late",
)  # fmt: skip
"""How the words of several items follow each other: as far as they have come, what is late last."""


def items_told(view: View, record: Record) -> tuple[Entry, ...]:
    """The suggestions of the sessions that a case names, as they stand today."""
    return _items_told(view, record.id)


@once
def _items_told(view: View, case: RecordId) -> tuple[Entry, ...]:
    record = view.corpus.records[case]
    sessions = sessions_told(view, record)
    entries = (entry for session in sessions for entry in view.entries_of(session))
    return tuple(entry for entry in entries if entry.kind == "suggestion")


def sessions_told(view: View, record: Record) -> tuple[Record, ...]:
    """The sessions that a case names, each once, in its own order."""
    head = record.head
    references = head.sessions if isinstance(head, Case) else ()
    found = (view.corpus.target(reference, "session", record) for reference in references)
    return tuple({session.id: session for session in found if session}.values())


def present_tags(view: View, record: Record) -> tuple[Tag, ...]:
    """The present state of a case: where its suggestions stand, each word with how many.

    What was compiled from reports, or names no session, says that nobody knows.
    """
    items = items_told(view, record)
    own = tallied(tag for entry in items if not entry.is_compiled for tag in tags_of(view, entry))
    own = tuple(sorted(own, key=lambda tag: ORDER.index(tag["tone"])))
    reported = [tag for entry in items if entry.is_compiled for tag in tags_of(view, entry)]
    known = (*own, *(tag for at, tag in enumerate(reported) if tag not in reported[:at]))
    return known or (_unknown(record),)


def told_until(record: Record) -> PartialDate | None:
    """How far a case compiled from reports knows: the day of its source, else its own."""
    source = record.head.source
    return source.date if source and source.date else dated(record)


def _unknown(record: Record) -> Tag:
    label: str = say("没有写来自哪次协商，现在怎样不清楚")
    if record.head.is_compiled:
        label = compiled_words(told_until(record))
    return Tag(label=label, tone=TONES["compiled"])


def present_notes(view: View, record: Record) -> tuple[str, ...]:
    """What stays visible beside the present state, whatever came later."""
    return tuple(_notes(items_told(view, record)))


def _notes(items: tuple[Entry, ...]) -> Iterator[str]:
    standings = [entry.standing for entry in items if entry.standing and not entry.is_compiled]
    relapsed = sum(bool(one.times_relapsed) for one in standings)
    dissatisfied = sum(bool(one.times_dissatisfied) for one in standings)
    if relapsed:
        yield say("{relapsed} 条曾反弹", relapsed=relapsed)
    if dissatisfied:
        yield say("{dissatisfied} 条曾不满意", dissatisfied=dissatisfied)
