"""监督和评议: all supervisions and evaluations, what was to be mended and is late first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_gen.addresses import HOME, REVIEWS, region_address
from site_gen.docket.entry import Entry
from site_gen.docket.metrics import (
    EVALUATED_UNITS,
    EVALUATIONS,
    RATES,
    RECTIFICATIONS,
    RECTIFICATIONS_OVERDUE,
    SUPERVISIONS,
)
from site_gen.language import say
from site_gen.pages.areas import areas, names_above
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import newest, record_row
from site_gen.pages.mending import mending_row, mending_tags
from site_gen.pages.model import Page
from site_gen.pages.numbers import figure, rate_figure, unrecorded
from site_gen.pages.shapes import Figure, Row
from site_gen.pages.view import View
from site_gen.records.record import Record
from site_gen.records.review import Rectification, Review
from site_gen.statistics.numbers import Scope

_MENDED = next(rate for rate in RATES if rate.key == "rectification_rate")


@dataclass(frozen=True, slots=True)
class ReviewArea:
    """A region with its reviews."""

    name: str
    above: str
    address: str
    rows: tuple[Row, ...]


def _compose(view: View) -> Iterator[Page]:
    late = sorted(view.numbers.entries(RECTIFICATIONS_OVERDUE, Scope()), key=_due)
    yield Page(
        address=REVIEWS,
        kind="reviews",
        section="reviews",
        title=say("监督和评议"),
        description=say("盯着哪些单位办事，给哪些部门打了分；查出什么问题，改了没有。"),
        template="reviews.html",
        values={
            "numbers": tuple(_numbers(view)),
            "late": tuple(mending_row(view, entry) for entry in late),
            "areas": tuple(_areas(view)),
        },
        trail=((say("首页"), HOME),),
    )


def _due(entry: Entry) -> tuple[str, str]:
    part = entry.part
    due = part.due if isinstance(part, Rectification) else None
    return str(due or ""), entry.id


def _numbers(view: View) -> Iterator[Figure]:
    if not view.corpus.kind("review"):
        yield unrecorded(say("监督和评议"))
        return
    count = view.numbers.count
    for metric in (SUPERVISIONS, EVALUATIONS, EVALUATED_UNITS):
        yield figure(count(metric, Scope()))
    if count(RECTIFICATIONS, Scope()).value:
        yield rate_figure(view.numbers.rate(_MENDED, Scope()), RECTIFICATIONS_OVERDUE)
        yield figure(count(RECTIFICATIONS_OVERDUE, Scope()))


def _areas(view: View) -> Iterator[ReviewArea]:
    for place in areas(view):
        rows = tuple(review_rows(view, view.corpus.of_region("review", place.id)))
        if rows:
            above, address = names_above(view, place.id), region_address(place.id)
            yield ReviewArea(place.name, above, address, rows)


def review_rows(view: View, records: Iterable[Record]) -> Iterator[Row]:
    """Reviews as rows, the newest first: how many units, and how the mending stands."""
    for record in newest(records):
        if record.is_withdrawn or not isinstance(record.head, Review):
            yield record_row(view, record)
            continue
        units = (
            say("{n} 个单位", n=len(record.head.targets))
            if record.head.targets
            else say("没有写明单位")
        )
        yield record_row(view, record, (record.head.type.plain, units), mending_tags(view, record))


PAGE = PageKind("reviews", say("监督评议一览"), _compose)
