"""上报的汇总数: totals that somebody reported, as their source has them.

They are shown and reconciled with what is itemised, and never added to it.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from site_gen.records.kinds import Kind, Notation
from site_gen.records.model import AsOf, Head, Line, Part, Reported, Span
from site_gen.records.numbers import Figure, read_count_map
from site_gen.records.reading import Reads


class ReportedFigure(Part):
    """One reported total: metric, value, unit, and when it was or over what time."""

    owners: ClassVar[tuple[str, ...]] = ("figure",)

    metric: Line
    value: Reported
    unit: Line
    as_of: AsOf = None
    period: Span | None = None
    note: Line | None = None
    parts: Annotated[Mapping[str, Figure] | None, Reads(read_count_map, {"type": "object"})] = None


class Statistic(Head):
    """A file of reported totals from one source."""

    owners: ClassVar[tuple[str, ...]] = ("statistic", "record")

    figures: tuple[ReportedFigure, ...]


KIND = Kind(
    key="statistic",
    term="上报数",
    pattern="regions/<region>/statistics/<name>.yaml",
    notation=Notation.MAP,
    model=Statistic,
    title="source",
)
