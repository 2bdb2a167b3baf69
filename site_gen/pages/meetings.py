"""Sessions as lines of a list, wherever platforms, methods and villages show theirs."""

from collections.abc import Iterable

from site_gen.docket.traits import session_state
from site_gen.pages.lists import RecordLink, newest, record_link
from site_gen.pages.view import View
from site_gen.records.record import Record
from site_gen.records.session import Session
from site_gen.vocabulary.settings import SessionState


def meetings(view: View, sessions: Iterable[Record]) -> tuple[RecordLink, ...]:
    """Sessions, the newest first; one that was not held says so."""
    return tuple(record_link(view, record, _note(view, record)) for record in newest(sessions))


def _note(view: View, record: Record) -> str:
    if not isinstance(record.head, Session) or record.is_withdrawn:
        return ""
    state = session_state(record.head, view.today)
    return "" if state is SessionState.HELD else state.plain
