"""Cases near a case: of the same county, of the same themes; and where all of them are."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.addresses import CASES_ANCHOR, region_address, theme_address
from site_gen.docket.traits import themes_of
from site_gen.language import say
from site_gen.pages.areas import below
from site_gen.pages.case_state import present_tags
from site_gen.pages.lists import newest, record_row
from site_gen.pages.shapes import Cell, Row
from site_gen.pages.view import View, once
from site_gen.records.record import Record

SHOWN = 3
"""How many cases stand on one shelf; the page that its link leads to has the others."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Other cases that have something in common with one."""

    title: str
    rows: tuple[Row, ...]
    more: Cell | None
    """Where all of them are; None where no more are there than are shown."""


def shelves(view: View, record: Record) -> tuple[Shelf, ...]:
    """The neighbours of a case, its county's first; each is named once, and no shelf is empty."""
    return tuple(_shelves(view, record))


def _shelves(view: View, record: Record) -> Iterator[Shelf]:
    seen = {record.id}
    for title, about, address, cases in _alike(view, record):
        others = tuple(case for case in cases if case.id not in seen)
        shown = others[:SHOWN]
        if shown:
            seen |= {case.id for case in shown}
            rows = tuple(record_row(view, one, tags=present_tags(view, one)) for one in shown)
            has_more = len(cases) > len(shown) + 1
            yield Shelf(title, rows, all_of(about, len(cases), address) if has_more else None)


def all_of(about: str, n: int, address: str) -> Cell:
    """Where all cases of a region or theme are."""
    return Cell(text=say("{about}的全部案例（{n} 个）", about=about, n=n), address=address)


def _alike(view: View, record: Record) -> Iterator[tuple[str, str, str, tuple[Record, ...]]]:
    """What a case has in common with others: a heading, a name, where all of it is, the cases."""
    place = view.corpus.places.get(record.id.region)
    if place is not None:
        address = f"{region_address(place.id)}#{CASES_ANCHOR}"
        title = say("{name}的其他案例", name=place.name)
        yield title, place.name, address, cases_of_region(view, place.id)
    names = {key: name for name, key in view.corpus.theme_keys.items()}
    for key in themes_of(view.corpus, record):
        if key in names:
            title = say("{names}方面的其他案例", names=names[key])
            address = f"{theme_address(key)}#{CASES_ANCHOR}"
            yield title, say("{names}方面", names=names[key]), address, _of_theme(view, key)


@once
def cases_of_region(view: View, region: str) -> tuple[Record, ...]:
    """The cases that a region keeps, the newest first; none that was taken down."""
    kept = view.corpus.of_region("case", region)
    return newest(case for case in kept if not case.is_withdrawn)


@once
def _of_theme(view: View, theme: str) -> tuple[Record, ...]:
    """The cases of a theme on the whole site, the newest first; none that was taken down."""
    cases = (case for case in view.corpus.kind("case") if not case.is_withdrawn)
    return newest(case for case in cases if theme in themes_of(view.corpus, case))


def cases_below(view: View, region: str) -> tuple[Record, ...]:
    """The cases of the regions that lie in a region, without its own, the newest first."""
    regions = (place.id for place in below(view, region) if place.id != region)
    return newest(case for each in regions for case in cases_of_region(view, each))
