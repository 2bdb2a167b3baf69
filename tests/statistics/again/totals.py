"""Reported totals beside what the second count finds for the same place and time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.statistics.again.days import first, last
from tests.statistics.again.files import Record
from tests.statistics.again.reader import Found, Reader

NAMES = {
    "协商平台": ("个", "platforms"), "协商活动": ("场次", "sessions"),
    "意见建议": ("条", "suggestions"), "解决问题": ("个", "solved_problems"),
    "提案收到": ("件", "proposals"), "提案立案": ("件", "proposals_filed"),
    "提案不立案": ("件", "proposals_not_filed"), "提案并案": ("件", "proposals_merged"),
    "提案办结": ("件", "proposals_closed"), "社情民意收集": ("件", "opinions"),
    "社情民意期数": ("期", "bulletins"), "社情民意采用": ("件", "opinions_taken_up"),
    "协商议题": ("个", "topics"), "监督议题": ("个", "supervisions"),
    "民主评议部门": ("个", "evaluated_units"),
}  # fmt: skip
"""The totals that are reconciled, with their unit and what counts the same one by one."""
STATED = {"建议": "suggestions", "问题": "problems", "解决": "solved_problems"}


@dataclass(frozen=True)
class Compared:
    """A reported total; ``itemised`` is None where nothing can be counted beside it."""

    record: str
    name: str
    reported: str
    itemised: int | None
    verdict: str


def compared(reader: Reader, found: list[Found]) -> Iterator[Compared]:
    """Every total of the statistics files and of single sessions."""
    for record in reader.folder.records:
        if record.kind == "statistics" and "撤下" not in record.head:
            yield from of_file(reader, record, found)
        if record.kind == "sessions" and "撤下" not in record.head:
            yield from of_session(record, found)


def of_file(reader: Reader, record: Record, found: list[Found]) -> Iterator[Compared]:
    """The totals of a file."""
    for figure in record.head["数据"]:
        name, reported = figure["指标"], figure["数值"]
        itemised = beside(reader, record, figure, found)
        said = verdict(figure, itemised)
        yield Compared(f"{record.region}/{record.name}", name, reported, itemised, said)


def of_session(record: Record, found: list[Found]) -> Iterator[Compared]:
    """What a session states of itself, beside its own items."""
    for name, reported in record.head.get("上报数", {}).items():
        own = [one for one in found if one.id.startswith(f"{record.id}#")]
        itemised = sum(one.metric == STATED[name] for one in own)
        said = gap(int(reported) - itemised)
        yield Compared(f"{record.region}/{record.name}", name, reported, itemised, said)


def beside(reader: Reader, record: Record, figure: Any, found: list[Found]) -> int | None:
    """How many there are in the region, with all below it, and in the period."""
    _, metric = NAMES.get(figure["指标"], ("", ""))
    start, end = period(figure)
    if not metric or not end:
        return None
    return sum(
        one.metric == metric
        and any(record.region in reader.upwards(region) for region in one.regions)
        and bool(one.when)
        and (not start or first(start) <= first(one.when))
        and last(one.when) <= last(end)
        for one in found
    )


def period(figure: Any) -> tuple[str, str]:
    """From and until; nothing where the source does not say."""
    if "截至" in figure:
        return "", figure["截至"].removeprefix("不详")
    span = figure.get("期间", "不详")
    if span == "不详":
        return "", ""
    return span.split("/")[0], span.split("/")[-1]


def verdict(figure: Any, itemised: int | None) -> str:
    """Only exact figures of the same unit, counted in the same way, are compared."""
    exact = re.fullmatch(r"\d+", figure["数值"])
    if itemised is None or not exact:
        return "不可逐条核对"
    if figure["单位"] != NAMES[figure["指标"]][0] or "口径" in figure:
        return "口径不同"
    return gap(int(figure["数值"]) - itemised)


def gap(missing: int) -> str:
    """What the difference means."""
    if missing == 0:
        return "一致"
    return "未全部录入" if missing > 0 else "超出"
