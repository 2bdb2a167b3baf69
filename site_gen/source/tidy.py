"""The raw lines of a head or list, looked at before the scanner sees them.

What a clerk mistypes gets an answer here: slips with one reading are mended
with a notice, the rest is refused and made harmless, so that reading goes on.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from site_gen.findings import key_rules
from site_gen.findings import yaml_rules as rules
from site_gen.findings.file_rules import TEXT_TOO_LONG
from site_gen.records.reading import Report
from site_gen.source.flow import Flow
from site_gen.source.lines import LONGEST_LINE, Line
from site_gen.source.scalars import COLON, CUT, QUOTED, rule_of_start, twin_form
from site_gen.source.shapes import Words
from site_gen.source.sheet import Sheet, Tidied, indent_of

_PLAIN = r"[^\s{}\[\],#&*!|>%@`\"':?｛［-][^#:]*"
_ITEM = r"[^\s{}\[\],#&*!|>%@`\"':：?-][^{}\[\],#:：，\"]*: (?:[^\s{}\[\],#&*!|>%@`\"':?｛［-]"
_ITEM += r"[^{}\[\]#:，,；｝］]*|\"[^\"\\]*\")"
_CLEAN = re.compile(
    rf"(?:[^\s{{}}\[\],#&*!|>%@`\"':：?-][^:：#]*: (?:{_PLAIN}|\{{{_ITEM}(?:, {_ITEM})*\}}))?"
)
"""A line with nothing to mend: most are such."""

_ODD_INDENT = re.compile(r"^ *[^\S \n]", re.MULTILINE)
_MARKS = re.compile(r"(?:-(?:[ \t]+|$))*")
_TOP_MARK = re.compile(r"([-*•—–·])[ \t\u3000]*(?=[^\s:：-])")
_TIGHT_MARK = re.compile(r"-(?=[^\s-])")
_KEY = re.compile(r"(\"[^\"]*\"|'[^']*'|[^\s\"'{}\[\],#&*!|>%@`:：-][^:：]*)")
_SEPARATOR = re.compile(r"([:：])([ \t\u3000]*)")
_BLOCK = re.compile(r"[|>][+-]?[1-9]?[+-]?(?:[ \t]+#.*)?")
_LISTED_KEY = re.compile(r"\[[^\]]*\]\s*[:：]")
_WIDE_MAP = re.compile(r"｛[^:：]+[:：].*[｝}]")


def tidy(path: str, lines: Sequence[Line], words: Words, listed: bool, report: Report) -> Tidied:
    """The lines as text for the scanner. ``listed``: the whole is a list of entries."""
    if not listed and all(
        len(line.text) <= LONGEST_LINE and _CLEAN.fullmatch(line.text) for line in lines
    ):
        text = "\n".join(line.text.rstrip() for line in lines) + "\n"
        first = lines[0].number if lines else 1
        return Tidied(path, first, max(len(lines) - 1, 0), text, {}, frozenset())
    sheet = Sheet(path, lines, report)
    for at, line in enumerate(lines):
        if len(line.text) > LONGEST_LINE:
            sheet.refuse(at, 0, TEXT_TOO_LONG, limit=LONGEST_LINE)
            sheet.lines[at] = ""
    _straighten(sheet)
    _Block(sheet, words, listed).read()
    return sheet.tidied()


def _straighten(sheet: Sheet) -> None:
    """Indentation by TAB, ideographic or no-break space, group by group."""
    if not _ODD_INDENT.search("\n".join(sheet.lines)):
        return
    start = 0
    for at in range(len(sheet.lines) + 1):
        if at == len(sheet.lines) or sheet.lines[at][:1].strip():
            _straighten_group(sheet, range(start, at))
            start = at + 1


def _straighten_group(sheet: Sheet, group: range) -> None:
    indents = {at: indent_of(sheet.lines[at]) for at in group if sheet.lines[at].strip()}
    odd = [at for at, indent in indents.items() if indent.strip(" ")]
    if not odd:
        return
    depths = sorted(set(indents.values()), key=len)
    if all(deeper.startswith(less) for less, deeper in pairwise(depths)):
        straight = {at: "  " * (depths.index(indent) + 1) for at, indent in indents.items()}
        sheet.straighten(straight)
        return
    for at in odd:
        sheet.refuse(at, 0, rules.INDENT_MIXED)
    for at in indents:
        sheet.indent(at, "  ")


class _Block:
    """One line after the other, with the keys that are open above it."""

    def __init__(self, sheet: Sheet, words: Words, listed: bool) -> None:
        self._sheet, self._words, self._listed = sheet, words, listed
        self._levels: list[int] = []
        self._opened = False
        """Whether the last key has its value on the lines below."""
        self._flush_list = listed
        """Whether the entries of a list stand in the first column."""
        self._literal: int | None = None
        """The column of the key whose block of literal text this is."""

    def read(self) -> None:
        """Go through all lines."""
        line = 0
        while line < len(self._sheet.lines):
            line = self._line(line) + 1

    def _line(self, line: int) -> int:
        text = self._sheet.lines[line]
        column = len(text) - len(text.lstrip())
        if self._literal is not None:
            if not text.strip() or column > self._literal:
                return line
            self._literal = None
        if column == len(text) or text[column] == "#" or text in ("---", "..."):
            return line
        if start := self._after_stray_mark(line):
            return self._entry(line, 0, start, marked=False)
        marks = _MARKS.match(text, column)
        start = marks.end() if marks else column
        if self._listed and column == start == 0 and _TIGHT_MARK.match(text):
            self._sheet.mend(line, 0, 1, "- ", rules.MARK_SPACE_SLIP)
            return self._entry(line, 2, 1, marked=True)
        marked = start > column
        if marked and column == 0 and not (self._opened or self._flush_list):
            return self._out_of_place(line)
        if column == 0:
            self._flush_list = self._listed or marked
        return self._entry(line, start, start, marked=marked)

    def _out_of_place(self, line: int) -> int:
        """An entry of a list where a key must stand."""
        self._sheet.refuse(line, 0, rules.MAP_WANTED, example=self._words.first)
        self._sheet.blank(line)
        return line

    def _after_stray_mark(self, line: int) -> int:
        """Where a key begins that has a list mark before it though it is no entry; else 0."""
        text = self._sheet.lines[line]
        match = _TOP_MARK.match(text)
        if not match or self._flush_list or self._opened:
            return 0
        key = _KEY.match(text, match.end())
        if not key or not self._is_known(key[0]) or key.end() == len(text):
            return 0
        self._sheet.mend(line, 0, match.end(), "", rules.LIST_MARK_SLIP, mark=match[1])
        return match.end()

    def _entry(self, line: int, column: int, start: int, *, marked: bool) -> int:
        """A line from ``start`` on; ``column`` is where its key counts as standing."""
        text = self._sheet.lines[line]
        key = _KEY.match(text, start)
        separator = _SEPARATOR.match(text, key.end()) if key else None
        if not key or not separator or text[start] == "｛":
            return self._bare(line, start, marked)
        known = self._is_known(key[0])
        wide = separator[1] == "："
        if wide and not known and COLON.search(text, key.end()):
            self._opened = False
            return line
        if wide or (not separator[2] and separator.end() < len(text)):
            if not known and (column or marked or self._listed):
                return self._bare(line, start, marked)
            rule = rules.COLON_SLIP if wide else rules.COLON_SPACE_SLIP
            begin = len(text[: separator.start()].rstrip())
            self._sheet.mend(line, begin, separator.end(), ": ", rule)
        self._fits(line, column, marked)
        return self._behind(line, column, separator.end(), key[0].strip())

    def _fits(self, line: int, column: int, marked: bool) -> None:
        """Refuse a key in a column where none may stand, and put it back."""
        while self._levels and self._levels[-1] > column:
            self._levels.pop()
        if column in self._levels:
            return
        if marked or self._opened or not self._levels:
            self._levels.append(column)
            return
        self._sheet.refuse(line, column, rules.INDENT_WRONG)
        self._sheet.fix(line, 0, column, " " * self._levels[-1])

    def _is_known(self, key: str) -> bool:
        return key.strip() in self._words.known or twin_form(key) in self._words.known

    def _behind(self, line: int, column: int, start: int, key: str) -> int:
        text = self._sheet.lines[line]
        self._opened = start >= len(text)
        if self._opened:
            return line
        if text[start] == "#" and self._is_followed(line, column):
            self._opened = True
            return line
        if _BLOCK.fullmatch(text, start):
            self._literal = column
            return line
        if text[start] in "{[" or self._is_wide_bracket(text, start, key):
            known = self._words.inside.get(key, self._words.known)
            return Flow(self._sheet, line, start, known).read()
        self._text(line, start)
        return line

    def _is_wide_bracket(self, text: str, start: int, key: str) -> bool:
        """Whether a full-width bracket can only stand for a map or a list."""
        if self._is_wide_map(text, start):
            return True
        return text[start] == "［" and key not in self._words.lines and text[-1] in "］]"

    def _is_wide_map(self, text: str, start: int) -> bool:
        return text.startswith("｛", start) and _WIDE_MAP.fullmatch(text, start) is not None

    def _is_followed(self, line: int, column: int) -> bool:
        """Whether the next line belongs to the key in this one."""
        lines = self._sheet.lines
        following = (lines[at] for at in range(line + 1, len(lines)))
        text = next((text for text in following if text.strip()), "")
        return len(indent_of(text)) > column

    def _bare(self, line: int, start: int, marked: bool) -> int:
        """A line without a key: an element of a list, or more of the text above."""
        text = self._sheet.lines[line]
        bracketed = text.startswith(("{", "["), start) and not _LISTED_KEY.match(text)
        if bracketed or self._is_wide_map(text, start):
            return Flow(self._sheet, line, start, self._words.known).read()
        if marked and start < len(text):
            self._text(line, start)
        elif start == 0 and not self._listed:
            self._keyless(line)
        elif not marked and (cut := CUT.search(text, start)):
            self._sheet.refuse(line, cut.start(), rules.COMMENT_CUTS)
            self._sheet.silence(line, cut.start())
        return line

    def _keyless(self, line: int) -> None:
        """A line of a map that has no key, or no colon behind it."""
        text = self._sheet.lines[line]
        word = text.split()[0]
        if word[0] in "[:：":
            self._sheet.refuse(line, 0, key_rules.KEY_NOT_TEXT)
        elif rule := rule_of_start(text, 0):
            self._sheet.refuse(line, 0, rule, mark=text[0])
        else:
            self._sheet.refuse(line, 0, rules.COLON_MISSING)
        if self._is_known(word):
            self._sheet.fix(line, len(word), len(word), ":")
            self._sheet.silence(line, len(word) + 1)
        else:
            self._sheet.blank(line)

    def _unquoted(self, line: int, start: int) -> None:
        """A quote that does not close on its line."""
        self._sheet.refuse(line, start, rules.QUOTE_UNCLOSED)
        self._hush(line)

    def _hush(self, line: int) -> None:
        """The lines to which a refused text goes on say nothing more."""
        for later in range(line + 1, len(self._sheet.lines)):
            if self._sheet.lines[later][:1] != " ":
                break
            self._sheet.blank(later)

    def _text(self, line: int, start: int) -> None:
        """One text, from ``start`` to the end of the line."""
        sheet, text = self._sheet, self._sheet.lines[line]
        if text[start] in "\"'":
            match = QUOTED.match(text, start)
            rest = text[match.end() :] if match else ""
            if not match:
                self._unquoted(line, start)
            elif rest.strip() and not CUT.search(rest):
                sheet.refuse(line, match.end(), rules.TEXT_AFTER_QUOTE)
            else:
                return
        elif rule := rule_of_start(text, start):
            sheet.refuse(line, start, rule, mark=text[start])
            if text[start] in "|>":
                self._hush(line)
        elif cut := CUT.search(text, start) or (text[start] == "#" and CUT.match(text[start:])):
            sheet.refuse(line, max(cut.start(), start), rules.COMMENT_CUTS)
        elif colon := COLON.search(text, start):
            sheet.refuse(line, colon.start(), rules.COLON_IN_TEXT)
        else:
            return
        sheet.silence(line, start)
