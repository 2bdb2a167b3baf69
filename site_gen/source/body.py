"""The body of a document → items and passages of prose.

Headings cut it into sections; a section is an item, the history of a record
that is itself the item, or prose. Prose is kept as written.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from site_gen.findings import Finding, Where
from site_gen.findings import body_rules as rules
from site_gen.findings.yaml_rules import SECOND_DOCUMENT, TOO_MANY
from site_gen.records.kinds import Kind
from site_gen.records.reading import Report
from site_gen.records.record import Item
from site_gen.records.text import Text
from site_gen.source.events import looks_like_event
from site_gen.source.headings import Heading, read_heading
from site_gen.source.items import Section, bare_item, read_item
from site_gen.source.lines import Line
from site_gen.source.shapes import words_of

MOST_ITEMS = 500
"""Of one record; a long session has some forty suggestions."""

MOST_EVENTS = 1000
"""Of one item; one that was given back and taken up again has some twenty."""

MOST_ALL = 5000
"""Events of one record; a session of two hundred suggestions has some two thousand."""

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Body:
    """What a body holds."""

    items: tuple[Item, ...]
    prose: tuple[Text, ...]


def read_body(path: str, lines: Sequence[Line], kind: Kind, report: Report) -> Body:
    """Items and prose of a document."""
    items: dict[tuple[str, int], Item] = {}
    prose: list[Text] = []
    events = 0
    for section in _sections(path, lines, kind, report):
        heading = section.heading
        if heading and heading.item:
            earlier = items.get((heading.item.key, heading.number))
            item = read_item(path, section, heading, heading.item, report)
            events += len(item.events)
            sizes = (
                (len(items) + 1, MOST_ITEMS),
                (len(item.events), MOST_EVENTS),
                (events, MOST_ALL),
            )
            if limit := next((most for size, most in sizes if size > most), 0):
                report(TOO_MANY.at(item.where, limit=limit))
                break
            items.setdefault((heading.item.key, heading.number), item)
            if earlier:
                report(_twice(path, heading, earlier))
        elif passage := read_passage(path, section, report):
            _refuse_heads(path, section, words_of(kind.model).known, report)
            prose.append(passage)
    if kind.history and (kind.history.key, 0) not in items:
        items[kind.history.key, 0] = bare_item(kind.history, Where(path))
    return Body(tuple(items.values()), tuple(prose))


def read_passage(path: str, section: Section, report: Report) -> Text | None:
    """A section of prose, its heading included; None where nothing is written."""
    heading = [section.heading.line] if section.heading else []
    lines = list(dropwhile(lambda line: not line.text.strip(), [*heading, *section.lines]))
    if not lines:
        return None
    _refuse_events(path, section, report)
    text = "\n".join(line.text for line in lines).rstrip()
    return Text(text, Where(path, lines[0].number))


def _refuse_events(path: str, section: Section, report: Report) -> None:
    """Lines that look like events but stand in prose would not be counted."""
    heading = section.heading
    fence = ""
    if not any(looks_like_event(line.text) for line in section.lines):
        return
    for line in section.lines:
        fence = _fence_after(fence, line.text)
        if fence or not looks_like_event(line.text):
            continue
        where = Where(path, line.number, len(line.text) - len(line.text.lstrip()) + 1)
        if heading is None:
            report(rules.EVENT_BEFORE_ITEM.at(where))
        elif word := heading.unnumbered:
            report(rules.EVENT_UNDER_UNNUMBERED.at(where, heading=heading.text, word=word))
        else:
            report(rules.EVENT_UNDER_PROSE.at(where, heading=heading.text))


def _refuse_heads(path: str, section: Section, keys: frozenset[str], report: Report) -> None:
    """A second head would be shown as a rule and a heading, and nothing in it would count."""
    fence = ""
    if not any(line.text.startswith("---") for line in section.lines):
        return
    for at, line in enumerate(section.lines):
        fence = _fence_after(fence, line.text)
        if not fence and line.text.rstrip() == "---" and _is_head(section.lines[at + 1 :], keys):
            report(SECOND_DOCUMENT.at(Where(path, line.number)))


def _is_head(lines: Sequence[Line], keys: frozenset[str]) -> bool:
    """Whether lines up to the next rule are all keys of the record and their values."""
    head = [*takewhile(lambda line: line.text.rstrip() != "---", lines)]
    written = [re.split("[:：]", line.text)[0].strip() for line in head]
    return 0 < len(head) < len(lines) and all(key in keys for key in written)


def _sections(path: str, lines: Sequence[Line], kind: Kind, report: Report) -> Sequence[Section]:
    sections: list[Section] = []
    heading: Heading | None = None
    below: list[Line] = []
    fence, opened = "", 0
    for line in lines:
        text = line.text
        if ("`" in text or "~" in text) and (heading is None or heading.item is None):
            before, fence = fence, _fence_after(fence, text)
            opened = line.number if fence and not before else opened
        is_like_one = not fence and ("#" in text or "＃" in text)
        found = read_heading(path, line, kind, report) if is_like_one else None
        if found is None:
            below.append(line)
            continue
        sections.append(Section(heading, tuple(below)))
        heading, below = found, []
    if fence:
        report(rules.FENCE_UNCLOSED.at(Where(path, opened)))
    return [*sections, Section(heading, tuple(below))]


def _fence_after(fence: str, line: str) -> str:
    """The mark of the code block that is open after a line, or nothing."""
    match = _FENCE.match(line) if "`" in line or "~" in line else None
    if not match:
        return fence
    if not fence:
        return match[1]
    closes = match[1].startswith(fence) and not line.strip().strip(fence[0])
    return "" if closes else fence


def _twice(path: str, heading: Heading, earlier: Item) -> Finding:
    where, first = Where(path, heading.line.number), earlier.where.line
    if not earlier.number:
        return rules.HISTORY_TWICE.at(where, first=first)
    return rules.ITEM_TWICE.at(where, item=f"{earlier.kind.term}{earlier.number}", first=first)
