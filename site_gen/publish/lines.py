"""Lines of finished files → what each says; the same line is looked at once.

Pages of a site have nearly all of their lines in common, and a line says the same wherever it
stands: it does not matter what was looked at before, nor what is forgotten.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import filterfalse
from typing import NamedTuple

from site_gen.privacy import Hit, built
from site_gen.publish.scan import (
    NOTHING,
    Document,
    scan_html,
    scan_line,
    scan_plain,
    together,
)

_MOST = 1 << 24
"""Bytes of lines that are remembered, then all are forgotten."""
_COST = 150
"""What keeping a line costs besides, in bytes."""
_MOST_TAGS = 1 << 14
"""Tags that are remembered, likewise."""
_CUT = "\0"
"""Stands between a tag and what is no tag; no page has it."""
_ENDS = f"{_CUT}{built.BREAK}{_CUT}".encode()
_DATA_BLOCK = re.compile(r'<script type="application/ld\+json">([^<>\n\0]*+)</script>')
"""What no browser runs, and nothing in which points anywhere: a text like any other."""


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

    def saying(self, line: bytes) -> Saying | None:
        """What a line says that was looked at just now, None for nothing."""
        return self._known.get(line)


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
    """Looks at lines of pages, all at once where their tags are plain."""

    marks: dict[str, str] = field(default_factory=dict)
    """Plain tags without anything personal, as :func:`.built.may_be_personal` keeps them."""
    documents: dict[str, Document | None] = field(default_factory=lambda: {built.BREAK: None})
    """What those of them point at that point at anything; None for the end of a line."""

    def __call__(self, lines: Sequence[bytes]) -> Mapping[bytes, Saying]:
        if len(self.marks) > _MOST_TAGS:
            self.marks.clear()
            self.documents.clear()
            self.documents[built.BREAK] = None
        pieces = _pieces(_DATA_BLOCK.sub(_text_of_data, _ENDS.join(lines).decode("utf-8")))
        tags = pieces[1::2]
        new = set(tags).difference(self.marks)
        scanned = {tag: scan_plain(tag) for tag in new if tag != built.BREAK}
        if None in scanned.values() or built.may_be_personal(pieces, new, self.marks):
            return _look_at_each(lines)
        self.documents.update((tag, one) for tag, one in scanned.items() if one is not NOTHING)
        telling = filter(self.documents.__contains__, tags)
        found = _by_line(lines, map(self.documents.__getitem__, telling))
        return {line: Saying(document) for line, document in found}


def _text_of_data(block: re.Match[str]) -> str:
    """The texts of a data block, without the marks of its keywords, which end no mailbox."""
    return block[1].replace('"@', '"')


def _pieces(text: str) -> list[str]:
    """Lines in which every odd piece is a tag, or the end of a line, if all tags are plain.

    If not, at least one odd piece is neither.
    """
    return text.replace("<", f"{_CUT}<").replace(">", f">{_CUT}").split(_CUT)


def _by_line(
    lines: Iterable[bytes], found: Iterable[Document | None]
) -> Iterator[tuple[bytes, Document]]:
    """Lines that point at something, with what their tags point at; None ends each."""
    left = iter(lines)
    parts = list[Document]()
    for one in (*found, None):
        if one is not None:
            parts.append(one)
            continue
        line = next(left)
        if parts:
            yield line, together(parts) if len(parts) > 1 else parts[0]
            parts.clear()


def _look_at_each(lines: Iterable[bytes]) -> dict[bytes, Saying]:
    """What lines of pages say, whatever stands in them."""
    texts = {line: line.decode("utf-8") for line in lines}
    documents = {line: scan_line(text) for line, text in texts.items()}
    hits = built.in_page([texts[line] for line, found in documents.items() if found is not None])
    sayings = {
        line: _UNENDED if found is None else Saying(found, hits.get(texts[line], ()))
        for line, found in documents.items()
    }
    return {line: one for line, one in sayings.items() if one is _UNENDED or one != Saying()}


def _look_at_data(lines: Sequence[bytes]) -> Mapping[bytes, Saying]:
    texts = [line.decode("utf-8") for line in lines]
    hits = built.in_data(texts)
    said = zip(lines, texts, strict=True)
    return {line: Saying(NOTHING, hits[text]) for line, text in said if text in hits}


def _ended(lines: Sequence[bytes], known: Lines) -> Iterator[Saying]:
    """What lines say if what begins in one may end in another."""
    at = 0
    while at < len(lines):
        saying, end = known.saying(lines[at]), at + 1
        if saying is _UNENDED:
            saying, end = _together(lines, at)
        if saying is not None:
            yield saying
        at = end


def _together(lines: Sequence[bytes], start: int) -> tuple[Saying, int]:
    """What a line says with those after it, as far as something goes on; where that ends.

    Tried with ever twice as many, which costs no more than some looks at the whole.
    """
    count, document = 1, None
    while document is None and start + count < len(lines):
        count *= 2
        text = b"\n".join(lines[start : start + count]).decode("utf-8")
        document = scan_line(text)
    text = b"\n".join(lines[start : start + count]).decode("utf-8")
    apart = text.replace("\n", "\n\n")
    hits = built.in_page([apart])
    return Saying(document or scan_html(text), hits.get(apart, ())), start + count
