"""没有采纳、办不了的: everything that was refused, with the reason, as visible as what was solved.

Declined, infeasible, not possible for now, and overtaken by events; region by region, the newest
first. A reason that may not be read is not shown, that there was a refusal is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.addresses import HOME, REFUSED, region_address, region_anchor
from site_gen.docket.entry import Entry
from site_gen.docket.families import Family
from site_gen.docket.metric import Metric
from site_gen.docket.metrics import OF_OPINIONS, OF_PROPOSALS, OF_SUGGESTIONS
from site_gen.pages.areas import areas, names_above
from site_gen.pages.home import is_timed
from site_gen.pages.kinds import PageKind
from site_gen.pages.model import Page
from site_gen.pages.numbers import figure
from site_gen.pages.owed import Row, reason_cell, refusal_of, refusers, row_of
from site_gen.pages.shapes import Cell, Column, Figure, Value
from site_gen.pages.unit_cells import unit_cells
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.statistics.numbers import Scope
from site_gen.vocabulary.progress import Result, Stage

COLUMNS = tuple(
    Column(label=label)
    for label in ("哪一条", "谁回复的", "怎么回复，为什么", "什么时候", "找谁问")
)
FAMILIES = (OF_SUGGESTIONS, OF_PROPOSALS, OF_OPINIONS)
RESULTS = (Result.INFEASIBLE, Result.DEFERRED, Result.SUPERSEDED)


@dataclass(frozen=True, slots=True)
class RefusedArea:
    """A region with what was refused there."""

    id: str
    name: str
    above: str
    address: str
    rows: tuple[tuple[Value, ...], ...]


def _compose(view: View) -> Iterator[Page]:
    of_region: dict[str, list[Row]] = {}
    for entry in {entry.id: entry for entry in _refused(view)}.values():
        of_region.setdefault(entry.record.id.region, []).append(_row(view, entry))
    yield Page(
        address=REFUSED,
        kind="refused",
        section="refused",
        title="没有采纳的、办不了的",
        description="提了没有采纳，或者回复说办不了、情况变了的：谁回复的，原因是什么。",
        template="refused.html",
        values={
            "told": is_timed(view, Scope()) or bool(of_region),
            "numbers": tuple(_numbers(view)),
            "areas": tuple(_areas(view, of_region)),
            "columns": COLUMNS,
        },
        trail=(("首页", HOME),),
    )


def _metrics(family: Family) -> Iterator[tuple[Metric, str]]:
    """The metrics of what was refused, each with its plain word."""
    yield family.by_stage[list(Stage).index(Stage.DECLINED)], Stage.DECLINED.plain
    for result in RESULTS:
        yield family.by_result[list(Result).index(result)], result.plain


def _refused(view: View) -> Iterator[Entry]:
    """Exactly what the numbers count."""
    for family in FAMILIES:
        for metric, _ in _metrics(family):
            yield from view.numbers.entries(metric, Scope())


def _numbers(view: View) -> Iterator[Figure]:
    """Suggestions always, the other channels where something was refused in them."""
    for family in FAMILIES:
        for metric, word in _metrics(family):
            count = view.numbers.count(metric, Scope())
            if count.value or family is OF_SUGGESTIONS:
                channel = "" if family is OF_SUGGESTIONS else f"{family.all.label[:-2]}："
                yield figure(count, f"{channel}{word}")


def _row(view: View, entry: Entry) -> Row:
    event = refusal_of(entry, RESULTS)
    if event is None:
        return row_of(view, entry, 0, "没有写明", Cell(text="没有写明原因"), "不详")
    who = unit_cells(view, entry.record, refusers(entry, event)) or "没有写明单位"
    said = reason_cell(entry, event)
    if entry.is_compiled:
        said["text"] = f"报道说：{said['text']}"
    days = (view.today - event.when.last).days
    return row_of(view, entry, days, who, said, Cell(text=day_words(event.when)))


def _areas(view: View, of_region: dict[str, list[Row]]) -> Iterator[RefusedArea]:
    for place in areas(view):
        rows = sorted(of_region.get(place.id, ()), key=lambda row: row.days)
        if rows:
            yield RefusedArea(
                id=region_anchor(place.id),
                name=place.name,
                above=names_above(view, place.id),
                address=region_address(place.id),
                rows=tuple(row.cells for row in rows),
            )


PAGE = PageKind("refused", "没有采纳的", _compose)
