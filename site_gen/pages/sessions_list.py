"""The sessions of a region by year, each with what came of its suggestions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_gen.docket.entry import Entry
from site_gen.docket.traits import session_state
from site_gen.language import say
from site_gen.pages.lists import dated, newest, record_row
from site_gen.pages.shapes import Row, Tag
from site_gen.pages.tags import tags_of, tallied
from site_gen.pages.view import View, once
from site_gen.records.record import Record, RecordId
from site_gen.records.session import Session
from site_gen.vocabulary.settings import SessionState

OPEN_AT_MOST = 12
"""So many sessions stand open; the years beyond unfold."""


@dataclass(frozen=True, slots=True)
class Year:
    """The sessions of one year; ``is_open`` tells whether they are shown at once."""

    name: str
    rows: tuple[Row, ...]
    is_open: bool


def sessions_by_year(view: View, records: Iterable[Record]) -> tuple[Year, ...]:
    """Years, the newest first, sessions of unknown year last."""
    years: dict[str, list[Record]] = {}
    for record in newest(records):
        when = dated(record)
        years.setdefault(say("{year}年", year=when.year) if when else say("年份不详"), []).append(
            record
        )
    return tuple(_opened(view, years))


def _opened(view: View, years: dict[str, list[Record]]) -> Iterator[Year]:
    shown = 0
    for name, records in years.items():
        rows = tuple(session_row(view, record) for record in records)
        yield Year(name, rows, not shown or shown + len(rows) <= OPEN_AT_MOST)
        shown += len(rows)


def session_row(view: View, record: Record) -> Row:
    """A session: whether it was held, and where its suggestions stand."""
    return row_of_session(view, record.id)


@once
def row_of_session(view: View, session: RecordId) -> Row:
    """The same, found out once, and told by whoever knows (:meth:`View.know`)."""
    record = view.corpus.records[session]
    if record.is_withdrawn or not isinstance(record.head, Session):
        return record_row(view, record)
    state = session_state(record.head, view.today)
    if state is not SessionState.HELD:
        return record_row(view, record, (state.plain,))
    return record_row(view, record, (_how_many(view, record),), outcome_tags(view, record))


def _suggestions(view: View, record: Record) -> tuple[Entry, ...]:
    return tuple(entry for entry in view.entries_of(record) if entry.kind == "suggestion")


def _how_many(view: View, record: Record) -> str:
    number = len(_suggestions(view, record))
    return say("{n} 条建议", n=number) if number else say("没有逐条的建议")


def outcome_tags(view: View, record: Record) -> tuple[Tag, ...]:
    """Where the suggestions of a session stand, each tag with how many; of compiled ones none."""
    if record.head.is_compiled:
        return ()
    return tallied(tag for entry in _suggestions(view, record) for tag in tags_of(view, entry))
