"""Tidied text → texts, lists and maps with places, by the events of the YAML scanner.

Only the plainest part of YAML is read: no anchors, tags, merges or second
documents, a bounded depth and number of nodes. Every scalar stays a text.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from site_gen.findings import Finding, Rule, Where, file_rules, key_rules, value_rules
from site_gen.findings import yaml_rules as rules
from site_gen.records.reading import Report
from site_gen.records.text import Text, TextList, TextMap
from site_gen.source.decoding import character_finding, suspicious
from site_gen.source.lines import LONGEST_TEXT, join
from site_gen.source.scalars import is_not_text, twin_form
from site_gen.source.sheet import Tidied

DEEPEST = 8
MOST_NODES = 20_000
"""In a file; a list of a prefecture's platforms has some ten thousand."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_WORD = "A-Za-z\u4e00-\u9fff"
_REST = '[ -"$-9;-~·–-…\u3001-\u9fff\uff01-\uff5e]*'
_ENTRY = rf"([{_WORD}]{{1,20}}): ([0-9{_WORD}]{_REST}(?::(?=[0-9]){_REST})*)(?<! )\n"
PLAIN_ENTRY = re.compile(_ENTRY)
"""A line of a map with a key and a text in which nothing is an indicator."""
PLAIN_MAP = re.compile(rf"(?:{_ENTRY}){{1,200}}+")
"""Such lines alone; most heads are so plain, and need no scanner."""

Value = Text | TextList | TextMap


def parse(tidied: Tidied, report: Report) -> Value | None:
    """The value of the whole text; None where there is none or it cannot be read."""
    if not PLAIN_MAP.fullmatch(tidied.text):
        return scanned(tidied, report)
    builder = _Builder(tidied, report)
    builder.plain_map(PLAIN_ENTRY.finditer(tidied.text))
    return builder.root


def scanned(tidied: Tidied, report: Report) -> Value | None:
    """What :func:`parse` gives, by the events of the scanner for any text."""
    builder = _Builder(tidied, report)
    try:
        for event in yaml.parse(tidied.text, Loader=_LOADER):
            handler = _HANDLERS.get(type(event))
            if handler and not handler(builder, event):
                return None
    except yaml.YAMLError as error:
        report(_explained(error, tidied))
        return None
    return builder.root


@dataclass(slots=True)
class _Open:
    """A list or map that is being read; ``key`` waits for its value."""

    container: TextList | TextMap
    key: Text | None = None
    skipped: bool = False
    """Whether the value that follows belongs to a key that was refused."""
    first: dict[str, Where] = field(default_factory=dict)


