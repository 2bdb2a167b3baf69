"""The keys of heads, lists and event lines: English key, official term, plain word.

A row belongs to an owner (the part of a record the key stands in); the models
take their Chinese keys from here, so a key is spelled once. The type of a field
is its annotation in the model, not a column here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from site_gen.language import term


@dataclass(frozen=True, slots=True)
class Field:
    """One key: ``label`` is written in records, ``plain`` shown to the public."""

    owner: str
    key: str
    label: str
    plain: str
    definition: str


# Each owner's rows: key, label[, plain[, definition]].
_ROWS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "session": (
        ("title", "议题", "商量什么事"),
        ("held", "时间", "什么时候", "开会的时间，可以只写到年或月，可以带钟点"),
        ("state", "状态", "", "只写延期或取消，其余由日期得出"),
        ("reason", "原因", "为什么", "延期或取消的原因"),
        ("place", "地点", "在哪里"),
        ("village", "村社", "哪个村社区", "写作“镇/村”，用于地点目录"),
        ("platform", "平台", "协商平台"),
        ("method", "工作法", "用的什么办法"),
        ("brand", "品牌"),
        ("form", "形式", "什么形式", "没有写的按平台的类型"),
        ("nature", "履职", "性质"),
        ("timing", "时机", "决定之前还是之中"),
        ("origin", "题源", "谁提的题目"),
        ("channel", "渠道", "怎么提的"),
        ("announced", "议题公示", "什么时候公布题目"),
        ("plan", "计划议题", "列在哪个年度计划里"),
        ("themes", "领域"),
        ("host", "主办", "谁组织的"),
        ("participants", "参加", "谁参加了", "写身份和人数，不写群众姓名"),
        ("regions", "跨区域", "还涉及哪些地方", "在每个地方都列出，总数里只算一次"),
        ("proposals", "提案", "相关提案"),
        ("follows", "承接", "接着哪一次"),
        ("consensus", "共识", "商量出了什么"),
        ("stated", "上报数", "报道里说的数", "来源只给了总数、没有逐条内容时填写，不与逐条数相加"),
    ),
    "record": (
        ("source", "来源", "从哪里来"),
        ("taken_down", "撤下", "撤下", "页面保留说明，内容不再出现在搜索、订阅和数字里"),
        (
            "personal_exceptions",
            "个人信息例外",
            "经核准公开的个人信息",
            "检查认出的个人信息里，核准公开的几处；身份证号和银行卡号不能列",
        ),
    ),
    "source": (
        ("title", "标题"),
        ("publisher", "发布", "谁发布的"),
        ("date", "日期"),
        ("url", "网址"),
        ("nature", "性质"),
    ),
    "taken_down": (("date", "日期"), ("reason", "原因")),
    "personal_exception": (
        ("fragment", "片段", "哪一处", "遮住的写法，和检查结果里的一样，例如 138****8000"),
        ("reason", "原因", "为什么可以公开"),
        ("approved_by", "核准", "谁核准的"),
    ),
    "stated": (
        ("suggestions", "建议"),
        ("problems", "问题"),
        ("resolved", "解决"),
    ),
    "suggestion": (
        ("raised_by", "提出人", "谁提的", "写身份，不写姓名"),
        ("type", "类型"),
        ("disclosure", "公开"),
        ("beneficiaries", "受益", "谁受益"),
        ("investment", "投入", "花了多少"),
    ),
    "problem": (("suggestions", "建议", "靠哪几条建议解决", "编号，用顿号分开"),),
    "case": (
        ("title", "标题"),
        ("date", "日期"),
        ("place", "地点", "在哪里"),
        ("themes", "领域"),
        ("summary", "摘要"),
        ("cover", "封面"),
        ("sessions", "协商", "来自哪几次协商"),
    ),
    "method": (
        ("name", "名称"),
        ("steps", "步骤", "怎么做"),
    ),
    "page": (("title", "标题"),),
    "region": (
        ("code", "代码", "行政区划代码", "国家标准 GB/T 2260 的六位代码"),
        ("name", "名称"),
        ("language", "语言", "语言", "这个地方的网页用什么语言；没有译出的字照中文显示"),
        ("parent", "上级", "上级", "代码表里没有上级时才写"),
        ("tile", "方格", "方格", "在上级方格图里的行和列，从 0 数起"),
        ("subdivisions", "下辖", "下辖"),
        ("deadlines", "办理时限", "办理时限"),
        ("classes", "办理结果分类", "办理结果分类", "本地的字母各是什么意思"),
        ("contact", "联系", "找谁问"),
    ),
    "subdivisions": (("townships", "乡镇"), ("villages", "村")),
    "contact": (("telephone", "电话"), ("address", "地址"), ("email", "邮箱"), ("name", "单位")),
    "unit": (
        ("name", "名称"),
        ("former_names", "曾用名"),
        ("contact", "联系", "找谁问"),
    ),
    "platform": (
        ("name", "名称"),
        ("former_names", "曾用名"),
        ("level", "层级"),
        ("type", "类型"),
        ("brand", "品牌"),
        ("village", "村社", "哪个村社区"),
        ("founded", "成立", "什么时候成立"),
        ("frequency", "频次", "多久开一次"),
        ("state", "状态"),
    ),
    "proposal": (
        ("title", "案由", "提了什么"),
        ("number", "提案号", "第几号"),
        ("session", "届次", "哪一次会议"),
        ("timing", "时机", "会上还是平时"),
        ("proposer", "提案者", "谁提的"),
        ("key", "重点", "是不是重点提案"),
        ("themes", "领域"),
    ),
    "opinion": (
        ("title", "标题"),
        ("reporter", "反映人", "谁反映的", "写身份，不写姓名"),
        ("themes", "领域"),
    ),
    "review": (
        ("type", "类型"),
        ("title", "标题"),
        ("date", "日期"),
        ("plan", "计划议题", "列在哪个年度计划里"),
        ("themes", "领域"),
        ("targets", "对象", "给谁打分、监督谁"),
    ),
    "target": (
        ("unit", "单位"),
        ("ballots", "票数", "得了多少票"),
        ("findings", "问题", "发现了什么问题"),
        ("rectifications", "整改", "怎么改"),
    ),
    "rectification": (
        ("measure", "措施", "要做什么"),
        ("unit", "单位", "谁来做"),
        ("due", "期限"),
        ("done", "完成", "哪天做完"),
        ("evidence", "佐证", "凭据"),
    ),
    "year_plan": (("approval", "审定", "谁定的"), ("topics", "议题", "商量哪些事")),
    "approval": (("body", "机构"), ("date", "日期")),
    "topic": (
        ("key", "编号"),
        ("title", "议题", "商量什么事"),
        ("origin", "题源", "谁提的题目"),
        ("form", "形式", "什么形式"),
        ("period", "时间", "计划什么时候"),
        ("organiser", "承办", "谁来办"),
    ),
    "statistic": (("figures", "数据"),),
    "figure": (
        ("metric", "指标", "数的是什么"),
        ("value", "数值"),
        ("unit", "单位"),
        ("as_of", "截至"),
        ("period", "期间"),
        ("note", "口径", "怎么数的"),
        ("parts", "分项", "其中"),
    ),
    "site": (
        ("name", "名称"),
        ("host", "主办"),
        ("contact", "联系", "找谁问"),
        ("base_url", "网址"),
        ("notice", "提示"),
        ("site_code", "标识码"),
        ("icp", "备案号"),
        ("police", "公安备案"),
        ("licence", "许可"),
        ("minimum_n", "最小样本", "最小样本", "少于这个数只写“几条中几条”，不写百分比"),
        ("languages", "语言", "语言", "第一个是界面的语言；没有译出的字照中文显示"),
    ),
    "vocabulary": (("themes", "领域"), ("brands", "品牌")),
    "theme": (("key", "编号"), ("name", "名称"), ("note", "说明")),
    "brand": (("name", "名称"), ("note", "说明")),
    "event": (
        ("unit", "单位", "哪个单位"),
        ("supporting", "会办", "配合"),
        ("due", "期限", "期限"),
        ("mode", "方式"),
        ("document", "文件"),
        ("evidence", "佐证", "凭据"),
        ("rated_by", "评价人", "谁评的"),
        ("raised_by", "提出人", "谁提的"),
        ("scope", "范围"),
        ("issue_number", "期号"),
        ("progress", "进度", "做到哪里"),
        ("reason", "原因", "为什么"),
        ("approved_by", "批准", "谁批准的"),
        ("local_class", "类别"),
        ("next_step", "下一步"),
        ("promise", "承诺", "答应什么时候"),
        ("plan", "计划", "什么计划"),
        ("checked_by", "查验人", "谁去查的"),
        ("voids", "作废"),
    ),
}


def _field(owner: str, key: str, label: str, plain: str = "", definition: str = "") -> Field:
    return Field(owner, key, term(label), term(plain or label), definition)


FIELDS: tuple[Field, ...] = tuple(
    _field(owner, *row) for owner, rows in _ROWS.items() for row in rows
)
"""All keys, owner by owner, in the order in which records are written."""

_BY_KEY: Mapping[tuple[str, str], Field] = {(row.owner, row.key): row for row in FIELDS}


def field(owner: str, key: str) -> Field:
    """The row of one key; raises KeyError for a key the vocabulary does not have."""
    return _BY_KEY[owner, key]


def fields_of(*owners: str) -> tuple[Field, ...]:
    """The rows of several owners, in their order."""
    return tuple(row for owner in owners for row in FIELDS if row.owner == owner)
