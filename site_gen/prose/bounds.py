"""What keeps prose cheap to read: passages that would be slow are refused before parsing.

The parser's time grows with the square of unpaired brackets, of headings, of links and of lines,
and its stack with nesting; each of these is bounded, so that no passage takes more than a second.
"""

import re
from collections.abc import Iterator

from site_gen.findings import Finding
from site_gen.findings import prose_rules as rules
from site_gen.records.text import Text

MOST_CHARACTERS = 100_000
MOST_LINES = 3000
MOST_HEADINGS = 300
MOST_LINKS = 2000
DEEPEST = 8
WIDEST_INDENT = 24
MOST_UNPAIRED = 40

_NESTED = re.compile(rf"\s*(?:(?:[-*+>]|\d+\.)\s*){{{DEEPEST + 1},}}")
_INDENT = re.compile(rf"[ ]{{{WIDEST_INDENT},}}(?:[-*+>]|\d+\.)\s")
_UNFINISHED_LINK = re.compile(r"\]\((?![^\s()<>]*(?:\s+\"[^\"\n]*\")?\))")
_MAY_BE_DEEP = re.compile(r"^(?:[^\S\n]|[-*+>\d])", re.MULTILINE)
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}")


def refusal(text: Text) -> Finding | None:
    """Why ``text`` would be too slow to read, or None where it is not."""
    lines = text.split("\n")
    return _too_long(text, lines) or _too_deep(text, lines) or _tangled(text) or _linked(text)


def _too_long(text: Text, lines: list[str]) -> Finding | None:
    headings = sum(line.startswith("#") for line in lines)
    sizes = (
        (len(text), MOST_CHARACTERS, "字"),
        (len(lines), MOST_LINES, "行"),
        (headings, MOST_HEADINGS, "个标题"),
    )
    for size, most, unit in sizes:
        if size > most:
            rule = rules.PROSE_TOO_LONG
            return rule.at(text.where, size=f"{size} {unit}", most=f"{most} {unit}")
    return None


def _too_deep(text: Text, lines: list[str]) -> Finding | None:
    if not _MAY_BE_DEEP.search(text):
        return None
    for line in lines:
        if (_NESTED.match(line) and not _RULE.fullmatch(line)) or _INDENT.match(line):
            return rules.PROSE_TOO_DEEP.at(text.where)
    return None


def _tangled(text: Text) -> Finding | None:
    if max(text.count("["), text.count("](")) <= MOST_UNPAIRED:
        return None
    for block in _blocks(text):
        if _unpaired(block) > MOST_UNPAIRED:
            return rules.PROSE_TANGLED.at(text.where)
    return None


def _linked(text: Text) -> Finding | None:
    links = text.count("](")
    if links <= MOST_LINKS:
        return None
    size, most = f"{links} 个链接", f"{MOST_LINKS} 个链接"
    return rules.PROSE_TOO_LONG.at(text.where, size=size, most=most)


def _blocks(text: str) -> Iterator[str]:
    yield from re.split(r"\n\s*\n", text)


def _unpaired(block: str) -> int:
    """Brackets that were open at once, or link openings that never end, whichever is more."""
    depth = deepest = 0
    for bracket in re.findall(r"[\[\]]", block):
        depth = depth + 1 if bracket == "[" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return max(deepest, len(_UNFINISHED_LINK.findall(block)))
