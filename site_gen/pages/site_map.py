"""网站地图: the way to everything in a few steps; for people, beside the one for machines.

Single sessions are not listed: they are found through their region, their village or the ledger.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen import addresses
from site_gen.addresses import record_address
from site_gen.corpus.places import Place
from site_gen.language import say
from site_gen.pages.areas import areas
from site_gen.pages.frame import footer_links, navigation_of
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import newest, record_cell, region_names
from site_gen.pages.model import NavEntry, Page
from site_gen.pages.shapes import Cell
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.records.record import Record


@dataclass(frozen=True, slots=True)
class Group:
    """Links that belong together; empty ones are left out."""

    title: str
    links: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A region with those directly below it."""

    link: Cell
    below: tuple["Branch", ...]


def _compose(view: View) -> Iterator[Page]:
    columns = (*navigation_of(view.corpus), *footer_links(view.corpus))
    groups = (
        Group(say("主要栏目"), tuple(map(_entry, columns))),
        Group(say("网站说明"), _records(view, "page")),
        Group(say("典型案例"), _records(view, "case")),
        Group(say("工作法"), _records(view, "method")),
        Group(say("撤下了的，哪天撤的"), _taken_down(view)),
    )
    yield Page(
        address=addresses.SITE_MAP,
        kind="sitemap",
        section="sitemap",
        title=say("网站地图"),
        description=say("本站有哪些页面，从哪里进去。"),
        template="sitemap.html",
        values={
            "groups": tuple(group for group in groups if group.links),
            "branches": tuple(_branches(view)),
        },
        trail=((say("首页"), addresses.HOME),),
    )


def _entry(entry: NavEntry) -> Cell:
    return Cell(text=entry.title, address=entry.address)


def _records(view: View, kind: str) -> tuple[Cell, ...]:
    listed = (record for record in view.corpus.kind(kind) if not record.is_withdrawn)
    return tuple(map(record_cell, newest(listed)))


def _taken_down(view: View) -> tuple[Cell, ...]:
    """What remains of records that were taken down, the last one first: nothing goes unsaid."""
    taken = [
        (record.head.taken_down.date, record)
        for record in view.corpus.records.values()
        if record.head.taken_down and record.kind.segment and not record.kind.is_listed
    ]
    latest = sorted(taken, key=lambda pair: str(pair[0]), reverse=True)
    return tuple(_stub_cell(view, record, day_words(day)) for day, record in latest)


def _stub_cell(view: View, record: Record, day: str) -> Cell:
    names = region_names(view, record) if record.id.region else ""
    text = say("{kind}（已撤下） {regions} {day}", kind=record.kind.term, regions=names, day=day)
    return Cell(text=text, address=record_address(record))


def _branches(view: View) -> Iterator[Branch]:
    for place in areas(view):
        if place.parent is None:
            yield _branch(view, place)


def _branch(view: View, place: Place) -> Branch:
    link = Cell(text=place.name, address=addresses.region_address(place.id))
    below = (view.corpus.places[child] for child in place.children)
    return Branch(link, tuple(_branch(view, child) for child in below))


PAGE = PageKind("sitemap", say("网站地图"), _compose)
