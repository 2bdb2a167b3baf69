"""地方: a region with its numbers, what became of its suggestions, and all that it recorded."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from site_gen.addresses import (
    CASES,
    overdue_address,
    platforms_address,
    refused_address,
    region_address,
)
from site_gen.corpus.places import Place, upwards
from site_gen.docket.metrics import OVERDUE, PLATFORMS, RESOLVED, SESSIONS, SUGGESTIONS
from site_gen.language import joined, say
from site_gen.pages.cases import case_cards
from site_gen.pages.changes import feed_of, groups_of
from site_gen.pages.contacts import contact_facts, region_contact
from site_gen.pages.data import offer_of
from site_gen.pages.exceptions import exceptions_of
from site_gen.pages.further import further_links
from site_gen.pages.grids import grid_of
from site_gen.pages.home import is_timed, overdue_rows
from site_gen.pages.kinds import PageKind
from site_gen.pages.ledger import list_of_region
from site_gen.pages.lists import record_cell, trail_to
from site_gen.pages.model import Page
from site_gen.pages.neighbours import all_of, cases_below, cases_of_region
from site_gen.pages.numbers import figure, number_cell
from site_gen.pages.picks import TOLD_HERE, first
from site_gen.pages.progress import funnel, months, own_numbers, region_numbers, status_bars
from site_gen.pages.refused import is_refused
from site_gen.pages.region_channels import channels, others
from site_gen.pages.region_reported import COLUMNS as REPORTED_COLUMNS
from site_gen.pages.region_reported import reported_by
from site_gen.pages.sessions_list import sessions_by_year
from site_gen.pages.shapes import Cell, Column, Figure, Value
from site_gen.pages.units import COLUMNS as UNIT_COLUMNS
from site_gen.pages.units import unit_rows
from site_gen.pages.view import View
from site_gen.pages.words import day_words, subdivision_words
from site_gen.statistics.numbers import Scope

SHOWN = 5
CHANGES_SHOWN = 3
"""How many of each kind of change."""
CASES_SHOWN = 6
"""Cases on the page of a region that others lie in; of its own all, however many."""
PARTS_COLUMNS = (
    Column(label=say("地方")),
    Column(label=say("协商活动"), numeric=True),
    Column(label=say("意见建议"), numeric=True),
    Column(label=say("已解决"), numeric=True),
    Column(label=say("超过期限"), numeric=True),
)
PARTS_COUNTED = (SESSIONS, SUGGESTIONS, RESOLVED, OVERDUE)


def _of_region(view: View, place: Place) -> Iterator[Page]:
    yield _page(view, place)


def _page(view: View, place: Place) -> Page:
    scope = Scope(place.id)
    has_begun = partial(view.numbers.is_recorded, SESSIONS)
    own = view.corpus.of_region("session", place.id)
    return Page(
        address=region_address(place.id),
        kind="region",
        section="regions",
        title=place.name,
        description=say("{name}的协商活动：提了什么建议，交给谁办，现在怎样。", name=place.name),
        template="region.html",
        values={
            "kind": _kind(view, place),
            "id": place.id,
            "begun": has_begun(place.id),
            "numbers": region_numbers(view, scope),
            "own_numbers": own_numbers(view, place),
            "coverage": _coverage(place),
            **_progress(view, place),
            "years": sessions_by_year(view, own),
            "channels": tuple(channels(view, place)),
            "others": tuple(others(view, place)),
            "grid": grid_of(view, place),
            "part_columns": PARTS_COLUMNS,
            "parts": tuple(_part(view, child) for child in place.children if has_begun(child)),
            "silent": _names(view, [child for child in place.children if not has_begun(child)]),
            "platforms": _platforms(view, place),
            "platforms_page": platforms_address(place.id),
            "methods": _links(view, "method", place),
            **_cases(view, place),
            "unit_columns": UNIT_COLUMNS,
            "units": tuple(unit_rows(view, place)),
            "further": further_links(view, place),
            "offer": offer_of(view, place.id),
            "reported": reported_by(view, place),
            "reported_columns": REPORTED_COLUMNS,
            "exceptions": exceptions_of(place.record),
            "contact": contact_facts(region_contact(view, place.id)),
        },
        trail=trail_to(view, place.id)[:-1],
        feed=feed_of(view, place.id) if is_timed(view, scope) else None,
    )


def _progress(view: View, place: Place) -> Mapping[str, object]:
    """How far its suggestions have come, what is owed, what changed lately."""
    scope = Scope(place.id)
    return {
        "funnel": funnel(view, scope),
        "months": months(view, scope),
        "statuses": status_bars(view, scope),
        "day": day_words(view.today),
        "overdue": overdue_rows(view, scope, SHOWN),
        "owed_page": overdue_address(place.id),
        "listed_page": list_of_region(view, place.id),
        "refused_page": refused_address(place.id) if is_refused(view, scope) else "",
        "changes": groups_of(view, place.id, CHANGES_SHOWN),
    }


def _kind(view: View, place: Place) -> str:
    above = [each.name for each in upwards(place.id, view.corpus.places)][1:]
    return joined(" · ", [place.level.term, *above[:1]])


def _coverage(place: Place) -> str:
    """How many townships and villages it has, where its file says so."""
    parts = place.head.subdivisions
    if parts is None:
        return ""
    known = subdivision_words(parts)
    return say("下辖 {parts}", parts=known) if known else ""


def _names(view: View, regions: Iterable[str]) -> tuple[Cell, ...]:
    places = view.corpus.places
    return tuple(
        Cell(text=places[region].name, address=region_address(region)) for region in regions
    )


def _part(view: View, region: str) -> tuple[Value, ...]:
    """One region below that has begun to record, as a row of a table.

    Of what only reports tell nobody knows what became of it, and it has no term: that is no 0.
    """
    (name,), scope = _names(view, [region]), Scope(region)
    cells = [number_cell(view.numbers.count(metric, scope)) for metric in PARTS_COUNTED]
    if not first(view, TOLD_HERE, scope).total:
        cells[2:] = [Cell(text=say("不知道")), Cell(text=say("没有期限"))]
        if not view.numbers.count(SUGGESTIONS, scope).value:
            cells[1] = Cell(text=say("没有逐条列出"))
    return name, *cells


def _platforms(view: View, place: Place) -> Figure | None:
    """How many platforms the region itself has registered; None where it has not begun."""
    if not view.corpus.of_region("platform", place.id):
        return None
    return figure(view.numbers.count(PLATFORMS, Scope(place.id, own=True)))


def _links(view: View, kind: str, place: Place) -> tuple[Cell, ...]:
    kept = (record for record in view.corpus.of_region(kind, place.id) if not record.is_withdrawn)
    return tuple(map(record_cell, kept))


def _cases(view: View, place: Place) -> Mapping[str, object]:
    """All cases of its own, of those below as far as there is room, and where all are."""
    own, others = cases_of_region(view, place.id), cases_below(view, place.id)
    shown = others[: max(CASES_SHOWN - len(own), 0)]
    more = all_of(place.name, len(own) + len(others), CASES) if len(shown) < len(others) else None
    return {"cases": case_cards(view, (*own, *shown)), "cases_more": more}


PAGE = PageKind("region", say("地方"), region=_of_region)
