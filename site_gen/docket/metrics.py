"""The table of metrics and rates: everything the site counts.

Adding one is one line; statistics, ledger, definitions page and ``site-gen stats``
follow.
"""

from collections.abc import Callable, Mapping
from functools import cache

from site_gen.docket import predicates as says
from site_gen.docket.entry import Entry
from site_gen.docket.families import family, rates
from site_gen.docket.metric import Metric, Predicate, Rate
from site_gen.language import Message, say, term
from site_gen.vocabulary.progress import ReportLevel, Result, Stage
from site_gen.vocabulary.settings import ReviewType, SessionState

__all__ = ["METRIC", "METRICS", "RATES", "Counting", "Metric", "Rate", "metrics_of"]


def _count(
    kind: str, key: str, label: str, unit: str, definition: str, holds: Predicate = says.always
) -> Metric:
    return Metric(
        key,
        label if isinstance(label, Message) else term(label),
        term(definition),
        term(unit),
        kind,
        holds,
    )


SESSIONS = _count(
    "session", "sessions", "协商活动", "场次",
    "已经召开的协商活动；跨区域的在每个地方都列出，总数只算一次", says.held(SessionState.HELD),
)  # fmt: skip
SESSIONS_NOT_HELD = _count(
    "session", "sessions_not_held", "取消或推迟的协商", "场次", "写明取消或延期的协商活动",
    says.held(SessionState.CANCELLED, SessionState.POSTPONED),
)  # fmt: skip
SESSIONS_AHEAD = _count(
    "session", "sessions_ahead", "将要召开的协商", "场次", "已公示或计划中的协商活动",
    says.held(SessionState.ANNOUNCED, SessionState.PLANNED),
)  # fmt: skip
PLATFORMS = _count("platform", "platforms", "协商平台", "个", "登记在册的协商平台")
METHODS = _count("method", "methods", "工作法", "个", "有名称的工作法")
CASES = _count("case", "cases", "典型案例", "个", "写成案例的事")
SUGGESTIONS = _count(
    "suggestion", "suggestions", "意见建议", "条", "协商活动中提出、逐条记录的建议"
)
PROBLEMS = _count("problem", "problems", "提出的问题", "个", "协商活动中逐个记录的问题")
SOLVED_PROBLEMS = _count(
    "problem", "solved_problems", "解决问题", "个",
    "本身有“已解决”的结果，或者关联的建议全部已解决", says.has(Result.RESOLVED),
)  # fmt: skip

OF_SUGGESTIONS = family(SUGGESTIONS, "", "")
COMPILED = OF_SUGGESTIONS.compiled
IN_HAND = OF_SUGGESTIONS.in_hand
REPLIED = OF_SUGGESTIONS.replied
RESOLVED = OF_SUGGESTIONS.resolved
OVERDUE = OF_SUGGESTIONS.overdue
SUPPORTING_OVERDUE = OF_SUGGESTIONS.supporting_overdue
PROMISE_DUE = OF_SUGGESTIONS.promise_due
UNFULFILLED = OF_SUGGESTIONS.unfulfilled
BY_STAGE = OF_SUGGESTIONS.by_stage
BY_RESULT = OF_SUGGESTIONS.by_result

