"""How far the suggestions of a scope have come: its figures, its funnel, its statuses."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.corpus.places import Place
from site_gen.docket.families import Family
from site_gen.docket.metrics import (
    BY_STAGE,
    COMPILED,
    IN_HAND,
    OF_SUGGESTIONS,
    OVERDUE,
    PROMISE_DUE,
    RATES,
    REPLIED,
    RESOLVED,
    SESSIONS,
    SUGGESTIONS,
    Metric,
)
from site_gen.docket.tones import TONES, Tone
from site_gen.language import joined, say
from site_gen.language.days import SHORT_MONTHS
from site_gen.pages.numbers import bar, figure, rate_figure, unrecorded
from site_gen.pages.picks import TOLD_HERE, first, raised_by_month
from site_gen.pages.shapes import Bar, Figure, Month
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.statistics.numbers import Count, Scope
from site_gen.vocabulary.progress import Result, Stage

_SHOWN_RATES = ("reply_rate", "resolution_rate", "on_time_rate", "satisfaction_rate")


@dataclass(frozen=True, slots=True)
class Funnel:
    """From raised to resolved; ``note`` says what left it on the way."""

    rows: tuple[Bar, ...]
    whole: int
    note: str


@dataclass(frozen=True, slots=True)
class Months:
    """What was raised in each month of a year; what has no month stands apart."""

    caption: str
    columns: tuple[Month, ...]


def region_numbers(view: View, scope: Scope) -> tuple[Figure, ...]:
    """The figures of a region with all below it; 未录入 where it has not begun."""
    if not view.numbers.is_recorded(SESSIONS, scope.region):
        return tuple(unrecorded(metric.label) for metric in (SESSIONS, SUGGESTIONS))
    return tuple(_figures(view, scope))


def _figures(view: View, scope: Scope) -> Iterator[Figure]:
    """Counts, then what is owed and the rates, where there is anything with a clock."""
    count = view.numbers.count
    compiled = count(COMPILED, scope)
    suggestions = count(SUGGESTIONS, scope)
    yield figure(count(SESSIONS, scope))
    yield suggestions_figure(view, scope)
    if compiled.value == suggestions.value:
        return
    for rate in RATES:
        value = view.numbers.rate(rate, scope)
        if rate.key in _SHOWN_RATES and value.denominator.value:
            yield rate_figure(value)
    for metric in (OVERDUE, PROMISE_DUE):
        yield figure(count(metric, scope))


def suggestions_figure(view: View, scope: Scope) -> Figure:
    """How many suggestions, and how many of them only reports tell of."""
    count, compiled = view.numbers.count(SUGGESTIONS, scope), view.numbers.count(COMPILED, scope)
    held = view.numbers.count(SESSIONS, scope).value
    if not count.value and held and not first(view, TOLD_HERE, scope).total:
        return unrecorded(SUGGESTIONS.label, say("报道没有逐条列出建议"))
    shown = figure(count)
    if compiled.value:
        is_all = compiled.value == count.value
        label = say("全部从报道整理") if is_all else say("其中从报道整理")
        shown["beside"] = (figure(compiled, label),)
    return shown


def own_numbers(view: View, place: Place) -> tuple[Figure, ...]:
    """What the region itself recorded, for one that has others below it."""
    scope = Scope(place.id, own=True)
    if not place.children or not view.numbers.count(SESSIONS, scope).value:
        return ()
    return tuple(figure(view.numbers.count(metric, scope)) for metric in (SESSIONS, SUGGESTIONS))


def funnel(view: View, scope: Scope) -> Funnel | None:
    """From raised to resolved; None where nobody has taken anything in hand yet."""
    count = view.numbers.count
    raised, in_hand = count(SUGGESTIONS, scope), count(IN_HAND, scope)
    if not in_hand.value:
        return None
    replied, resolved = count(REPLIED, scope), count(RESOLVED, scope)
    rows = (
        bar(raised, say("提出来")),
        _step(in_hand, say("有人接手"), "active"),
        _step(replied, say("有答复"), "active"),
        _step(resolved, say("解决了"), "done"),
    )
    return Funnel(rows, raised.value, _left(view, scope))


def months(view: View, scope: Scope) -> Months | None:
    """When the suggestions of the latest year were raised; None where they are too few to draw."""
    raised = raised_by_month(view, scope)
    year = max((year for year, _ in raised), default="")
    times = Counter({month: n for (each, month), n in raised.items() if each == year})
    if not year or times.total() < view.numbers.minimum_n:
        return None
    last = view.today.month if year == f"{view.today.year:04}" else 12
    shown = [month for month in range(1, 13) if month <= last or times[month]]
    columns = [Month(label=SHORT_MONTHS[month - 1], value=times[month]) for month in shown]
    columns += [Month(label=say("不详"), value=times[None])] if times[None] else []
    caption = say(
        "{year}年各月提出的建议，共 {n} 条，截至 {day}",
        year=year,
        n=times.total(),
        day=day_words(view.today),
    )
    return Months(caption, tuple(columns))


def _step(count: Count, label: str, tone: Tone) -> Bar:
    row = bar(count, label)
    row["tone"] = tone
    return row


def _left(view: View, scope: Scope) -> str:
    """What is in none of the later steps: compiled, or ended another way."""
    ended = sum(
        view.numbers.count(metric, scope).value
        for metric, stage in zip(BY_STAGE, Stage, strict=True)
        if stage in (Stage.DECLINED, Stage.MERGED, Stage.CONVERTED, Stage.WITHDRAWN)
    )
    compiled = view.numbers.count(COMPILED, scope).value
    parts = (
        (ended, say("没有采纳、并到别条、转办和撤回的")),
        (compiled, say("从报道整理的")),
    )
    left = joined(
        "，", (say("{words} {n} 条", words=words, n=number) for number, words in parts if number)
    )
    return say("{left}，不在后面几步里", left=left) if left else ""


def status_bars(view: View, scope: Scope, of: Family = OF_SUGGESTIONS) -> tuple[Bar, ...]:
    """Every item of a channel by its result in force, else its stage; compiled ones on their own.

    Nothing where there are only compiled ones: nobody knows where they stand.
    """
    raised, compiled = (view.numbers.count(each, scope) for each in (of.all, of.compiled))
    if raised.value == compiled.value:
        return ()
    results = [
        _status(view, scope, metric, result.plain, TONES[result])
        for metric, result in zip(of.by_result, Result, strict=True)
    ]
    stages = [
        _status(view, scope, metric, stage.plain, TONES[stage])
        for metric, stage in zip(of.by_stage, Stage, strict=True)
        if stage is not Stage.CLOSED
    ]
    reported = _status(
        view, scope, of.compiled, say("从报道整理，之后没有公开信息"), TONES["compiled"]
    )
    return tuple(row for row in (*results, *stages, reported) if row["value"])


def _status(view: View, scope: Scope, metric: Metric, label: str, tone: Tone) -> Bar:
    row = bar(view.numbers.count(metric, scope), label)
    row["tone"] = tone
    return row
