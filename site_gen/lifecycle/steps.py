"""What each action does to the state: one small function an action.

The stage that follows is data (:mod:`site_gen.records.actions`); here is what
depends on more than the stage: units, results, clocks, voices.
"""

from collections.abc import Callable, Mapping

from site_gen.lifecycle.state import Clock, Ending, Role, State
from site_gen.records.actions import ACTION_RULES, REOPENING_VERDICTS, SETTLED_VERDICTS
from site_gen.records.events import Event
from site_gen.vocabulary.progress import ENDS, Action, Result, Stage, Verdict

Canonical = Callable[[str], str]
_TAKES_IN_HAND = frozenset(
    {Action.ASSIGNED, Action.STARTED, Action.INTERIM, Action.REPLIED, Action.CLOSED}
)


def next_state(state: State, event: Event, canonical: Canonical) -> State:
    """The state after ``event``, which the table allows in ``state``."""
    effect = _EFFECTS.get(event.action)
    after = effect(state, event, canonical) if effect else _moved(state, event)
    if event.action in _TAKES_IN_HAND and not after.taken_in_hand:
        after = after._replace(taken_in_hand=True)
    if after.stage in ENDS and state.stage not in ENDS:
        after = after._replace(clocks=_stop_all(after.clocks, event, Ending.ENDED))
    return after


def _moved(state: State, event: Event) -> State:
    stage = _following(state, event)
    return state if stage is state.stage else state._replace(stage=stage)


def _following(state: State, event: Event) -> Stage:
    return ACTION_RULES[event.action].then or state.stage


def _stop_all(clocks: tuple[Clock, ...], event: Event, ending: Ending) -> tuple[Clock, ...]:
    return tuple(clock.stopped(event, ending) for clock in clocks)


def _names(event: Event, key: str, canonical: Canonical) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(canonical, event.parts.get(key, ()))))


def _raised(state: State, event: Event, canonical: Canonical) -> State:
    return _moved(state, event)._replace(raised=True)


def _adopted(state: State, event: Event, canonical: Canonical) -> State:
    stage = Stage.ACCEPTED if state.stage is Stage.RAISED else state.stage
    return state._replace(stage=stage, adopted=True)


def _assigned(state: State, event: Event, canonical: Canonical) -> State:
    """A new 交办 replaces every clock, clears the result, and names the units.

    A unit that leads does not support besides, even where it is written as both.
    """
    lead = tuple(dict.fromkeys(map(canonical, event.content)))
    named = _names(event, "supporting", canonical)
    supporting = tuple(unit for unit in named if unit not in lead)
    clocks = _stop_all(state.clocks, event, Ending.REPLACED)
    if event.when.is_full:
        clocks += (Clock(Role.LEAD, lead, event, frozenset(lead)),)
        clocks += tuple(
            Clock(Role.SUPPORTING, (unit,), event, frozenset({unit})) for unit in supporting
        )
    return _without_result(state)._replace(
        stage=_following(state, event),
        lead=lead,
        supporting=supporting,
        clocks=clocks,
        answered_by=frozenset(),
        taken_in_hand=True,
    )


def _without_result(state: State) -> State:
    if state.result_by is None:
        return state
    return state._replace(result=None, result_by=None, promise=None)


def _returned(state: State, event: Event, canonical: Canonical) -> State:
    """The units no longer owe an answer, and are no longer the item's units."""
    clocks = _stop_all(state.clocks, event, Ending.REPLACED)
    return _moved(state, event)._replace(lead=(), supporting=(), clocks=clocks)


def _extended(state: State, event: Event, canonical: Canonical) -> State:
    """延期 moves the lead's clock, or that of the answer owed again; not 会办's."""
    clocks = tuple(
        clock._replace(extended=event)
        if clock.is_running and clock.role is not Role.SUPPORTING
        else clock
        for clock in state.clocks
    )
    return state._replace(clocks=clocks)


def _interim(state: State, event: Event, canonical: Canonical) -> State:
    return state if state.stage is Stage.REPLIED else _moved(state, event)


