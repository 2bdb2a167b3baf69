"""Lines of finished files → what each says; the same line is looked at once.

Pages of a site have nearly all of their lines in common, and a line says the same wherever it
stands: it does not matter what was looked at before, nor what is forgotten.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import filterfalse
from typing import NamedTuple

from site_gen.privacy import Hit, built
from site_gen.publish.scan import (
    NOTHING,
    Document,
    is_plain,
    scan_html,
    scan_line,
    scan_tag,
    together,
)

_MOST = 1 << 24
"""Bytes of lines that are remembered, then all are forgotten."""
_COST = 150
"""What keeping a line costs besides, in bytes."""
_CUT = "\0"
"""Stands between a tag and what is no tag; no page has it."""
_TAGS = {"<": f"{_CUT}<", ">": f">{_CUT}"}
_ENDS = f"{_CUT}{built.BREAK}{_CUT}"


class Saying(NamedTuple):
    """What a line says, or several that belong together."""

    document: Document = NOTHING
    personal: Sequence[Hit] = ()


_UNENDED = Saying()
"""Stands for a line in which something begins that may go on in the next."""


@dataclass(slots=True)
class Lines:
    """Lines of one kind of file, each with what it says if it says anything."""

    look: Callable[[Sequence[bytes]], Mapping[bytes, Saying]]
    """Says it of lines that were not looked at yet."""
    _silent: set[bytes] = field(default_factory=set)
    _known: dict[bytes, Saying] = field(default_factory=dict)
    _kept: int = 0

    def sayings(self, lines: Iterable[bytes]) -> list[Saying]:
        """What the lines say that say anything, in their order.

        Raises UnicodeDecodeError for one that is no text.
        """
        if self._kept > _MOST:
            self._silent.clear()
            self._known.clear()
            self._kept = 0
        rest = list(filterfalse(self._silent.__contains__, lines))
        new = tuple(dict.fromkeys(filterfalse(self._known.__contains__, rest)))
        if new:
            self._known.update(self.look(new))
            self._silent.update(filterfalse(self._known.__contains__, new))
            self._kept += sum(map(len, new)) + _COST * len(new)
        return list(filter(None, map(self._known.get, rest)))


def lines_of_pages() -> Lines:
    """Lines of HTML."""
    return Lines(_Html())


def lines_of_data() -> Lines:
    """Lines of JSON, CSV, scripts, feeds and plain text."""
    return Lines(_look_at_data)


def in_page(raw: bytes, known: Lines) -> list[Saying]:
    """Everything that a page says, in its order. Raises UnicodeDecodeError."""
    lines = raw.split(b"\n")
    said = known.sayings(lines)
    if any(saying is _UNENDED for saying in said):
        return list(_ended(lines, known))
    return said


def in_data(raw: bytes, known: Lines) -> list[Saying]:
    """Everything that a file says which is no page. Raises UnicodeDecodeError."""
    return known.sayings(raw.split(b"\n"))


@dataclass(frozen=True, slots=True)
class _Html:
    """Looks at lines of pages."""

    marks: dict[str, str] = field(default_factory=dict)
    """Plain tags without anything personal, as :func:`.built.in_page` keeps them."""
    documents: dict[str, Document] = field(default_factory=dict)
    """What each of them, and maybe of others, points at."""

    def __call__(self, raw: Sequence[bytes]) -> Mapping[bytes, Saying]:
        self._forget()
        text = _ENDS.encode().join(raw).decode("utf-8")
        for angle, apart in _TAGS.items():
            text = text.replace(angle, apart)
        pieces = text.split(_CUT)
        tags = pieces[1::2]
        new = set(tags).difference(self.marks)
        if not all(tag == built.BREAK or is_plain(tag) for tag in new):
            return _look_at_each(raw)
        self.documents.update((tag, scan_tag(tag)) for tag in new)
        lines = text.replace(_CUT, "").split("\n")
        hits = built.in_pieces(lines, pieces, new, self.marks)
        ...

    def _forget(self) -> None:
        """Makes room."""
        if len(self.documents) > _MOST_TAGS:
            self.marks.clear()
            self.documents.clear()
