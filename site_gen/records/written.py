"""What may be written for each kind of value, as JSON Schema: for editors and the documentation.

A schema holds for the form that is written without any slip; a slip that a reader accepts with a
notice is not in it, and no schema is as strict as its reader (it knows no calendar). Editors take
numbers out of YAML where records have texts, so a pattern judges what came as text, ``minimum``
and ``maximum`` what came as a number. ``description`` says in Chinese what to write and
``errorMessage`` what an editor shows when something else stands there. Patterns keep to what all
dialects share.
"""

from collections.abc import Mapping
from typing import Any

from site_gen.records.dates import EARLIEST, LATEST
from site_gen.records.names import KINDS, LANGUAGE, NAME
from site_gen.vocabulary import Word
from site_gen.vocabulary.progress import Result
from site_gen.vocabulary.settings import DeadlineKind

Schema = Mapping[str, Any]


def _scalar(description: str, pattern: str, *types: str, **bounds: object) -> Schema:
    """One text of this pattern, or a number of these types within bounds."""
    return {
        "type": ["string", *types] if types else "string",
        "pattern": f"^(?:{pattern})$",
        **bounds,
        "description": description,
        "errorMessage": f"这里写：{description}",
    }


def _several(one: Schema) -> Schema:
    """One text, or a list with each of them on its own."""
    alone = {key: one[key] for key in ("type", "pattern", "errorMessage")}
    listed = {"type": "array", "items": alone, "minItems": 1}
    rest = {key: value for key, value in one.items() if key != "type"}
    return {**rest, "anyOf": [{"type": one["type"]}, listed]}


def _joined(one: str) -> str:
    return rf"\s*{one}(?:、\s*{one})*"


_Y = "(?:19(?:49|[5-9][0-9])|20[0-9]{2}|2100)"
_M = "(?:0[1-9]|1[0-2])"
_D = "(?:0[1-9]|[12][0-9]|3[01])"
_FULL = f"{_Y}-{_M}-{_D}"
_DATE = f"{_Y}(?:-{_M}(?:-{_D})?)?"
_CLOCK = "[ T] *(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"
_TO = r"\s*/\s*"
_PERIOD = f"{_Y}(?:{_TO}{_Y}|-{_M}(?:{_TO}{_Y}-{_M}|-{_D}(?:{_TO}{_FULL})?)?)?"
_YEARS = {"minimum": EARLIEST, "maximum": LATEST}
_NUMBER = "[0-9]{1,15}(?:[.][0-9]{1,6})?[百千万亿]?"
_ITEM = "(?:建议|问题) ?[0-9]{1,4}"
_RECORD = f"(?:{NAME}/)?(?:[0-9]{{4}}|undated)/{NAME}"
_WORD_OF_NAME = "[^、,，\\s][^、,，]*"
_PLACE = r"\s*[^/／\s][^/／]*"

