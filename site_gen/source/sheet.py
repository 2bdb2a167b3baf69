"""The lines of a head or list while they are tidied: edits that remember where things stood.

An edit replaces a piece of a line so that the scanner can read on; the place of
everything that is read afterwards is the place in the file as it was written.
"""

import sys
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_gen.findings import Edit, Rule, Where
from site_gen.findings.yaml_rules import INDENT_SLIP
from site_gen.records.reading import Report
from site_gen.source.lines import Line

_Edit = tuple[int, int, str]


def indent_of(line: str) -> str:
    """The blanks that a line begins with."""
    return line[: len(line) - len(line.lstrip())]


@dataclass(frozen=True, slots=True)
class Tidied:
    """Text for the scanner, and from its places to those in the file.

    ``first`` is the number of its first line in the file, ``last`` its last line from 0.
    ``shifts`` has for an edited line the columns from which on everything stands
    so much further right than it was written. ``spoiled`` are lines (numbers in
    the file) of which something was refused already.
    """

    path: str
    first: int
    last: int
    text: str
    shifts: Mapping[int, Sequence[tuple[int, int]]]
    spoiled: frozenset[int]

    def at(self, line: int, column: int) -> Where:
        """The place in the file of a place in the text, both from 0."""
        line = min(line, self.last)
        if self.shifts and (shifts := self.shifts.get(line)):
            last = bisect_right(shifts, (column, sys.maxsize))
            column = max(column - shifts[last - 1][1], 0) if last else column
        # Not by calling the class: that takes twice the time.
        return tuple.__new__(Where, (self.path, self.first + line, column + 1))


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

    def straighten(self, indents: Mapping[int, str]) -> None:
        """Write the indentation of lines anew, slips that have one reading; before all else."""
        old = {line: indent_of(self.lines[line]) for line in indents}
        edits = [Edit(self.where(line, 0), old[line], indents[line]) for line in indents]
        for line in indents:
            if old[line].strip(" "):
                self._report(INDENT_SLIP.at(self.where(line, 0), *edits))
                edits = []
        for line, spaces in indents.items():
            self.indent(line, spaces)

    def indent(self, line: int, spaces: str) -> None:
        """Write the indentation of a line anew."""
        old = indent_of(self.lines[line])
        self.lines[line] = spaces + self.lines[line][len(old) :]
        self._leads[line] = len(spaces) - len(old)

    def mend(
        self, line: int, start: int, end: int, text: str, rule: Rule, **details: object
    ) -> None:
        """Report a slip that has one reading, and replace the piece from ``start`` to ``end``."""
        where = self.where(line, start)
        self._report(rule.at(where, Edit(where, self.lines[line][start:end], text), **details))
        self.fix(line, start, end, text)

    def fix(self, line: int, start: int, end: int, text: str) -> None:
        """Replace the piece from ``start`` to ``end``."""
        self._edits.setdefault(line, []).append((start, end, text))

    def refuse(self, line: int, column: int, rule: Rule, **details: object) -> None:
        """Report what cannot be read; nothing more is said about this line."""
        self._report(rule.at(self.where(line, column), **details))
        self.spoiled.add(self.first + line)

    def silence(self, line: int, start: int) -> None:
        """Make everything from ``start`` on an empty text, so that reading goes on without it."""
        kept = [edit for edit in self._edits.get(line, []) if edit[1] <= start]
        self._edits[line] = [*kept, (start, len(self.lines[line]), "''")]
        self.spoiled.add(self.first + line)

    def blank(self, line: int) -> None:
        """Take a line out."""
        self.lines[line] = ""
        self._edits.pop(line, None)
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
        last = max(len(lines) - 1, 0)
        return Tidied(self.path, self.first, last, text, shifts, frozenset(self.spoiled))


def _edited(line: str, edits: Sequence[_Edit], shifts: list[tuple[int, int]]) -> str:
    pieces, done, length = [], 0, 0
    lead = shifts[-1][1] if shifts else 0
    for start, end, text in edits:
        pieces += [line[done:start], text]
        length += start - done + len(text)
        done = end
        shifts.append((length, lead + length - done))
    return "".join([*pieces, line[done:]])
