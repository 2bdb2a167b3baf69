"""接着商量的事: matters that took several sessions, from the first day to how they stand now.

A region has a page of all its matters; one of many regions names the newest and leads to theirs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_gen.addresses import HOME, series_address
from site_gen.corpus.places import Place, upwards
from site_gen.docket.threads import Thread, thread_anchor
from site_gen.language import joined, say
from site_gen.pages.excerpts import excerpt, parts_of
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import dated, region_cells, trail_to
from site_gen.pages.model import Page
from site_gen.pages.sessions_list import session_row
from site_gen.pages.shapes import Cell, Row
from site_gen.pages.view import View, once


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter: the title of its first session, and every session in the order of days."""

    anchor: str
    title: str
    regions: str
    rows: tuple[Row, ...]


def _of_site(view: View) -> Iterator[Page]:
    yield _page(view, "", "series", say("一件事接着商量"), ((say("首页"), HOME),))


def _of_region(view: View, place: Place) -> Iterator[Page]:
    if _threads(view, place.id):
        title = say("{name}：一件事接着商量", name=place.name)
        yield _page(view, place.id, "region_series", title, trail_to(view, place.id))


def _page(
    view: View, region: str, kind: str, title: str, trail: tuple[tuple[str, str], ...]
) -> Page:
    shown = excerpt(
        view,
        region,
        _threads(view, region),
        lambda thread: region in _regions(thread),
        _newest_first,
    )
    return Page(
        address=series_address(region),
        kind=kind,
        section="series",
        title=title,
        description=say("商量了不止一次的事：每一次都在这里，按先后排，后面写着现在怎样。"),
        template="series.html",
        values={
            "matters": tuple(_matter(view, thread) for thread in (*shown.own, *shown.first)),
            "parts": tuple(_parts(view, region)) if shown.missing else (),
        },
        trail=trail,
    )


def _parts(view: View, region: str) -> Iterator[Cell]:
    """The regions below that have such matters, each with how many."""
    for scope in parts_of(view, region):
        place = view.corpus.places[scope.region]
        matters = [
            thread
            for thread in _threads(view, place.id)
            if not scope.own or place.id in _regions(thread)
        ]
        if matters:
            name = say("{name}本级", name=place.name) if scope.own else place.name
            yield Cell(
                text=name, address=series_address(place.id), note=say("{n} 件事", n=len(matters))
            )


def _threads(view: View, region: str) -> tuple[Thread, ...]:
    """The matters in and below a region, the newest first."""
    return _by_region(view, "").get(region, ())


@once
def _by_region(view: View, _: str) -> dict[str, tuple[Thread, ...]]:
    found: dict[str, list[Thread]] = {"": []}
    for thread in _newest_first(view.threads):
        areas = (upwards(region, view.corpus.places) for region in _regions(thread))
        for region in dict.fromkeys(["", *(place.id for chain in areas for place in chain)]):
            found.setdefault(region, []).append(thread)
    return {region: tuple(threads) for region, threads in found.items()}


def _regions(thread: Thread) -> tuple[str, ...]:
    """In whose folders the sessions of a matter stand."""
    return tuple(record.id.region for record in thread)


def _newest_first(threads: Iterable[Thread]) -> list[Thread]:
    return sorted(threads, key=_last_day, reverse=True)


def _last_day(thread: Thread) -> tuple[str, str]:
    return max(str(dated(record) or "") for record in thread), thread_anchor(thread)


def _matter(view: View, thread: Thread) -> Matter:
    regions = dict.fromkeys(
        cell["text"] for record in thread for cell in region_cells(view, record)
    )
    rows = tuple(session_row(view, record) for record in thread)
    return Matter(thread_anchor(thread), thread[0].title, joined("、", regions), rows)


PAGE = PageKind("series", say("接着商量的事"), _of_site, _of_region)