def _replied(state: State, event: Event, canonical: Canonical) -> State:
    """A 答复 stops the clocks of those who answered; all leads must have answered.

    Without 单位, or without a lead, it answers for all. One whose 单位 are all 会办 moves nothing.
    """
    units = frozenset(_names(event, "unit", canonical))
    by_supporters = bool(units) and units <= frozenset(state.supporting)
    asked = units if state.lead else frozenset()
    clocks = tuple(_after_reply(clock, event, asked) for clock in state.clocks)
    heard = state.answered_by | units
    answers_all = not by_supporters and (not units or heard.issuperset(state.lead))
    return state._replace(
        clocks=clocks,
        answers=(*state.answers, event),
        answered_by=heard,
        answered_once=state.answered_once or not by_supporters,
        stage=Stage.REPLIED if answers_all else state.stage,
        answered=state.answered or answers_all,
        taken_in_hand=True,
    )


def _after_reply(clock: Clock, event: Event, units: frozenset[str]) -> Clock:
    if clock.role is Role.SUPPORTING:
        return clock.answered(event, units) if units & clock.waiting else clock
    if not units:
        return clock.stopped(event, Ending.ANSWERED)
    return clock.answered(event, units) if units & clock.waiting else clock


def _closed(state: State, event: Event, canonical: Canonical) -> State:
    """办结 gives the result and stops all clocks but those of the supporting units."""
    clocks = tuple(
        clock if clock.role is Role.SUPPORTING else clock.stopped(event, Ending.ANSWERED)
        for clock in state.clocks
    )
    return state._replace(
        stage=_following(state, event),
        taken_in_hand=True,
        result=event.content,
        result_by=event,
        promise=event.parts.get("promise"),
        answered=True,
        answered_once=True,
        clocks=clocks,
        answers=(*state.answers, event),
    )


def _rated(state: State, event: Event, canonical: Canonical) -> State:
    after = state._replace(ratings=(*state.ratings, event))
    if not event.content.any_dissatisfied:
        return after
    return _owing_again(after._replace(causes=(*after.causes, event)), event, canonical)


def _disputed(state: State, event: Event, canonical: Canonical) -> State:
    return state._replace(disputes=(*state.disputes, event), asks_for_lookback=True)


def _supervised(state: State, event: Event, canonical: Canonical) -> State:
    return state._replace(causes=(*state.causes, event))


def _looked_back(state: State, event: Event, canonical: Canonical) -> State:
    after = state._replace(lookbacks=(*state.lookbacks, event), asks_for_lookback=False)
    if event.content in REOPENING_VERDICTS:
        return _reopened(after, event, canonical, cause=event)
    if event.content is Verdict.PROGRESSED:
        return after._replace(result=Result.RESOLVED, result_by=event, promise=None)
    if event.content not in SETTLED_VERDICTS:
        return after._replace(causes=(*after.causes, event))
    return after


def _rehandled(state: State, event: Event, canonical: Canonical) -> State:
    return _reopened(state, event, canonical, cause=None)


def _reopened(state: State, event: Event, canonical: Canonical, cause: Event | None) -> State:
    """Open again: the result is cleared and an answer is owed again.

    A look-back that re-opens is itself a cause that a 二次办理 may name.
    """
    counted = state.reopenings + (state.stage is not Stage.REOPENED)
    after = _without_result(state)._replace(
        stage=Stage.REOPENED,
        reopenings=counted,
        answered=False,
        answered_by=frozenset(),
        causes=(cause,) if cause else (),
    )
    return _owing_again(after, event, canonical)


def _owing_again(state: State, event: Event, canonical: Canonical) -> State:
    """Start 再答复, once: not while an answer is owed already.

    Without a lead it is expected of whoever answered last.
    """
    if not event.when.is_full or state.running(Role.LEAD, Role.REANSWER):
        return state
    units = state.lead or _last_answering(state, canonical)
    clock = Clock(Role.REANSWER, units, event, frozenset(units))
    return state._replace(clocks=(*state.clocks, clock), answered_by=frozenset())


def _last_answering(state: State, canonical: Canonical) -> tuple[str, ...]:
    named = (_names(answer, "unit", canonical) for answer in reversed(state.answers))
    return next((units for units in named if units), ())


_EFFECTS: Mapping[Action, Callable[[State, Event, Canonical], State]] = {
    Action.RAISED: _raised,
    Action.ADOPTED: _adopted,
    Action.ASSIGNED: _assigned,
    Action.RETURNED: _returned,
    Action.EXTENDED: _extended,
    Action.INTERIM: _interim,
    Action.REPLIED: _replied,
    Action.CLOSED: _closed,
    Action.FEEDBACK: _rated,
    Action.DISPUTED: _disputed,
    Action.SUPERVISED: _supervised,
    Action.LOOKBACK: _looked_back,
    Action.REHANDLING: _rehandled,
}
