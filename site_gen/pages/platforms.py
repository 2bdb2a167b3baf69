"""协商平台: where people meet. A directory of all, and a page of each region's platforms.

The directory of a site with very many platforms counts them region by region and names none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_gen import addresses
from site_gen.corpus.places import Place
from site_gen.docket.metrics import PLATFORMS
from site_gen.language import joined, say
from site_gen.pages.areas import areas, names_above
from site_gen.pages.excerpts import WHOLE
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import RecordLink, trail_to
from site_gen.pages.meetings import meetings
from site_gen.pages.model import Page
from site_gen.pages.numbers import figure, unrecorded
from site_gen.pages.platform_use import Use, level_rows, township_rows, use_of, use_words
from site_gen.pages.regions import Branch
from site_gen.pages.session_facts import source_cell
from site_gen.pages.shapes import Cell, Column, Figure, Tag
from site_gen.pages.view import View
from site_gen.pages.words import day_words, subdivision_words
from site_gen.records.record import Record
from site_gen.records.region import Platform
from site_gen.statistics.numbers import Scope
from site_gen.vocabulary.settings import PlatformLevel, PlatformState

SHOWN = 12
"""Platforms that the directory names for each region; the rest stand on the region's page."""


LEVEL_COLUMNS = (
    Column(label=say("哪一级")),
    Column(label=say("登记的平台")),
    Column(label=say("覆盖到哪里")),
)
TOWNSHIP_COLUMNS = (
    Column(label=say("乡镇")),
    Column(label=say("乡镇的平台")),
    Column(label=say("村里的平台")),
)


@dataclass(frozen=True, slots=True)
class PlatformCard:
    """One platform; of one that was taken down only that it was, and why."""

    name: str
    anchor: str
    poster: str
    """Its sheet for the notice board."""
    tags: tuple[Tag, ...]
    facts: str
    use: str
    """Its last twelve months."""
    source: Cell | None
    sessions: tuple[RecordLink, ...]
    taken_down: str


@dataclass(frozen=True, slots=True)
class PlatformGroup:
    """The platforms of one level."""

    title: str
    cards: tuple[PlatformCard, ...]


@dataclass(frozen=True, slots=True)
class PlatformArea:
    """A region in the directory: how many platforms it has, and the names of some."""

    name: str
    above: str
    address: str
    figure: Figure
    names: tuple[Cell, ...]
    rest: int
    silent: int
    """How many of them have no session on record for a year."""


def _compose(view: View) -> Iterator[Page]:
    yield _directory(view)


def _of_region(view: View, place: Place) -> Iterator[Page]:
    if view.corpus.of_region("platform", place.id):
        yield _page_of(view, place.id)


def _directory(view: View) -> Page:
    count = view.numbers.count(PLATFORMS, Scope())
    return Page(
        address=addresses.PLATFORMS,
        kind="platforms",
        section="platforms",
        title=say("协商平台"),
        description=say("有事到哪里商量：各地的议事厅、联络站、院坝、网上协商室。"),
        template="platforms.html",
        values={
            "total": (figure(count),) if count.value else (unrecorded(PLATFORMS.label),),
            "areas": () if count.value > WHOLE else tuple(_areas(view)),
            "branches": tuple(_branches(view)) if count.value > WHOLE else (),
        },
        trail=((say("首页"), addresses.HOME),),
    )


def _branches(view: View) -> Iterator[Branch]:
    """Every region that has others below it, with the platforms of those; then the others."""
    tops = [place for place in areas(view) if place.parent is None]
    alone = tuple(_leaves(view, (place for place in tops if not place.children)))
    for place in areas(view):
        below = (view.corpus.places[child] for child in place.children)
        ends = (one for one in below if not one.children)
        leaves = tuple(_leaves(view, (place, *ends))) if place.children else ()
        if leaves:
            yield _branch(view, place, leaves)
    if alone:
        yield Branch("", say("其他地方"), "", unrecorded(PLATFORMS.label), alone)


def _leaves(view: View, places: Iterable[Place]) -> Iterator[Branch]:
    for place in places:
        count = view.numbers.count(PLATFORMS, Scope(place.id, own=True))
        if count.value:
            name = say("{name}本级", name=place.name) if place.children else place.name
            yield Branch(place.id, name, addresses.platforms_address(place.id), figure(count))


def _branch(view: View, place: Place, leaves: tuple[Branch, ...]) -> Branch:
    number = figure(view.numbers.count(PLATFORMS, Scope(place.id)))
    return Branch(place.id, place.name, addresses.region_address(place.id), number, leaves)


def _areas(view: View) -> Iterator[PlatformArea]:
    for place in areas(view):
        records = [record for record in _by_level(view, place.id) if not record.is_withdrawn]
        if records:
            yield PlatformArea(
                name=place.name,
                above=names_above(view, place.id),
                address=addresses.platforms_address(place.id),
                figure=figure(view.numbers.count(PLATFORMS, Scope(place.id, own=True))),
                names=tuple(map(_link, records[:SHOWN])),
                rest=max(len(records) - SHOWN, 0),
                silent=len(_silent(view, place.id)),
            )


