"""What hands, editors and programs do to a record: pure functions of chance and bytes.

Each takes a source of chance, the bytes, and those of another record to take pieces from.
"""

import re
from collections.abc import Callable, Sequence
from random import Random

from site_gen.vocabulary.fields import FIELDS
from site_gen.vocabulary.progress import Action, Result, Verdict

Mutator = Callable[[Random, bytes, bytes], bytes]

WIDTHS = (
    "：:",
    "；;",
    "，,",
    "、,",
    "（(",
    "）)",
    "｛{",
    "｝}",
    "［[",
    "］]",
    '“"',
    "＃#",
    "－-",
    "　 ",
)
"""Marks in their full and half width."""

NEIGHBOURS = (
    *("\u00a0", "\u3000", "\u200b", "\u202e", "\ufeff", "\u2028", "\u0301", "\u200d", "\ufe0f"),
    *(
        "\x00",
        "\x1b",
        "\x85",
        "\r",
        "\t",
        "𠀀",
        "😀",
        "བོད",
        "ꀀ",
        "١",
        "²",
        "Ⅳ",
        "㊀",
        "ﬁ",
        "０",
        "ｆ",
    ),
)
"""Characters that look like others, look like nothing, or are written in several units."""

WORDS = (
    *(form for row in FIELDS for form in (row.label, row.key)),
    *(
        form
        for list_ in (Action, Result, Verdict)
        for word in list_
        for form in (word.term, word.value)
    ),
)
"""Keys and words of the format, in both languages."""

VALUES = (
    *(
        "no",
        "~",
        "12:30",
        "1_000",
        ".inf",
        "2023-02-30",
        "2203",
        "10月5日",
        "2023年10月5日",
        "0",
        "-3",
    ),
    *(
        "1e9",
        "9" * 5000,
        "3000余",
        "近2万",
        "满意21、满意2",
        "2023/0512-x 建议3",
        "![甲](a.jpg)",
        "../a",
    ),
    *(
        "*a",
        "&a",
        "!!x",
        "%",
        "`",
        "@",
        "|",
        ">",
        "? ",
        "<<: ",
        "''",
        '"',
        "# ",
        "{{7*7}}",
        "[a](<",
    ),
)
"""What stands where something else is expected."""

LINES = (
    *("---", "...", "```", "## 建议1 甲", "## 问题2", "## 办理", "## 经过", "# 甲", "<<<<<<< a"),
    *(
        "- 2023-05-20 交办：县交通局",
        "- 类型：自办",
        "  接着写",
        "\t- 甲",
        "- ",
        "来源: {",
        "}",
        "甲: 乙",
    ),
)

_TOKEN = re.compile(r"[0-9]+|[A-Za-z]+|[^\W0-9A-Za-z]+|\s+|.", re.DOTALL)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _with(text: str, start: int, end: int, piece: str) -> bytes:
    return _bytes(text[:start] + piece + text[end:])


def flip_byte(chance: Random, raw: bytes, other: bytes) -> bytes:
    """One byte becomes any other."""
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + bytes([chance.randrange(256)]) + raw[at + 1 :]


def cut_bytes(chance: Random, raw: bytes, other: bytes) -> bytes:
    """A run of bytes is lost, in the middle or at the end."""
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + raw[at + chance.choice((1, 2, 3, 10, len(raw))) :]


def other_encoding(chance: Random, raw: bytes, other: bytes) -> bytes:
    """Saved by a program that has other habits."""
    code = chance.choice(("gb18030", "utf-16", "utf-8-sig", "big5"))
    return _text(raw).encode(code, "replace")


def line_ends(chance: Random, raw: bytes, other: bytes) -> bytes:
    """Lines end as on another system, or the last one does not."""
    end = chance.choice((b"\r\n", b"\r", b"\n\n", b" \n", b""))
    return raw.rstrip(b"\n") if not end else raw.replace(b"\n", end)


def _token(chance: Random, text: str) -> tuple[int, int]:
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    return chance.choice(tokens) if tokens else (0, 0)


def drop_token(chance: Random, raw: bytes, other: bytes) -> bytes:
    """A word, a number, a mark or a blank is left out."""
    text = _text(raw)
    return _with(text, *_token(chance, text), "")


def double_token(chance: Random, raw: bytes, other: bytes) -> bytes:
    """A word, a number, a mark or a blank stands there several times."""
    text = _text(raw)
    start, end = _token(chance, text)
    return _with(text, start, end, text[start:end] * chance.choice((2, 3, 9)))


def swap_tokens(chance: Random, raw: bytes, other: bytes) -> bytes:
    """Two pieces change places."""
    text = _text(raw)
    (a, b), (c, d) = sorted((_token(chance, text), _token(chance, text)))
    if b > c:
        return raw
    return _bytes(text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:])


def splice_token(chance: Random, raw: bytes, other: bytes) -> bytes:
    """A piece of another record stands where one of this stood."""
    text, donor = _text(raw), _text(other)
    start, end = _token(chance, donor)
    return _with(text, *_token(chance, text), donor[start:end])


def put_word(chance: Random, raw: bytes, other: bytes) -> bytes:
    """A key or a word of the format stands where something else stood."""
    text = _text(raw)
    return _with(text, *_token(chance, text), chance.choice(WORDS))


