"""Files of a finished site → what is personal in them, also where only the markup hid it.

Quick rather than thorough: the records themselves were looked at before. A line is judged by
itself, so that one that was judged need not be again, whichever file it stands in.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from site_gen.findings import Severity
from site_gen.privacy.detectors import DETECTORS
from site_gen.privacy.prefilter import may_hold_grave
from site_gen.privacy.scan import Hit, found_by

_GRAVE = tuple(one for one in DETECTORS if one.severity is Severity.ERROR)
_APART = "\n\n"
"""Between two texts that are not one: no number goes on across it."""
_TAGGED = f"{_APART}<"
"""Makes the detection look through tags, also through those that are written as escapes."""
_INLINE = re.compile(
    r"/?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|ruby|s|samp|small|span"
    r"|strong|sub|sup|time|u|var|wbr)(?![A-Za-z0-9-]).*|!--.*--",
    re.IGNORECASE | re.DOTALL,
)
_ANGLES = re.compile(r"(<[^<>]*>)")
_TAG = re.compile(r"[A-Za-z/!?].*", re.DOTALL)
BREAK = "\n"
"""Stands among tags for the end of a line."""
_DRAWN = re.compile(r"""\s(?:d|points|viewBox|transform|style|integrity)=(?:"[^"]*"|'[^']*')""")
_SHORT = 14
"""No tag of so many characters holds a number or an address of a mailbox."""
# What stands between the values of data, and never within one.
_STRUCTURE = dict.fromkeys(map(ord, ',;:[]{}()|\n\t"'), _APART)


def in_page(lines: Sequence[str]) -> Mapping[str, Sequence[Hit]]:
    """Line of HTML → what a reader sees there, or a program finds in its attributes.

    Lines in which nothing is personal are left out. No tag goes on in the next line.
    """
    if not may_hold_grave(_said_by_html(_APART.join(lines))):
        return {}
    return _in_lines(lines, _said_by_html)


def may_be_personal(pieces: list[str], new: Collection[str], marks: dict[str, str]) -> bool:
    """Whether it takes a closer look at lines of HTML to tell that nothing personal is there.

    At every odd place of the pieces stands a tag, or BREAK; they are used up. ``marks`` are tags
    without anything personal, each with what a reader sees in its place, and ``new`` are the
    others; they are added if nothing personal can be there.
    """
    shown = _shown(pieces, new, marks)
    written = [tag for tag in new if tag.startswith("<a ")]  # no drawing, and the most frequent
    others = _attributes(tag for tag in new if not tag.startswith("<a "))
    suspicious = may_hold_grave(_APART.join((shown, *[tag[1:-1] for tag in written], *others)))
    for tag in new if suspicious else ():
        del marks[tag]
    return suspicious


def in_data(lines: Sequence[str]) -> Mapping[str, Sequence[Hit]]:
    """Line of JSON, CSV, scripts, feeds and plain text → what stands in its values, likewise."""
    return _in_lines(lines, _said_by_data) if may_hold_grave(_APART.join(lines)) else {}


def in_names(names: Sequence[str]) -> Mapping[str, Sequence[Hit]]:
    """Name of a file → what stands in it, likewise."""
    return _in_lines(names, str) if may_hold_grave(_APART.join(names)) else {}


def _in_lines(lines: Sequence[str], said: Callable[[str], str]) -> Mapping[str, Sequence[Hit]]:
    texts = ((line, said(line)) for line in lines)
    hits = (
        (line, found_by(_GRAVE, text + _TAGGED)) for line, text in texts if may_hold_grave(text)
    )
    return {line: found for line, found in hits if found}


def _said_by_html(line: str) -> str:
    pieces = _ANGLES.split(line)
    tags = set(pieces[1::2])
    return _APART.join((_shown(pieces, tags, {}), *_attributes(tags)))


def _shown(pieces: list[str], new: Iterable[str], marks: dict[str, str]) -> str:
    """What a reader sees of HTML; the new tags are then among ``marks``."""
    marks.update((tag, _mark(tag)) for tag in new)
    pieces[1::2] = map(marks.__getitem__, pieces[1::2])
    return "".join(pieces)


def _mark(tag: str) -> str:
    """What a reader sees in place of a tag; all of it if it is none."""
    inside = tag[1:-1]
    if _INLINE.fullmatch(inside):
        return ""
    return _APART if tag == BREAK or _TAG.fullmatch(inside) else tag


def _attributes(tags: Iterable[str]) -> Iterator[str]:
    """What may be personal in tags; they are none any more, so that it is looked at as a text."""
    return (_DRAWN.sub("", tag[1:-1]) for tag in tags if len(tag) > _SHORT)


def _said_by_data(text: str) -> str:
    return text.translate(_STRUCTURE)
