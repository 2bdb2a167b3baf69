"""The words of the life cycle: what happens to an item and where it stands.

Only words; which action may follow which stage is data in
:mod:`site_gen.records.actions`.
"""

from site_gen.vocabulary.word import Word


class Action(Word, heading="动作"):
    """What a dated line says happened."""

    RAISED = "raised", "提出", "提出来", "这一条在这一天提了出来"
    NOTED = "noted", "据报道", "报道说", "公开报道里说到的情况，不启动任何期限"
    FILED = "filed", "立案", "受理", "有关机构决定正式受理"
    ADOPTED = "adopted", "采纳", "采纳", "有关单位表示接受，全部或者部分"
    NOT_FILED = "not_filed", "不立案", "不受理", "决定不受理，并说明原因"
    NOT_ADOPTED = "not_adopted", "不采纳", "没有采纳", "有关单位表示不接受，并说明原因"
    MERGED = "merged", "并案", "与另一条一起处理", "内容相同或相近，合并到另一条里处理"
    CONVERTED = "converted", "转为", "转成别的形式处理", "改由另一种渠道处理，例如转为来信"
    REPORTED = "reported", "报送", "报给上级", "作为社情民意信息报给某一级"
    TAKEN_UP = "taken_up", "采用", "被采用", "报送的信息被上级采用"
    REFERRED = "referred", "转交", "转给有关单位", "转给有关单位研究，不是正式交办"
    ASSIGNED = "assigned", "交办", "交给单位处理", "正式交给牵头单位处理，可以有配合单位和期限"
    RETURNED = "returned", "退回", "单位退回", "承办单位认为不属于自己的职责，退回重新交办"
    STARTED = "started", "办理", "正在做", "开始做了，或者做到了哪一步"
    EXTENDED = "extended", "延期", "延长期限", "经批准把答复期限推后"
    SUPERVISED = "supervised", "督办", "领导督促", "由督办人督促办理"
    INTERIM = "interim", "阶段答复", "先答复一部分", "先说明进展，期限不因此停止"
    REPLIED = "replied", "答复", "单位答复", "承办单位正式答复，期限到此为止"
    CLOSED = (
        "closed",
        "办结",
        "单位给出结果",
        "承办单位给出办理结果；是不是真的办好要看佐证和回头看",
    )
    FEEDBACK = "feedback", "评价", "群众评价", "提出人或群众对答复和结果的评价"
    DISPUTED = "disputed", "质疑", "有人提出不同说法", "对答复或结果提出不同说法，等待回头看"
    REHANDLING = "rehandling", "二次办理", "重新办理", "因不满意、回头看、督办或承诺到期而重新办理"
    LOOKBACK = "lookback", "回头看", "事后复查", "办过之后再去现场看是不是真的办好了"
    POSTED = "posted", "公示", "公布", "在某处公开张贴或发布"
    LODGED = "lodged", "备案", "备案", "送有关机构存档"
    WITHDRAWN = "withdrawn", "撤回", "提出人撤回", "提出人自己撤回，并说明原因"
    CORRECTED = "corrected", "更正", "更正", "说明前面的记录错在哪里，可以作废其中一步"


class Stage(Word, heading="阶段"):
    """How far an item has come: derived from its events, never written."""

    RAISED = "raised", "已提出", "提了，还没有下文", "提出以后还没有受理、交办或答复的记录"
    ACCEPTED = "accepted", "已受理", "受理了，还没交给单位", "已经立案、采纳或转交，还没有交办"
    ASSIGNED = "assigned", "已交办", "交给单位了", "已经交给承办单位，还没有开始办理的记录"
    RETURNED = "returned", "已退回", "单位退回了", "承办单位退回，等待重新交办"
    HANDLING = "handling", "办理中", "正在做", "承办单位正在办理，或者只给了阶段答复"
    REPLIED = "replied", "已答复", "答复了，还没有结果", "承办单位答复了，还没有给出办理结果"
    CLOSED = "closed", "已有结果", "有结果了", "承办单位给出了办理结果，结果是什么要看标签"
    REOPENED = "reopened", "重新办理", "重新办理", "办过之后又重新打开"
    DECLINED = "declined", "未采纳", "没有受理或没有采纳", "不立案或不采纳，原因写在记录里"
    MERGED = "merged", "已并案", "与另一条一起处理", "合并到另一条，在那一条里看进展"
    CONVERTED = "converted", "已转办", "转成别的形式处理", "改由别的渠道处理"
    WITHDRAWN = "withdrawn", "已撤回", "提出人撤回了", "提出人撤回，不再办理"


