"""Lines of a file: a document cut into head and body, several lines made one text.

It finds where the head ends; what the lines say is for the other modules.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from site_gen.findings import Edit, Finding, Where
from site_gen.findings import file_rules as rules
from site_gen.records.text import Text

_FENCE = re.compile(r"---[ \t]*")
_FENCE_LIKE = re.compile(r"[ \t\u3000\u00a0]*[-—–－]{2}")
_FENCE_SLIP = re.compile(r"[ \t\u3000\u00a0]*[-—–－]{2,}[ \t\u3000\u00a0]*")
_HEADING = re.compile(r"##+ *\S")
_END_LIKE = re.compile(rf"{_FENCE_LIKE.pattern}|{_HEADING.pattern}")
"""A line that may end the head."""
_KEY = re.compile(r"[^\s:：#-][^:：]{0,15}[:：]")
_LATIN = re.compile(r"[0-9A-Za-zÀ-ɏ]{2}")


LONGEST_TEXT = 5_000
"""Characters of one value or event; nobody reads more in one place."""

LONGEST_LINE = 20_000
"""Characters of one line of a head or list."""


class Line(NamedTuple):
    """One line and its number in the file, from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of a document's head, without the fences, and those of its body."""

    head: Sequence[Line]
    body: Sequence[Line]


def numbered(text: str) -> list[Line]:
    """The lines of a text."""
    # Not by calling the class: that takes three times as long.
    return [*map(partial(tuple.__new__, Line), enumerate(text.split("\n"), 1))]


def split(path: str, lines: list[Line]) -> tuple[Document | None, list[Finding]]:
    """Head and body; None where there is no head."""
    findings: list[Finding] = []
    first = next((at for at, line in enumerate(lines) if line.text.strip()), 0)
    opened = _is_fence(path, lines[first], findings)
    if not opened:
        findings.append(rules.HEAD_MISSING.at(Where(path, lines[first].number)))
        if not _KEY.match(lines[first].text):
            return None, findings
    first += opened
    for end in range(first, len(lines)):
        if not _END_LIKE.match(lines[end].text):
            continue
        if _is_fence(path, lines[end], findings):
            return Document(lines[first:end], lines[end + 1 :]), findings
        if _HEADING.match(lines[end].text):
            break
    else:
        end = len(lines)
    if opened:
        number = lines[min(end, len(lines) - 1)].number
        findings.append(rules.HEAD_UNCLOSED.at(Where(path, number)))
    return Document(lines[first:end], lines[end:]), findings


def _is_fence(path: str, line: Line, findings: list[Finding]) -> bool:
    if not _FENCE_LIKE.match(line.text):
        return False
    if _FENCE.fullmatch(line.text):
        return True
    if not _FENCE_SLIP.fullmatch(line.text):
        return False
    where = Where(path, line.number)
    edit = Edit(where, line.text, "---")
    findings.append(rules.HEAD_FENCE_SLIP.at(where, edit, value=line.text.strip()))
    return True


def join(pieces: Sequence[Text]) -> Text:
    """Lines that continue each other as one text.

    Joined without a space, with one between two Latin letters or digits.
    """
    if len(pieces) == 1:
        return pieces[0]
    joined, turns, length = [str(pieces[0])], [], len(pieces[0])
    for before, piece in pairwise(pieces):
        space = " " if _LATIN.fullmatch(before[-1:] + piece[:1]) else ""
        joined += [space, piece]
        turns.append((length + len(space), piece.where))
        length += len(space) + len(piece)
    return Text("".join(joined), pieces[0].where, tuple(turns))