PROPOSALS = _count("proposal", "proposals", "提案收到", "件", "逐件记录的提案")
PROPOSALS_FILED = _count(
    "proposal", "proposals_filed", "提案立案", "件",
    "已经立案，没有并案、转办、撤回、不立案的", says.filed,
)  # fmt: skip
PROPOSALS_NOT_FILED = _count(
    "proposal", "proposals_not_filed", "提案不立案", "件", "决定不立案或不采纳，原因写在记录里",
    says.at(Stage.DECLINED),
)  # fmt: skip
PROPOSALS_MERGED = _count(
    "proposal", "proposals_merged", "提案并案", "件", "合并到另一件", says.at(Stage.MERGED)
)
PROPOSALS_CONVERTED = _count(
    "proposal", "proposals_converted", "提案转办", "件", "转为来信等别的形式",
    says.at(Stage.CONVERTED),
)  # fmt: skip
PROPOSALS_WITHDRAWN = _count(
    "proposal", "proposals_withdrawn", "提案撤回", "件", "提案者撤回", says.at(Stage.WITHDRAWN)
)
PROPOSALS_UNDECIDED = _count(
    "proposal", "proposals_undecided", "没有立案与否的记录", "件",
    "没有并案、转办、撤回、不立案，也没有立案的记录", says.undecided,
)  # fmt: skip
PROPOSALS_KEY = _count(
    "proposal", "proposals_key", "重点提案", "件", "标明重点的提案", says.key_proposal
)
PROPOSALS_CLOSED = _count(
    "proposal", "proposals_closed", "提案办结", "件", "现在有办理结果的提案", says.at(Stage.CLOSED)
)
PROPOSAL_FLOW = (
    PROPOSALS_FILED,
    PROPOSALS_NOT_FILED,
    PROPOSALS_MERGED,
    PROPOSALS_CONVERTED,
    PROPOSALS_WITHDRAWN,
    PROPOSALS_UNDECIDED,
)
"""Each proposal is in exactly one; together they are all received."""

OF_PROPOSALS = family(PROPOSALS, "proposal_", "提案")

OPINIONS = _count("opinion", "opinions", "社情民意收集", "件", "逐件记录的社情民意信息")
OPINIONS_REPORTED = _count(
    "opinion", "opinions_reported", "社情民意报送", "件", "报给上级的", says.reported
)
OPINIONS_TAKEN_UP = _count(
    "opinion", "opinions_taken_up", "社情民意采用", "件", "被上级采用的", says.taken_up
)
OPINIONS_BY_LEVEL = tuple(
    _count(
        "opinion", f"opinions_reported_{level.value}",
        say("社情民意报到{level}", level=level.plain), "件",
        "报到这一级的；一件报到几级的，每一级都数", says.reported_to(level),
    )
    for level in ReportLevel
)  # fmt: skip
BULLETINS = _count(
    "bulletin", "bulletins", "社情民意期数", "期", "报送时写明的不同期号；与件数不相加"
)
OF_OPINIONS = family(OPINIONS, "opinion_", "社情民意")

FAMILIES = (OF_SUGGESTIONS, OF_PROPOSALS, OF_OPINIONS)
"""The channels that have a life cycle, each with the same metrics under keys of its own."""

SUPERVISIONS = _count(
    "review", "supervisions", "监督议题", "个", "民主监督的事项",
    says.review_of(ReviewType.SUPERVISION),
)  # fmt: skip
EVALUATIONS = _count(
    "review", "evaluations", "民主评议", "次", "给部门打分的活动",
    says.review_of(ReviewType.EVALUATION),
)  # fmt: skip
EVALUATED_UNITS = _count(
    "target", "evaluated_units", "民主评议部门", "个", "被评议的部门，一次评议里一个部门算一个",
    says.review_of(ReviewType.EVALUATION),
)  # fmt: skip
RECTIFICATIONS = _count("rectification", "rectifications", "整改事项", "项", "监督评议后要改的事")
RECTIFICATIONS_DONE = _count(
    "rectification", "rectifications_done", "整改完成", "项", "写明哪天做完的", says.mended
)
RECTIFICATIONS_OWN = _count(
    "rectification", "rectifications_own", "自己记录的整改事项", "项", "整改事项，不含从报道整理的",
    says.own(says.always),
)  # fmt: skip
RECTIFICATIONS_OWN_DONE = _count(
    "rectification", "rectifications_own_done", "自己记录的整改完成", "项",
    "整改完成的，不含从报道整理的", says.own(says.mended),
)  # fmt: skip
RECTIFICATIONS_OVERDUE = _count(
    "rectification", "rectifications_overdue", "整改超过期限", "项", "期限已过，还没有写明做完",
    says.mending_overdue,
)  # fmt: skip

