"""协商活动: one meeting, what was suggested there and what became of it.

One page a session; of one that was taken down a stub remains that says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_gen.addresses import record_address, series_address
from site_gen.corpus.places import Place
from site_gen.docket.entry import Entry
from site_gen.docket.threads import thread_anchor
from site_gen.docket.traits import session_state
from site_gen.language import say
from site_gen.pages.balances import balance_of
from site_gen.pages.contacts import region_contact_facts
from site_gen.pages.exceptions import exceptions_of
from site_gen.pages.item import first_picture, item_card
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import item_row, newest, record_cell, region_names, trail_to
from site_gen.pages.model import Page
from site_gen.pages.passages import prose_of
from site_gen.pages.session_facts import session_facts
from site_gen.pages.shapes import Cell, Fact
from site_gen.pages.tags import compiled_words, last_known
from site_gen.pages.things import event_of, metas_of
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.records.dates import PartialDate
from site_gen.records.record import Record
from site_gen.records.session import Session
from site_gen.vocabulary.settings import SessionState, SourceNature


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must know before reading on."""

    title: str
    text: str
    tone: str


def _of_region(view: View, place: Place) -> Iterator[Page]:
    for record in view.corpus.kept_by("session", place.id):
        if isinstance(record.head, Session):
            taken_down = record.is_withdrawn
            yield stub_page(view, record) if taken_down else _page(view, record, record.head)


def stub_page(view: View, record: Record) -> Page:
    """The page that remains of a record that was taken down: when and why, nothing else."""
    taken = record.head.taken_down
    return Page(
        address=record_address(record),
        kind=record.kind.key,
        section="regions",
        title=say("{kind}（已撤下）", kind=record.kind.term),
        description=say("这份{kind}的记录已经撤下。", kind=record.kind.term),
        template="stub.html",
        values={
            "day": day_words(taken.date) if taken else "",
            "reason": str(taken.reason) if taken else "",
            "contact": region_contact_facts(view, record.id.region),
        },
        trail=trail_to(view, record.id.region) if record.id.region else ((say("首页"), ""),),
        indexed=False,
    )


def _page(view: View, record: Record, head: Session) -> Page:
    address = record_address(record)
    items = [entry for entry in view.entries_of(record) if entry.tracked is not None]
    suggestions = [entry for entry in items if entry.kind == "suggestion"]
    problems = [entry for entry in items if entry.kind == "problem"]
    cards = tuple(item_card(view, entry) for entry in suggestions)
    image = first_picture(cards)
    return Page(
        address=address,
        kind="session",
        section="regions",
        title=record.title,
        description=_description(view, record, len(suggestions)),
        template="session.html",
        values={
            "region": region_names(view, record),
            "headlines": _headlines(head, suggestions, problems),
            "notices": tuple(_notices(view, head, items)),
            "compiled": head.is_compiled,
            "overview": tuple(item_row(view, entry) for entry in suggestions),
            "facts": session_facts(view, record, head),
            "suggestions": cards,
            "problems": tuple(item_card(view, entry) for entry in problems),
            "prose": prose_of(view, record, address),
            "balances": tuple(balance_of(view.numbers, row) for row in view.reconciled(record)),
            "related": tuple(_related(view, record)),
            "exceptions": exceptions_of(record),
            "contact": region_contact_facts(view, record.id.region),
        },
        trail=trail_to(view, record.id.region),
        updated=_updated(head, items, view.today),
        meta=metas_of(record),
        is_article=True,
        image=image,
        things=(event_of(view, record, head, image),),
    )


def _description(view: View, record: Record, count: int) -> str:
    raised = say("提出 {n} 条建议，", n=count) if count else ""
    return say(
        "{regions}协商活动：{title}。{raised}每一条怎么答复、现在怎样。",
        regions=region_names(view, record),
        title=record.title,
        raised=raised,
    )


def _headlines(head: Session, suggestions: list[Entry], problems: list[Entry]) -> tuple[str, ...]:
    """The line under the title: when, where, how many."""
    known = [day_words(head.held) if head.held else say("时间不详"), str(head.place or "")]
    known += [say("{n} 条建议", n=len(suggestions))] if suggestions else []
    known += [say("{n} 个问题", n=len(problems))] if problems else []
    return tuple(part for part in known if part)


_STATES = {
    SessionState.ANNOUNCED: say("已经公布，还没有召开"),
    SessionState.PLANNED: say("计划中，还没有召开"),
    SessionState.POSTPONED: say("这次协商推迟了"),
    SessionState.CANCELLED: say("这次协商取消了"),
}


def _notices(view: View, head: Session, items: list[Entry]) -> Iterator[Notice]:
    state = session_state(head, view.today)
    if state in _STATES:
        reason = say("原因：{reason}", reason=head.reason) if head.reason else ""
        yield Notice(_STATES[state], reason, "plain")
    if head.is_compiled:
        known = [last_known(entry) for entry in items] or [head.held]
        dates = [when for when in known if when is not None]
        until = max(dates, key=lambda when: when.last) if dates else None
        yield Notice(
            SourceNature.PRESS.plain, say("{known}。", known=compiled_words(until)), "unknown"
        )


_NEXT_TO_EACH_OTHER = 2
"""So many sessions name each other anyway."""


def _related(view: View, record: Record) -> Iterator[Fact]:
    """What came of it elsewhere: later sessions and case stories that name it, the whole matter."""
    citing = [other for other in view.corpus.cited_by.get(record.id, ()) if not other.is_withdrawn]
    for kind, label in (
        (("session", say("后来接着商量")), ("case", say("写成案例"))) if citing else ()
    ):
        found = newest(other for other in citing if other.kind.key == kind)
        cells: tuple[Cell, ...] = tuple(map(record_cell, found))
        if cells:
            yield Fact(label=label, value=cells)
    thread = view.thread_of(record)
    if len(thread) > _NEXT_TO_EACH_OTHER:
        address = f"{series_address(record.id.region)}#{thread_anchor(thread)}"
        cell = Cell(text=say("从头到尾一次一次看"), address=address)
        yield Fact(label=say("整件事"), value=cell)


def _updated(head: Session, items: list[Entry], today: date) -> date | None:
    """The last day on which anything was recorded, as far as it is known to the day."""
    histories = [entry.tracked.history for entry in items if entry.tracked]
    dates: list[PartialDate | None] = [
        step.event.when for history in histories for step in history.steps
    ]
    dates.append(head.held)
    days = [when.first for when in dates if when is not None and when.is_full]
    past = [day for day in days if day <= today]
    return max(past) if past else None


PAGE = PageKind("session", say("协商活动"), region=_of_region)
