"""计划落实: from plan to delivery, region by region; what was missed before what was held."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.addresses import HOME, PLANS, record_address, region_address
from site_gen.corpus.places import Place
from site_gen.docket.metrics import TOPICS, TOPICS_AHEAD, TOPICS_HELD, TOPICS_MISSED
from site_gen.pages.areas import areas, full_name, names_above
from site_gen.pages.kinds import PageKind
from site_gen.pages.model import Page
from site_gen.pages.numbers import number_cell, unrecorded
from site_gen.pages.plan import plan_numbers
from site_gen.pages.shapes import Cell, Column, Figure, Row, Value
from site_gen.pages.topics import topic_row
from site_gen.pages.view import View
from site_gen.records.record import Record
from site_gen.statistics.numbers import Scope

COLUMNS = (
    Column(label="年度"),
    Column(label="计划的", numeric=True),
    Column(label="商量过了", numeric=True),
    Column(label="没有开", numeric=True),
    Column(label="时间没到", numeric=True),
)
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


def _compose(view: View) -> Iterator[Page]:
    yield Page(
        address=PLANS,
        kind="plans",
        section="plans",
        title="计划了什么，商量了没有",
        description="各地每年计划商量哪些事：谁提的题目，计划什么时候，后来商量了没有。",
        template="plans.html",
        values={
            "numbers": tuple(_numbers(view)),
            "missed": tuple(_missed(view)),
            "areas": tuple(_area(view, place) for place in areas(view) if _plans(view, place)),
            "columns": COLUMNS,
        },
        trail=(("首页", HOME),),
    )


def _numbers(view: View) -> Iterator[Figure]:
    if not view.numbers.entries(TOPICS, Scope()):
        yield unrecorded("计划商量的事")
        return
    yield from plan_numbers(view, Scope())


def _missed(view: View) -> Iterator[Row]:
    """What was planned and not held, the newest plan first."""
    found = view.numbers.entries(TOPICS_MISSED, Scope())
    for entry in sorted(found, key=lambda entry: entry.year, reverse=True):
        row = topic_row(entry)
        place = full_name(view, entry.record.id.region)
        row["facts"] = (place, f"{entry.year}年", *row.get("facts", ()))
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
        cells[2:] = [Cell(text="没有公开信息"), Cell(text="没有公开信息")]
    return Cell(text=f"{record.id.name}年", address=record_address(record)), *cells


PAGE = PageKind("plans", "年度计划一览", _compose)
