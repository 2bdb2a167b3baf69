"""典型案例: a story told after the fact; beside its title stands how what it tells is today.

Pages of cases are made with the whole site at hand, because neighbours by theme may lie anywhere;
cases are few, and how their suggestions stand is known wherever these are kept.
"""

from collections.abc import Iterator

from site_gen.addresses import CASES, record_address
from site_gen.docket.entry import Entry
from site_gen.language import say
from site_gen.pages.case_state import (
    items_told,
    present_notes,
    present_tags,
    sessions_told,
    told_until,
)
from site_gen.pages.contacts import contact_facts, region_contact
from site_gen.pages.crossings import theme_cells
from site_gen.pages.exceptions import exceptions_of
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import item_row, record_cell, region_cells, region_names
from site_gen.pages.model import Page
from site_gen.pages.neighbours import shelves
from site_gen.pages.passages import Chapter, chapters_of
from site_gen.pages.proofs import picture
from site_gen.pages.session import Notice, stub_page
from site_gen.pages.session_facts import source_cell
from site_gen.pages.shapes import Fact, Row
from site_gen.pages.tags import compiled_words, notes_of
from site_gen.pages.things import metas_of
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.prose import Shown
from site_gen.records.case import Case
from site_gen.records.record import Record
from site_gen.vocabulary.fields import field
from site_gen.vocabulary.progress import Action
from site_gen.vocabulary.settings import SourceNature


def _compose(view: View) -> Iterator[Page]:
    for record in view.corpus.kind("case"):
        if isinstance(record.head, Case):
            taken_down = record.is_withdrawn
            yield stub_page(view, record) if taken_down else _page(view, record, record.head)


def _page(view: View, record: Record, head: Case) -> Page:
    address = record_address(record)
    day = head.date
    chapters = tuple(chapters_of(view, record, address))
    return Page(
        address=address,
        kind="case",
        section="cases",
        title=record.title,
        description=str(
            head.summary
            or say(
                "{regions}典型案例：{title}", regions=region_names(view, record), title=record.title
            )
        ),
        template="case.html",
        values={
            "region": region_names(view, record),
            "summary": str(head.summary or ""),
            "headlines": _headlines(head),
            "notices": tuple(_notices(view, record)),
            "present": present_tags(view, record),
            "followed": any(not entry.is_compiled for entry in items_told(view, record)),
            "present_notes": present_notes(view, record),
            "items": tuple(_item_rows(view, record)),
            "cover": _cover_above(view, record, head, chapters),
            "chapters": tuple(one for one in chapters if not one.is_lesson),
            "lessons": tuple(one for one in chapters if one.is_lesson),
            "facts": tuple(_facts(view, record, head)),
            "shelves": shelves(view, record),
            "exceptions": exceptions_of(record),
            "contact": contact_facts(region_contact(view, record.id.region)),
        },
        trail=((say("首页"), ""), (say("案例"), CASES)),
        updated=day.first if day and day.is_full and day.first <= view.today else None,
        meta=metas_of(record),
        is_article=True,
        image=_image(view, record, head, chapters),
    )


def cover_of(view: View, record: Record, head: Case) -> Shown | None:
    """The cover picture; None without one."""
    return picture(view, record, str(head.cover)) if head.cover else None


def _image(view: View, record: Record, head: Case, chapters: tuple[Chapter, ...]) -> str:
    """The cover, else the first picture of the story."""
    names = [name for chapter in chapters for name in chapter.pictures]
    shown = cover_of(view, record, head) or next(
        filter(None, (picture(view, record, name) for name in names)), None
    )
    return shown.address if shown else ""


def _cover_above(
    view: View, record: Record, head: Case, chapters: tuple[Chapter, ...]
) -> Shown | None:
    """The cover, unless the story itself shows that picture."""
    in_story = any(head.cover in chapter.pictures for chapter in chapters)
    return None if in_story else cover_of(view, record, head)


def _headlines(head: Case) -> tuple[str, ...]:
    day = day_words(head.date) if head.date else ""
    return tuple(part for part in (day, str(head.place or "")) if part)


def _notices(view: View, record: Record) -> Iterator[Notice]:
    """That nobody asked on the spot, and how far the reports go unless the state says it."""
    if record.head.is_compiled:
        known = (
            say("{known}。", known=compiled_words(told_until(record)))
            if items_told(view, record)
            else ""
        )
        yield Notice(SourceNature.PRESS.plain, known, "unknown")


def _item_rows(view: View, record: Record) -> Iterator[Row]:
    """The suggestions that it tells of; of several sessions each says which it is of."""
    is_one = len(sessions_told(view, record)) == 1
    for entry in items_told(view, record):
        row = item_row(view, entry)
        context = "" if is_one else row["context"]
        yield Row(**{**row, "context": context, "facts": tuple(_said_of(entry)), "date": ""})


def _said_of(entry: Entry) -> Iterator[str]:
    """What the last look-back found, and what stays visible of before."""
    lookbacks = entry.standing.state.lookbacks if entry.standing else ()
    if lookbacks:
        last = lookbacks[-1]
        yield say(
            "{word}（{day}）：{word2}",
            word=Action.LOOKBACK.plain,
            day=day_words(last.when),
            word2=last.content.plain,
        )
    yield from notes_of(entry)


def _facts(view: View, record: Record, head: Case) -> Iterator[Fact]:
    yield Fact(label=say("哪里的事"), value=region_cells(view, record))
    if head.themes:
        yield Fact(label=field("case", "themes").plain, value=theme_cells(view, record))
    sessions = tuple(map(record_cell, sessions_told(view, record)))
    if sessions:
        yield Fact(label=field("case", "sessions").plain, value=sessions)
    source = source_cell(head.source)
    if source is not None:
        yield Fact(label=field("record", "source").plain, value=source)


PAGE = PageKind("case", say("典型案例"), _compose)
