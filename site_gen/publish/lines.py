"""Lines of finished files → what each says; the same line is looked at once.

Pages of a site have nearly all of their lines in common, and a line says the same wherever it
stands: it does not matter what was looked at before, nor what is forgotten.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from site_gen.privacy import Hit, built
from site_gen.publish.scan import NOTHING, Document, scan_html, scan_line

_MOST = 1 << 23
"""Characters of lines that are remembered, then all are forgotten."""
_COST = 100
"""What keeping a line costs besides, in characters."""


class Saying(NamedTuple):
    """What a line says, or several that belong together."""

    document: Document = NOTHING
    personal: Sequence[Hit] = ()


_UNENDED = Saying()
"""Stands for a line in which something begins that may go on in the next."""


@dataclass(slots=True)
class Lines:
    """Lines of one kind of file, each with what it says if it says anything."""

    look: Callable[[Collection[str]], Mapping[str, Saying]]
    """Says it of lines that were not looked at yet."""
    _known: dict[str, Saying | None] = field(default_factory=dict)
    _kept: int = 0

    def sayings(self, lines: Sequence[str]) -> list[Saying | None]:
        """What each line says, None for nothing."""
        if self._kept > _MOST:
            self._known.clear()
            self._kept = 0
        new = set(lines).difference(self._known)
        if new:
            self._kept += sum(map(len, new)) + _COST * len(new)
            self._known.update(dict.fromkeys(new))
            self._known.update(self.look(new))
        return list(map(self._known.__getitem__, lines))


def lines_of_pages() -> Lines:
    """Lines of HTML."""
    return Lines(_Html())


def lines_of_data() -> Lines:
    """Lines of JSON, CSV, scripts, feeds and plain text."""
    return Lines(_look_at_data)


def in_page(text: str, known: Lines) -> list[Saying]:
    """Everything that a page says, in its order."""
    lines = text.split("\n")
    sayings = known.sayings(lines)
    said = [saying for saying in sayings if saying is not None]
    if any(saying is _UNENDED for saying in said):
        return list(_ended(lines, sayings))
    return said


def in_data(text: str, known: Lines) -> list[Saying]:
    """Everything that a file says which is no page."""
    return [saying for saying in known.sayings(text.split("\n")) if saying is not None]


@dataclass(frozen=True, slots=True)
class _Html:
    """Looks at lines of pages."""

    marks: dict[str, str] = field(default_factory=dict)
    """Tags without anything personal, as :func:`.built.in_page` keeps them."""

    def __call__(self, lines: Collection[str]) -> dict[str, Saying]:
        documents = {line: scan_line(line) for line in lines}
        ended = [line for line, found in documents.items() if found is not None]
        if len(self.marks) > _MOST // _COST:
            self.marks.clear()
        hits = built.in_page(ended, self.marks)
        notable = {line: found for line, found in documents.items() if found is not NOTHING}
        return {
            line: _UNENDED if found is None else Saying(found, hits.get(line, ()))
            for line, found in (*((line, NOTHING) for line in hits), *notable.items())
        }


def _look_at_data(lines: Collection[str]) -> dict[str, Saying]:
    hits = built.in_data(tuple(lines))
    return {line: Saying(NOTHING, found) for line, found in hits.items()}


def _ended(lines: Sequence[str], sayings: Sequence[Saying | None]) -> Iterator[Saying]:
    """What lines say if what begins in one may end in another."""
    at = 0
    while at < len(lines):
        saying, end = sayings[at], at + 1
        if saying is _UNENDED:
            saying, end = _together(lines, at)
        if saying is not None:
            yield saying
        at = end


def _together(lines: Sequence[str], start: int) -> tuple[Saying, int]:
    """What a line says with those after it, as far as something goes on; where that ends.

    Tried with ever twice as many, which costs no more than some looks at the whole.
    """
    count, document = 1, None
    while document is None and start + count < len(lines):
        count *= 2
        text = "\n".join(lines[start : start + count])
        document = scan_line(text)
    text = "\n".join(lines[start : start + count])
    apart = text.replace("\n", "\n\n")
    hits = built.in_page([apart], {})
    return Saying(document or scan_html(text), hits.get(apart, ())), start + count
