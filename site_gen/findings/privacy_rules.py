"""Rules about personal information: residents appear by role, and nobody by what finds them.

No message says what was found, only its masked form. What counts as personal is decided in
:mod:`site_gen.privacy`; the examples describe it, because this text is printed and published.
"""

from site_gen.findings.model import Rule, Severity

_PUBLISHED = (
    "网站一公开，就收不回来了；不公开的建议、注释、没有用到的键也一样，记录本身人人看得到。"
)

IDENTITY_CARD = Rule(
    "G101",
    "这里有{term}：{masked}",
    "删掉，只写身份，例如“一名村民”；一定要留的，遮住中间：{masked}",
    "身份证号（18 位看校验码，15 位看地区和生日）从不公开，没有例外。" + _PUBLISHED,
    "（写着一个身份证号的答复）",
    "- 2023-08-18 答复：核对了本人证件（51*************231）",
)
MOBILE = Rule(
    "G102",
    "这里有{term}：{masked}",
    "改成办公电话或者 12345，或者遮住中间四位：{masked}",
    "个人的手机号不公开，不管中间有没有空格、横线，写的是全角、圆圈还是汉字数字。"
    "办公座机、12345 这样的热线可以写。" + _PUBLISHED,
    "（写着一个手机号的联系方式）",
    "联系: {电话: 0837-6822123}",
)
BANK_CARD = Rule(
    "G103",
    "这里有{term}：{masked}",
    "删掉；一定要留的，只留后四位",
    "银行卡号（看发卡行的开头和校验码）从不公开，没有例外。" + _PUBLISHED,
    "（写着一个银行卡号的补助说明）",
    "- 2023-08-18 答复：补助已经打到本人卡上（尾号 4458）",
)
PLATE = Rule(
    "G104",
    "这里有{term}：{masked}",
    "写“一辆货车”，不写车牌",
    "从车牌能找到车主。" + _PUBLISHED,
    "（写着一个车牌的问题）",
    "## 问题1 一辆白色货车长期占道",
)
MAILBOX = Rule(
    "G105",
    "这里有{term}：{masked}",
    "改成单位的信箱，或者删掉；对外公布的信箱写在 region.yaml、units.yaml 的“联系”里",
    "个人的电子邮箱不公开。gov.cn 的信箱、名字是科室或者职能的信箱（office、xinfang、…bgs）、"
    "写在“联系”里的信箱是单位的，可以写。" + _PUBLISHED,
    "（写着一个人的邮箱的答复）",
    "联系: {邮箱: bgs@lixian.gov.cn}",
)
HOME = Rule(
    "G106",
    "这里有{term}：{masked}",
    "写到村、组或者街道为止，不写单元、房号和门牌号",
    "“家住”“住址”后面写到了哪一户，就能找到这家人。开会的地方、有问题的地方不算："
    "三组院坝、南屏街21号6单元电梯都可以写。" + _PUBLISHED,
    "（写着家住几单元几号的来信）",
    "- 提出人：家住南屏街的一名居民",
)
IN_A_NAME = Rule(
    "G107",
    "文件名或文件夹名里有{term}：{masked}",
    "改名，用内容起名，例如 jungong.jpg；记录里用到的地方也要改",
    "文件名会成为网址，和记录一样公开。",
    "attachments/（一个手机号）.jpg",
    "attachments/jungong.jpg",
)
PERHAPS = Rule(
    "G110",
    "这里可能有{term}：{masked}",
    "请看一看：是个人信息就删掉，只写身份；不是就不用管",
    "有些写法像个人信息，又不一定是，要由人来看。不影响发布。",
    "（写着联系人姓名的答复）",
    "- 2023-08-18 答复：联系人：县政协办公室",
    Severity.WARNING,
)
EXCEPTION_UNUSED = Rule(
    "G120",
    "这条“个人信息例外”没有用到：{fragment}",
    "片段要和“G1…”那句话里遮住的写法一样；内容已经删掉的，把这条例外也删掉",
    "例外只放行这份记录里写法相同的内容。留着用不到的例外，以后会放过不该放过的。",
    "个人信息例外: [{片段: 138****0000, 原因: 值班电话, 核准: 县政协办公室}]",
    "（删掉用不到的例外）",
    Severity.WARNING,
)
EXCEPTION_NOT_ALLOWED = Rule(
    "G121",
    "{term}不能列为例外：{fragment}",
    "删掉这条例外，也删掉记录里的号码",
    "身份证号和银行卡号任何时候都不公开，谁核准也不行。",
    "个人信息例外: [{片段: 51*************231, 原因: 本人同意, 核准: 县政协办公室}]",
    "个人信息例外: [{片段: 138****8000, 原因: 对外公布的值班手机, 核准: 县政协办公室}]",
)
EXCEPTION_UNMASKED = Rule(
    "G122",
    "例外的片段里写着没有遮住的{term}：{masked}",
    "片段写遮住的样子：{masked}",
    "例外也是公开的文字，不能为了说明它，把号码再写一遍。",
    "（片段里写着一个完整的手机号）",
    "个人信息例外: [{片段: 138****8000, 原因: 对外公布的值班手机, 核准: 县政协办公室}]",
)
