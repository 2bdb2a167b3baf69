"""逾期: what is owed. Overdue answers, promises whose time has come, promises broken, refusals.

As visible as what was solved: grouped by region, each with its unit, its day, how that day was
worked out, and whom to ask. Records compiled from reports have no clock; where there is none at
all, that is said, and not shown as a 0.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_gen import addresses
from site_gen.docket.families import Family
from site_gen.docket.metrics import FAMILIES, OF_SUGGESTIONS, Metric
from site_gen.pages.areas import areas
from site_gen.pages.channels import without
from site_gen.pages.kinds import PageKind
from site_gen.pages.model import Page
from site_gen.pages.numbers import figure
from site_gen.pages.owed import (
    NEW_DAYS,
    Row,
    broken_rows,
    late_rows,
    promised_rows,
    refused_rows,
    supporting_rows,
)
from site_gen.pages.shapes import Column, Figure
from site_gen.pages.view import View
from site_gen.statistics.numbers import Scope


@dataclass(frozen=True, slots=True)
class Owed:
    """What a channel owes, in numbers."""

    title: str
    numbers: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one region."""

    region: str
    rows: tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of thing that is owed, region by region."""

    anchor: str
    title: str
    official: str
    lede: str
    columns: tuple[Column, ...]
    tables: tuple[Table, ...]


def _compose(view: View) -> Iterator[Page]:
    timed = any(entry.standing and entry.standing.dues for entry in view.entries)
    yield Page(
        address=addresses.OVERDUE,
        kind="overdue",
        section="overdue",
        title="逾期和没有兑现的",
        description="超过期限还没答复的，答应了到期的，没有做到的，没有采纳的：交给谁，过了多久，找谁问。",
        template="overdue.html",
        values={
            "timed": timed,
            "owed": tuple(_owed(view)),
            "sections": tuple(_sections(view)),
        },
        trail=(("首页", addresses.HOME),),
    )


def _owed(view: View) -> Iterator[Owed]:
    """How much is owed, channel by channel; one alone needs no heading."""
    recorded = [of for of in FAMILIES if view.numbers.is_recorded(of.all)] or [OF_SUGGESTIONS]
    for of in recorded:
        metrics = (of.overdue, of.supporting_overdue, of.promise_due, of.unfulfilled)
        figures = (figure(view.numbers.count(metric, Scope())) for metric in metrics)
        title = _noun(of) if len(recorded) > 1 else ""
        yield Owed(title, tuple(without(of.noun, each) for each in figures))


def _noun(of: Family) -> str:
    return of.noun or "建议"


def _sections(view: View) -> Iterator[Section]:
    for of in FAMILIES:
        yield from _late(view, of)
    for of in FAMILIES:
        yield from _promised(view, of)
    yield Section(
        "refused", "没有采纳、办不了的", "", f"最近 {NEW_DAYS} 天里回复的；更早的在台账里。",
        _columns("哪一条", "谁回复的", "怎么回复", "什么时候", "找谁问"),
        _tables(view, refused_rows(view)),
    )  # fmt: skip


def _late(view: View, of: Family) -> Iterator[Section]:
    """What a channel owes an answer to; suggestions have the shortest anchors."""
    columns = _columns("哪一条", "谁没答复", "期限", "已过", "找谁问")
    yield Section(
        of.overdue.key, _title(of, of.overdue), "逾期",
        "期限当天答复算按时；先答复一部分不算答复。", columns, _tables(view, late_rows(view, of)),
    )  # fmt: skip
    yield Section(
        _anchor(of, "supporting"), _title(of, of.supporting_overdue), "会办逾期",
        "配合的单位有自己的期限。", columns, _tables(view, supporting_rows(view, of)),
    )  # fmt: skip


def _promised(view: View, of: Family) -> Iterator[Section]:
    """What a channel was promised: the day has come, or it was not kept."""
    yield Section(
        _anchor(of, "promises"), _title(of, of.promise_due), "",
        "答应的时间已经过了，还没有人去看是不是做到了。",
        _columns("哪一条", "谁答应的", "答应什么", "已过", "找谁问"),
        _tables(view, promised_rows(view, of)),
    )  # fmt: skip
    yield Section(
        _anchor(of, "broken"), f"{_noun(of)}：答应了没有做到", of.unfulfilled.label,
        "最近一次事后复查，发现答应的没有做到。",
        _columns("哪一条", "交给谁", "复查怎么说", "现在怎样", "找谁问"),
        _tables(view, broken_rows(view, of)),
    )  # fmt: skip


def _title(of: Family, metric: Metric) -> str:
    """``提案：超过期限还没答复``."""
    return f"{_noun(of)}：{metric.label.removeprefix(of.noun)}"


def _anchor(of: Family, name: str) -> str:
    return of.overdue.key.replace("overdue", name)


def _columns(*labels: str) -> tuple[Column, ...]:
    return tuple(Column(label=label) for label in labels)


def _tables(view: View, rows: Iterable[Row]) -> tuple[Table, ...]:
    """Rows by region, regions in the order of every list, what waited longest first."""
    of_region: dict[str, list[Row]] = {}
    for row in rows:
        of_region.setdefault(row.region, []).append(row)
    return tuple(
        Table(place.name, tuple(row.cells for row in _longest_first(of_region[place.id])))
        for place in areas(view)
        if place.id in of_region
    )


def _longest_first(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: -row.days)


PAGE = PageKind("overdue", "逾期", _compose)
