"""The fold: a history is its events, one after the other, and nothing else.

``fold`` applies corrections first, then lets each event make the next state. An
event that may not happen where the item stands is refused with a finding and
changes nothing, so that all mistakes of a history are reported together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from site_gen.findings import Finding
from site_gen.findings import history_rules as rules
from site_gen.lifecycle.state import State
from site_gen.lifecycle.steps import next_state
from site_gen.records.actions import ACTION_RULES, ActionRule
from site_gen.records.dates import PartialDate
from site_gen.records.events import Event
from site_gen.vocabulary.progress import Action, Cause, Result, Stage, Verdict

Canonical = Callable[[str], str]
"""The present name of a unit, given any name it had."""


class Step(NamedTuple):
    """One event and the state after it; ``voided_by`` is the correction that voids it."""

    event: Event
    state: State
    voided_by: Event | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What became of an item: every event with its state, and what was refused.

    ``effective`` are the events that are not voided.
    """

    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]
    raised: PartialDate | None
    effective: tuple[Event, ...]

    @property
    def state(self) -> State:
        """Where the item stands after all its events."""
        return self.steps[-1].state if self.steps else State()


def fold(
    events: Sequence[Event], raised: PartialDate | None = None, canonical: Canonical = str
) -> History:
    """The history that ``events`` make, in the order of their lines.

    ``raised`` is the day the item was put forward, where no event says so;
    ``canonical`` gives the present name of a unit.
    """
    voided, findings = _voided(events)
    findings += _disorder(events, raised, voided)
    state, steps = State(), []
    for position, event in enumerate(events):
        correction = voided.get(position)
        if correction is None:
            refusal = _refusal(state, event, canonical)
            findings += [refusal] if refusal else []
            findings += _stranger(state, event, canonical)
            state = state if refusal else next_state(state, event, canonical)
        steps.append(Step(event, state, correction))
    effective = tuple([step.event for step in steps if step.voided_by is None])
    first = next((event.when for event in effective if event.action is Action.RAISED), raised)
    return History(tuple(steps), tuple(findings), first, effective)


def _voided(events: Sequence[Event]) -> tuple[dict[int, Event], list[Finding]]:
    """Position of each voided event → the correction that voids it."""
    voided: dict[int, Event] = {}
    findings: list[Finding] = []
    corrections = [one for one in enumerate(events) if one[1].action is Action.CORRECTED]
    for position, event in corrections:
        target = event.parts.get("voids")
        if target is None:
            continue
        action = Action.read(target.action)
        matches = [
            earlier
            for earlier, candidate in enumerate(events[:position])
            if candidate.when == target.when
            and candidate.action is action
            and action is not Action.CORRECTED
            and earlier not in voided
        ]
        if len(matches) == 1:
            voided[matches[0]] = event
        else:
            rule = rules.VOIDS_SEVERAL if matches else rules.VOIDS_NOTHING
            findings.append(rule.at(event.at("voids"), voided=target.written))
    return voided, findings


def _disorder(
    events: Sequence[Event], raised: PartialDate | None, voided: dict[int, Event]
) -> list[Finding]:
    """Events that are, for every day their dates may mean, before an earlier line."""
    findings: list[Finding] = []
    latest = raised
    for position, event in enumerate(events):
        if position in voided:
            continue
        if latest is not None and event.when.last < latest.first:
            rule = rules.OUT_OF_ORDER
            findings.append(rule.at(event.where, when=event.when, previous=latest))
        elif latest is None or event.when.first > latest.first:
            latest = event.when
    return findings


def _refusal(state: State, event: Event, canonical: Canonical) -> Finding | None:
    """Why ``event`` cannot happen in ``state``, or None where it can."""
    row = ACTION_RULES[event.action]
    if not _stage_allows(state, event, row, canonical):
        allowed = "、".join(stage.term for stage in Stage if stage in row.stages)
        return rules.NOT_ALLOWED.at(
            event.where,
            plain=state.stage.plain,
            stage=state.stage.term,
            action=event.action.term,
            allowed=allowed,
        )
    return _condition(state, event)


def _stage_allows(state: State, event: Event, row: ActionRule, canonical: Canonical) -> bool:
    if state.stage in row.stages:
        return True
    if state.answered_once and state.stage in row.after_answer:
        return True
    # A supporting unit may answer after the result: its own clock still runs.
    units = {canonical(unit) for unit in event.parts.get("unit", ())}
    late_reply = event.action is Action.REPLIED and state.stage is Stage.CLOSED
    return late_reply and bool(units) and units <= set(state.supporting)


def _condition(state: State, event: Event) -> Finding | None:
    """What an action requires beyond the stage."""
    if event.action is Action.RAISED:
        return rules.RAISED_TWICE.at(event.where) if state.raised else None
    if event.action is Action.CLOSED and state.stage is Stage.CLOSED:
        resolved = state.result is Result.RESOLVED
        return rules.ALREADY_RESOLVED.at(event.where) if resolved else None
    if event.action is Action.LOOKBACK and event.content is Verdict.PROGRESSED:
        return None if state.result else rules.NO_RESULT_YET.at(event.where)
    if event.action is Action.REHANDLING and not _has_cause(state, event):
        return rules.NO_CAUSE.at(event.where, cause=event.content.term)
    return None


def _has_cause(state: State, event: Event) -> bool:
    if event.content is Cause.PROMISE_DUE:
        when = state.promise.when if state.promise else None
        return when is not None and when.last < event.when.last
    wanted = {
        Cause.FEEDBACK: Action.FEEDBACK,
        Cause.SUPERVISED: Action.SUPERVISED,
        Cause.LOOKBACK: Action.LOOKBACK,
    }[event.content]
    return any(cause.action is wanted for cause in state.causes)


def _stranger(state: State, event: Event, canonical: Canonical) -> list[Finding]:
    """A reply by a unit that the item was never given to."""
    if event.action is not Action.REPLIED or not state.lead:
        return []
    involved = (*state.lead, *state.supporting)
    return [
        rules.REPLY_BY_OTHERS.at(event.at("unit"), unit=unit)
        for unit in event.parts.get("unit", ())
        if canonical(unit) not in involved
    ]
