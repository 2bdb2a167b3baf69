"""What a region's own reports say: a table of totals, apart from everything counted here.

They are shown as their sources have them and compared nowhere but on the page that does so.
"""

from dataclasses import dataclass

from site_gen.addresses import RECONCILIATION, region_anchor
from site_gen.corpus.places import Place
from site_gen.language import say
from site_gen.pages.balances import reported_words, when_words
from site_gen.pages.shapes import Cell, Column
from site_gen.pages.view import View
from site_gen.statistics.totals import Total, file_totals

COLUMNS = (
    Column(label=say("数的是什么")),
    Column(label=say("来源怎么说")),
    Column(label=say("时间")),
    Column(label=say("来源")),
)
MOST = 8
"""Totals shown on the region's page; all of them stand on the page that compares."""


@dataclass(frozen=True, slots=True)
class Reported:
    """The totals of a region: the latest, how many there are, and where all are compared."""

    rows: tuple[tuple[Cell, ...], ...]
    times: int
    address: str


def reported_by(view: View, place: Place) -> Reported | None:
    """The totals that the region's own files have; None where it has none."""
    records = view.corpus.of_region("statistic", place.id)
    totals = [total for record in records for total in file_totals(record)]
    if not totals:
        return None
    latest = sorted(totals, key=lambda total: total.when, reverse=True)[:MOST]
    return Reported(
        tuple(map(_row, latest)), len(totals), f"{RECONCILIATION}#{region_anchor(place.id)}"
    )


def _row(total: Total) -> tuple[Cell, ...]:
    source = total.record.head.source
    return (
        Cell(text=total.name),
        Cell(text=reported_words(total), reported=total.name),
        Cell(text=when_words(total)),
        Cell(text=str(source.title) if source else say("来源不详")),
    )
