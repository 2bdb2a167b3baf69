"""Numbers as the components show them: each a link to exactly what it counts.

未录入, 0 and n look different; below the minimum n a rate is words. Nothing is counted here.
"""

from site_gen.addresses import region_address
from site_gen.docket.metrics import SUGGESTIONS, Metric
from site_gen.language import say
from site_gen.pages.shapes import Bar, Cell, Figure, Tile
from site_gen.pages.view import View
from site_gen.pages.words import amount
from site_gen.statistics.numbers import Count, RateValue, Scope


def figure(count: Count, label: str = "", note: str = "") -> Figure:
    """A count as a big figure; ``label`` is the metric's own unless given."""
    shown = Figure(
        label=label or count.metric.label,
        value=count.value,
        unit=count.metric.unit,
        address=count.address,
        metric=count.metric.key,
        scope=count.scope.key,
        state="known" if count.value else "zero",
    )
    if note:
        shown["note"] = note
    return shown


def unrecorded(label: str, note: str = "") -> Figure:
    """A figure of a region that has not begun to record."""
    return Figure(label=label, note=note or say("还没有开始记录，不表示没有"), state="unrecorded")


def rate_figure(rate: RateValue, *apart: Metric) -> Figure:
    """A rate as a big figure: a percentage, or words below the minimum n.

    It has no metric of its own: the two counts that it is made of have theirs. ``apart`` are
    shown elsewhere, not beside it.
    """
    unit, n = rate.denominator.metric.unit, rate.denominator.value
    shown = Figure(
        label=rate.rate.label,
        value=rate.percent or rate.words,
        address=rate.numerator.address,
        state="known" if n else "zero",
        beside=tuple(
            figure(count) for count in rate.beside if count.value and count.metric not in apart
        ),
    )
    if rate.percent:
        shown["whole"], shown["part"] = figure(rate.denominator), figure(rate.numerator)
    elif n:
        shown["beside"] = (figure(rate.denominator), *shown["beside"])
        shown["note"] = say(
            "不到 {minimum_n} {unit}，不算百分比", minimum_n=rate.minimum_n, unit=unit
        )
    return shown


def number_cell(count: Count) -> Cell:
    """A count inside a table."""
    return Cell(
        text=str(count.value),
        address=count.address,
        metric=count.metric.key,
        scope=count.scope.key,
    )


def bar(count: Count, label: str) -> Bar:
    """A count as one row of a bar chart."""
    return Bar(
        label=label,
        value=count.value,
        shown=amount(count.value, count.metric.unit),
        address=count.address,
        metric=count.metric.key,
        scope=count.scope.key,
    )


def tile(view: View, region: str, metric: Metric = SUGGESTIONS) -> Tile | None:
    """A region as a square; None where it has no place in the grid.

    It leads to the region, not to a list, so its number is one of a list beside the grid.
    """
    place = view.corpus.places[region]
    if place.head.tile is None:
        return None
    row, column = place.head.tile
    shown = Tile(
        row=row,
        column=column,
        name=place.name,
        address=region_address(region),
        state="unrecorded",
    )
    if view.numbers.is_recorded(metric, region):
        count = view.numbers.count(metric, Scope(region))
        shown["state"] = "recorded" if count.value else "empty"
        shown["value"] = amount(count.value, metric.unit)
    return shown
