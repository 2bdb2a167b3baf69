"""Laws of the life cycle, over random histories that it allows.

The histories are drawn event by event; what may not happen is left out while drawing.
"""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.lifecycle import fold, stand
from site_gen.records.dates import PartialDate
from site_gen.records.events import Event
from site_gen.records.names import Voids
from site_gen.records.text import Text
from site_gen.vocabulary.progress import ENDS, OPEN, Action, Stage
from tests.lifecycle.histories import PLACE, RULES, START, legal_histories

RAISED = PartialDate.of(START)
FAR = START + timedelta(days=4000)


@given(legal_histories(), st.integers(0, 14))
def test_the_state_after_n_events_depends_on_those_alone(events: tuple[Event, ...], n: int) -> None:
    n = min(n, len(events))
    steps = fold(events, RAISED).steps
    assert fold(events[:n], RAISED).steps == steps[:n]


@given(legal_histories(), st.integers(0, 1500), st.integers(0, 1500))
def test_overdue_never_turns_off_without_an_event(
    events: tuple[Event, ...], days: int, more: int
) -> None:
    history = fold(events, RAISED)
    early = stand(history, RULES, START + timedelta(days=days))
    late = stand(history, RULES, START + timedelta(days=days + more))
    assert set(map(repr, early.overdue)) <= set(map(repr, late.overdue))
    assert early.promise_due <= late.promise_due


@given(legal_histories())
def test_an_ended_item_stays_ended(events: tuple[Event, ...]) -> None:
    stages = [step.state.stage for step in fold(events, RAISED).steps]
    for before, after in pairwise(stages):
        if before in ENDS:
            assert after is before or (before, after) == (Stage.DECLINED, Stage.CONVERTED)


@given(legal_histories())
def test_an_ended_item_has_no_running_clock(events: tuple[Event, ...]) -> None:
    state = fold(events, RAISED).state
    if state.stage in ENDS:
        assert not any(clock.is_running for clock in state.clocks)


@given(legal_histories())
def test_a_result_is_in_force_exactly_in_closed(events: tuple[Event, ...]) -> None:
    for step in fold(events, RAISED).steps:
        assert (step.state.result is not None) == (step.state.stage is Stage.CLOSED)


@given(legal_histories())
def test_every_stage_is_open_closed_or_an_end(events: tuple[Event, ...]) -> None:
    for step in fold(events, RAISED).steps:
        assert step.state.stage in OPEN | ENDS | {Stage.CLOSED}


@given(legal_histories(), st.data())
def test_a_voided_event_changes_nothing(events: tuple[Event, ...], data: st.DataObject) -> None:
    """Voiding the last event leaves the state that the others make."""
    if not events:
        return
    last = events[-1]
    twins = [one for one in events if (one.when, one.action) == (last.when, last.action)]
    if len(twins) > 1:
        return
    written = Text(f"{last.when} {last.action.term}", PLACE)
    voids = Voids(last.when, Text(last.action.term, PLACE), written)
    correction = replace(last, action=Action.CORRECTED, content=written, parts={"voids": voids})
    history = fold([*events, correction], RAISED)
    assert history.findings == ()
    assert history.state == fold(events[:-1], RAISED).state
    assert last in [step.event for step in history.steps]


@given(legal_histories())
@settings(max_examples=50)
def test_at_most_one_clock_of_the_lead_runs(events: tuple[Event, ...]) -> None:
    for step in fold(events, RAISED).steps:
        running = [one for one in step.state.clocks if one.is_running]
        assert len([one for one in running if one.role.value != "supporting"]) <= 1
