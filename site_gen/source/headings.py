"""Headings of a body: which open an item, which the history, which prose.

A heading that might mean an item but cannot be read as one is refused, so that
no suggestion silently becomes prose.
"""

import re
from typing import NamedTuple

from site_gen.findings import Edit, Where
from site_gen.findings import body_rules as rules
from site_gen.records.kinds import ItemKind, Kind
from site_gen.records.reading import Report
from site_gen.records.text import Text, text_at
from site_gen.source.lines import Line

HISTORY = "办理"

_HEADING = re.compile(
    r"(?P<lead>[ \t\u3000]{0,3})(?P<hashes>[#＃]{1,6})(?P<gap>[ \t\u3000]*)(?=\S)"
)
_NUMBER = re.compile(
    r"(?P<gap>\s*)(?P<digits>[0-9０-９]+)(?P<end>$|\s*(?:[：:、)）]|[.．](?![0-9０-９]))[：:、.．)）\s]*|\s+)"
)
_ALMOST = re.compile(
    r"\s*(?:[第（(【#№]\s*)?(?:[\d①-⒛㈠-㈩Ⅰ-ⅿ❶-➓]|[一二三四五六七八九十]+(?:$|[\s：:、.．)）]))"
)
_SEPARATORS = ("：", "、")
_MOST = 9999


class Heading(NamedTuple):
    """A heading line; ``item`` is None for prose, ``number`` 0 for the history."""

    line: Line
    text: Text
    """What stands behind the number of an item; the whole text of other headings."""
    item: ItemKind | None = None
    number: int = 0
    unnumbered: str = ""
    """建议 or 问题 where the heading begins with that word but has no number."""


def read_heading(path: str, line: Line, kind: Kind, report: Report) -> Heading | None:
    """The heading that a line is, or None."""
    match = _HEADING.match(line.text)
    if not match:
        return None
    text = text_at(line.text[match.end() :].rstrip(), path, line.number, match.end() + 1)
    for item in kind.items:
        if text.startswith(item.term):
            return _item(match, line, text, item, report)
    if len(match["hashes"]) != 2 or match["lead"]:
        return None
    if kind.history and text == HISTORY:
        begin, canonical = line.text.rstrip(), f"## {HISTORY}"
        if begin != canonical:
            _notice(Edit(Where(path, line.number), begin, canonical), canonical, report)
        return Heading(line, text, kind.history)
    return Heading(line, text)


def _item(
    match: re.Match[str], line: Line, text: Text, item: ItemKind, report: Report
) -> Heading | None:
    """A heading that begins with the word of an item."""
    number = _NUMBER.match(text, len(item.term))
    level = len(match["hashes"])
    if not number and level != 2:
        return None
    if not number and not _ALMOST.match(text, len(item.term)):
        return Heading(line, text, unnumbered=item.term)
    value = int(number["digits"][:9]) if number else 0
    if not number or not 0 < value <= _MOST:
        report(rules.ITEM_NUMBER_UNREADABLE.at(text.where, heading=text, word=item.term))
        return Heading(line, text, unnumbered=item.term)
    name = f"{item.term}{value}"
    if level != 2:
        report(rules.ITEM_LEVEL.at(Where(text.where.path, line.number), item=name))
    elif not _is_canonical(match, number, value):
        begin, separator = line.text[: match.end() + number.end()], number["end"].strip()
        canonical = f"## {name}{separator if separator in _SEPARATORS else ' '}"
        where = Where(text.where.path, line.number)
        _notice(Edit(where, begin, canonical), f"{canonical.strip()} …", report)
    return Heading(line, text.part(number.end()), item, value)


def _notice(edit: Edit, canonical: str, report: Report) -> None:
    report(rules.HEADING_SLIP.at(edit.where, edit, canonical=canonical))


def _is_canonical(match: re.Match[str], number: re.Match[str], value: int) -> bool:
    return (
        not match["lead"]
        and match["hashes"] == "##"
        and match["gap"].strip(" ") == ""
        and match["gap"] != ""
        and number["gap"] in ("", " ")
        and number["digits"] == str(value)
        and number["end"].strip(" ") in ("", *_SEPARATORS)
        and number["end"][:1] in ("", " ", *_SEPARATORS)
    )
