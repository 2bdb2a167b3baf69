"""没有采纳、办不了的: everything that was refused, with the reason, as visible as what was solved.

Declined, infeasible, not possible for now, and overtaken by events; region by region, the newest
first. A reason that may not be read is not shown, that there was a refusal is. A region has a page
of its own, on which a county shows everything.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_gen.addresses import HOME, refused_address, region_address, region_anchor
from site_gen.corpus.places import Place
from site_gen.docket.entry import Entry
from site_gen.docket.families import Family
from site_gen.docket.metric import Metric
from site_gen.docket.metrics import OF_OPINIONS, OF_PROPOSALS, OF_SUGGESTIONS
from site_gen.language import say, term
from site_gen.pages.areas import names_above
from site_gen.pages.excerpts import in_regions, part_columns, part_rows
from site_gen.pages.home import is_timed
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import trail_to
from site_gen.pages.model import Page
from site_gen.pages.numbers import figure
from site_gen.pages.owed import Row, reason_cell, refusal_of, refusers, row_of
from site_gen.pages.picks import ENDED, excerpt_of
from site_gen.pages.shapes import Cell, Column, Figure, Value
from site_gen.pages.unit_cells import unit_cells
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.statistics.numbers import Scope
from site_gen.vocabulary.progress import Result, Stage

COLUMNS = tuple(
    Column(label=label)
    for label in (
        say("哪一条"),
        say("谁回复的"),
        say("怎么回复，为什么"),
        say("什么时候"),
        say("找谁问"),
    )
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


@dataclass(frozen=True, slots=True)
class RefusedPart:
    """What was refused of a channel in each region below."""

    title: str
    rows: tuple[tuple[Value, ...], ...]


def _of_site(view: View) -> Iterator[Page]:
    told = is_timed(view, Scope()) or is_refused(view, Scope())
    trail = ((say("首页"), HOME),)
    yield _page(view, "", "refused", say("没有采纳的、办不了的"), told, trail)


def _of_region(view: View, place: Place) -> Iterator[Page]:
    if is_refused(view, Scope(place.id)):
        title = say("{name}：没有采纳的、办不了的", name=place.name)
        trail = trail_to(view, place.id)
        yield _page(view, place.id, "region_refused", title, True, trail)


def _page(
    view: View,
    region: str,
    kind: str,
    title: str,
    told: bool,
    trail: tuple[tuple[str, str], ...],
) -> Page:
    shown = excerpt_of(view, region, ENDED)
    return Page(
        address=refused_address(region),
        kind=kind,
        section="refused",
        title=title,
        description=say("提了没有采纳，或者回复说办不了、情况变了的：谁回复的，原因是什么。"),
        template="refused.html",
        values={
            "told": told,
            "numbers": tuple(_numbers(view, Scope(region))),
            "areas": tuple(_areas(view, shown.own)),
            "columns": COLUMNS,
            "first": tuple(row.named(view) for row in _newest_first(view, shown.first)),
            "part_columns": part_columns(*(word for _, word in _metrics(OF_SUGGESTIONS))),
            "parts": tuple(_parts(view, region)) if shown.missing else (),
        },
        trail=trail,
    )


def _parts(view: View, region: str) -> Iterator[RefusedPart]:
    """The regions below with what was refused in each, channel by channel."""
    for family in FAMILIES:
        metrics = tuple(metric for metric, _ in _metrics(family))
        rows = tuple(part_rows(view, region, metrics, refused_address))
        if rows:
            yield RefusedPart(family.noun or say("建议"), rows)


def _metrics(family: Family) -> Iterator[tuple[Metric, str]]:
    """The metrics of what was refused, each with its plain word."""
    yield family.by_stage[list(Stage).index(Stage.DECLINED)], Stage.DECLINED.plain
    for result in RESULTS:
        yield family.by_result[list(Result).index(result)], result.plain


def is_refused(view: View, scope: Scope) -> bool:
    """Whether anything was refused in a scope; then its region has a page of it."""
    counted = (metric for family in FAMILIES for metric, _ in _metrics(family))
    return any(view.numbers.count(metric, scope).value for metric in counted)


def _numbers(view: View, scope: Scope) -> Iterator[Figure]:
    """Suggestions always, the other channels where something was refused in them."""
    for family in FAMILIES:
        for metric, word in _metrics(family):
            count = view.numbers.count(metric, scope)
            if count.value or family is OF_SUGGESTIONS:
                yield figure(count, _label(family, word))


def _label(family: Family, word: str) -> str:
    """A word; of other channels than suggestions with what the channel is called."""
    return say("{noun}：{label}", noun=term(family.noun), label=word) if family.noun else word


def _row(view: View, entry: Entry) -> Row:
    event = refusal_of(entry, RESULTS)
    if event is None:
        return row_of(view, entry, 0, say("没有写明"), Cell(text=say("没有写明原因")), say("不详"))
    who = unit_cells(view, entry.record, refusers(entry, event)) or say("没有写明单位")
    said = reason_cell(entry, event)
    if entry.is_compiled:
        said["text"] = say("报道说：{text}", text=said["text"])
    days = (view.today - event.when.last).days
    return row_of(view, entry, days, who, said, Cell(text=day_words(event.when)))


def _areas(view: View, entries: Iterable[Entry]) -> Iterator[RefusedArea]:
    for place, found in in_regions(view, entries, lambda entry: entry.record.id.region):
        yield RefusedArea(
            id=region_anchor(place.id),
            name=place.name,
            above=names_above(view, place.id),
            address=region_address(place.id),
            rows=tuple(row.cells for row in _newest_first(view, found)),
        )


def _newest_first(view: View, entries: Iterable[Entry]) -> list[Row]:
    return sorted((_row(view, entry) for entry in entries), key=lambda row: row.days)


PAGE = PageKind("refused", say("没有采纳的"), _of_site, _of_region)
