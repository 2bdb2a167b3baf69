"""A text → the same text in plain characters: each digit as one of 0–9, of the same length.

What stands at an offset of the plain text stands at that offset of the text; escapes and tags are
filled up with a character that has no width. Nothing is judged here.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

FILL = "\u2060"
"""Stands for whatever a reader does not see."""

_SPOKEN = (
    "零〇○",
    "一壹幺弌",
    "二贰貳弐两",
    "三叁叄弎",
    "四肆",
    "五伍",
    "六陆陸",
    "七柒拐",
    "八捌",
    "九玖",
)
SPOKEN: Mapping[str, str] = {
    word: str(digit) for digit, words in enumerate(_SPOKEN) for word in words
}
"""Digits as they are written out or read aloud; a number of them ends where others begin."""

_UNSEEN = "\u3164\u115f\u1160\u2800\u180e\u20e3"
_BLANKS = "\u1680\u2028\u2029\u202f\u205f\u3000"
_DASHES = "_‐‑‒–—―−﹘﹣－─━"
_DOTS = "·•・‧∙⋅․"

_SIMPLE_RADICALS = {
    "⺟": "母", "⺠": "民", "⻁": "虎", "⻄": "西", "⻅": "见", "⻆": "角", "⻉": "贝", "⻋": "车",
    "⻓": "长", "⻔": "门", "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食",
    "⻢": "马", "⻤": "鬼", "⻥": "鱼", "⻦": "鸟", "⻧": "卤", "⻨": "麦", "⻩": "黄", "⻬": "齐",
    "⻮": "齿", "⻰": "龙", "⻳": "龟", "⼾": "户",
}  # fmt: skip
"""Radicals that NFKC leaves alone, or makes the traditional character; the simplified characters
are those of ``EquivalentUnifiedIdeograph.txt`` (UAX #44)."""
_TWINS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,24});?")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*+")  # its first character is found fast
_BACKSLASH = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2}))")
_TAG = re.compile(r"<[A-Za-z/!?][^<>]*>")


def _characters() -> Iterator[tuple[int, str]]:
    """Every radical and compatibility ideograph with the character that it looks like."""
    for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)):
        char = chr(code)
        folded = _SIMPLE_RADICALS.get(char) or unicodedata.normalize("NFKC", char)
        if folded != char and len(folded) == 1:
            yield code, folded


_CHARACTERS: Mapping[int, str] = dict(_characters())


def with_characters(text: str) -> str:
    """The text with characters for the radicals that stand for them, of the same length.

    ``⼈`` (U+2F08) looks like ``人``: texts copied out of a PDF are full of such.
    """
    return text.translate(_CHARACTERS) if _TWINS.search(text) else text


def _plain_characters() -> Iterator[tuple[int, str]]:
    """Every character that looks like, or hides beside, a digit or a letter of ASCII."""
    for code in range(0x80, 0x20000):
        char = chr(code)
        digit = unicodedata.digit(char, None)
        if digit is not None:
            yield code, str(digit)
        elif _is_unseen(char):
            yield code, FILL
        elif char in _BLANKS or unicodedata.category(char) == "Zs":
            yield code, " "
    yield from ((code, chr(code - 0xFEE0)) for code in range(0xFF01, 0xFF5F))
    yield from ((code, FILL) for code in (*range(9), *range(14, 32), *range(0xE0000, 0xE0200)))


def _is_unseen(char: str) -> bool:
    """Without width of its own: joiners, selectors, marks that stand on the letter before."""
    return char in _UNSEEN or unicodedata.category(char) in {"Cf", "Mn", "Me"}


_USUAL = (*range(9, 127), *range(0x3001, 0xA000))
_TABLE: Mapping[int, str | int] = {
    **{code: code for code in _USUAL},  # str.translate is slow at what its table does not name
    **dict(_plain_characters()),
    **{code: SPOKEN.get(char, char) for code, char in _CHARACTERS.items()},
    **{ord(word): digit for word, digit in SPOKEN.items()},
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, _DOTS), "."),
}
_SEEN_AS: Mapping[int, str] = {
    code: char for code, char in _TABLE.items() if isinstance(char, str) and code < 0x10000
}


@dataclass(frozen=True, slots=True)
class View:
    """A text beside its plain form; both have the same length."""

    text: str
    plain: str


def view_of(text: str) -> View:
    """The text with everything that hides a character undone, escapes included."""
    return View(text, unescaped(text).translate(_TABLE))


def unescaped(text: str) -> str:
    """The text with the characters that its escapes stand for, of the same length."""
    if "&" in text:
        text = _ENTITY.sub(lambda found: _filled(unescape(found[0]), found[0]), text)
    if "%" in text:
        text = _PERCENT.sub(_decoded, text)
    if "\\" in text:
        text = _BACKSLASH.sub(_unescaped, text)
    return text


def written_as(plain: str) -> str:
    """Every character of the basic plane whose plain form is one of these."""
    same = {char for char in plain if _TABLE.get(ord(char), char) in {char, ord(char)}}
    others = {chr(code) for code, char in _SEEN_AS.items() if char in plain}
    return "".join(sorted(same | others))


def without_tags(view: View) -> View | None:
    """The same with tags made invisible; None when there are none."""
    blank = _TAG.sub(lambda found: FILL * len(found[0]), view.plain)
    return View(view.text, blank) if blank != view.plain else None


_AFTER_THREE = FILL * (len("%E4%B8%80") - 1)
"""What fills up a character of three bytes, as those of Chinese are."""


def _filled(shown: str, written: str) -> str:
    """What is shown, made as long as what is written; what is no shorter stays as written."""
    return shown + FILL * (len(written) - len(shown)) if len(shown) < len(written) else written


def _decoded(found: re.Match[str]) -> str:
    """The characters that a run of percent signs stands for, each at its place."""
    try:
        chars = bytes.fromhex(found[0].replace("%", "")).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
    if len(chars) * len("%E4%B8%80") == len(found[0]) and max(chars) <= "\uffff":
        return f"{_AFTER_THREE.join(chars)}{_AFTER_THREE}"
    return "".join(_filled(char, "%00" * len(char.encode())) for char in chars)


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[found.lastindex or 0], 16)
    is_character = code < 0xD800 or 0xDFFF < code <= 0x10FFFF
    return _filled(chr(code), found[0]) if is_character else found[0]
