"""What is counted: the table of metrics and of rates.

A metric is a name, a definition and a predicate over entries; a rate is one
metric over another. Adding one is one line; statistics, ledger, definitions page
and ``site-gen stats`` follow. Definitions are those of the record format,
section on numbers.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from site_gen.docket.entry import ASSIGNMENT, Entry
from site_gen.vocabulary.progress import Rating, Result, Stage, Verdict
from site_gen.vocabulary.settings import SessionState


@dataclass(frozen=True, slots=True)
class Metric:
    """A count of entries of one kind: ``unit`` is the measure word (条, 个, 场次)."""

    key: str
    label: str
    definition: str
    unit: str
    kind: str
    holds: Callable[[Entry], bool]

    def counts(self, entry: Entry) -> bool:
        """Whether ``entry`` is one of those the metric counts."""
        return entry.kind == self.kind and self.holds(entry)


@dataclass(frozen=True, slots=True)
class Rate:
    """One metric over another; ``beside`` are counts that are shown with it."""

    key: str
    label: str
    definition: str
    numerator: Metric
    denominator: Metric
    beside: tuple[Metric, ...] = ()


def _always(_: Entry) -> bool:
    return True


def _metric(
    key: str,
    label: str,
    definition: str,
    holds: Callable[[Entry], bool] = _always,
    kind: str = "suggestion",
    unit: str = "条",
) -> Metric:
    return Metric(key, label, definition, unit, kind, holds)


def _at(stage: Stage) -> Callable[[Entry], bool]:
    return lambda entry: entry.stage is stage


def _has(result: Result) -> Callable[[Entry], bool]:
    return lambda entry: entry.result is result


def _asked(holds: Callable[[Entry], bool]) -> Callable[[Entry], bool]:
    """The same of what the offices recorded: where a compiled item stands nobody knows."""
    return lambda entry: not entry.is_compiled and holds(entry)


def _rated(*words: Rating) -> Callable[[Entry], bool]:
    return lambda entry: entry.is_rated_kind and _last_rating(entry) in words


def _found(*verdicts: Verdict) -> Callable[[Entry], bool]:
    return lambda entry: entry.is_rated_kind and _last_lookback(entry) in verdicts


def _last_rating(entry: Entry) -> Rating | None:
    return entry.standing.last_rating if entry.standing else None


def _last_lookback(entry: Entry) -> Verdict | None:
    return entry.standing.last_lookback if entry.standing else None


def _in_hand(entry: Entry) -> bool:
    return entry.standing is not None and entry.standing.state.taken_in_hand


def _answered(entry: Entry) -> bool:
    return entry.standing is not None and entry.standing.state.answered


def _adopted(entry: Entry) -> bool:
    return entry.standing is not None and entry.standing.state.adopted


def _not_adopted(entry: Entry) -> bool:
    return entry.stage is Stage.DECLINED and not entry.is_compiled


def _judged(entry: Entry) -> bool:
    """Adopted or taken in hand, or declined; merged, converted, withdrawn are out."""
    return _not_adopted(entry) or (entry.is_rated_kind and (_adopted(entry) or _in_hand(entry)))


def _overdue(entry: Entry) -> bool:
    return entry.standing is not None and entry.is_live and bool(entry.standing.overdue)


def _came_due(entry: Entry) -> bool:
    return _in_time(entry) is not None


def _in_time(entry: Entry) -> bool | None:
    return entry.due.in_time(entry.standing.today) if entry.due and entry.standing else None


def _held(entry: Entry) -> bool:
    return entry.state is SessionState.HELD


SESSIONS = _metric(
    "sessions", "协商活动", "已经召开的协商活动；跨区域的在每个地方都列出，总数只算一次", _held,
    "session", "场次",
)  # fmt: skip
PLATFORMS = _metric("platforms", "协商平台", "登记在册的协商平台", _always, "platform", "个")
METHODS = _metric("methods", "工作法", "有名称的工作法", _always, "method", "个")
CASES = _metric("cases", "典型案例", "写成案例的事", _always, "case", "个")
SUGGESTIONS = _metric("suggestions", "意见建议", "协商活动中提出、逐条记录的建议")
PROBLEMS = _metric("problems", "提出的问题", "协商活动中逐个记录的问题", _always, "problem", "个")
SOLVED_PROBLEMS = _metric(
    "solved_problems", "解决问题", "本身有“已解决”的结果，或者关联的建议全部已解决",
    _has(Result.RESOLVED), "problem", "个",
)  # fmt: skip
IN_HAND = _metric(
    "taken_in_hand", "已经有人接手", "有交办、办理、答复或办结；不含已并案、转办、撤回、未采纳的",
    lambda entry: entry.is_rated_kind and _in_hand(entry),
)  # fmt: skip
REPLIED = _metric(
    "replied", "已经答复", "接手的里面，最近一次重新办理以后有答复或办结",
    lambda entry: entry.is_rated_kind and _in_hand(entry) and _answered(entry),
)  # fmt: skip
RESOLVED = _metric(
    "resolved", "已解决", "接手的里面，现在有效的结果是“已解决”，并且有佐证",
    lambda entry: entry.is_rated_kind and entry.result is Result.RESOLVED,
)  # fmt: skip
ADOPTED = _metric(
    "adopted", "采纳或接手", "已采纳，或者已经有人接手",
    lambda entry: entry.is_rated_kind and (_adopted(entry) or _in_hand(entry)),
)  # fmt: skip
JUDGED = _metric("judged", "有采纳与否的", "采纳或接手的，加上未采纳的", _judged)
RATED = _metric(
    "rated", "有评价的", "最近一次评价不是“未反馈”；一条只算一次",
    _rated(Rating.SATISFIED, Rating.BASICALLY_SATISFIED, Rating.DISSATISFIED),
)  # fmt: skip
CONTENT = _metric(
    "satisfied_or_basically", "满意和基本满意", "最近一次评价里最多的词是满意或基本满意",
    _rated(Rating.SATISFIED, Rating.BASICALLY_SATISFIED),
)  # fmt: skip
SATISFIED = _metric("satisfied", "满意", "最近一次评价里最多的词是满意", _rated(Rating.SATISFIED))
DISSATISFIED = _metric(
    "dissatisfied", "不满意", "最近一次评价里最多的词是不满意", _rated(Rating.DISSATISFIED)
)
EVER_DISSATISFIED = _metric(
    "ever_dissatisfied", "曾不满意", "评价里出现过不满意，后来满意了也算",
    lambda entry: entry.standing is not None and entry.standing.times_dissatisfied > 0,
)  # fmt: skip
LOOKED_BACK = _metric("looked_back", "复查过的", "有回头看的", _found(*Verdict))
HOLDING = _metric(
    "lookback_holding", "复查确实办好", "最近一次回头看是属实巩固或现已解决",
    _found(Verdict.VERIFIED, Verdict.PROGRESSED),
)  # fmt: skip
EVER_RELAPSED = _metric(
    "ever_relapsed", "曾反弹", "回头看发现过反弹，后来又办好了也算",
    lambda entry: entry.standing is not None and entry.standing.times_relapsed > 0,
)  # fmt: skip
ASSIGNMENTS_DUE = _metric(
    "assignments_due", "到期的交办", "期限已到的交办；期限前退回或另行交办的不算",
    lambda entry: not entry.is_compiled and _came_due(entry), ASSIGNMENT, "次",
)  # fmt: skip
ASSIGNMENTS_IN_TIME = _metric(
    "assignments_in_time", "按期答复的交办", "交办以后第一次答复不晚于期限；期限当天算按期",
    lambda entry: not entry.is_compiled and _in_time(entry) is True, ASSIGNMENT, "次",
)  # fmt: skip
ON_THE_SPOT = _metric(
    "on_the_spot", "当场答复", "提出当天就答复，没有经过交办；单列一项",
    lambda entry: entry.is_rated_kind and entry.is_on_the_spot,
)  # fmt: skip
OVERDUE = _metric(
    "overdue", "超过期限还没答复", "期限已过，牵头单位还没有答复或办结；期限未说明的不算", _overdue
)
SUPPORTING_OVERDUE = _metric(
    "supporting_overdue", "配合单位超过期限", "配合单位自己的期限已过，还没有答复",
    lambda entry: entry.standing is not None
    and entry.is_live
    and bool(entry.standing.supporting_overdue),
)  # fmt: skip
PROMISE_DUE = _metric(
    "promise_due", "承诺到期，待核实", "答应的时间已过，还没有回头看、新的办结或二次办理",
    lambda entry: entry.standing is not None and entry.standing.promise_due,
)  # fmt: skip
UNFULFILLED = _metric(
    "unfulfilled", "承诺未兑现", "最近一次回头看是承诺未兑现", _found(Verdict.UNFULFILLED)
)
DISPUTED = _metric(
    "disputed", "有人提出不同说法", "有质疑，还没有复查",
    lambda entry: entry.standing is not None and entry.standing.asks_for_lookback,
)  # fmt: skip
REOPENED = _metric(
    "ever_reopened", "重新办理过", "二次办理，或者回头看以后重新打开过",
    lambda entry: entry.standing is not None and entry.standing.state.reopenings > 0,
)  # fmt: skip
UNANSWERED = _metric(
    "no_news", "还没有下文", "提出以后没有受理、交办、答复的记录，不含从报道整理的",
    lambda entry: entry.stage is Stage.RAISED and not entry.is_compiled,
)  # fmt: skip
COMPILED = _metric(
    "compiled", "从报道整理的建议", "没有向当地核实，没有期限，不进入任何比率",
    lambda entry: entry.is_compiled,
)  # fmt: skip
SESSIONS_NOT_HELD = _metric(
    "sessions_not_held", "取消或推迟的协商", "写明取消或延期的协商活动",
    lambda entry: entry.state in (SessionState.CANCELLED, SessionState.POSTPONED),
    "session", "场次",
)  # fmt: skip
SESSIONS_AHEAD = _metric(
    "sessions_ahead", "将要召开的协商", "已公示或计划中的协商活动",
    lambda entry: entry.state in (SessionState.ANNOUNCED, SessionState.PLANNED),
    "session", "场次",
)  # fmt: skip

BY_STAGE: tuple[Metric, ...] = tuple(
    _metric(f"stage_{stage.value}", stage.term, stage.definition, _asked(_at(stage)))
    for stage in Stage
)
BY_RESULT: tuple[Metric, ...] = tuple(
    _metric(f"result_{result.value}", result.term, result.definition, _asked(_has(result)))
    for result in Result
)

METRICS: tuple[Metric, ...] = (
    SESSIONS,
    SESSIONS_NOT_HELD,
    SESSIONS_AHEAD,
    PLATFORMS,
    METHODS,
    CASES,
    SUGGESTIONS,
    COMPILED,
    PROBLEMS,
    SOLVED_PROBLEMS,
    IN_HAND,
    REPLIED,
    RESOLVED,
    ADOPTED,
    JUDGED,
    RATED,
    CONTENT,
    SATISFIED,
    DISSATISFIED,
    EVER_DISSATISFIED,
    LOOKED_BACK,
    HOLDING,
    EVER_RELAPSED,
    ASSIGNMENTS_DUE,
    ASSIGNMENTS_IN_TIME,
    ON_THE_SPOT,
    OVERDUE,
    SUPPORTING_OVERDUE,
    PROMISE_DUE,
    UNFULFILLED,
    DISPUTED,
    REOPENED,
    UNANSWERED,
    *BY_STAGE,
    *BY_RESULT,
)
"""Every count of the site."""

RATES: tuple[Rate, ...] = (
    Rate("reply_rate", "答复率", "已经答复 ÷ 已经有人接手", REPLIED, IN_HAND, (ON_THE_SPOT,)),
    Rate("resolution_rate", "解决率", "已解决 ÷ 已经有人接手", RESOLVED, IN_HAND),
    Rate(
        "on_time_rate", "按期答复率", "按期答复的交办 ÷ 到期的交办", ASSIGNMENTS_IN_TIME,
        ASSIGNMENTS_DUE, (OVERDUE,),
    ),
    Rate("adoption_rate", "采纳率", "采纳或接手的 ÷ 采纳、接手和未采纳的", ADOPTED, JUDGED),
    Rate(
        "satisfaction_rate", "满意率", "满意和基本满意的 ÷ 有评价的", CONTENT, RATED,
        (SATISFIED, EVER_DISSATISFIED),
    ),
    Rate(
        "lookback_rate", "复查办好率", "复查确实办好的 ÷ 复查过的", HOLDING, LOOKED_BACK,
        (EVER_RELAPSED,),
    ),
)  # fmt: skip
"""Every rate of the site; below the site's minimum n no percentage is shown."""

METRIC: Mapping[str, Metric] = {metric.key: metric for metric in METRICS}
