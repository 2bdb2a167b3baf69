"""What can be true of an entry: the questions that metrics are made of.

Definitions are those of the record format, section on numbers. What is compiled
from reports is in no rate; what was merged, converted, withdrawn or declined leaves
the denominators.
"""

from site_gen.docket.entry import Entry
from site_gen.docket.metric import Predicate
from site_gen.records.events import Event
from site_gen.records.plan import PlanTopic
from site_gen.records.review import Rectification, Review
from site_gen.vocabulary.progress import Action, Rating, ReportLevel, Result, Stage, Verdict
from site_gen.vocabulary.settings import ReviewType, SessionState, YesNo


def always(_: Entry) -> bool:
    """Every entry of the kind."""
    return True


def at(stage: Stage) -> Predicate:
    """It stands at a stage."""
    return lambda entry: entry.stage is stage


def has(result: Result) -> Predicate:
    """A result is in force."""
    return lambda entry: entry.result is result


def rated(*words: Rating) -> Predicate:
    """Its last rating is one of these."""
    return lambda entry: (
        entry.is_rated_kind and entry.standing is not None and entry.standing.last_rating in words
    )


def found(*verdicts: Verdict) -> Predicate:
    """Its last look-back found one of these."""
    return lambda entry: (
        entry.is_rated_kind
        and entry.standing is not None
        and entry.standing.last_lookback in verdicts
    )


def in_hand(entry: Entry) -> bool:
    """It has 交办, 办理, 阶段答复, 答复 or 办结."""
    return entry.is_rated_kind and entry.standing is not None and entry.standing.state.taken_in_hand


def answered(entry: Entry) -> bool:
    """It was taken in hand and has 答复 or 办结 since the last re-opening."""
    return in_hand(entry) and entry.standing is not None and entry.standing.state.answered


def resolved(entry: Entry) -> bool:
    """It was taken in hand and the result in force is 已解决."""
    return in_hand(entry) and entry.result is Result.RESOLVED


def adopted(entry: Entry) -> bool:
    """It was adopted or taken in hand."""
    if not entry.is_rated_kind or entry.standing is None:
        return False
    return entry.standing.state.adopted or in_hand(entry)


def declined(entry: Entry) -> bool:
    """It was not filed or not adopted."""
    return entry.stage is Stage.DECLINED and not entry.is_compiled


def judged(entry: Entry) -> bool:
    """It was adopted, taken in hand, or declined."""
    return declined(entry) or adopted(entry)


def ever_dissatisfied(entry: Entry) -> bool:
    """Some rating had 不满意."""
    return entry.standing is not None and entry.standing.times_dissatisfied > 0


def ever_relapsed(entry: Entry) -> bool:
    """Some look-back found 反弹."""
    return entry.standing is not None and entry.standing.times_relapsed > 0


def ever_reopened(entry: Entry) -> bool:
    """It was opened again at least once."""
    return entry.standing is not None and entry.standing.state.reopenings > 0


def on_the_spot(entry: Entry) -> bool:
    """It was answered on the day it was raised, without 交办."""
    return entry.is_rated_kind and entry.is_on_the_spot


def overdue(entry: Entry) -> bool:
    """A lead unit's day has passed and nothing was answered."""
    return entry.standing is not None and entry.is_live and bool(entry.standing.overdue)


def supporting_overdue(entry: Entry) -> bool:
    """A supporting unit's day has passed."""
    return entry.standing is not None and entry.is_live and bool(entry.standing.supporting_overdue)


def promise_due(entry: Entry) -> bool:
    """The promised day has passed, and nobody has looked."""
    return entry.standing is not None and entry.standing.promise_due


def disputed(entry: Entry) -> bool:
    """Somebody said otherwise, and nobody has looked since."""
    return entry.standing is not None and entry.standing.asks_for_lookback


def no_news(entry: Entry) -> bool:
    """Nothing is recorded since it was raised."""
    return entry.stage is Stage.RAISED and not entry.is_compiled


def compiled(entry: Entry) -> bool:
    """It was compiled from public reports."""
    return entry.is_compiled


def came_due(entry: Entry) -> bool:
    """A 交办 of a live item of which it can be said whether it was answered in time."""
    return entry.is_rated_kind and _in_time(entry) is not None


def in_time(entry: Entry) -> bool:
    """A 交办 of a live item that was answered by its day."""
    return entry.is_rated_kind and _in_time(entry) is True


def _in_time(entry: Entry) -> bool | None:
    return entry.due.in_time(entry.standing.today) if entry.due and entry.standing else None


def held(*states: SessionState) -> Predicate:
    """A session in one of these states."""
    return lambda entry: entry.state in states


def filed(entry: Entry) -> bool:
    """It was filed and is not merged, converted, withdrawn or declined."""
    return entry.is_live and _happened(entry, Action.FILED)


def undecided(entry: Entry) -> bool:
    """No record says whether it was filed."""
    return entry.is_live and not _happened(entry, Action.FILED)


def reported(entry: Entry) -> bool:
    """It was reported upwards."""
    return _happened(entry, Action.REPORTED)


def reported_to(level: ReportLevel) -> Predicate:
    """It was reported to a level."""
    return lambda entry: any(event.content is level for event in _events(entry, Action.REPORTED))


def taken_up(entry: Entry) -> bool:
    """It was taken up."""
    return _happened(entry, Action.TAKEN_UP)


def _happened(entry: Entry, action: Action) -> bool:
    return bool(_events(entry, action))


def _events(entry: Entry, action: Action) -> tuple[Event, ...]:
    """What happened of one kind, corrections applied."""
    events = entry.tracked.history.effective if entry.tracked else ()
    return tuple(event for event in events if event.action is action)


def key_proposal(entry: Entry) -> bool:
    """It is marked 重点."""
    return getattr(entry.record.head, "key", None) is YesNo.YES


def review_of(kind: ReviewType) -> Predicate:
    """It belongs to a supervision, or to an evaluation."""
    return lambda entry: isinstance(entry.record.head, Review) and entry.record.head.type is kind


def mended(entry: Entry) -> bool:
    """A rectification that was done."""
    return isinstance(entry.part, Rectification) and entry.part.done is not None


def mending_overdue(entry: Entry) -> bool:
    """A rectification whose day has passed, not done, not compiled from reports."""
    part = entry.part
    if not isinstance(part, Rectification) or part.done or part.due is None or entry.is_compiled:
        return False
    return entry.today is not None and part.due.first < entry.today


def topic_held(entry: Entry) -> bool:
    """A topic of a plan that some session or review dealt with."""
    return isinstance(entry.part, PlanTopic) and bool(entry.answers)


def topic_missed(entry: Entry) -> bool:
    """A topic of an office's own plan whose time has passed without any session or review."""
    part = entry.part
    if not isinstance(part, PlanTopic) or entry.answers or part.period is None:
        return False
    if entry.is_compiled:
        return False
    end = part.period.end
    return end is not None and entry.today is not None and end.last < entry.today


def topic_ahead(entry: Entry) -> bool:
    """A topic not yet held whose planned time has not passed, or is not known."""
    if not isinstance(entry.part, PlanTopic) or entry.answers or entry.is_compiled:
        return False
    return not topic_missed(entry)


def topic_silent(entry: Entry) -> bool:
    """A topic that only a report tells of, and no record: nobody knows whether it was held."""
    return isinstance(entry.part, PlanTopic) and not entry.answers and entry.is_compiled


def own(holds: Predicate) -> Predicate:
    """The same, of what an office recorded itself: what a rate may be made of."""
    return lambda entry: not entry.is_compiled and holds(entry)
