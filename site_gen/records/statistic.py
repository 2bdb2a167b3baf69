"""上报的汇总数: totals that somebody reported, as their source has them.

They are shown and reconciled with what is itemised, and never added to it.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from site_gen.language import say
from site_gen.records import written
from site_gen.records.kinds import Kind, Notation
from site_gen.records.model import AsOf, Head, Line, Part, Reported, Span
from site_gen.records.numbers import Figure, read_count_map
from site_gen.records.reading import Reads, read_text
from site_gen.records.text import Text

RECONCILED: Mapping[str, str] = {
    "协商平台": "个",
    "协商活动": "场次",
    "意见建议": "条",
    "解决问题": "个",
    "提案收到": "件",
    "提案立案": "件",
    "提案不立案": "件",
    "提案并案": "件",
    "提案办结": "件",
    "社情民意收集": "件",
    "社情民意期数": "期",
    "社情民意采用": "件",
    "协商议题": "个",
    "监督议题": "个",
    "民主评议部门": "个",
}
"""The metrics that can be reconciled with records, each with its unit of counting."""


class ReportedFigure(Part):
    """One reported total: metric, value, unit, and when it was or over what time."""

    owners: ClassVar[tuple[str, ...]] = ("figure",)
    either: ClassVar[tuple[str, ...]] = ("as_of", "period")

    metric: Annotated[Text, Reads(read_text, written.named(RECONCILED))]
    value: Reported
    unit: Line
    as_of: AsOf = None
    period: Span | None = None
    note: Line | None = None
    parts: Annotated[Mapping[str, Figure] | None, Reads(read_count_map, written.COUNTS)] = None


class Statistic(Head):
    """A file of reported totals from one source."""

    owners: ClassVar[tuple[str, ...]] = ("statistic", "record")

    figures: tuple[ReportedFigure, ...]


KIND = Kind(
    key="statistic",
    term=say("上报数"),
    pattern="regions/<region>/statistics/<name>.yaml",
    notation=Notation.MAP,
    model=Statistic,
    title="source",
)