def _by_level(view: View, region: str) -> tuple[Record, ...]:
    """The platforms of a region, from the county's down to the villages', then the others."""
    order: list[PlatformLevel | None] = [*PlatformLevel, None]
    listed = view.corpus.of_region("platform", region)
    return tuple(sorted(listed, key=lambda record: (order.index(_level(record)), record.id)))


def _level(record: Record) -> PlatformLevel | None:
    return record.head.level if isinstance(record.head, Platform) else None


def _link(record: Record) -> Cell:
    return Cell(text=record.title, address=addresses.record_address(record))


def _page_of(view: View, region: str) -> Page:
    place = view.corpus.places[region]
    scope = Scope(region, own=True)
    return Page(
        address=addresses.platforms_address(region),
        kind="region_platforms",
        section="platforms",
        title=say("{name}的协商平台", name=place.name),
        description=say(
            "{name}有哪些协商平台，在哪里，多久开一次，最近商量过什么。", name=place.name
        ),
        template="region_platforms.html",
        values={
            "total": (figure(view.numbers.count(PLATFORMS, scope), note=_extent(view, region)),),
            "silent": tuple(map(_link, _silent(view, region))),
            "level_columns": LEVEL_COLUMNS,
            "levels": tuple(level_rows(view, region, view.corpus.of_region("platform", region))),
            "township_columns": TOWNSHIP_COLUMNS,
            "townships": tuple(township_rows(_by_level(view, region))),
            "groups": tuple(_groups(view, region)),
        },
        trail=trail_to(view, region),
    )


def _extent(view: View, region: str) -> str:
    """How many townships and villages there are, so that a reader can judge the number."""
    has = view.corpus.places[region].head.subdivisions
    if has is None:
        return ""
    return say("下辖 {parts}", parts=subdivision_words(has))


def _silent(view: View, region: str) -> tuple[Record, ...]:
    """The platforms that have no session on record for a year, though they are in use."""
    return tuple(
        record
        for record in _by_level(view, region)
        if isinstance(record.head, Platform)
        and not record.is_withdrawn
        and use_of(view, record, record.head).is_silent
    )


def _groups(view: View, region: str) -> Iterator[PlatformGroup]:
    records = _by_level(view, region)
    for level in (*PlatformLevel, None):
        cards = tuple(_card(view, record) for record in records if _level(record) is level)
        if cards:
            yield PlatformGroup(
                say("{level}一级", level=level.plain) if level else say("没有写明哪一级"), cards
            )


def _card(view: View, record: Record) -> PlatformCard:
    head = record.head
    if not isinstance(head, Platform) or head.taken_down is not None:
        return _gone(record)
    use = use_of(view, record, head)
    return PlatformCard(
        name=record.title,
        anchor=addresses.listed_anchor(record),
        poster=addresses.poster_address(record),
        tags=tuple(_tags(head, use)),
        facts=joined("，", _facts(head)),
        use=joined("，", use_words(use)),
        source=source_cell(head.source) if head.source else None,
        sessions=meetings(view, view.corpus.used_by.get(record.id, ())),
        taken_down="",
    )


def _gone(record: Record) -> PlatformCard:
    """What remains of a platform whose record was taken down."""
    taken = record.head.taken_down
    return PlatformCard(
        name=say("这个平台的记录已撤下"),
        anchor=addresses.listed_anchor(record),
        poster="",
        tags=(),
        facts="",
        use="",
        source=None,
        sessions=(),
        taken_down=say("{day} 撤下：{reason}", day=taken.date, reason=taken.reason)
        if taken
        else "",
    )


def _tags(head: Platform, use: Use) -> Iterator[Tag]:
    """Only what a visitor has to know: that it is not in use, is silent, or nobody asked there."""
    if head.state is not PlatformState.RUNNING:
        yield Tag(label=head.state.plain, tone="stalled")
    if use.is_silent:
        yield Tag(label=say("一年没有开会的记录"), tone="late")
    elif use.missing:
        yield Tag(label=say("比约定少开 {n} 次", n=use.missing), tone="stalled")
    if head.is_compiled and head.source:
        yield Tag(label=head.source.nature.plain, tone="unknown")


def _facts(head: Platform) -> Iterator[str]:
    """What is known about it, short enough for one line each."""
    if head.type:
        yield head.type.plain
    if head.village:
        yield str(head.village).replace("/", " ")
    if head.frequency:
        yield say("约定{frequency}", frequency=head.frequency)
    if head.founded:
        yield say("{day}成立", day=day_words(head.founded))
    if head.brand:
        yield say("品牌“{brand}”", brand=joined("、", head.brand))
    if head.former_names:
        yield say("曾叫{former_names}", former_names=joined("、", head.former_names))


PAGE = PageKind("platforms", say("协商平台"), _compose, _of_region)
