"""The event table in words: what each action says, when it may happen, what then.

For the documentation of the format and the definitions page, so that neither can say what the
checks do not; made from the same data. What the table cannot hold (an action whose effect
depends on more than the stage) is said in one line each, beside the code that does it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from site_gen.language import joined, say
from site_gen.records.actions import (
    ACTIONS,
    ANY,
    REOPENING_VERDICTS,
    RESULT_PARTS,
    ActionRule,
)
from site_gen.vocabulary.fields import field
from site_gen.vocabulary.progress import OPEN, Action, Result, Stage, Verdict

MUST = "✱"
"""Marks what an event line has to carry."""


@dataclass(frozen=True, slots=True)
class ActionWords:
    """One row of the table: all texts, ``parts`` one by one."""

    action: Action
    content: str
    parts: tuple[str, ...]
    when: str
    then: str


@dataclass(frozen=True, slots=True)
class ResultWords:
    """One result of a 办结 and the keys it must carry."""

    result: Result
    parts: tuple[str, ...]


_SAME = say("不变")
_REOPENING = joined("、", (verdict.term for verdict in Verdict if verdict in REOPENING_VERDICTS))
_THEN: Mapping[Action, str] = {
    Action.ADOPTED: say("{stage}；已经交办的不变", stage=Stage.ACCEPTED.term),
    Action.INTERIM: say("{stage}；已经答复的不变", stage=Stage.HANDLING.term),
    Action.REPLIED: say(
        "{stage}，几个牵头单位的要都答复；只有会办单位答复的不变", stage=Stage.REPLIED.term
    ),
    Action.CLOSED: say("{stage}，结果看内容", stage=Stage.CLOSED.term),
    Action.FEEDBACK: say("不变；有不满意的，要再答复"),
    Action.DISPUTED: say("不变，等待回头看"),
    Action.LOOKBACK: say(
        "{verdicts}：{stage}；其余不变", verdicts=_REOPENING, stage=Stage.REOPENED.term
    ),
    Action.CORRECTED: say("不变；作废的那一步留着，不再作数"),
}
"""Where more than the stage decides; see :mod:`site_gen.lifecycle.steps`."""


def action_table() -> tuple[ActionWords, ...]:
    """Every action, in the order of the table."""
    return tuple(_action(rule) for rule in ACTIONS)


def result_table() -> tuple[ResultWords, ...]:
    """What a 办结 must carry for each result."""
    return tuple(
        ResultWords(result, tuple(field("event", key).label for key in keys))
        for result, keys in RESULT_PARTS.items()
    )


def _action(rule: ActionRule) -> ActionWords:
    content = rule.describes + (MUST if rule.content_required else "")
    parts = tuple(part.label + (MUST if part.required else "") for part in rule.parts)
    then = _THEN.get(rule.action) or (rule.then.term if rule.then else _SAME)
    return ActionWords(rule.action, content, parts, _when(rule), then)


def _when(rule: ActionRule) -> str:
    """The stages in which it may happen, those of an item already answered apart."""
    stages = _stages(rule.stages)
    if rule.action is Action.NOTED:
        stages += "；记录要有来源"
    if rule.action is Action.CLOSED:
        stages += f"；已经是“{Result.RESOLVED.term}”的不行"
    if rule.after_answer:
        stages += f"；有过答复或办结的，还有{_names(rule.after_answer)}"
    return stages


def _stages(stages: frozenset[Stage]) -> str:
    if stages == ANY:
        return "任何阶段"
    if stages == OPEN | {Stage.CLOSED}:
        return "没有终止的任何阶段"
    if stages == OPEN:
        return "还没有结果的任何阶段"
    if stages == OPEN - {Stage.REPLIED}:
        return f"还没有结果的阶段，{Stage.REPLIED.term}除外"
    return _names(stages)


def _names(stages: frozenset[Stage]) -> str:
    return "、".join(stage.term for stage in Stage if stage in stages)
