"""Proposals and opinions in lists: by where they stand, by region, with rates and what is owed.

What both kinds have alike; what only one of them has stands in its own module.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.addresses import region_address
from site_gen.corpus.places import Place
from site_gen.docket.build import item_number
from site_gen.docket.entry import Entry, latest
from site_gen.docket.families import Family
from site_gen.docket.metric import shortened
from site_gen.docket.metrics import RATES, Metric
from site_gen.language import joined, say
from site_gen.pages.areas import areas
from site_gen.pages.excerpts import WHOLE, part_rows
from site_gen.pages.lists import item_row
from site_gen.pages.numbers import figure, number_cell, rate_figure
from site_gen.pages.shapes import Cell, Column, Figure, Row, Value
from site_gen.pages.view import View
from site_gen.statistics.numbers import Scope
from site_gen.vocabulary.progress import Result, Stage

OPEN_AT_MOST = 12
"""So many rows stand open; the groups beyond unfold."""
NEIGHBOURS = 4
"""How many others like it are named below a record."""
_SHOWN_RATES = ("reply_rate", "resolution_rate", "on_time_rate", "satisfaction_rate")


@dataclass(frozen=True, slots=True)
class Group:
    """Items that stand alike; ``is_open`` tells whether they are shown at once."""

    title: str
    count: Figure
    rows: tuple[Row, ...]
    is_open: bool


def by_standing(view: View, of: Family, scope: Scope) -> tuple[Group, ...]:
    """Every item of a channel in one group: its result, else its stage, else 从报道整理."""
    return tuple(_opened(view, of, scope))


def _opened(view: View, of: Family, scope: Scope) -> Iterator[Group]:
    shown = 0
    for title, metric in _standings(of):
        entries = view.numbers.entries(metric, scope)
        rows = tuple(plain_row(view, entry) for entry in latest(entries))
        if rows:
            is_open = not shown or shown + len(rows) <= OPEN_AT_MOST
            yield Group(title, figure(view.numbers.count(metric, scope)), rows, is_open)
            shown += len(rows)


def _standings(of: Family) -> Iterator[tuple[str, Metric]]:
    """The groups and what counts them: open ones first, then results, then what left."""
    stages = dict(zip(Stage, of.by_stage, strict=True))
    ends = (Stage.DECLINED, Stage.MERGED, Stage.CONVERTED, Stage.WITHDRAWN)
    for stage, metric in stages.items():
        if stage is not Stage.CLOSED and stage not in ends:
            yield stage.plain, metric
    yield from ((word.plain, metric) for word, metric in zip(Result, of.by_result, strict=True))
    yield from ((stage.plain, stages[stage]) for stage in ends)
    yield say("从报道整理，之后没有公开信息"), of.compiled


def plain_row(view: View, entry: Entry, *facts: str) -> Row:
    """An item with its number and who has it, on a page where its kind goes without saying."""
    number = item_number(entry.record)
    row = item_row(view, entry, facts=(number, *facts, joined("、", entry.units)))
    row["context"] = ""
    return row


def without(noun: str, shown: Figure) -> Figure:
    """A figure whose label leaves out what the page is about anyway."""
    short = Figure(**{**shown, "label": shortened(shown["label"], noun)})
    if "beside" in shown:
        short["beside"] = tuple(without(noun, each) for each in shown["beside"])
    return short


def rate_figures(view: View, of: Family, scope: Scope) -> Iterator[Figure]:
    """The rates of a channel that have something to divide by, then what is owed."""
    whole, compiled = (view.numbers.count(each, scope).value for each in (of.all, of.compiled))
    if whole == compiled:
        return
    shown = (rate for rate in RATES if rate.denominator in of.metrics)
    for value in (view.numbers.rate(rate, scope) for rate in shown):
        if value.rate.key.endswith(_SHOWN_RATES) and value.denominator.value:
            yield without(of.noun, rate_figure(value))
    for metric in (of.overdue, of.promise_due):
        yield without(of.noun, figure(view.numbers.count(metric, scope)))


def parts_columns(*labels: str) -> tuple[Column, ...]:
    """The headings of a table of regions."""
    return (Column(label=say("地方")), *(Column(label=label, numeric=True) for label in labels))


def parts(
    view: View, kind: str, page: str, metrics: tuple[Metric, ...]
) -> Iterator[tuple[Value, ...]]:
    """The regions that keep records of a kind; each leads to its page called ``page``.

    Where they are very many, the outermost regions with all below them, each leading to its own.
    """
    kept = tuple(keepers(view, kind))
    if len(kept) > WHOLE:
        yield from part_rows(view, "", metrics, region_address)
        return
    for place in kept:
        name = Cell(text=place.name, address=f"{region_address(place.id)}{page}")
        scope = Scope(place.id, own=True)
        yield name, *(number_cell(view.numbers.count(metric, scope)) for metric in metrics)


def parts_caption(view: View, kind: str) -> str:
    """What those numbers count."""
    many = len(tuple(keepers(view, kind))) > WHOLE
    return say("各地连同它们下面的") if many else say("每个地方自己录入的")


def keepers(view: View, kind: str) -> Iterator[Place]:
    """The regions that keep records of a kind, in the order of regions."""
    for place in areas(view):
        if keeps(view, kind, place):
            yield place


def keeps(view: View, kind: str, place: Place) -> bool:
    """Whether a region keeps records of a kind that were not taken down."""
    return any(not one.is_withdrawn for one in view.corpus.of_region(kind, place.id))


def neighbours(view: View, entry: Entry) -> tuple[Row, ...]:
    """Others of its channel: of the same theme and region first, then of either, the newer."""
    others = view.nearby[entry.kind].like(entry, NEIGHBOURS)
    return tuple(plain_row(view, other) for other in others)
