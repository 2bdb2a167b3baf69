"""典型案例: a story told after the fact; beside its title stands how what it tells is today."""

from collections.abc import Iterator

from site_gen.addresses import CASES, record_address
from site_gen.docket.entry import Entry
from site_gen.docket.traits import themes_of
from site_gen.pages.contacts import contact_facts, region_contact
from site_gen.pages.crossings import theme_cells
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import (
    item_row,
    newest,
    record_cell,
    record_row,
    region_cells,
    region_names,
)
from site_gen.pages.model import Page
from site_gen.pages.passages import prose_of
from site_gen.pages.proofs import picture
from site_gen.pages.session import Notice, stub_page
from site_gen.pages.session_facts import source_cell
from site_gen.pages.shapes import Fact, Row
from site_gen.pages.tags import compiled_words
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.prose import Shown
from site_gen.records.case import Case
from site_gen.records.record import Record
from site_gen.vocabulary.fields import field
from site_gen.vocabulary.settings import SourceNature

NEIGHBOURS = 4
"""How many cases of the same kind are named below a case."""


def _compose(view: View) -> Iterator[Page]:
    for record in view.corpus.kind("case"):
        if isinstance(record.head, Case):
            taken_down = record.is_withdrawn
            yield stub_page(view, record) if taken_down else _page(view, record, record.head)


def _page(view: View, record: Record, head: Case) -> Page:
    address = record_address(record)
    day = head.date
    return Page(
        address=address,
        kind="case",
        section="cases",
        title=record.title,
        description=str(head.summary or f"{region_names(view, record)}典型案例：{record.title}"),
        template="case.html",
        values={
            "region": region_names(view, record),
            "summary": str(head.summary or ""),
            "headlines": _headlines(head),
            "notices": _notices(head),
            "state": tuple(item_row(view, entry) for entry in items_told(view, record)),
            "cover": cover_of(view, record, head),
            "facts": tuple(_facts(view, record, head)),
            "prose": prose_of(view, record, address),
            "neighbours": neighbours(view, record),
            "contact": contact_facts(region_contact(view, record.id.region)),
        },
        trail=(("首页", ""), ("案例", CASES)),
        updated=day.first if day and day.is_full and day.first <= view.today else None,
        meta=(("Keywords", "，".join(head.themes)),) if head.themes else (),
    )


def items_told(view: View, record: Record) -> tuple[Entry, ...]:
    """The suggestions of the sessions that a case names, as they stand today."""
    head = record.head
    sessions = [
        view.corpus.target(reference, "session", record)
        for reference in (head.sessions if isinstance(head, Case) else ())
    ]
    return tuple(
        entry
        for session in dict.fromkeys(sessions_id.id for sessions_id in sessions if sessions_id)
        for entry in view.entries_of(view.corpus.records[session])
        if entry.kind == "suggestion"
    )


def cover_of(view: View, record: Record, head: Case) -> Shown | None:
    """The cover picture; None without one."""
    return picture(view, record, str(head.cover)) if head.cover else None


def _headlines(head: Case) -> tuple[str, ...]:
    day = day_words(head.date) if head.date else ""
    return tuple(part for part in (day, str(head.place or "")) if part)


def _notices(head: Case) -> tuple[Notice, ...]:
    if not head.is_compiled:
        return ()
    source = head.source.date if head.source else None
    return (
        Notice(SourceNature.PRESS.plain, f"{compiled_words(source or head.date)}。", "unknown"),
    )


def _facts(view: View, record: Record, head: Case) -> Iterator[Fact]:
    yield Fact(label="哪里的事", value=region_cells(view, record))
    if head.themes:
        yield Fact(label=field("case", "themes").plain, value=theme_cells(view, record))
    sessions = [view.corpus.target(each, "session", record) for each in head.sessions]
    found = tuple(record_cell(session) for session in sessions if session)
    if found:
        yield Fact(label=field("case", "sessions").plain, value=found)
    source = source_cell(head.source)
    if source is not None:
        yield Fact(label=field("record", "source").plain, value=source)


def neighbours(view: View, record: Record) -> tuple[Row, ...]:
    """Other cases of the same region or theme: both first, then the newer."""
    themes = set(themes_of(view.corpus, record))
    others = [
        (_nearness(view, record, themes, other), other)
        for other in newest(view.corpus.kind("case"))
        if other.id != record.id and not other.is_withdrawn
    ]
    near = sorted((pair for pair in others if pair[0]), key=lambda pair: -pair[0])
    return tuple(record_row(view, other) for _, other in near[:NEIGHBOURS])


def _nearness(view: View, record: Record, themes: set[str], other: Record) -> int:
    same_region = other.id.region == record.id.region
    return 2 * same_region + bool(themes & set(themes_of(view.corpus, other)))


PAGE = PageKind("case", "典型案例", _compose)