TOPICS = _count("topic", "topics", "协商议题", "个", "年度协商计划里的议题")
TOPICS_HELD = _count(
    "topic", "topics_held", "计划议题已协商", "个", "有协商活动或监督评议写明来自这个议题",
    says.topic_held,
)  # fmt: skip
TOPICS_MISSED = _count(
    "topic", "topics_missed", "计划了没有开", "个", "计划的时间已过，没有一次活动来自这个议题",
    says.topic_missed,
)  # fmt: skip
TOPICS_AHEAD = _count(
    "topic", "topics_ahead", "计划时间未到", "个", "计划的时间还没有过，或者没有写时间",
    says.topic_ahead,
)  # fmt: skip
TOPICS_SILENT = _count(
    "topic", "topics_silent", "只有计划的报道", "个",
    "计划是从报道整理的，没有一次活动来自这个议题，不知道开了没有", says.topic_silent,
)  # fmt: skip
TOPICS_OWN = _count(
    "topic", "topics_own", "自己记录的协商议题", "个", "协商议题，不含从报道整理的计划",
    says.own(says.always),
)  # fmt: skip
TOPICS_OWN_HELD = _count(
    "topic", "topics_own_held", "自己记录的计划议题已协商", "个",
    "计划议题已协商的，不含从报道整理的计划", says.own(says.topic_held),
)  # fmt: skip

METRICS: tuple[Metric, ...] = (
    SESSIONS,
    SESSIONS_NOT_HELD,
    SESSIONS_AHEAD,
    PLATFORMS,
    METHODS,
    CASES,
    *OF_SUGGESTIONS.metrics,
    PROBLEMS,
    SOLVED_PROBLEMS,
    *OF_PROPOSALS.metrics,
    *PROPOSAL_FLOW,
    PROPOSALS_KEY,
    PROPOSALS_CLOSED,
    *OF_OPINIONS.metrics,
    OPINIONS_REPORTED,
    *OPINIONS_BY_LEVEL,
    OPINIONS_TAKEN_UP,
    BULLETINS,
    SUPERVISIONS,
    EVALUATIONS,
    EVALUATED_UNITS,
    RECTIFICATIONS,
    RECTIFICATIONS_DONE,
    RECTIFICATIONS_OWN,
    RECTIFICATIONS_OWN_DONE,
    RECTIFICATIONS_OVERDUE,
    TOPICS,
    TOPICS_HELD,
    TOPICS_MISSED,
    TOPICS_AHEAD,
    TOPICS_SILENT,
    TOPICS_OWN,
    TOPICS_OWN_HELD,
)
"""Every count of the site."""

RATES: tuple[Rate, ...] = (
    *rates(OF_SUGGESTIONS, "", ""),
    *rates(OF_PROPOSALS, "proposal_", "提案"),
    *rates(OF_OPINIONS, "opinion_", "社情民意"),
    Rate(
        "rectification_rate", say("整改完成率"), say("整改完成 ÷ 整改事项，都不含从报道整理的"),
        RECTIFICATIONS_OWN_DONE, RECTIFICATIONS_OWN, (RECTIFICATIONS_OVERDUE,),
    ),
    Rate(
        "plan_rate", say("计划完成率"),
        say("计划议题已协商 ÷ 协商议题，都不含从报道整理的计划"),
        TOPICS_OWN_HELD, TOPICS_OWN, (TOPICS_MISSED,),
    ),
)  # fmt: skip
"""Every rate of the site; below the site's minimum n no percentage is shown."""

METRIC: Mapping[str, Metric] = {metric.key: metric for metric in METRICS}


@cache
def _possible(kind: str, stage: Stage | None, result: Result | None) -> tuple[Metric, ...]:
    """The metrics that may count an entry of a kind where it stands: few of all there are."""
    return tuple(
        metric for metric in METRICS if metric.kind == kind and metric.only in (None, stage, result)
    )


Counting = Callable[[Entry], tuple[str, ...]]
""":func:`metrics_of`, or the same with its answers kept: rows and numbers ask alike."""


def metrics_of(entry: Entry) -> tuple[str, ...]:
    """The keys of all metrics that count an entry, in the order of the table."""
    possible = _possible(entry.kind, entry.stage, entry.result)
    return tuple([metric.key for metric in possible if metric.holds(entry)])
