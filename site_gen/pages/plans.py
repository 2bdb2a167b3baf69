"""计划落实: from plan to delivery, region by region; what was missed before what was held.

A region has a page of its own with everything that it and those below it planned; where that is too
much for one page, the numbers of the regions below lead to theirs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_gen.addresses import HOME, plans_address, record_address, region_address
from site_gen.corpus.places import Place
from site_gen.docket.entry import Entry
from site_gen.docket.metrics import TOPICS, TOPICS_AHEAD, TOPICS_HELD, TOPICS_MISSED
from site_gen.language import say
from site_gen.pages.areas import below, full_name, names_above
from site_gen.pages.excerpts import FIRST, WHOLE, has_parts, part_columns, part_rows
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import trail_to
from site_gen.pages.model import Page
from site_gen.pages.numbers import figure, number_cell, unrecorded
from site_gen.pages.plan import plan_numbers
from site_gen.pages.shapes import Cell, Column, Figure, Row, Value
from site_gen.pages.topics import topic_row
from site_gen.pages.view import View
from site_gen.records.record import Record
from site_gen.statistics.numbers import Scope

COLUMNS = (
    Column(label=say("年度")),
    Column(label=say("计划的"), numeric=True),
    Column(label=say("商量过了"), numeric=True),
    Column(label=say("没有开"), numeric=True),
    Column(label=say("时间没到"), numeric=True),
)
PART_COLUMNS = part_columns(*(column["label"] for column in COLUMNS[1:]))
COUNTED = (TOPICS, TOPICS_HELD, TOPICS_MISSED, TOPICS_AHEAD)


@dataclass(frozen=True, slots=True)
class PlanArea:
    """A region with its plans, and every topic of the newest one."""

    name: str
    above: str
    address: str
    rows: tuple[tuple[Value, ...], ...]
    year: str
    newest: tuple[Row, ...]


def _of_site(view: View) -> Iterator[Page]:
    yield _page(view, "", "plans", say("计划了什么，商量了没有"), ((say("首页"), HOME),))


def _of_region(view: View, place: Place) -> Iterator[Page]:
    if view.numbers.entries(TOPICS, Scope(place.id)):
        title = say("{name}：计划了什么，商量了没有", name=place.name)
        yield _page(view, place.id, "region_plans", title, trail_to(view, place.id))


def _page(
    view: View, region: str, kind: str, title: str, trail: tuple[tuple[str, str], ...]
) -> Page:
    missed = view.numbers.entries(TOPICS_MISSED, Scope(region))
    topics = len(view.numbers.entries(TOPICS, Scope(region)))
    is_long = topics > WHOLE and has_parts(view, region)
    keepers = tuple(_keepers(view, region))
    return Page(
        address=plans_address(region),
        kind=kind,
        section="plans",
        title=title,
        description=say("各地每年计划商量哪些事：谁提的题目，计划什么时候，后来商量了没有。"),
        template="plans.html",
        values={
            "numbers": tuple(_numbers(view, Scope(region))),
            "missed": tuple(_missed(view, _shown(missed, is_long))),
            "missed_whole": figure(view.numbers.count(TOPICS_MISSED, Scope(region)))
            if is_long and len(missed) > FIRST
            else None,
            "areas": tuple(
                _area(view, place) for place in keepers if not is_long or place.id == region
            ),
            "columns": COLUMNS,
            "part_columns": PART_COLUMNS,
            "parts": tuple(part_rows(view, region, COUNTED, plans_address)) if is_long else (),
        },
        trail=trail,
    )


def _shown(missed: tuple[Entry, ...], is_long: bool) -> list[Entry]:
    """What was planned and not held, the newest plan first."""
    ordered = sorted(missed, key=lambda entry: entry.year, reverse=True)
    return ordered[:FIRST] if is_long else ordered


def _keepers(view: View, region: str) -> Iterator[Place]:
    """The regions with plans: of the site all, of a region itself and those below it."""
    for place in below(view, region):
        if _plans(view, place):
            yield place


def _numbers(view: View, scope: Scope) -> Iterator[Figure]:
    if not view.numbers.entries(TOPICS, scope):
        yield unrecorded(say("计划商量的事"))
        return
    yield from plan_numbers(view, scope)


def _missed(view: View, entries: Iterable[Entry]) -> Iterator[Row]:
    for entry in entries:
        row = topic_row(entry)
        place = full_name(view, entry.record.id.region)
        row["facts"] = (place, say("{year}年", year=entry.year), *row.get("facts", ()))
        yield row


def _plans(view: View, place: Place) -> tuple[Record, ...]:
    """The plans of a region, the newest first; those taken down are left out."""
    kept = (one for one in view.corpus.of_region("plan", place.id) if not one.is_withdrawn)
    return tuple(sorted(kept, key=lambda record: record.id.name, reverse=True))


def _area(view: View, place: Place) -> PlanArea:
    plans = _plans(view, place)
    topics = (entry for entry in view.entries_of(plans[0]) if entry.kind == TOPICS.kind)
    return PlanArea(
        name=place.name,
        above=names_above(view, place.id),
        address=region_address(place.id),
        rows=tuple(_row(view, record) for record in plans),
        year=plans[0].id.name,
        newest=tuple(topic_row(entry) for entry in topics),
    )


def _row(view: View, record: Record) -> tuple[Value, ...]:
    """A plan as a row of a table; of a compiled one nobody knows what was missed."""
    scope = Scope(record.id.region, own=True, year=record.id.name)
    cells = [number_cell(view.numbers.count(metric, scope)) for metric in COUNTED]
    if record.head.is_compiled:
        cells[2:] = [Cell(text=say("没有公开信息")), Cell(text=say("没有公开信息"))]
    return Cell(text=say("{name}年", name=record.id.name), address=record_address(record)), *cells


PAGE = PageKind("plans", say("年度计划一览"), _of_site, _of_region)