def put_value(chance: Random, raw: bytes, other: bytes) -> bytes:
    """A value is replaced by one that looks like another type."""
    text = _text(raw)
    return _with(text, *_token(chance, text), chance.choice(VALUES))


def put_neighbour(chance: Random, raw: bytes, other: bytes) -> bytes:
    """A character that deceives is put in, or stands for another."""
    text = _text(raw)
    at = chance.randrange(len(text) + 1)
    return _with(text, at, at + chance.randrange(2), chance.choice(NEIGHBOURS))


def change_width(chance: Random, raw: bytes, other: bytes) -> bytes:
    """One mark, or all that are equal, in the other width."""
    text = _text(raw)
    pair = chance.choice([one for one in WIDTHS if one[0] in text or one[1] in text] or WIDTHS)
    old, new = chance.sample(pair, 2)
    return _bytes(text.replace(old, new, chance.choice((1, 2, -1))))


def widen_digits(chance: Random, raw: bytes, other: bytes) -> bytes:
    """A number in full-width digits."""
    text = _text(raw)
    start, end = _token(chance, text)
    wide = {ord("0") + n: 0xFF10 + n for n in range(10)}
    return _with(text, start, end, text[start:end].translate(wide))


def _lines(raw: bytes) -> list[bytes]:
    return raw.split(b"\n")


def _block(chance: Random, lines: Sequence[bytes]) -> tuple[int, int]:
    start = chance.randrange(len(lines))
    return start, min(len(lines), start + chance.choice((1, 1, 1, 2, 3, 8)))


def move_lines(chance: Random, raw: bytes, other: bytes) -> bytes:
    """One or several lines stand elsewhere."""
    lines = _lines(raw)
    start, end = _block(chance, lines)
    block, rest = lines[start:end], lines[:start] + lines[end:]
    at = chance.randrange(len(rest) + 1)
    return b"\n".join([*rest[:at], *block, *rest[at:]])


def double_lines(chance: Random, raw: bytes, other: bytes) -> bytes:
    """One or several lines stand there twice."""
    lines = _lines(raw)
    start, end = _block(chance, lines)
    return b"\n".join([*lines[:end], *lines[start:]])


def drop_lines(chance: Random, raw: bytes, other: bytes) -> bytes:
    """One or several lines are missing."""
    lines = _lines(raw)
    start, end = _block(chance, lines)
    return b"\n".join([*lines[:start], *lines[end:]])


def indent_lines(chance: Random, raw: bytes, other: bytes) -> bytes:
    """One or several lines stand further right or left."""
    lines = _lines(raw)
    start, end = _block(chance, lines)
    lead = chance.choice((b" ", b"  ", b"    ", b"\t", "　".encode(), b"- ", b"> ", b""))
    moved = [lead + line if lead else line.lstrip() for line in lines[start:end]]
    return b"\n".join([*lines[:start], *moved, *lines[end:]])


def join_lines(chance: Random, raw: bytes, other: bytes) -> bytes:
    """A line break is lost, or one is put in."""
    text = _text(raw)
    start, end = _token(chance, text)
    if chance.randrange(2):
        return _with(text, end, end, "\n" + " " * chance.randrange(4))
    at = text.find("\n", start)
    return raw if at < 0 else _with(text, at, at + 1, "")


def put_line(chance: Random, raw: bytes, other: bytes) -> bytes:
    """A line that means something stands where it should not."""
    lines = _lines(raw)
    at = chance.randrange(len(lines) + 1)
    return b"\n".join([*lines[:at], chance.choice(LINES).encode(), *lines[at:]])


def splice_lines(chance: Random, raw: bytes, other: bytes) -> bytes:
    """Lines of another record, of whatever kind, stand among those of this."""
    lines, donor = _lines(raw), _lines(other)
    start, end = _block(chance, donor)
    at = chance.randrange(len(lines) + 1)
    return b"\n".join([*lines[:at], *donor[start:end], *lines[at:]])


def repeat(chance: Random, raw: bytes, other: bytes) -> bytes:
    """The whole record twice, or its head with the body of another."""
    if chance.randrange(2):
        return raw + raw
    return raw[: len(raw) // 2] + other[len(other) // 2 :]


MUTATORS: tuple[Mutator, ...] = (
    flip_byte,
    cut_bytes,
    other_encoding,
    line_ends,
    drop_token,
    double_token,
    swap_tokens,
    splice_token,
    put_word,
    put_value,
    put_neighbour,
    change_width,
    widen_digits,
    move_lines,
    double_lines,
    drop_lines,
    indent_lines,
    join_lines,
    put_line,
    splice_lines,
    repeat,
)
"""Every mutator."""

_RARE = frozenset({flip_byte, cut_bytes, other_encoding, line_ends, repeat})
_WEIGHTS = [1 if mutator in _RARE else 4 for mutator in MUTATORS]


def mutated(chance: Random, raw: bytes, other: bytes) -> bytes:
    """``raw`` with one to four things done to it; mostly one, so that records stay nearly right."""
    times = chance.choice((1, 1, 1, 2, 2, 3, 4))
    for mutator in chance.choices(MUTATORS, _WEIGHTS, k=times):
        raw = mutator(chance, raw, other)
    return raw
