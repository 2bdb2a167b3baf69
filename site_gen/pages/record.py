"""The page of any record: what it is, where its items stand, what is known about it, its prose.

Proposals and opinions are shown so, and every kind that has no page kind of its own: its rows
come from the vocabulary, its items from the life cycle. A new kind needs nothing here.
"""

from collections.abc import Container, Iterable, Iterator
from datetime import date

from site_gen.addresses import record_address
from site_gen.docket.build import item_name
from site_gen.docket.entry import Entry
from site_gen.language import joined, say
from site_gen.pages.contacts import contact_facts, region_contact
from site_gen.pages.exceptions import exceptions_of
from site_gen.pages.heads import head_facts
from site_gen.pages.item import first_picture, item_card
from site_gen.pages.lists import dated, newest, record_cell, region_names, trail_to
from site_gen.pages.model import Page
from site_gen.pages.passages import prose_of
from site_gen.pages.session import Notice, stub_page
from site_gen.pages.shapes import Fact, Row
from site_gen.pages.tags import compiled_words, last_known
from site_gen.pages.things import metas_of
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.records.dates import PartialDate
from site_gen.records.record import Record
from site_gen.vocabulary.settings import SourceNature


def pages_of_others(
    view: View, region: str, own: Container[str], taken: Iterable[str]
) -> Iterator[Page]:
    """Pages of what a region keeps that has an address of its own which is not ``taken`` yet.

    Kinds of records in ``own`` have their pages made elsewhere.
    """
    known = set(taken)
    for record in view.corpus.all_kept_by(region):
        kind = record.kind
        has_none = kind.segment and not kind.is_listed and kind.key not in own
        if has_none and record_address(record) not in known:
            yield stub_page(view, record) if record.is_withdrawn else record_page(view, record)


def record_page(
    view: View,
    record: Record,
    section: str = "regions",
    lists: tuple[tuple[str, str], ...] = (),
    neighbours: tuple[Row, ...] = (),
) -> Page:
    """The page of one record that was not taken down.

    ``lists`` are the lists it stands in, as the last breadcrumbs; ``neighbours`` others like it.
    """
    address = record_address(record)
    entries = [entry for entry in view.entries_of(record) if entry.tracked is not None]
    whole = [entry for entry in entries if entry.tracked and not entry.tracked.item.number]
    numbered = [entry for entry in entries if entry not in whole]
    whole_cards = tuple(item_card(view, entry) for entry in whole)
    cards = tuple(item_card(view, entry) for entry in numbered)
    return Page(
        address=address,
        kind=record.kind.key,
        section=section,
        title=record.title,
        description=_description(view, record),
        template="record.html",
        values={
            "kind": joined(" · ", filter(None, (record.kind.term, region_names(view, record)))),
            "headlines": _headlines(view, record, entries),
            "notices": tuple(_notices(record, entries)),
            "compiled": record.head.is_compiled,
            "whole": whole_cards,
            "items": cards,
            "facts": head_facts(view, record),
            "prose": prose_of(view, record, address),
            "related": tuple(_related(view, record)),
            "neighbours": neighbours,
            "exceptions": exceptions_of(record),
            "contact": contact_facts(region_contact(view, record.id.region)),
        },
        trail=(*_trail(view, record), *lists),
        updated=_updated(view, record, entries),
        meta=metas_of(record),
        is_article=True,
        image=first_picture((*whole_cards, *cards)),
    )


def _trail(view: View, record: Record) -> tuple[tuple[str, str], ...]:
    return trail_to(view, record.id.region) if record.id.region else ((say("首页"), ""),)


def _description(view: View, record: Record) -> str:
    where = region_names(view, record) if record.id.region else ""
    return say(
        "{where}{kind}：{title}。怎么答复、现在怎样。",
        where=where,
        kind=record.kind.term,
        title=record.title,
    )


def _headlines(view: View, record: Record, entries: list[Entry]) -> tuple[str, ...]:
    """The line under the title: its number, its day, how many items."""
    named = item_name(record)
    days = [entry.when for entry in entries] or [dated(record)]
    known = [when for when in days if when is not None]
    parts = (
        named if named != record.kind.term else "",
        _raised(record, known[0]) if known else "",
        say("截至 {day}", day=day_words(view.today)),
    )
    return tuple(part for part in parts if part)


def _raised(record: Record, when: PartialDate) -> str:
    """The day of a record; of one that is itself an item the day it was raised."""
    day = day_words(when)
    return say("{day}提出", day=day) if record.kind.history else day


def _notices(record: Record, entries: list[Entry]) -> Iterator[Notice]:
    if not record.head.is_compiled:
        return
    source = record.head.source.date if record.head.source else None
    known = [last_known(entry) for entry in entries] or [source or dated(record)]
    dates = [when for when in known if when is not None]
    until = max(dates, key=lambda when: when.last) if dates else None
    yield Notice(SourceNature.PRESS.plain, say("{known}。", known=compiled_words(until)), "unknown")


def _related(view: View, record: Record) -> Iterator[Fact]:
    """What names it elsewhere, kind by kind: the sessions that dealt with it, the stories."""
    citing = [other for other in view.corpus.cited_by.get(record.id, ()) if not other.is_withdrawn]
    for term in dict.fromkeys(other.kind.term for other in citing):
        found = newest(other for other in citing if other.kind.term == term)
        yield Fact(label=term, value=tuple(map(record_cell, found)))


def _updated(view: View, record: Record, entries: list[Entry]) -> date | None:
    """The last day on which anything was recorded, as far as it is known to the day."""
    histories = [entry.tracked.history for entry in entries if entry.tracked]
    dates: list[PartialDate | None] = [
        step.event.when for history in histories for step in history.steps
    ]
    dates.append(dated(record))
    days = [when.first for when in dates if when is not None and when.is_full]
    return max((day for day in days if day <= view.today), default=None)