TEXT: Schema = {
    "type": ["string", "number"],
    "pattern": r"\S",
    "description": "文字",
    "errorMessage": "这里写文字，不能空着",
}
EVIDENCE: Schema = {**TEXT, "description": "链接、图片，或者文字"}
MOMENT = _scalar(
    "日期，可以只到年、月，可以带钟点", f"{_DATE}|{_FULL}{_CLOCK}", "integer", **_YEARS
)
DATE = _scalar("日期，可以只到年、月", _DATE, "integer", **_YEARS)
FULL_DATE = _scalar("日期，要写到日，例如 `2023-08-20`", _FULL)
AS_OF = _scalar("日期，可以只到年、月，或者 `不详`", f"{_DATE}|不详", "integer", **_YEARS)
PERIOD = _scalar(
    "一个日期，或者两个用 `/` 连起来，或者 `不详`", f"{_PERIOD}|不详", "integer", **_YEARS
)
DURATION = _scalar("`3个月`、`15天` 这样的期限", "(?!0+ ?[个天日])[0-9]{1,3} ?(?:个月|天|日)")
NAMES = _several(_scalar("名称，几个用顿号连起来", _joined(_WORD_OF_NAME), "number"))
REFERENCES = _several(
    _scalar(
        "引用，几个用顿号连起来",
        _joined(f"(?:(?:{KINDS}) )?(?:{_RECORD}(?: {_ITEM})?|{_ITEM})"),
    )
)
KEY = _scalar("小写字母、数字和减号，例如 `parking`", NAME, "integer", minimum=0)
TOPIC = _scalar("年度计划里的议题：`2023 parking`", f"(?:{NAME}/)?[0-9]{{4}} {NAME}")
ADDRESS = _scalar("http 或 https 网址", "https?://[^\\s<>\"'`\\\\]+")
VILLAGE = _scalar("`镇/村`，或者只写镇", f"{_PLACE}(?:[/／]{_PLACE})?")
_BY_LANGUAGE: Schema = {
    "type": "object",
    "properties": {"zh-Hans": TEXT},
    "patternProperties": {f"^{LANGUAGE}$": TEXT},
    "required": ["zh-Hans"],
    "additionalProperties": False,
}
_CODE_OF_LANGUAGE = "语言代码，例如 `zh-Hans`、`bo`、`en`"
LANGUAGE_CODE = _scalar(_CODE_OF_LANGUAGE, LANGUAGE)
LANGUAGE_CODES = _several(_scalar(_CODE_OF_LANGUAGE, _joined(LANGUAGE)))
LOCALISED: Schema = {
    "anyOf": [TEXT, _BY_LANGUAGE],
    "description": "文字，或者按语言分开：`{zh-Hans: …, bo: …}`",
}
FIGURE = _scalar(
    "数字，照来源写：`512`、`3000余`、`近2万`、`不详`、`已隐去`",
    f"不详|已隐去|{_NUMBER}(?:余|多|[+＋]|以上|左右)?|(?:近|不足|不到|约|大约){_NUMBER}",
    "number",
    minimum=0,
)
COUNT = _scalar("整数，从 0 起", "0*[0-9]{1,8}", "integer", minimum=0, maximum=99_999_999)
POSITIVE = _scalar("整数，从 1 起", "0*[1-9][0-9]{0,7}", "integer", minimum=1, maximum=99_999_999)
FREQUENCY = _scalar("`每季度1次`；月、季度、半年、年", "每(?:月|季度|半年|年)(?!0+次)[0-9]{1,3}次")
CODE = _scalar("六位数字", "[1-9][0-9]{5}", "integer", minimum=100_000, maximum=999_999)
STEPS: Schema = {
    **_several(TEXT),
    "examples": ["待补充"],
    "description": "一条一条的步骤，或者 `待补充`",
}
TILE: Schema = {
    "type": "array",
    "items": _scalar("从 0 到 39", "[1-3]?[0-9]", "integer", minimum=0, maximum=39),
    "minItems": 2,
    "maxItems": 2,
    "description": "行和列，从 0 数起：`[3, 2]`",
    "errorMessage": "这里写：行和列，从 0 数起：`[3, 2]`",
}
COUNTS: Schema = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": FIGURE,
    "description": "名称和数字：`{满意: 22}`",
}


def word(allowed: tuple[Word, ...]) -> Schema:
    """One of these words of a closed list; their keys are accepted and not proposed."""
    message = {"errorMessage": f"这里只能写：{_terms(allowed)}"}
    chinese = {"enum": [one.term for one in allowed], "enumDescriptions": [*map(_said, allowed)]}
    keys = "|".join(one.value for one in allowed)
    return {
        "type": "string",
        "anyOf": [{**chinese, **message}, {"pattern": f"^(?:{keys})$", **message}],
        "description": _terms(allowed),
        **message,
    }


def named(units: Mapping[str, str]) -> Schema:
    """A text of any kind, best one of these names, each with the unit it is counted in."""
    known = {"enum": [*units], "enumDescriptions": [f"单位：{unit}" for unit in units.values()]}
    return {**TEXT, "anyOf": [known, {"pattern": TEXT["pattern"]}]}


def _terms(allowed: tuple[Word, ...]) -> str:
    """Words as they are written, joined."""
    return "、".join(one.term for one in allowed)


def _said(one: Word) -> str:
    """What an editor tells about a word."""
    return "；".join(text for text in (one.plain, one.definition) if text)


DEADLINES: Schema = {
    "type": "object",
    "minProperties": 1,
    "properties": {one.term: {**DURATION, "title": one.plain} for one in DeadlineKind},
    "patternProperties": {f"^{one.value}$": DURATION for one in DeadlineKind},
    "additionalProperties": False,
    "description": "种类和期限：`{提案: 3个月}`",
}
_RESULT = word(tuple(Result))
CLASSES: Schema = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": {
        "anyOf": [_RESULT, {"type": "array", "items": _RESULT, "minItems": 1}]
    },
    "description": "字母和结果：`{A: [已解决]}`",
}
