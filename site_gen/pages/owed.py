"""Rows of what is owed: the item, the unit, the day with its working, whom to ask."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from site_gen.docket.build import is_withheld
from site_gen.docket.entry import Entry
from site_gen.docket.families import Family
from site_gen.docket.metrics import Metric
from site_gen.docket.texts import value_text
from site_gen.language import joined, say
from site_gen.lifecycle import Due, Standing
from site_gen.pages.contacts import whom_to_ask
from site_gen.pages.shapes import Cell, Value
from site_gen.pages.tags import main_cell
from site_gen.pages.unit_cells import unit_cells
from site_gen.pages.view import View
from site_gen.pages.words import day_words, promise_words
from site_gen.records.events import Event
from site_gen.vocabulary.progress import Action, Result, Stage

NEW_DAYS = 180
"""How long a refusal counts as new; older ones are found in the ledger."""
_REFUSING = frozenset({Action.NOT_FILED, Action.NOT_ADOPTED})
_REFUSALS = frozenset({Result.DEFERRED, Result.INFEASIBLE})


@dataclass(frozen=True, slots=True)
class Row:
    """One item in a table; ``days`` is for how long it has been waiting."""

    region: str
    days: int
    item: Cell
    said: tuple[Value, ...]

    @property
    def cells(self) -> tuple[Value, ...]:
        """The item first."""
        return self.item, *self.said

    def named(self, view: View) -> tuple[Value, ...]:
        """The same where items of several regions stand: the item says which it is of."""
        where = (view.corpus.places[self.region].name, self.item.get("note", ""))
        return Cell(**{**self.item, "note": joined("，", filter(None, where))}), *self.said


def overdue_row(view: View, entry: Entry) -> Row | None:
    """An item whose lead unit, or whoever owes an answer again, has not answered in time."""
    return late_row(view, entry, entry.standing.overdue) if entry.standing else None


def supporting_row(view: View, entry: Entry) -> Row | None:
    """An item of which a supporting unit has not answered in time."""
    return late_row(view, entry, entry.standing.supporting_overdue) if entry.standing else None


def row_of(view: View, entry: Entry, days: int, *cells: Value) -> Row:
    """The item first, whom to ask last."""
    item = Cell(text=entry.title, address=entry.address, note=entry.context)
    ask = whom_to_ask(view, entry) or (Cell(text=say("没有登记联系方式")),)
    return Row(entry.record.id.region, days, item, (*cells, ask))


def late_row(view: View, entry: Entry, dues: Iterable[Due]) -> Row:
    """An item with the terms that were let pass: who is waited for, the days, for how long."""
    timed = [(due, due.day) for due in dues if due.day is not None]
    days = max((view.today - day).days for _, day in timed)
    units = dict.fromkeys(unit for due, _ in timed for unit in _waited_for(due))
    dates = tuple(Cell(text=day_words(day), note=due.working) for due, day in timed)
    return row_of(view, entry, days, _units(view, entry, units), dates, _days(days))


def _waited_for(due: Due) -> tuple[str, ...]:
    return tuple(unit for unit in due.clock.units if unit in due.clock.waiting)


def _units(view: View, entry: Entry, units: Iterable[str]) -> Value:
    return unit_cells(view, entry.record, units) or say("没有写明单位")


def _days(days: int) -> Cell:
    return Cell(text=say("{n} 天", n=days))


def promised_row(view: View, entry: Entry) -> Row | None:
    """An item whose promised day has passed and that nobody has looked at since."""
    promise = entry.standing.state.promise if entry.standing else None
    if entry.standing is None or promise is None or promise.when is None:
        return None
    days = (view.today - promise.when.last).days
    said = Cell(
        text=say(
            "{promise}：{promised}",
            promise=promise_words(promise),
            promised=_promised(entry, entry.standing),
        )
    )
    return row_of(view, entry, days, _units(view, entry, entry.units), said, _days(days))


def _promised(entry: Entry, standing: Standing) -> str:
    """The result in plain words, with its plan or next step where it may be read."""
    result, by = standing.state.result, standing.state.result_by
    words = result.plain if result else ""
    parts = by.parts if by and not is_hidden(entry) else {}
    detail = value_text(parts.get("plan") or parts.get("next_step"))
    return say("{words}（{detail}）", words=words, detail=detail) if detail else words


def is_hidden(entry: Entry) -> bool:
    """Whether what was said of an item may not be read."""
    return entry.tracked is None or is_withheld(entry.tracked)


def broken_row(view: View, entry: Entry) -> Row | None:
    """An item of which the last look-back found that a promise was not kept."""
    if entry.standing is None:
        return None
    event = entry.standing.state.lookbacks[-1]
    found = Cell(text=event.content.plain, note=day_words(event.when))
    days = (view.today - event.when.last).days
    return row_of(
        view, entry, days, _units(view, entry, entry.units), found, main_cell(view, entry)
    )


def refused_row(view: View, entry: Entry) -> Row | None:
    """An item that was declined, or called impossible, within the last :data:`NEW_DAYS`."""
    event = refusal_of(entry)
    if event is None or not _is_new(event, view.today):
        return None
    days = (view.today - event.when.last).days
    said = reason_cell(entry, event), Cell(text=day_words(event.when))
    return row_of(view, entry, days, _units(view, entry, refusers(entry, event)), *said)


def refusing(of: Family, results: Collection[Result] = _REFUSALS) -> Iterator[Metric]:
    """The metrics of what was refused in a channel: declined first, then by result."""
    yield of.by_stage[list(Stage).index(Stage.DECLINED)]
    yield from (
        metric for metric, result in zip(of.by_result, Result, strict=True) if result in results
    )


def _is_new(event: Event, today: date) -> bool:
    return today - timedelta(days=NEW_DAYS) <= event.when.last and event.when.first <= today


def refusal_of(entry: Entry, results: Collection[Result] = _REFUSALS) -> Event | None:
    """The event by which an item was refused, where it stands refused now.

    ``results`` are those that count as a refusal.
    """
    if entry.tracked is None or entry.standing is None:
        return None
    if entry.stage is Stage.DECLINED:
        events = entry.tracked.history.effective
        return next((event for event in reversed(events) if event.action in _REFUSING), None)
    return entry.standing.state.result_by if entry.result in results else None


def refusers(entry: Entry, event: Event) -> tuple[str, ...]:
    """Who said so: the units of the event, else those of the item."""
    return tuple(map(str, event.parts.get("unit", ()))) or entry.units


def reason_cell(entry: Entry, event: Event) -> Cell:
    """What was said, in plain words, and why, where it may be read."""
    refused = event.action in _REFUSING
    word = event.action.plain if refused else value_text(event.content)
    reason = value_text(event.content if refused else event.parts.get("reason"))
    cell = Cell(text=word)
    if reason and not is_hidden(entry):
        cell["note"] = say("原因：{reason}", reason=reason)
    return cell
