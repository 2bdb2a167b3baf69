"""Rules about keys: unknown ones, ones written twice, ones that are missing.

Whether the value behind a key is right is the business of
:mod:`site_gen.findings.value_rules`.
"""

from site_gen.findings.model import Rule, Severity

KEY_UNKNOWN = Rule(
    "K101",
    "这里没有“{key}”这个键",
    "{advice}",
    "键是固定的，写错一个字就读不到，所以不放过。",
    "议提: 石桥村通村公路",
    "议题: 石桥村通村公路",
)
KEY_TWICE = Rule(
    "K102",
    "“{key}”在第 {first} 行和第 {second} 行写了两次",
    "留下对的一行，删掉另一行",
    "同一个键只写一次；中文的键和英文的键是同一个，全角和半角、看不见的字符也不算区别。",
    "议题: 修路\n议题: 修桥",
    "议题: 修路",
)
KEY_INVISIBLE = Rule(
    "K103",
    "键“{key}”里夹着看不见的字符",
    "删掉这个键，重新打一遍",
    "零宽字符看不见，但程序会认为是另一个键。",
    "（“议”和“题”之间夹着 U+200B）",
    "议题: 石桥村通村公路",
)
KEY_SLIP = Rule(
    "K104",
    "键“{key}”看得懂，规范写法是“{canonical}”",
    "运行 site-gen fmt 会改写",
    "英文的键、键里的空格和全角字母没有别的意思。",
    "议　题: 石桥村通村公路",
    "议题: 石桥村通村公路",
    Severity.NOTICE,
)
KEY_NOT_TEXT = Rule(
    "K105",
    "键要是一个词，不能是列表或空的",
    "写成“键: 值”",
    "键是“议题”“时间”这样的词。",
    "[地点, 主办]: 石桥村",
    "地点: 石桥村",
)
KEY_MISSING = Rule(
    "K110",
    "缺少“{key}”",
    "补上一行：{key}: …",
    "这个键必须写。",
    "---\n时间: 2023-05-12\n---",
    "---\n议题: 石桥村通村公路\n时间: 2023-05-12\n---",
)
ENTRY_TWICE = Rule(
    "K112",
    "“{name}”在第 {first} 行已经有了",
    "合并成一项，或者改名字",
    "名单里的名称是别处引用时用的，不能重复。",
    "- {名称: 县财政局}\n- {名称: 县财政局}",
    "- {名称: 县财政局}\n- {名称: 县交通运输局}",
)
VALUE_UNREADABLE = Rule(
    "K120",
    "这里的内容读不懂",
    "对照文档里这个键的写法",
    "内容的形式和这个键要求的不一样。",
    "来源: [甲, 乙]",
    "来源: {标题: 甲}",
)