OPEN = frozenset(
    {
        Stage.RAISED,
        Stage.ACCEPTED,
        Stage.ASSIGNED,
        Stage.RETURNED,
        Stage.HANDLING,
        Stage.REPLIED,
        Stage.REOPENED,
    }
)
"""The stages in which something may still be expected."""

ENDS = frozenset({Stage.DECLINED, Stage.MERGED, Stage.CONVERTED, Stage.WITHDRAWN})
"""The stages that leave every denominator; they stay visible."""


class Result(Word, heading="办理结果"):
    """What the handling unit says came of it."""

    RESOLVED = "resolved", "已解决", "解决了", "单位说已经解决，并且附有佐证"
    IN_PROGRESS = "in_progress", "正在解决", "正在解决", "单位说正在做，并写明下一步和承诺的时间"
    PLANNED = (
        "planned",
        "列入计划",
        "答应列入计划，还没做",
        "单位答应列入某个计划，并写明承诺的时间",
    )
    DEFERRED = "deferred", "暂难解决", "现在办不了", "单位说现在条件不具备，并说明原因"
    INFEASIBLE = "infeasible", "不可行", "办不到", "单位说做不到或者不应当做，并说明原因"
    SUPERSEDED = (
        "superseded",
        "情况变化",
        "情况变了，不用再办",
        "情况发生变化，不再需要办理，并说明原因",
    )


class Verdict(Word, heading="回头看结论"):
    """What the look-back found on the spot."""

    VERIFIED = "verified", "属实巩固", "查过，确实办好", "复查时情况属实，没有反弹"
    PARTIAL = "partial", "部分落实", "查过，只办了一部分", "复查时只落实了一部分"
    UNFULFILLED = (
        "unfulfilled",
        "承诺未兑现",
        "查过，答应的没有做到",
        "复查时承诺的事没有做到，重新办理",
    )
    RELAPSED = "relapsed", "反弹", "查过，又变回去了", "复查时问题又出现了，重新办理"
    PROGRESSED = (
        "progressed",
        "现已解决",
        "查过，后来解决了",
        "当时没有解决，复查时已经解决，并附有佐证",
    )


class Rating(Word, heading="评价用词"):
    """How those who raised it rate the reply and the result, from best to worst."""

    SATISFIED = "satisfied", "满意"
    BASICALLY_SATISFIED = "basically_satisfied", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"
    NO_RESPONSE = "no_response", "未反馈", "没有反馈", "请过评价，没有收到，不计入满意率"


class Cause(Word, heading="二次办理的起因"):
    """Why an item is handled again."""

    FEEDBACK = "feedback", "评价", "群众不满意"
    LOOKBACK = "lookback", "回头看", "事后复查发现没办好"
    SUPERVISED = "supervised", "督办", "领导督促"
    PROMISE_DUE = "promise_due", "承诺到期", "答应的时间过了"


class AdoptionScope(Word, heading="采纳范围"):
    """Whether all of a suggestion was accepted."""

    FULL = "full", "全部"
    PARTIAL = "partial", "部分"


class ReportLevel(Word, heading="报送级别"):
    """The level that social-opinion information was reported to."""

    COUNTY = "county", "县"
    PREFECTURE = "prefecture", "市州"
    PROVINCE = "province", "省"
    NATION = "nation", "全国"


class ReplyMode(Word, heading="答复方式"):
    """How the unit spoke with those who raised it."""

    INTERVIEW = "interview", "面谈"
    MEETING = "meeting", "座谈"
    VISIT = "visit", "走访"
    TELEPHONE = "telephone", "电话"
    LETTER = "letter", "书信"
