"""案例: case stories county by county, each with how the things it tells stand today.

A site with very many shows the newest, and of every county how many it has and where they are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from site_gen.addresses import (
    CASES,
    CASES_ANCHOR,
    record_address,
    region_address,
    region_anchor,
    theme_address,
)
from site_gen.corpus.places import Place, area_of
from site_gen.docket.metrics import CASES as CASES_COUNTED
from site_gen.language import say
from site_gen.pages.areas import areas, names_above
from site_gen.pages.case import cover_of
from site_gen.pages.case_state import present_notes, present_tags
from site_gen.pages.excerpts import FIRST, WHOLE
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import dated, newest, region_names
from site_gen.pages.model import Page
from site_gen.pages.neighbours import cases_of_region
from site_gen.pages.numbers import figure
from site_gen.pages.regions import Branch
from site_gen.pages.shapes import Figure, Tag
from site_gen.pages.view import View
from site_gen.prose import Shown
from site_gen.records.case import Case
from site_gen.records.dates import PartialDate
from site_gen.records.record import Record
from site_gen.statistics.numbers import Scope

TOGETHER = 3
"""So many cases of an area stand in one row, whatever counties they are of."""


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A case in a list: its picture, what it tells, and how that stands today."""

    title: str
    address: str
    region: str
    summary: str
    cover: Shown | None
    """Its picture; None without one."""
    alt: str
    when: PartialDate | None
    tags: tuple[Tag, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseCounty:
    """The cases of one region; no cards on a site with very many."""

    id: str
    name: str
    address: str
    figure: Figure
    cards: tuple[CaseCard, ...]


@dataclass(frozen=True, slots=True)
class CaseArea:
    """A prefecture with the cases of its counties, and its own."""

    name: str
    above: str
    address: str
    figure: Figure
    counties: tuple[CaseCounty, ...]
    cards: tuple[CaseCard, ...]
    """All of them, where so few need no headings of counties: each card names its own."""


def case_cards(view: View, records: Iterable[Record]) -> tuple[CaseCard, ...]:
    """Cards of cases, in the order given; what was taken down is left out."""
    return tuple(_card(view, record, record.head) for record in records
                 if isinstance(record.head, Case) and not record.is_withdrawn)  # fmt: skip


def _card(view: View, record: Record, head: Case) -> CaseCard:
    return CaseCard(
        title=record.title,
        address=record_address(record),
        region=region_names(view, record),
        summary=str(head.summary or ""),
        cover=cover_of(view, record, head),
        alt=say("{title}（封面）", title=record.title),
        when=dated(record),
        tags=present_tags(view, record),
        notes=present_notes(view, record),
    )


def _compose(view: View) -> Iterator[Page]:
    total = view.numbers.count(CASES_COUNTED, Scope())
    is_long = total.value > WHOLE
    first = newest(view.corpus.kind("case"))[:FIRST] if is_long else ()
    yield Page(
        address=CASES,
        kind="cases",
        section="cases",
        title=say("案例"),
        description=say("一件事从提出来到办下去的经过，标题旁边写着它现在怎样。"),
        template="cases.html",
        values={
            "total": figure(total),
            "first": case_cards(view, first),
            "themes": tuple(_themes(view)),
            "areas": tuple(_areas(view, is_long)),
        },
        trail=((say("首页"), ""),),
    )


def _themes(view: View) -> Iterator[Branch]:
    """The themes that have cases, each leading to its own."""
    for name, key in view.corpus.theme_keys.items():
        count = view.numbers.count(CASES_COUNTED, Scope(theme=key))
        if count.value:
            address = f"{theme_address(key)}#{CASES_ANCHOR}"
            yield Branch(key, name, address, figure(count))


def _areas(view: View, is_long: bool) -> Iterator[CaseArea]:
    """The areas that have cases, in the order of regions."""
    places = view.corpus.places
    kept = [place for place in areas(view) if cases_of_region(view, place.id)]
    for area, found in groupby(kept, key=lambda place: area_of(place.id, places)):
        counties = tuple(_county(view, place, is_long) for place in found)
        yield _area(view, places[area], counties)


def _area(view: View, area: Place, counties: tuple[CaseCounty, ...]) -> CaseArea:
    """An area with the cases below it; of the outermost region those of its own alone."""
    is_outermost = area.parent is None and bool(area.children)
    cards = tuple(card for county in counties for card in county.cards)
    is_small = len(counties) == 1 or len(cards) <= TOGETHER
    return CaseArea(
        name=counties[0].name if is_outermost else area.name,
        above=names_above(view, area.id),
        address=region_address(area.id),
        figure=figure(view.numbers.count(CASES_COUNTED, Scope(area.id, own=is_outermost))),
        counties=counties,
        cards=cards if is_small else (),
    )


def _county(view: View, place: Place, is_long: bool) -> CaseCounty:
    cases = cases_of_region(view, place.id)
    return CaseCounty(
        id=region_anchor(place.id),
        name=say("{name}本级", name=place.name) if place.children else place.name,
        address=f"{region_address(place.id)}#{CASES_ANCHOR}",
        figure=figure(view.numbers.count(CASES_COUNTED, Scope(place.id, own=True))),
        cards=() if is_long else case_cards(view, cases),
    )


PAGE = PageKind("cases", say("案例"), _compose)