class _Builder:
    """Takes one event after the other; a handler returns False to stop."""

    def __init__(self, tidied: Tidied, report: Report) -> None:
        self.root: Value | None = None
        self._tidied, self._report = tidied, report
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def document(self, event: Any) -> bool:
        """Only one document, without directives."""
        self._documents += 1
        if self._documents > 1:
            return self._stop(rules.SECOND_DOCUMENT, event)
        if event.version or event.tags:
            return self._stop(rules.TAG, event)
        return True

    def alias(self, event: Any) -> bool:
        """Never."""
        return self._stop(rules.ANCHOR, event)

    def scalar(self, event: Any) -> bool:
        """A text, or a key."""
        if not self._is_plain_node(event):
            return False
        text = self._text(event)
        if event.style == '"':
            self._escaped(text)
        return self._add(text, not event.style)

    def _escaped(self, text: Text) -> None:
        """Characters that may not stand in a file may not be written as escapes either."""
        for offset, char in suspicious(text):
            self._report(character_finding(text.place(offset), char))

    def plain_map(self, entries: Iterable[re.Match[str]]) -> None:
        """A map of plain texts, one entry a line."""
        self.root = container = TextMap({}, self._tidied.at(0, 0), {})
        top = _Open(container)
        for line, entry in enumerate(entries):
            key, text = entry.groups()
            self._key(top, container, Text(key, self._tidied.at(line, 0)), plain=True)
            value = Text(text, self._tidied.at(line, len(key) + 2))
            if not self._is_refused(top, value, plain=True):
                container[key] = value

    def mapping(self, event: Any) -> bool:
        """A map begins."""
        return self._begins(event, TextMap({}, self._where(event), {}))

    def sequence(self, event: Any) -> bool:
        """A list begins."""
        return self._begins(event, TextList((), self._where(event)))

    def ends(self, _: Any) -> bool:
        """A list or map ends."""
        closed = self._open.pop().container
        if not closed and not getattr(closed, "keys_at", None) and self._open:
            self._refuse_empty(closed)
        return True

    def _where(self, event: Any) -> Where:
        mark = event.start_mark
        return self._tidied.at(mark.line, mark.column)

    def _stop(self, rule: Rule, event: Any, **details: object) -> bool:
        self._report(rule.at(self._where(event), **details))
        return False

    def _is_plain_node(self, event: Any) -> bool:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            return self._stop(rules.TOO_MANY, event, limit=MOST_NODES)
        if event.anchor is not None:
            return self._stop(rules.ANCHOR, event)
        if event.tag is not None:
            return self._stop(rules.TAG, event)
        return True

    def _text(self, event: Any) -> Text:
        start, end = event.start_mark, event.end_mark
        if not event.style and start.line != end.line:
            return self._folded(start, end)
        if event.style in ("|", ">"):
            return Text(event.value.rstrip("\n"), self._tidied.at(start.line, start.column))
        quote = 1 if event.style else 0
        return Text(event.value, self._tidied.at(start.line, start.column + quote))

    def _folded(self, start: Any, end: Any) -> Text:
        """A text on several lines, joined as in event lines."""
        lines = self._tidied.text[start.index : end.index].split("\n")
        pieces = [Text(lines[0].strip(), self._tidied.at(start.line, start.column))]
        for number, line in enumerate(lines[1:], start.line + 1):
            indent = len(line) - len(line.lstrip())
            if line.strip():
                pieces.append(Text(line.strip(), self._tidied.at(number, indent)))
        return join(pieces)

    def _begins(self, event: Any, container: TextList | TextMap) -> bool:
        if not self._is_plain_node(event) or not self._add(container, plain=False):
            return False
        self._open.append(_Open(container))
        if len(self._open) > DEEPEST:
            return self._stop(rules.TOO_DEEP, event, limit=DEEPEST)
        return True

    def _add(self, value: Value, plain: bool) -> bool:
        if not self._open:
            self.root = None if isinstance(value, Text) and not value else value
            return True
        top = self._open[-1]
        if isinstance(top.container, TextMap) and top.key is None:
            return self._key(top, top.container, value, plain)
        if self._is_refused(top, value, plain):
            top.key = None
            return True
        if isinstance(top.container, TextMap):
            top.container[str(top.key)] = value
            top.key = None
        else:
            top.container.append(value)
        return True

    def _is_refused(self, top: _Open, value: Value, plain: bool) -> bool:
        """Whether a value is left out: nothing there, or not what it seems."""
        if top.key is not None and top.skipped:
            return True
        if not isinstance(value, Text):
            return False
        if not value.strip():
            where, name = (top.key.where, top.key) if top.key else (value.where, "-")
            self._empty(value, where, name)
            return True
        if plain and is_not_text(value):
            self._report(rules.PLAIN_NOT_TEXT.at(value.where, value=value))
            return True
        if len(value) > LONGEST_TEXT:
            self._report(file_rules.TEXT_TOO_LONG.at(value.where, limit=LONGEST_TEXT))
            return True
        return False

    def _key(self, top: _Open, container: TextMap, value: Value, plain: bool) -> bool:
        key = value if isinstance(value, Text) else Text("", value.where)
        top.key, top.skipped = key, True
        if not key.strip():
            self._report(key_rules.KEY_NOT_TEXT.at(key.where))
        elif plain and key == "<<":
            self._report(rules.MERGE.at(key.where))
        elif plain and is_not_text(key):
            self._report(rules.PLAIN_NOT_TEXT.at(key.where, value=key))
        elif earlier := top.first.get(form := twin_form(str(key))):
            self._report(
                key_rules.KEY_TWICE.at(
                    key.where, key=key, first=earlier.line, second=key.where.line
                )
            )
        else:
            top.skipped = False
            top.first[form] = key.where
            container.keys_at[str(key)] = key.where
        return True

    def _refuse_empty(self, closed: TextList | TextMap) -> None:
        """Brackets with nothing in them say as little as no value."""
        parent = self._open[-1].container
        if isinstance(parent, TextList):
            parent.pop()
            self._empty(closed, closed.where, "-")
            return
        key = next(reversed(parent), "")
        if parent.get(key) is closed:
            del parent[key]
            self._empty(closed, parent.keys_at[key], key)

    def _empty(self, value: Value, where: Where, name: str) -> None:
        """Report a value that says nothing, unless its line was refused before."""
        if value.where.line not in self._tidied.spoiled:
            self._report(value_rules.TEXT_EMPTY.at(where, field=name))


_HANDLERS: Mapping[type, Callable[[_Builder, Any], bool]] = {
    yaml.DocumentStartEvent: _Builder.document,
    yaml.AliasEvent: _Builder.alias,
    yaml.ScalarEvent: _Builder.scalar,
    yaml.MappingStartEvent: _Builder.mapping,
    yaml.SequenceStartEvent: _Builder.sequence,
    yaml.MappingEndEvent: _Builder.ends,
    yaml.SequenceEndEvent: _Builder.ends,
}

_EXPLAINED: tuple[tuple[str, Rule], ...] = (
    ("mapping values are not allowed", rules.COLON_IN_TEXT),
    ("expected ',' or", rules.BRACKET_UNCLOSED),
    ("did not find expected key", rules.INDENT_WRONG),
    ("did not find expected '-' indicator", rules.INDENT_WRONG),
    ("could not find expected ':'", rules.COLON_MISSING),
    ("found unexpected end of stream", rules.QUOTE_UNCLOSED),
    ("unknown escape character", rules.ESCAPE_UNKNOWN),
    ("did not find expected hexdecimal number", rules.ESCAPE_UNKNOWN),
    ("found invalid Unicode character escape code", rules.ESCAPE_UNKNOWN),
)


def _explained(error: yaml.YAMLError, tidied: Tidied) -> Finding:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    where = tidied.at(mark.line, mark.column) if mark else tidied.at(0, 0)
    for problem, rule in _EXPLAINED:
        if problem in (getattr(error, "problem", None) or ""):
            return rule.at(where)
    return rules.NOTATION_UNREADABLE.at(where)
