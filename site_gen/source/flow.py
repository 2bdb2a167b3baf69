"""What stands in brackets, read character by character before the scanner sees it.

Slips of typing that have one reading are mended; what has two is refused in a
clerk's words. The values themselves are left to the scanner.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Optional

from site_gen.findings import Rule
from site_gen.findings import yaml_rules as rules
from site_gen.findings.value_rules import NUMBER_UNREADABLE
from site_gen.source.scalars import COLON, CUT, QUOTED, rule_of_start
from site_gen.source.sheet import Sheet

_Step = Callable[[], Optional["_Step"]]

_OPEN = {"{": "{", "[": "[", "｛": "{", "［": "["}
_CLOSE = {"}": "{", "]": "[", "｝": "{", "］": "["}
_KEY = re.compile(r"[^\s{}\[\],:：，#&*!|>%@`\"'][^{}\[\],:：，]*")
_SEPARATOR = re.compile(r"[ \t\u3000]*([:：])([ \t\u3000]*)")
_THOUSANDS = re.compile(r"\d{1,9}(?:,\d{1,9}){1,9}(?=\s*(?:$|[,}]))")
_ENTRY_ENDS = re.compile(r"[,，]|\}\s*(?:$|[,，}\]])")
_RUN = re.compile(r"[^,{}\[\]]*")


@cache
def _next_key(known: frozenset[str]) -> re.Pattern[str]:
    """A full-width comma or semicolon between entries: one of the keys follows."""
    keys = "|".join(re.escape(key) for key in sorted(known, key=len, reverse=True))
    return re.compile(rf"[，；]\s*(?=(?:{keys})\s*(?P<colon>[:：]))")


class Flow:
    """One value in brackets, from the bracket that opens it."""

    def __init__(self, sheet: Sheet, line: int, column: int, known: frozenset[str]) -> None:
        self._sheet, self._known = sheet, known
        self._begin = (line, column)
        self._line, self._column = line, column
        self._open: list[tuple[str, int, int]] = []
        self._run = (line, column, column)
        """Line, begin and end of the latest piece without brackets and half-width commas."""

    def read(self) -> int:
        """Go through it; the line on which it ends."""
        step: _Step | None = self._value
        while step is not None:
            step = step()
        return self._line

    @property
    def _text(self) -> str:
        return self._sheet.lines[self._line]

    def _skip(self) -> str:
        """The next character that is no blank, on this line or a later one; '' for none."""
        while True:
            text = self._text
            self._column = self._behind_blanks(self._column)
            if self._column < len(text):
                return text[self._column]
            if not self._open or not self._goes_on():
                return ""
            self._line, self._column = self._line + 1, 0

    def _goes_on(self) -> bool:
        if self._line + 1 >= len(self._sheet.lines):
            return False
        following = self._sheet.lines[self._line + 1]
        return not following or following[0].isspace() or following[0] in _CLOSE

    def _behind_blanks(self, column: int) -> int:
        text = self._text
        while column < len(text) and text[column].isspace():
            column += 1
        return column

    def _fail(self, rule: Rule, line: int, column: int, **details: object) -> _Step | None:
        first, start = self._begin
        self._sheet.refuse(line, column, rule, **details)
        self._sheet.silence(first, start)
        for later in range(first + 1, self._line + 1):
            self._sheet.blank(later)
        return None

    def _unclosed(self) -> _Step | None:
        _, line, column = self._open[-1]
        return self._fail(rules.BRACKET_UNCLOSED, line, column)

    def _value(self) -> _Step | None:
        char = self._skip()
        if not char:
            return self._unclosed()
        if char in _OPEN:
            return self._opens(char)
        if char in "\"'":
            return self._quoted(self._after)
        if char in _CLOSE or char == ",":
            return self._after
        if rule := rule_of_start(self._text, self._column):
            return self._fail(rule, self._line, self._column, mark=char)
        return self._plain()

    def _opens(self, char: str) -> _Step:
        if char in "｛［":
            self._swap(_OPEN[char])
        self._open.append((_OPEN[char], self._line, self._column))
        self._column += 1
        return self._entry

    def _swap(self, char: str) -> None:
        self._sheet.mend(self._line, self._column, self._column + 1, char, rules.BRACKET_SLIP)

    def _quoted(self, then: _Step) -> _Step | None:
        match = QUOTED.match(self._text, self._column)
        if not match:
            return self._fail(rules.QUOTE_UNCLOSED, self._line, self._column)
        self._column = match.end()
        return then

    def _entry(self) -> _Step | None:
        """After an opening bracket or a comma: an element, or a key."""
        char = self._skip()
        if not char:
            return self._unclosed()
        if char in _CLOSE:
            return self._after
        if self._open[-1][0] == "[":
            return self._value
        if char in "\"'":
            return self._quoted(self._separator)
        match = _KEY.match(self._text, self._column)
        if not match:
            return self._value
        if _ENTRY_ENDS.match(self._text, match.end()):
            return self._fail(rules.COLON_MISSING, self._line, self._column)
        if not _SEPARATOR.match(self._text, match.end()):
            return self._value
        return self._keyed(match)

    def _keyed(self, match: re.Match[str]) -> _Step:
        separator = _SEPARATOR.match(self._text, match.end())
        wide = separator is not None and separator[1] == "："
        if wide and match[0].strip() not in self._known:
            longer = COLON.search(self._text, match.end(), self._run_end(match.end()))
            if longer:
                self._column = longer.end()
                return self._value
        self._column = match.end()
        return self._separator

    def _separator(self) -> _Step | None:
        match = _SEPARATOR.match(self._text, self._column)
        if not match:
            return self._after
        line, start = self._line, match.start(1)
        while self._text[start - 1].isspace():
            start -= 1
        quoted = self._text[match.start() - 1] in "\"'"
        self._column = match.end()
        if match[1] == "：":
            self._sheet.mend(line, start, match.end(), ": ", rules.COLON_SLIP)
        elif not match[2] and match.end() < len(self._text) and not quoted:
            self._sheet.mend(line, start, match.end(), ": ", rules.COLON_SPACE_SLIP)
        return self._value

    def _run_end(self, start: int) -> int:
        """Where the piece without brackets and half-width commas ends in which ``start`` lies."""
        line, begin, end = self._run
        if line != self._line or not begin <= start < end:
            match = _RUN.match(self._text, start)
            end = match.end() if match else len(self._text)
            self._run = (self._line, start, end)
        return end

    def _plain(self) -> _Step | None:
        text, start = self._text, self._column
        end = self._run_end(start)
        comma = None
        if self._open[-1][0] == "{":
            if number := _THOUSANDS.match(text, start):
                return self._fail(NUMBER_UNREADABLE, self._line, start, value=number[0])
            comma = _next_key(self._known).search(text, start, end)
        run = text[start : comma.start() if comma else end]
        for form, rule in ((CUT, rules.COMMENT_CUTS), (COLON, rules.COLON_IN_TEXT)):
            if wrong := form.search(run):
                return self._fail(rule, self._line, start + wrong.start())
        if comma:
            return self._comma(comma)
        self._column = end if end < len(text) else len(text.rstrip("｝］ \t\u3000"))
        return self._after

    def _comma(self, comma: re.Match[str]) -> _Step | None:
        if comma["colon"] == "：":
            return self._fail(rules.COMMA_UNCLEAR, self._line, comma.start())
        self._column = comma.end()
        self._sheet.mend(self._line, comma.start(), comma.end(), ", ", rules.COMMA_SLIP)
        return self._entry

    def _after(self) -> _Step | None:
        """After a value: a comma, a closing bracket, or the end."""
        if not self._open:
            return self._end()
        char = self._skip()
        if not char:
            return self._unclosed()
        if char in _CLOSE:
            return self._closes(char)
        if char not in ",，":
            return self._fail(rules.TEXT_AFTER_QUOTE, self._line, self._column)
        if char == "，":
            end = self._behind_blanks(self._column + 1)
            self._sheet.mend(self._line, self._column, end, ", ", rules.COMMA_SLIP)
        self._column += 1
        return self._entry

    def _closes(self, char: str) -> _Step | None:
        if self._open[-1][0] != _CLOSE[char]:
            return self._unclosed()
        if char in "｝］":
            self._swap("}" if char == "｝" else "]")
        self._open.pop()
        self._column += 1
        return self._after

    def _end(self) -> _Step | None:
        rest = self._text[self._column :]
        if rest.strip() and not (rest[0] in " \t" and rest.lstrip()[0] == "#"):
            return self._fail(rules.TEXT_AFTER_QUOTE, self._line, self._column)
        return None
