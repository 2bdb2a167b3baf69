"""The event table: what each action may say, when it may happen, what then.

This is data. The reader of event lines, the life cycle, the checks and the
documentation are all driven by it; adding an action is one row here and one
word in :mod:`site_gen.vocabulary.progress`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from site_gen.records import dates, names, numbers
from site_gen.records.reading import Report, read_text, word_reader
from site_gen.vocabulary.fields import field
from site_gen.vocabulary.progress import (
    OPEN,
    Action,
    AdoptionScope,
    Cause,
    ReplyMode,
    ReportLevel,
    Result,
    Stage,
    Verdict,
)

Reader = Callable[[Any, Report], Any]


@dataclass(frozen=True, slots=True)
class Part:
    """One key of an action; ``key`` names a row of the vocabulary (owner ``event``)."""

    key: str
    reader: Reader
    required: bool = False

    @property
    def label(self) -> str:
        """The key as written in an event line."""
        return field("event", self.key).label


@dataclass(frozen=True, slots=True)
class ActionRule:
    """One row of the table.

    ``content`` reads what stands after the action (None: nothing may stand
    there); ``describes`` says in Chinese what that is. ``stages`` are the stages
    it may happen in; ``after_answer`` are further ones, open once there has been
    a first 答复 or 办结. ``then`` is the stage that follows, None for the same;
    what depends on more than the stage is in :mod:`site_gen.lifecycle`.
    """

    action: Action
    describes: str
    content: Reader | None
    content_required: bool
    parts: tuple[Part, ...]
    stages: frozenset[Stage]
    then: Stage | None
    after_answer: frozenset[Stage] = frozenset()


ANY = frozenset(Stage)
_NEW = frozenset({Stage.RAISED})
_UNSETTLED = _NEW | {Stage.ACCEPTED}
_WITH_UNIT = frozenset({Stage.ASSIGNED, Stage.HANDLING})
_ASSIGNABLE = frozenset(
    {
        Stage.RAISED,
        Stage.ACCEPTED,
        Stage.ASSIGNED,
        Stage.RETURNED,
        Stage.HANDLING,
        Stage.REOPENED,
    }
)
_RATEABLE = frozenset({Stage.REPLIED, Stage.CLOSED, Stage.REOPENED})
_CLOSED_TOO = OPEN | {Stage.CLOSED}

_UNITS = names.read_names
_EVIDENCE = Part("evidence", names.read_evidence)
_SCOPE = Part("scope", word_reader(AdoptionScope))
_ANSWER = (
    Part("unit", _UNITS),
    Part("mode", word_reader(ReplyMode)),
    Part("document", names.read_evidence),
)


def _row(
    action: Action,
    describes: str,
    content: Reader | None,
    stages: frozenset[Stage],
    then: Stage | None = None,
    *parts: Part,
    required: bool = True,
    after_answer: frozenset[Stage] = frozenset(),
) -> ActionRule:
    needed = required and content is not None
    return ActionRule(action, describes, content, needed, parts, stages, then, after_answer)


ACTIONS: tuple[ActionRule, ...] = (
    _row(
        Action.RAISED,
        "",
        None,
        _NEW,
        Stage.RAISED,
        Part("raised_by", read_text),
    ),
    _row(Action.NOTED, "情况", read_text, ANY, required=False),
    _row(Action.FILED, "由谁立案", read_text, _NEW, Stage.ACCEPTED, _SCOPE, required=False),
    _row(
        Action.ADOPTED,
        "由谁采纳",
        read_text,
        _NEW | _WITH_UNIT,
        Stage.ACCEPTED,
        _SCOPE,
    ),
    _row(Action.NOT_FILED, "原因", read_text, _UNSETTLED, Stage.DECLINED),
    _row(Action.NOT_ADOPTED, "原因", read_text, _UNSETTLED | _WITH_UNIT, Stage.DECLINED),
    _row(
        Action.MERGED,
        "并到哪一条",
        names.read_reference,
        _UNSETTLED | _WITH_UNIT,
        Stage.MERGED,
    ),
    _row(
        Action.CONVERTED,
        "转成什么",
        names.read_reference_or_text,
        _UNSETTLED | {Stage.DECLINED},
        Stage.CONVERTED,
    ),
    _row(
        Action.REPORTED,
        "报到哪一级",
        word_reader(ReportLevel),
        _CLOSED_TOO,
        None,
        Part("issue_number", read_text),
    ),
    _row(
        Action.TAKEN_UP, "被谁采用", read_text, _CLOSED_TOO, None, Part("issue_number", read_text)
    ),
    _row(Action.REFERRED, "转给哪个单位", _UNITS, _UNSETTLED, Stage.ACCEPTED),
    _row(
        Action.ASSIGNED,
        "牵头单位",
        _UNITS,
        _ASSIGNABLE,
        Stage.ASSIGNED,
        Part("supporting", _UNITS),
        Part("due", dates.read_full_date),
    ),
    _row(Action.RETURNED, "原因", read_text, _WITH_UNIT, Stage.RETURNED),
    _row(
        Action.STARTED,
        "做了什么",
        read_text,
        _ASSIGNABLE,
        Stage.HANDLING,
        Part("progress", read_text),
        required=False,
    ),
    _row(
        Action.EXTENDED,
        "新的期限",
        dates.read_full_date,
        _WITH_UNIT | {Stage.REOPENED},
        None,
        Part("reason", read_text, required=True),
        Part("approved_by", read_text),
    ),
    _row(Action.SUPERVISED, "由谁督办", read_text, _CLOSED_TOO),
    _row(Action.INTERIM, "答复内容", read_text, OPEN, Stage.HANDLING, *_ANSWER),
    _row(Action.REPLIED, "答复内容", read_text, OPEN, Stage.REPLIED, *_ANSWER),
    _row(
        Action.CLOSED,
        "结果",
        word_reader(Result),
        _CLOSED_TOO,
        Stage.CLOSED,
        _EVIDENCE,
        Part("local_class", read_text),
        Part("next_step", read_text),
        Part("plan", read_text),
        Part("promise", dates.read_promise),
        Part("reason", read_text),
    ),
    _row(
        Action.FEEDBACK,
        "评价",
        numbers.read_counts,
        _RATEABLE,
        None,
        Part("rated_by", read_text),
        Part("mode", read_text),
        after_answer=_WITH_UNIT,
    ),
    _row(
        Action.DISPUTED,
        "不同说法",
        read_text,
        _RATEABLE,
        None,
        Part("raised_by", read_text),
        after_answer=_WITH_UNIT,
    ),
    _row(
        Action.REHANDLING,
        "起因",
        word_reader(Cause),
        frozenset({Stage.REPLIED, Stage.CLOSED, Stage.REOPENED}),
        Stage.REOPENED,
    ),
    _row(
        Action.LOOKBACK,
        "结论",
        word_reader(Verdict),
        _RATEABLE,
        None,
        Part("checked_by", read_text),
        _EVIDENCE,
        after_answer=_WITH_UNIT,
    ),
    _row(Action.POSTED, "在哪里", read_text, ANY, required=False),
    _row(Action.LODGED, "在哪里", read_text, ANY, required=False),
    _row(Action.WITHDRAWN, "原因", read_text, OPEN - {Stage.REPLIED}, Stage.WITHDRAWN),
    _row(
        Action.CORRECTED,
        "错在哪里",
        read_text,
        ANY,
        None,
        Part("voids", names.read_voids),
    ),
)
"""Every action, in the order of the vocabulary."""

ACTION_RULES: Mapping[Action, ActionRule] = {rule.action: rule for rule in ACTIONS}

RESULT_PARTS: Mapping[Result, tuple[str, ...]] = {
    Result.RESOLVED: ("evidence",),
    Result.IN_PROGRESS: ("next_step", "promise"),
    Result.PLANNED: ("plan", "promise"),
    Result.DEFERRED: ("reason",),
    Result.INFEASIBLE: ("reason",),
    Result.SUPERSEDED: ("reason",),
}
"""What a 办结 must carry for its result; ``evidence`` and ``local_class`` may always stand."""

RESULT_OPTIONAL = ("evidence", "local_class")
REOPENING_VERDICTS = frozenset({Verdict.UNFULFILLED, Verdict.RELAPSED})
"""Findings of a look-back that re-open the item."""

SETTLED_VERDICTS = frozenset({Verdict.VERIFIED, Verdict.PROGRESSED})
"""Findings that give no cause for handling it again."""
