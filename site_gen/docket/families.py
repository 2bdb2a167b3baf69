"""The metrics and rates that every channel with a life cycle has alike.

Suggestions, proposals and opinions go through one life cycle; each channel gets
the same metrics under its own keys, so that their units never mix.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from site_gen.docket import predicates as says
from site_gen.docket.entry import assignment_of
from site_gen.docket.metric import Metric, Predicate, Rate
from site_gen.language import Message, say, term
from site_gen.vocabulary.progress import Rating, Result, Stage, Verdict


@dataclass(frozen=True, slots=True)
class Family:
    """The metrics of one channel; ``noun`` stands before their labels, empty for suggestions.

    ``by_stage`` divides what the offices recorded, ``by_result`` what has a result;
    ``compiled`` is the rest: where that stands nobody knows.
    """

    noun: str
    all: Metric
    compiled: Metric
    in_hand: Metric
    replied: Metric
    resolved: Metric
    adopted: Metric
    judged: Metric
    rated: Metric
    content: Metric
    satisfied: Metric
    dissatisfied: Metric
    ever_dissatisfied: Metric
    looked_back: Metric
    holding: Metric
    ever_relapsed: Metric
    assignments_due: Metric
    assignments_in_time: Metric
    on_the_spot: Metric
    overdue: Metric
    supporting_overdue: Metric
    promise_due: Metric
    unfulfilled: Metric
    disputed: Metric
    reopened: Metric
    no_news: Metric
    by_stage: tuple[Metric, ...]
    by_result: tuple[Metric, ...]

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """All of them, in the order of the fields."""
        return tuple(self._each())

    def _each(self) -> Iterator[Metric]:
        for one in fields(self):
            value = getattr(self, one.name)
            if not isinstance(value, str):
                yield from value if isinstance(value, tuple) else (value,)


def _asked(holds: Predicate) -> Predicate:
    """The same of what the offices recorded themselves."""
    return lambda entry: holds(entry) and not entry.is_compiled


_SATISFIED = (Rating.SATISFIED, Rating.BASICALLY_SATISFIED)
_ASSIGNMENT_WORDS = (
    (
        "assignments_due",
        "到期的交办",
        "期限已到的交办；期限前退回或另行交办的不算，已并案、转办、撤回、未采纳的不算",
        says.came_due,
    ),
    (
        "assignments_in_time",
        "按期答复的交办",
        "交办以后答复不晚于期限，几个牵头单位的要都答复；期限当天算按期",
        says.in_time,
    ),
)
_WORDS: tuple[tuple[str, str, str, str, Predicate], ...] = (
    ("compiled", "compiled", "从报道整理的", "没有向当地核实，没有期限，不进入任何比率",
     says.compiled),
    ("in_hand", "taken_in_hand", "已经有人接手",
     "有交办、办理、答复或办结；不含已并案、转办、撤回、未采纳的", says.in_hand),
    ("replied", "replied", "已经答复", "接手的里面，最近一次重新办理以后有答复或办结",
     says.answered),
    ("resolved", "resolved", "已解决", "接手的里面，现在有效的结果是“已解决”，并且有佐证",
     says.resolved),
    ("adopted", "adopted", "采纳或接手", "已采纳，或者已经有人接手", says.adopted),
    ("judged", "judged", "有采纳与否的", "采纳或接手的，加上未采纳的", says.judged),
    ("rated", "rated", "有评价的", "最近一次评价不是“未反馈”；一条只算一次",
     says.rated(*_SATISFIED, Rating.DISSATISFIED)),
    ("content", "satisfied_or_basically", "满意和基本满意",
     "最近一次评价里最多的词是满意或基本满意", says.rated(*_SATISFIED)),
    ("satisfied", "satisfied", "满意", "最近一次评价里最多的词是满意",
     says.rated(Rating.SATISFIED)),
    ("dissatisfied", "dissatisfied", "不满意", "最近一次评价里最多的词是不满意",
     says.rated(Rating.DISSATISFIED)),
    ("ever_dissatisfied", "ever_dissatisfied", "曾不满意", "评价里出现过不满意，后来满意了也算",
     says.ever_dissatisfied),
    ("looked_back", "looked_back", "复查过的", "有回头看的", says.found(*Verdict)),
    ("holding", "lookback_holding", "复查确实办好", "最近一次回头看是属实巩固或现已解决",
     says.found(Verdict.VERIFIED, Verdict.PROGRESSED)),
    ("ever_relapsed", "ever_relapsed", "曾反弹", "回头看发现过反弹，后来又办好了也算",
     says.ever_relapsed),
    ("on_the_spot", "on_the_spot", "当场答复", "提出当天就答复，没有经过交办；单列一项",
     says.on_the_spot),
    ("overdue", "overdue", "超过期限还没答复",
     "期限已过，牵头单位还没有答复或办结；期限未说明的不算",
     says.overdue),
    ("supporting_overdue", "supporting_overdue", "配合单位超过期限",
     "配合单位自己的期限已过，还没有答复", says.supporting_overdue),
    ("promise_due", "promise_due", "承诺到期，待核实",
     "答应的时间已过，还没有回头看、新的办结或二次办理", says.promise_due),
    ("unfulfilled", "unfulfilled", "承诺未兑现", "最近一次回头看是承诺未兑现",
     says.found(Verdict.UNFULFILLED)),
    ("disputed", "disputed", "有人提出不同说法", "有质疑，还没有复查", says.disputed),
    ("reopened", "ever_reopened", "重新办理过", "二次办理，或者回头看以后重新打开过",
     says.ever_reopened),
    ("no_news", "no_news", "还没有下文", "提出以后没有受理、交办、答复的记录，不含从报道整理的",
     says.no_news),
)  # fmt: skip


def family(total: Metric, prefix: str, noun: str) -> Family:
    """The metrics of the channel that ``total`` counts.

    ``prefix`` stands before their keys, ``noun`` before their labels where the
    channel must be told from others.
    """

    def one(
        key: str, label: str, definition: str, holds: Predicate, only: Stage | Result | None = None
    ) -> Metric:
        named = _named(noun, label)
        return Metric(prefix + key, named, term(definition), total.unit, total.kind, holds, only)

    def assignment(key: str, label: str, definition: str, holds: Predicate) -> Metric:
        named, kind = _named(noun, label), assignment_of(total.kind)
        return Metric(prefix + key, named, term(definition), say("次"), kind, holds)

    due, in_time = (assignment(*words) for words in _ASSIGNMENT_WORDS)
    plain = {name: one(*words) for name, *words in _WORDS}  # type: ignore[arg-type]
    return Family(
        noun=noun,
        all=total,
        assignments_due=due,
        assignments_in_time=in_time,
        by_stage=tuple(
            one(f"stage_{stage.value}", stage.term, stage.definition, _asked(says.at(stage)), stage)
            for stage in Stage
        ),
        by_result=tuple(
            one(f"result_{each.value}", each.term, each.definition, _asked(says.has(each)), each)
            for each in Result
        ),
        **plain,
    )


def _named(noun: str, label: str) -> Message:
    """What a number is called; ``noun`` says of which channel, empty for suggestions."""
    return say("{noun}{label}", noun=term(noun), label=term(label)) if noun else term(label)


def rates(of: Family, prefix: str, noun: str) -> tuple[Rate, ...]:
    """The rates of a channel, as the record format defines them."""

    def one(key: str, label: str, text: str, above: Metric, below: Metric, *beside: Metric) -> Rate:
        return Rate(f"{prefix}{key}", _named(noun, label), term(text), above, below, beside)

    return (
        one("reply_rate", "答复率", "已经答复 ÷ 已经有人接手", of.replied, of.in_hand,
            of.on_the_spot),
        one("resolution_rate", "解决率", "已解决 ÷ 已经有人接手", of.resolved, of.in_hand),
        one("on_time_rate", "按期答复率", "按期答复的交办 ÷ 到期的交办", of.assignments_in_time,
            of.assignments_due, of.overdue),
        one("adoption_rate", "采纳率", "采纳或接手的 ÷ 采纳、接手和未采纳的", of.adopted,
            of.judged),
        one("satisfaction_rate", "满意率", "满意和基本满意的 ÷ 有评价的", of.content, of.rated,
            of.satisfied, of.ever_dissatisfied),
        one("lookback_rate", "复查办好率", "复查确实办好的 ÷ 复查过的", of.holding, of.looked_back,
            of.ever_relapsed),
    )  # fmt: skip
