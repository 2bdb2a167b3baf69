"""Random histories that the life cycle allows, made of events as the reader makes them."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from site_gen.findings import Where
from site_gen.lifecycle import Deadlines, fold
from site_gen.records.actions import RESULT_PARTS
from site_gen.records.dates import Duration, PartialDate, Promise
from site_gen.records.events import Event
from site_gen.records.names import Evidence, Link, Reference
from site_gen.records.numbers import Counts
from site_gen.records.text import Text
from site_gen.vocabulary.progress import Action, Cause, Rating, ReportLevel, Result, Verdict
from site_gen.vocabulary.settings import DeadlineKind

PLACE = Where("a.md", 1, 1)
START = date(2023, 1, 1)
UNITS = ("县水务局", "县交通局", "县财政局")
RULES = Deadlines(
    DeadlineKind.SUGGESTION,
    {
        DeadlineKind.SUGGESTION: (Duration(months=2), "本地规定"),
        DeadlineKind.SUPPORTING: (Duration(months=1), "本地规定"),
        DeadlineKind.REANSWER: (Duration(days=15), "本地规定"),
    },
)


def _text(words: str) -> Text:
    return Text(words, PLACE)


_PICTURE = Evidence((Link("路", "lu.jpg", True, None, _text("![路](lu.jpg)")),))


@st.composite
def contents(draw: st.DrawFn, action: Action, when: date) -> tuple[Any, dict[str, Any]]:
    """What stands after an action, and its parts."""
    if action is Action.ASSIGNED:
        lead = draw(st.lists(st.sampled_from(UNITS[:2]), min_size=1, max_size=2, unique=True))
        parts: dict[str, Any] = {"supporting": (_text(UNITS[2]),)} if draw(st.booleans()) else {}
        if draw(st.booleans()):
            days = draw(st.integers(0, 200))
            parts["due"] = PartialDate.of(when + timedelta(days=days))
        return tuple(_text(unit) for unit in lead), parts
    if action in (Action.REPLIED, Action.INTERIM):
        units = draw(st.lists(st.sampled_from(UNITS), max_size=3, unique=True))
        return _text("会修"), {"unit": tuple(map(_text, units))} if units else {}
    if action is Action.CLOSED:
        return draw(_results(when))
    if action is Action.EXTENDED:
        days = draw(st.integers(1, 200))
        return PartialDate.of(when + timedelta(days=days)), {"reason": _text("汛期")}
    return draw(_plain(action)), {}


@st.composite
def _results(draw: st.DrawFn, when: date) -> tuple[Any, dict[str, Any]]:
    result = draw(st.sampled_from(Result))
    values = {
        "evidence": _PICTURE,
        "promise": Promise(PartialDate.of(when + timedelta(days=draw(st.integers(0, 300))))),
    }
    return result, {key: values.get(key, _text("说明")) for key in RESULT_PARTS[result]}


def _plain(action: Action) -> st.SearchStrategy[Any]:
    special: dict[Action, st.SearchStrategy[Any]] = {
        Action.REPORTED: st.sampled_from(ReportLevel),
        Action.FEEDBACK: st.builds(lambda word: Counts({word: 1}, True), st.sampled_from(Rating)),
        Action.REHANDLING: st.sampled_from(Cause),
        Action.LOOKBACK: st.sampled_from(Verdict),
        Action.REFERRED: st.just((_text(UNITS[0]),)),
        Action.MERGED: st.just(Reference(_text("建议2"), "", "", "", ("建议", 2))),
    }
    return special.get(action, st.just(_text("说明")))


@st.composite
def legal_histories(draw: st.DrawFn) -> tuple[Event, ...]:
    """Up to fourteen events, none refused: what may not happen is left out while drawing."""
    events: list[Event] = []
    when = START
    likely = [one for one in Action if one not in (Action.RAISED, Action.CORRECTED)]
    for _ in range(draw(st.integers(0, 14))):
        action = draw(st.sampled_from(likely))
        when += timedelta(days=draw(st.integers(0, 60)))
        content, parts = draw(contents(action, when))
        event = Event(PartialDate.of(when), action, content, parts, PLACE)
        if not fold([*events, event], PartialDate.of(START)).findings:
            events.append(event)
    return tuple(events)
