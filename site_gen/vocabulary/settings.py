"""The closed lists of record heads: forms, origins, levels and the like.

Themes and brands are not here: they are each site's own and stand in its
``vocabulary.yaml``.
"""

from site_gen.vocabulary.word import Word


class Form(Word, heading="协商形式"):
    """The kind of meeting."""

    STANDING_COMMITTEE = "standing_committee", "专题议政性常委会议"
    BIMONTHLY = "bimonthly", "双月协商座谈会"
    THEMATIC = "thematic", "专题协商会"
    COUNTERPART = "counterpart", "对口协商"
    SECTORAL = "sectoral", "界别协商"
    PROPOSAL_HANDLING = "proposal_handling", "提案办理协商"
    GRASSROOTS = "grassroots", "基层协商"
    COURTYARD = "courtyard", "院坝协商", "院坝里开的协商会"
    ONLINE = "online", "网络议政"
    REMOTE = "remote", "远程协商"
    RESULTS_RELEASE = "results_release", "办理成果发布会", "公布办理结果的会"
    OTHER = "other", "其他"


class Nature(Word, heading="履职类型"):
    """What the meeting was for."""

    CONSULTATION = "consultation", "协商"
    SUPERVISION = "supervision", "民主监督"
    INSPECTION = "inspection", "视察"
    RESEARCH = "research", "调研"


class Timing(Word, heading="协商时机"):
    """Whether the decision was still to be made."""

    BEFORE = "before_decision", "决策之前"
    DURING = "during_implementation", "决策实施之中"


class Origin(Word, heading="题源"):
    """Who put the topic on the table."""

    PARTY_GOVERNMENT = "party_government", "党委政府点题"
    CONFERENCE = "conference", "政协选题"
    MEMBER = "member", "委员出题"
    PUBLIC = "public", "群众出题"


class SessionState(Word, heading="活动状态"):
    """Postponed and cancelled are written; the others follow from the date."""

    HELD = "held", "已召开", "开过了"
    ANNOUNCED = "announced", "已公示", "已经公布，还没开"
    PLANNED = "planned", "计划", "打算开"
    POSTPONED = "postponed", "延期", "推迟了"
    CANCELLED = "cancelled", "取消", "取消了"


class SuggestionType(Word, heading="建议类型"):
    """What kind of thing is asked for."""

    POLICY = "policy", "政策建议"
    MATTER = "matter", "具体事项"
    APPEAL = "appeal", "诉求"
    SELF_RUN = "self_run", "自办", "村里自己办", "由村、社区自己办，没有承办单位，也没有期限"


class Disclosure(Word, heading="公开程度"):
    """How much of an item is shown; its number, dates and events always are."""

    FULL = "full", "全文"
    SUMMARY = "summary", "摘要"
    WITHHELD = (
        "withheld",
        "不公开",
        "内容不公开",
        "只公开编号、时间和办理经过，不公开内容，原因写在记录里",
    )


class SourceNature(Word, heading="来源性质"):
    """Whether the office itself recorded it or somebody compiled it from reports."""

    PRESS = (
        "press",
        "公开报道",
        "从报道整理，没有向当地核实",
        "根据公开报道整理：没有期限，不进入任何比率",
    )
    OWN = "own", "本单位", "由本单位记录"


class SiteNotice(Word, heading="全站提示"):
    """What every page of the site says about its content."""

    FICTIONAL = "fictional", "虚构示例", "本站全部内容是虚构的示例，地名、单位和事情都不存在"
    COMPILED = "compiled", "公开报道整理", "本站内容从公开报道整理，没有向有关单位核实"
    NONE = "none", "无"


class PlatformLevel(Word, heading="平台层级"):
    """The level a consultation platform works on."""

    COUNTY = "county", "县"
    TOWNSHIP = "township", "乡镇"
    VILLAGE = "village", "村"


class PlatformType(Word, heading="平台类型"):
    """What kind of place a platform is."""

    HALL = "hall", "议事厅"
    STATION = "station", "联络站"
    POINT = "point", "联络点"
    STUDIO = "studio", "委员工作室"
    PARK = "park", "园区"
    ENTERPRISE = "enterprise", "企业"
    SCENIC = "scenic", "景区"
    COURTYARD = "courtyard", "院坝"
    TENT = "tent", "帐篷"
    FIRESIDE = "fireside", "围炉"
    ONLINE = "online", "线上"
    OTHER = "other", "其他"


class PlatformState(Word, heading="平台状态"):
    """Whether a platform is in use."""

    RUNNING = "running", "运行", "在用"
    SUSPENDED = "suspended", "暂停", "暂停"
    STOPPED = "stopped", "停用", "不再使用"


class RegionLevel(Word, heading="行政层级"):
    """The level of a region in the administrative code table."""

    PROVINCE = "province", "省级"
    PREFECTURE = "prefecture", "市州级"
    COUNTY = "county", "县级"


class DeadlineKind(Word, heading="办理时限的种类"):
    """What a region's rule sets a term for."""

    PROPOSAL = "proposal", "提案"
    SUGGESTION = "suggestion", "建议"
    OPINION = "opinion", "社情民意"
    SUPPORTING = "supporting", "会办", "配合单位"
    REANSWER = "reanswer", "再答复", "不满意以后再答复"
    EXTENSION = "extension", "延期至多", "延期总共不超过", "从交办起算的总时长"


class ProposalTiming(Word, heading="提案时机"):
    """Whether a proposal was made at the annual meeting or between meetings."""

    AT_MEETING = "at_meeting", "会间", "开会的时候"
    BETWEEN = "between_meetings", "平时"


class Proposer(Word, heading="提案者"):
    """Who makes a proposal."""

    MEMBER = "member", "委员个人"
    MEMBERS = "members", "委员联名"
    PARTY = "party", "党派"
    ORGANISATION = "organisation", "团体"
    SECTOR = "sector", "界别"
    COMMITTEE = "committee", "专委会"


class ReviewType(Word, heading="监督和评议"):
    """Whether units were supervised or evaluated."""

    SUPERVISION = "supervision", "民主监督"
    EVALUATION = "evaluation", "民主评议", "给部门打分"


class YesNo(Word, heading="是否"):
    """Yes or no."""

    YES = "yes", "是"
    NO = "no", "否"
