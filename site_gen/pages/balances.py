"""A reported total beside its itemised count, in words: for the page that compares totals, and
for sessions and regions that have totals of their own.

The two are never one row of figures: what a source says is marked as such, and only what is
counted here links to a list.
"""

from collections.abc import Mapping

from site_gen.language import joined, say
from site_gen.language.days import month_message
from site_gen.pages.shapes import Balance, Cell, Tag, Tone
from site_gen.pages.words import amount, day_words
from site_gen.statistics.numbers import Count, Numbers, Scope
from site_gen.statistics.reconciliation import Reconciliation
from site_gen.statistics.totals import Total
from site_gen.vocabulary.totals import Agreement

_TONES: Mapping[Agreement, Tone] = {
    Agreement.AGREES: "done",
    Agreement.INCOMPLETE: "waiting",
    Agreement.EXCEEDS: "late",
    Agreement.DIFFERENT: "unknown",
    Agreement.UNCHECKABLE: "unknown",
}


def balance_of(numbers: Numbers, row: Reconciliation) -> Balance:
    """One total with its counterpart, as the component shows it."""
    total = row.total
    shown = Balance(
        name=total.name,
        when=when_words(total),
        reported=reported_words(total),
        tag=Tag(label=row.verdict.plain, tone=_TONES[row.verdict]),
        official=row.verdict.term,
        reason=joined("；", (part for part in (row.reason, _note(row), _vague(row)) if part)),
        parts=parts_words(total),
    )
    if row.itemised is None:
        shown["itemised"] = Cell(text=say("没法数"))
    else:
        begun = _has_begun(numbers, row.itemised)
        shown["itemised"] = _itemised(row.itemised) if begun else Cell(text=say("未录入"))
        if begun:
            _add_coverage(shown, row, row.itemised.value)
    return shown


def _has_begun(numbers: Numbers, count: Count) -> bool:
    """Whether anything is recorded there; where nothing is, 0 would say too much."""
    return bool(count.scope.page) or numbers.is_recorded(count.metric, count.scope.region)


def _itemised(count: Count) -> Cell:
    """The count; what a single session counts stands on its own page and needs no list."""
    cell = Cell(text=amount(count.value, count.metric.unit), address=count.address)
    if not count.scope.page:
        cell["metric"], cell["scope"] = count.metric.key, count.scope.key
    return cell


def _add_coverage(shown: Balance, row: Reconciliation, itemised: int) -> None:
    """How much of the total is itemised, unless more is than was reported."""
    reported = row.total.figure.exact
    if reported and row.gap is not None and row.gap >= 0:
        shown["share"] = 100 * itemised // reported
        shown["coverage"] = (
            say("{coverage}，占 {percent}", coverage=row.coverage, percent=row.percent)
            if row.percent
            else row.coverage
        )


def _note(row: Reconciliation) -> str:
    """What the source says about its total, unless the verdict rests on it already."""
    note = row.total.note
    return say("来源另有说明：{note}", note=note) if note and note not in row.reason else ""


def _vague(row: Reconciliation) -> str:
    if row.itemised is None or not row.vague:
        return ""
    return say(
        "另有 {vague} {unit}日期不全，说不清在不在这段时间里",
        vague=row.vague,
        unit=row.itemised.metric.unit,
    )


def reported_words(total: Total) -> str:
    """The total as its source has it; what is not a number stands without a unit."""
    if total.figure.value is None:
        return total.figure.written
    return amount(total.figure.written, total.unit)


def parts_words(total: Total) -> str:
    """``其中：满意 22、基本满意 2``; empty where the source gives no parts."""
    parts = joined("、", (amount(name, figure.written) for name, figure in total.parts.items()))
    return say("其中：{parts}", parts=parts) if parts else ""


def when_words(total: Total) -> str:
    """The time a total is about; 时间不详 where the source does not say."""
    return period_words(total.scope) if total.scope else say("时间不详")


def period_words(scope: Scope) -> str:
    """``2023年``, ``2023年1月至6月``, ``截至 2023年6月``; empty for any time."""
    if scope.year:
        return say("{year}年", year=scope.year)
    since, until = scope.since, scope.until
    if until is None:
        return say("{day}以来", day=day_words(since)) if since else ""
    if since is None:
        return say("截至 {day}", day=day_words(until))
    if since == until:
        return day_words(until)
    last = day_words(until)
    if since.year == until.year and until.month is not None:
        last = month_message(until.month, until.day)
    return say("{since}至{until}", since=day_words(since), until=last)
