"""Ways in which somebody hides a number, by accident or on purpose."""

import base64
from collections.abc import Callable, Mapping
from urllib.parse import quote

MOBILE = "13800138000"
MASKED_MOBILE = "138****8000"
CARD = "513222199001011231"
MASKED_CARD = "51*************231"

_WRITTEN = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨"
_ARABIC = "٠١٢٣٤٥٦٧٨٩"


def _as(digits: str) -> Callable[[str], str]:
    return lambda number: "".join(digits[int(digit)] for digit in number)


def _every(between: str) -> Callable[[str], str]:
    return between.join


def _after_three(between: str) -> Callable[[str], str]:
    return lambda number: f"{number[:3]}{between}{number[3:]}"


def _grouped(between: str) -> Callable[[str], str]:
    return lambda number: between.join((number[:3], number[3:7], number[7:]))


WAYS: Mapping[str, Callable[[str], str]] = {
    "plainly": str,
    "with blanks": _grouped(" "),
    "with hyphens": _grouped("-"),
    "with dots": _grouped("."),
    "with dashes": _grouped("—"),
    "with commas of lists": _grouped("、"),
    "with slashes": _grouped("/"),
    "in brackets": lambda number: f"({number[:3]}){number[3:]}",
    "digit by digit": _every(" "),
    "digit by digit with dots": _every("·"),
    "with an ideographic space": _grouped("\u3000"),
    "with no-break spaces": _grouped("\u00a0"),
    "with the code of the country": lambda number: f"+86 {number}",
    "with 0086": lambda number: f"0086{number}",
    "with 86 and a hyphen": lambda number: f"86-{number}",
    "in full width": lambda number: "".join(chr(ord(digit) + 0xFEE0) for digit in number),
    "in words": _as(_WRITTEN),
    "in formal words": _as(_FORMAL),
    "in circles": _as(_CIRCLED),
    "in Arabic-Indic digits": _as(_ARABIC),
    "half in words": lambda number: number[:5] + _as(_WRITTEN)(number[5:]),
    "with a zero-width space": _after_three("\u200b"),
    "with a soft hyphen": _after_three("\u00ad"),
    "with a word joiner after each": _every("\u2060"),
    "with variation selectors": _every("\ufe0f"),
    "as entities": lambda number: "".join(f"&#{ord(digit)};" for digit in number),
    "as hexadecimal entities": lambda number: "".join(f"&#x{ord(digit):x};" for digit in number),
    "with an entity between": _after_three("&nbsp;"),
    "as percent signs": lambda number: "".join(f"%{ord(digit):02X}" for digit in number),
    "as percent signs of words": lambda number: quote(_as(_WRITTEN)(number)),
    "as escapes": lambda number: "".join(f"\\u{ord(digit):04x}" for digit in number),
    "split by bold": lambda number: f"{number[:3]}**{number[3:7]}**{number[7:]}",
    "split by a tag": lambda number: f"{number[:3]}<b>{number[3:7]}</b>{number[7:]}",
    "split by a comment": lambda number: f"{number[:3]}<!-- x -->{number[3:]}",
    "in the address of a link": lambda number: f"[电话](tel:{number})",
    "beside letters": lambda number: f"tel{number}x",
    "beside Chinese": lambda number: f"打{number}一直没人接",
    "after a date": lambda number: f"2023-05-12 {number}",
}
_NOT_FOR_CARDS = ("country", "0086", "86 and")
CARD_WAYS = {
    name: way for name, way in WAYS.items() if not any(each in name for each in _NOT_FOR_CARDS)
}
OTHERWISE = base64.b64encode(MOBILE.encode()).decode()
"""What nobody reads as a number."""
