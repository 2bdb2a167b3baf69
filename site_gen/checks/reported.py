"""Checks of reported totals: units of counting, parts, time.

Whether a total agrees with what is itemised is no check: it is shown to the public.
"""

from collections.abc import Iterator

from site_gen.checks.context import Context
from site_gen.findings import Finding
from site_gen.findings import content_rules as rules
from site_gen.records.statistic import RECONCILED, ReportedFigure, Statistic


def _figures(context: Context) -> Iterator[ReportedFigure]:
    for record in context.corpus.kind("statistic"):
        if isinstance(record.head, Statistic):
            yield from record.head.figures


def parts(context: Context) -> Iterator[Finding]:
    """分项 add up to 数值 where all of them are exact."""
    for figure in _figures(context):
        exact = [part.exact for part in (figure.parts or {}).values()]
        known = [number for number in exact if number is not None]
        total = figure.value.exact
        if exact and len(known) == len(exact) and total is not None and sum(known) != total:
            yield rules.PARTS_DO_NOT_ADD_UP.at(figure.at("parts"), total=sum(known), value=total)


def units(context: Context) -> Iterator[Finding]:
    """A metric that is reconciled is counted in its own unit."""
    for figure in _figures(context):
        expected = RECONCILED.get(figure.metric)
        if expected is not None and figure.unit != expected:
            yield rules.WRONG_UNIT.at(
                figure.unit.where, metric=figure.metric, expected=expected, unit=figure.unit
            )


def time(context: Context) -> Iterator[Finding]:
    """A figure says as of when, or over what period; 不详 is an answer."""
    for figure in _figures(context):
        if "as_of" not in figure.keys_at and "period" not in figure.keys_at:
            yield rules.WITHOUT_TIME.at(figure.where)
