"""办理成果发布会: meetings that told the public what came of earlier sessions, and what that was.

What was released is what the sessions before it (承接) had raised, as it stands today, not as it
was told on that day.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.addresses import HOME, RELEASES, record_address
from site_gen.docket.threads import before
from site_gen.docket.traits import session_state
from site_gen.language import joined, say
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import item_row, newest, record_cell, region_names
from site_gen.pages.model import Page
from site_gen.pages.shapes import Cell, Row
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.records.record import Record
from site_gen.records.session import Session
from site_gen.vocabulary.settings import Form, SessionState


@dataclass(frozen=True, slots=True)
class Release:
    """One meeting, the sessions it told about, and what those had raised."""

    title: str
    address: str
    facts: str
    sessions: tuple[Cell, ...]
    rows: tuple[Row, ...]


def _compose(view: View) -> Iterator[Page]:
    yield Page(
        address=RELEASES,
        kind="releases",
        section="releases",
        title=say("公布办理结果的会"),
        description=say("把办理结果说给大家听的会：公布了哪些事，那些事现在怎样。"),
        template="releases.html",
        values={"releases": tuple(_release(view, record) for record in _meetings(view))},
        trail=((say("首页"), HOME),),
    )


def _meetings(view: View) -> tuple[Record, ...]:
    sessions = (record for record in view.corpus.kind("session") if not record.is_withdrawn)
    return newest(record for record in sessions if _is_release(record))


def _is_release(record: Record) -> bool:
    return isinstance(record.head, Session) and record.head.form is Form.RESULTS_RELEASE


def _release(view: View, record: Record) -> Release:
    sessions = (*before(view.corpus, record), record)
    items = [
        entry
        for session in sessions
        for entry in view.entries_of(session)
        if entry.kind == "suggestion"
    ]
    return Release(
        title=record.title,
        address=record_address(record),
        facts=joined("，", _facts(view, record)),
        sessions=tuple(map(record_cell, sessions[:-1])),
        rows=tuple(item_row(view, entry) for entry in items),
    )


def _facts(view: View, record: Record) -> Iterator[str]:
    """Where and when; one that was not held says so."""
    yield region_names(view, record)
    if isinstance(record.head, Session):
        yield day_words(record.head.held) if record.head.held else say("时间不详")
        state = session_state(record.head, view.today)
        if state is not SessionState.HELD:
            yield state.plain


PAGE = PageKind("releases", say("办理成果发布会"), _compose)
