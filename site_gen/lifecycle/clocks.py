"""Deadlines and today: what is due when, what is overdue, which promise has come.

The fold starts and stops clocks; here a region's rules say when each is due and
``today`` whether that day has passed. Every date comes with its working.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from site_gen.language import say
from site_gen.lifecycle.fold import History
from site_gen.lifecycle.state import Clock, Ending, Role, State
from site_gen.records.dates import Duration
from site_gen.vocabulary.progress import Action, Rating, Stage, Verdict
from site_gen.vocabulary.settings import DeadlineKind

PROPOSAL_DEFAULTS: Mapping[DeadlineKind, Duration] = {
    DeadlineKind.PROPOSAL: Duration(months=3),
    DeadlineKind.EXTENSION: Duration(months=6),
    DeadlineKind.SUPPORTING: Duration(months=2),
    DeadlineKind.REANSWER: Duration(days=15),
}
"""The terms of the rules on proposals; they hold for proposals alone."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The terms that hold for one item: its kind, and term and origin of each rule.

    ``kind`` None means that no clock ever runs (problems without 期限 have none,
    either, by having no rule). ``terms`` maps to the term and the words that say
    whose rule it is.
    """

    kind: DeadlineKind | None
    terms: Mapping[DeadlineKind, tuple[Duration, str]]

    def term(self, kind: DeadlineKind | None) -> tuple[Duration, str] | None:
        """The term of a kind and whose rule it is; None where nobody set one."""
        if kind is None:
            return None
        if kind in self.terms:
            return self.terms[kind]
        if self.kind is DeadlineKind.PROPOSAL and kind in PROPOSAL_DEFAULTS:
            return PROPOSAL_DEFAULTS[kind], say("提案办理的一般规定")
        return None


@dataclass(frozen=True, slots=True)
class Due:
    """When a clock is due; ``day`` None means 办理时限未说明, never overdue."""

    clock: Clock
    day: date | None
    working: str

    def is_overdue(self, today: date) -> bool:
        """Whether the day has passed with the clock still running; the day itself is in time."""
        return self.day is not None and self.clock.is_running and today > self.day

    def in_time(self, today: date) -> bool | None:
        """Whether it was answered by its day; None while that cannot be said.

        Left open: no due day, the day not yet come, the clock replaced before it, an
        answer whose date is too vague.
        """
        stop = self.clock.stop
        if self.day is None or (stop is None and today <= self.day):
            return None
        if stop is None:
            return False
        if self.clock.ending is not Ending.ANSWERED:
            return None if stop.when.first <= self.day else False
        if self.day > today:
            return None
        if stop.when.last <= self.day:
            return True
        return False if stop.when.first > self.day else None


def due_of(clock: Clock, deadlines: Deadlines) -> Due:
    """When ``clock`` is due: the last 延期, else its 期限, else start + the region's term."""
    if clock.extended is not None:
        day = clock.extended.content.first
        return Due(clock, day, say("{when} 延期到 {day}", when=clock.extended.when, day=day))
    stated = clock.start.parts.get("due") if clock.role is Role.LEAD else None
    if stated is not None:
        working = say("{when} 交办时写明 {day}", when=clock.start.when, day=stated.first)
        return Due(clock, stated.first, working)
    rule = deadlines.term(_rule_for(clock.role, deadlines))
    if rule is None:
        return Due(clock, None, say("办理时限未说明"))
    term, origin = rule
    day = term.after(clock.start.when.first)
    working = say(
        "{when} {action}，加 {term}（{origin}），到 {day}",
        when=clock.start.when,
        action=clock.start.action.term,
        term=term,
        origin=origin,
        day=day,
    )
    return Due(clock, day, working)


def _rule_for(role: Role, deadlines: Deadlines) -> DeadlineKind | None:
    if role is Role.LEAD:
        return deadlines.kind
    return DeadlineKind.SUPPORTING if role is Role.SUPPORTING else DeadlineKind.REANSWER


@dataclass(frozen=True, slots=True)
class Standing:
    """An item as it stands on one day.

    ``dues`` has every clock in the order it was started; ``promise_due`` is a
    promise whose last possible day has passed and that nobody has looked at.
    """

    state: State
    dues: tuple[Due, ...]
    today: date
    promise_due: bool

    @property
    def overdue(self) -> tuple[Due, ...]:
        """The clocks of lead units, and of answers owed again, that are overdue."""
        return tuple(
            due
            for due in self.dues
            if due.clock.role is not Role.SUPPORTING and due.is_overdue(self.today)
        )

    @property
    def supporting_overdue(self) -> tuple[Due, ...]:
        """The clocks of supporting units that are overdue."""
        return tuple(
            due
            for due in self.dues
            if due.clock.role is Role.SUPPORTING and due.is_overdue(self.today)
        )

    @property
    def current_due(self) -> Due | None:
        """The clock that runs against the lead, or None."""
        return next(
            (
                due
                for due in reversed(self.dues)
                if due.clock.is_running and due.clock.role is not Role.SUPPORTING
            ),
            None,
        )

    @property
    def last_rating(self) -> Rating | None:
        """The most frequent word of the last 评价."""
        ratings = self.state.ratings
        return ratings[-1].content.rating if ratings else None

    @property
    def last_lookback(self) -> Verdict | None:
        """The finding of the last 回头看."""
        lookbacks = self.state.lookbacks
        return lookbacks[-1].content if lookbacks else None

    @property
    def times_dissatisfied(self) -> int:
        """How many 评价 had any 不满意."""
        return sum(event.content.any_dissatisfied for event in self.state.ratings)

    @property
    def times_relapsed(self) -> int:
        """How many 回头看 found 反弹."""
        return sum(event.content is Verdict.RELAPSED for event in self.state.lookbacks)

    @property
    def asks_for_lookback(self) -> bool:
        """Whether somebody disputed it and nobody has looked since."""
        return self.state.asks_for_lookback


def stand(history: History, deadlines: Deadlines | None, today: date) -> Standing:
    """Where an item stands on ``today``; no ``deadlines``: no clock runs, no promise comes due."""
    state = history.state
    if deadlines is None:
        return Standing(state, (), today, promise_due=False)
    dues = tuple(due_of(clock, deadlines) for clock in state.clocks)
    return Standing(state, dues, today, _promise_has_come(state, today))


def _promise_has_come(state: State, today: date) -> bool:
    """The last possible day has passed, and no 回头看 has been there since."""
    when = state.promise.when if state.promise else None
    if when is None or today <= when.last or state.stage is not Stage.CLOSED:
        return False
    return not any(event.when.last > when.last for event in state.lookbacks)


def on_the_spot(history: History) -> bool:
    """Whether it was answered on the day it was raised, without 交办."""
    for event in history.effective:
        if event.action is Action.ASSIGNED:
            return False
        if event.action in (Action.REPLIED, Action.CLOSED):
            return event.when.is_full and _same_day(event.when.first, history)
    return False


def _same_day(day: date, history: History) -> bool:
    raised = history.raised
    return raised is not None and raised.is_full and raised.first == day
