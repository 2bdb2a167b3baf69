"""What was reported: totals of statistics files and of single sessions, with what they are about.

A total is shown as its source has it. Nothing is compared here (that is
:mod:`site_gen.statistics.reconciliation`), and a total is never added to anything.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from site_gen.addresses import RECONCILIATION, record_address
from site_gen.corpus import Corpus
from site_gen.docket.metrics import (
    BULLETINS,
    EVALUATED_UNITS,
    OPINIONS,
    OPINIONS_TAKEN_UP,
    PLATFORMS,
    PROBLEMS,
    PROPOSALS,
    PROPOSALS_CLOSED,
    PROPOSALS_FILED,
    PROPOSALS_MERGED,
    PROPOSALS_NOT_FILED,
    SESSIONS,
    SOLVED_PROBLEMS,
    SUGGESTIONS,
    SUPERVISIONS,
    TOPICS,
    Metric,
)
from site_gen.language import say
from site_gen.records.dates import PartialDate, Period
from site_gen.records.numbers import Figure, Precision
from site_gen.records.record import Record
from site_gen.records.session import Session
from site_gen.records.statistic import ReportedFigure, Statistic
from site_gen.statistics.numbers import Scope
from site_gen.vocabulary.fields import field as row_of


@dataclass(frozen=True, slots=True)
class Itemised:
    """A reported total that has a counterpart: its name and unit, and the metric that counts it."""

    name: str
    unit: str
    metric: Metric


ITEMISED: tuple[Itemised, ...] = (
    Itemised(say("协商平台"), say("个"), PLATFORMS),
    Itemised(say("协商活动"), say("场次"), SESSIONS),
    Itemised(say("意见建议"), say("条"), SUGGESTIONS),
    Itemised(say("解决问题"), say("个"), SOLVED_PROBLEMS),
    Itemised(say("提案收到"), say("件"), PROPOSALS),
    Itemised(say("提案立案"), say("件"), PROPOSALS_FILED),
    Itemised(say("提案不立案"), say("件"), PROPOSALS_NOT_FILED),
    Itemised(say("提案并案"), say("件"), PROPOSALS_MERGED),
    Itemised(say("提案办结"), say("件"), PROPOSALS_CLOSED),
    Itemised(say("社情民意收集"), say("件"), OPINIONS),
    Itemised(say("社情民意期数"), say("期"), BULLETINS),
    Itemised(say("社情民意采用"), say("件"), OPINIONS_TAKEN_UP),
    Itemised(say("协商议题"), say("个"), TOPICS),
    Itemised(say("监督议题"), say("个"), SUPERVISIONS),
    Itemised(say("民主评议部门"), say("个"), EVALUATED_UNITS),
)
"""The totals that are reconciled: one line each. All others are shown, never reconciled."""

_STATED: Mapping[str, Metric] = {
    "suggestions": SUGGESTIONS,
    "problems": PROBLEMS,
    "resolved": SOLVED_PROBLEMS,
}
"""The keys of a session's 上报数 and what counts the same item by item."""


@dataclass(frozen=True, slots=True)
class Total:
    """One reported total.

    ``counted`` says what counts the same item by item, None where nothing does;
    ``scope`` whose and when, None where the source does not say when. ``when`` is the
    time in the words of the source; ``note`` the way of counting it states.
    """

    record: Record
    address: str
    name: str
    unit: str
    figure: Figure
    when: str
    scope: Scope | None
    counted: Itemised | None
    note: str = ""
    parts: Mapping[str, Figure] = field(default_factory=dict)


def totals_of(corpus: Corpus) -> tuple[Total, ...]:
    """Every total of the statistics files, by region, file and line, then those of sessions."""
    of_files = [total for record in corpus.kind("statistic") for total in file_totals(record)]
    of_sessions = [total for record in corpus.kind("session") for total in session_totals(record)]
    return (*of_files, *of_sessions)


def file_totals(record: Record) -> Iterator[Total]:
    """The totals of a statistics file; of one that was taken down none."""
    head = record.head
    if not isinstance(head, Statistic) or record.is_withdrawn:
        return
    for number, figure in enumerate(head.figures, 1):
        yield Total(
            record=record,
            address=total_address(record, number),
            name=str(figure.metric),
            unit=str(figure.unit),
            figure=figure.value,
            when=_when(figure),
            scope=_scope(record.id.region, figure),
            counted=_counterpart(str(figure.metric)),
            note=str(figure.note or ""),
            parts=figure.parts or {},
        )


def total_address(record: Record, number: int) -> str:
    """Where a total of a file stands on the page that compares totals."""
    return f"{RECONCILIATION}#total-{record.id.region}-{record.id.name}-{number}"


def session_totals(record: Record) -> Iterator[Total]:
    """The 上报数 of a session: about the session alone, whenever it was."""
    head = record.head
    if not isinstance(head, Session) or head.stated is None or record.is_withdrawn:
        return
    page = record_address(record)
    for key, metric in _STATED.items():
        value = getattr(head.stated, key)
        if value is None:
            continue
        yield Total(
            record=record,
            address=page,
            name=row_of("stated", key).label,
            unit=metric.unit,
            figure=Figure(str(value), Precision.EXACT, Decimal(value)),
            when=str(head.held or ""),
            scope=Scope(page=page),
            counted=Itemised(row_of("stated", key).label, metric.unit, metric),
        )


def _counterpart(name: str) -> Itemised | None:
    return next((row for row in ITEMISED if row.name == name), None)


def _when(figure: ReportedFigure) -> str:
    if figure.as_of is not None:
        return say("截至 {as_of}", as_of=figure.as_of)
    return str(figure.period) if figure.period and figure.period.is_known else ""


def _scope(region: str, figure: ReportedFigure) -> Scope | None:
    """The region with all below it, in the period; a 截至 stands for everything until then."""
    if figure.as_of is not None:
        return Scope(region, until=figure.as_of)
    if figure.period is None or not figure.period.is_known:
        return None
    year = _whole_year(figure.period)
    if year:
        return Scope(region, year=year)
    return Scope(region, since=figure.period.start, until=figure.period.end)


def _whole_year(period: Period) -> str:
    """The year that a period is, so that it has the same list as the year everywhere else."""
    start, end = period.start, period.end
    same = start is not None and end is not None and start.year == end.year
    if not same or start is None or end is None:
        return ""
    whole = PartialDate(start.year)
    covers = start.first == whole.first and end.last == whole.last
    return f"{start.year:04}" if covers else ""
