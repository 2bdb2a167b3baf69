"""The lines of a head or list while they are tidied: edits that remember where things stood.

An edit replaces a piece of a line so that the scanner can read on; the place of
everything that is read afterwards is the place in the file as it was written.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_gen.findings import Rule, Where
from site_gen.records.reading import Report
from site_gen.source.lines import Line

_Edit = tuple[int, int, str]
_INDENT = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Tidied:
    """Text for the scanner, and from its places to those in the file.

    ``shifts`` has for an edited line the columns from which on everything stands
    so much further right than it was written. ``spoiled`` are lines (numbers in
    the file) of which something was refused already.
    """

    path: str
    first: int
    text: str
    shifts: Mapping[int, Sequence[tuple[int, int]]]
    spoiled: frozenset[int]

    def at(self, line: int, column: int) -> Where:
        """The place in the file of a place in the text, both from 0."""
        shifts = self.shifts.get(line, ())
        last = bisect_right(shifts, (column, sys.maxsize))
        shift = shifts[last - 1][1] if last else 0
        return Where(self.path, self.first + line, max(column - shift, 0) + 1)


class Sheet:
    """Lines under repair. Lines and columns are those of ``lines``, from 0."""

    def __init__(self, path: str, lines: Sequence[Line], report: Report) -> None:
        self.path = path
        self.first = lines[0].number if lines else 1
        self.lines = [line.text.rstrip() for line in lines]
        self.spoiled: set[int] = set()
        self._report = report
        self._edits: dict[int, list[_Edit]] = {}
        self._leads: dict[int, int] = {}

    def where(self, line: int, column: int) -> Where:
        """The place in the file."""
        written = max(column - self._leads.get(line, 0), 0)
        return Where(self.path, self.first + line, written + 1)

    def indent(self, line: int, spaces: str) -> None:
        """Write the indentation of a line anew; done before all other edits."""
        old = _INDENT.match(self.lines[line])
        end = old.end() if old else 0
        self.lines[line] = spaces + self.lines[line][end:]
        self._leads[line] = len(spaces) - end

    def notice(self, line: int, column: int, rule: Rule, **details: object) -> None:
        """Report a slip that has one reading."""
        self._report(rule.at(self.where(line, column), **details))

    def fix(self, line: int, start: int, end: int, text: str) -> None:
        """Replace the piece from ``start`` to ``end``."""
        self._edits.setdefault(line, []).append((start, end, text))

    def refuse(self, line: int, column: int, rule: Rule, **details: object) -> None:
        """Report what cannot be read; nothing more is said about this line."""
        self._report(rule.at(self.where(line, column), **details))
        self.spoiled.add(self.first + line)

    def silence(self, line: int, start: int) -> None:
        """Make everything from ``start`` on a harmless text, so that reading goes on."""
        rest = self.lines[line][start:].replace("'", "’")
        kept = [edit for edit in self._edits.get(line, []) if edit[1] <= start]
        self._edits[line] = [*kept, (start, len(self.lines[line]), f"'{rest}'")]
        self.spoiled.add(self.first + line)

    def blank(self, line: int) -> None:
        """Take a line out."""
        self._edits[line] = [(0, len(self.lines[line]), "")]
        self.spoiled.add(self.first + line)

    def tidied(self) -> Tidied:
        """The lines with all edits."""
        shifts: dict[int, list[tuple[int, int]]] = {
            line: [(0, lead)] for line, lead in self._leads.items()
        }
        lines = list(self.lines)
        for line, edits in self._edits.items():
            lines[line] = _edited(lines[line], sorted(edits), shifts.setdefault(line, []))
        text = "\n".join(lines) + "\n"
        return Tidied(self.path, self.first, text, shifts, frozenset(self.spoiled))


def _edited(line: str, edits: Sequence[_Edit], shifts: list[tuple[int, int]]) -> str:
    pieces, done, length = [], 0, 0
    lead = shifts[-1][1] if shifts else 0
    for start, end, text in edits:
        pieces += [line[done:start], text]
        length += start - done + len(text)
        done = end
        shifts.append((length, lead + length - done))
    return "".join([*pieces, line[done:]])
