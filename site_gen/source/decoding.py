"""Bytes → text: UTF-8 and nothing else, without characters that deceive.

It says which other encoding a file seems to have, but never reads it as such.
"""

import re
from collections.abc import Iterable, Mapping

from site_gen.findings import Finding, Rule, Severity, Where
from site_gen.findings import file_rules as rules

LARGEST = 512 * 1024
"""Size in bytes over which a file is not even decoded."""

MOST_LINES = 20_000
"""Lines of a file; one with a thousand records in it has some five thousand."""

_MARK = "\ufeff"
_SUSPICIOUS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e"
    "\u180e\u2060-\u2064\u2066-\u206f\u115f\u1160\u3164\uffa0\ufeff\ufff9-\uffff"
    "\U000e0001\U000e0020-\U000e007f]"
)
_INVISIBLE = frozenset(
    "\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\uffa0"
)
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_CONFLICT = re.compile(r"(?:<{7}|>{7})(?: .*)?")


def decode(path: str, raw: bytes) -> tuple[str | None, tuple[Finding, ...]]:
    """The text of a file with ``\\n`` line ends, or None where it cannot be read on."""
    findings: list[Finding] = []
    text = _decoded(path, raw, findings)
    if text is not None:
        text = text.replace("\r\n", "\n")
        if text.startswith(_MARK):
            findings.append(rules.BYTE_ORDER_MARK.at(Where(path)))
            text = text[1:]
        findings += _characters(path, text)
        findings += _conflicts(path, text)
    blocked = any(finding.severity is Severity.ERROR for finding in findings)
    return None if blocked else text, tuple(findings)


def _decoded(path: str, raw: bytes, findings: list[Finding]) -> str | None:
    if len(raw) > LARGEST:
        size, limit = len(raw) // 1024, LARGEST // 1024
        findings.append(rules.FILE_TOO_LARGE.at(Where(path), size=size, limit=limit))
        return None
    lines = raw.count(b"\n")
    if lines > MOST_LINES:
        findings.append(rules.TOO_MANY_LINES.at(Where(path), size=lines, limit=MOST_LINES))
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        findings.append(_not_utf8(path, raw, error.start))
        return None
    if not text.removeprefix(_MARK).strip():
        findings.append(rules.FILE_EMPTY.at(Where(path)))
        return None
    return text


def _not_utf8(path: str, raw: bytes, start: int) -> Finding:
    before = raw[:start].decode("utf-8")
    where = _place(path, before, len(before))
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00\n" in raw or b"\n\x00" in raw:
        return rules.ENCODING_UTF16.at(where)
    if _seems_gbk(raw):
        return rules.ENCODING_GBK.at(where)
    return rules.ENCODING_BROKEN.at(where)


def _seems_gbk(raw: bytes) -> bool:
    """Whether it decodes as GB18030 and most of it is then common Chinese.

    UTF-8 read as GB18030 may decode too, but gives rare characters; common ones
    are in rows 1 to 3 (punctuation) and 16 to 55 of GB 2312.
    """
    try:
        wide = [char for char in raw.decode("gb18030") if char > "\x7f"]
    except UnicodeDecodeError:
        return False
    leads = [char.encode("gb18030")[0] for char in wide]
    common = [lead for lead in leads if 0xA1 <= lead <= 0xA3 or 0xB0 <= lead <= 0xD7]
    return bool(leads) and len(common) >= 0.7 * len(leads)


def _characters(path: str, text: str) -> list[Finding]:
    """The first place of each character that has no business in a record."""
    if text.count("\x00") > max(len(text) // 4, 3):
        return [rules.ENCODING_UTF16.at(Where(path))]
    return [character_finding(_place(path, text, at), char) for at, char in suspicious(text)]


def suspicious(text: str) -> Iterable[tuple[int, str]]:
    """The offset of the first of each character that has no business in a record."""
    first: dict[str, int] = {}
    for match in _SUSPICIOUS.finditer(text):
        first.setdefault(match[0], match.start())
    return [(offset, char) for char, offset in first.items()]


def character_finding(where: Where, char: str) -> Finding:
    """What is wrong with such a character."""
    return _RULES.get(char, rules.CONTROL_CHARACTER).at(where, code=f"U+{ord(char):04X}")


_RULES: Mapping[str, Rule] = {
    "\ufffd": rules.CHARACTER_LOST,
    **dict.fromkeys(_INVISIBLE, rules.INVISIBLE_CHARACTER),
    **dict.fromkeys(_BIDI, rules.BIDI_CONTROL),
}


def _conflicts(path: str, text: str) -> list[Finding]:
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return []
    return [
        rules.CONFLICT_MARK.at(Where(path, number))
        for number, line in enumerate(text.split("\n"), 1)
        if _CONFLICT.fullmatch(line)
    ]


def _place(path: str, text: str, offset: int) -> Where:
    line_start = text.rfind("\n", 0, offset) + 1
    return Where(path, text.count("\n", 0, offset) + 1, offset - line_start + 1)
