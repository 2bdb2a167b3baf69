"""按乡镇和村看: townships and villages with the sessions that were about them.

The way in for somebody who looks for the own village: counties first, then its townships and
villages on a page of the county.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_gen import addresses
from site_gen.corpus.places import Place
from site_gen.language import say
from site_gen.pages.areas import areas, names_above
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import RecordLink, trail_to
from site_gen.pages.meetings import meetings
from site_gen.pages.model import Page
from site_gen.pages.shapes import Cell
from site_gen.pages.view import View
from site_gen.records.names import Village
from site_gen.records.record import Record
from site_gen.records.session import Session

Villages = Mapping[str, Mapping[str, tuple[Record, ...]]]
"""Township → village (empty for the township itself) → sessions."""


@dataclass(frozen=True, slots=True)
class VillageLinks:
    """A village with its sessions; ``name`` is empty for the township itself."""

    name: str
    anchor: str
    sessions: tuple[RecordLink, ...]


@dataclass(frozen=True, slots=True)
class Township:
    """A township with its villages."""

    name: str
    anchor: str
    villages: tuple[VillageLinks, ...]


@dataclass(frozen=True, slots=True)
class PlaceArea:
    """A region in the directory, with links to its townships."""

    name: str
    above: str
    address: str
    townships: tuple[Cell, ...]


def _compose(view: View) -> Iterator[Page]:
    found = {place.id: _villages(view, place.id) for place in areas(view)}
    yield _directory(view, {region: named for region, named in found.items() if named})


def _of_region(view: View, place: Place) -> Iterator[Page]:
    named = _villages(view, place.id)
    if named:
        yield _page_of(view, place.id, named)


def _villages(view: View, region: str) -> Villages:
    """The townships and villages named in a region's own sessions, in the order of their names."""
    found: dict[str, dict[str, list[Record]]] = {}
    for record in view.corpus.of_region("session", region):
        village = _village(record)
        if village is not None and record.id.region == region:
            of_township = found.setdefault(village.township, {})
            of_township.setdefault(village.village, []).append(record)
    return {
        township: {name: tuple(records) for name, records in sorted(named.items())}
        for township, named in sorted(found.items())
    }


def _village(record: Record) -> Village | None:
    if record.is_withdrawn or not isinstance(record.head, Session):
        return None
    return record.head.village


def _directory(view: View, found: Mapping[str, Villages]) -> Page:
    return Page(
        address=addresses.PLACES,
        kind="places",
        section="places",
        title=say("按乡镇和村看"),
        description=say("找自己的乡镇、村和社区：那里商量过什么事，提了什么建议。"),
        template="places.html",
        values={"areas": tuple(_area(view, region, named) for region, named in found.items())},
        trail=((say("首页"), addresses.HOME),),
    )


def _area(view: View, region: str, named: Villages) -> PlaceArea:
    address = addresses.places_address(region)
    townships = tuple(
        Cell(text=name, address=f"{address}#{addresses.place_anchor(name)}") for name in named
    )
    name = view.corpus.places[region].name
    return PlaceArea(name, names_above(view, region), address, townships)


def _page_of(view: View, region: str, named: Villages) -> Page:
    name = view.corpus.places[region].name
    return Page(
        address=addresses.places_address(region),
        kind="region_places",
        section="places",
        title=say("{name}的乡镇和村", name=name),
        description=say("{name}的每个乡镇、村和社区商量过什么事。", name=name),
        template="region_places.html",
        values={"townships": tuple(_township(view, *row) for row in named.items())},
        trail=trail_to(view, region),
    )


def _township(view: View, name: str, named: Mapping[str, tuple[Record, ...]]) -> Township:
    villages = (
        VillageLinks(village, addresses.place_anchor(name, village), meetings(view, records))
        for village, records in named.items()
    )
    return Township(name, addresses.place_anchor(name), tuple(villages))


PAGE = PageKind("places", say("乡镇和村"), _compose, _of_region)
