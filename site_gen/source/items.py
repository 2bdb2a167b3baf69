"""The lines under an item's heading → its fields and events.

Every line there means something; what cannot be read is refused and never taken
for prose.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from site_gen.findings import Edit, Where, file_rules, key_rules, value_rules
from site_gen.findings import body_rules as rules
from site_gen.records.kinds import ItemKind
from site_gen.records.model import Part
from site_gen.records.reading import Report
from site_gen.records.record import Item
from site_gen.records.text import Text, TextMap, text_at
from site_gen.source.events import begins_with_date, is_action, read_event, undated
from site_gen.source.headings import HISTORY, Heading
from site_gen.source.lines import LONGEST_TEXT, Line, join
from site_gen.source.marks import notice_label, notice_marks
from site_gen.source.shapes import REASON_MARK, shape_of
from site_gen.source.typed import typed
from site_gen.vocabulary.settings import Disclosure

_MARKED = re.compile(r"(?P<lead>\s*)(?P<mark>[-*•—–－·])(?P<gap>\s*)(?P<rest>\S.*)")
_PLAIN_START = re.compile(r"- \S")
_FIELD = re.compile(r"(?P<key>[^：:；;]{1,20}?)\s*(?P<colon>[：:])")
_REASON_LABEL = "原因"
_REASON = re.compile(r"(?P<mark>[；;])\s*(?P<label>原因|reason)\s*(?P<colon>[：:])")
_DATE_NEXT = re.compile(r"[0-9０-９]{2}")


class Section(NamedTuple):
    """A heading and the lines below it; no heading for what stands before the first."""

    heading: Heading | None
    lines: tuple[Line, ...]


def read_item(
    path: str, section: Section, heading: Heading, kind: ItemKind, report: Report
) -> Item:
    """The item of one section."""
    where = Where(path, heading.line.number)
    name = f"{kind.term}{heading.number}" if heading.number else HISTORY
    fields: list[Text] = []
    events: list[Text] = []
    for entry in _Entries(path, section, kind, name, report).gather():
        if len(entry) > LONGEST_TEXT:
            report(file_rules.TEXT_TOO_LONG.at(entry.where, limit=LONGEST_TEXT))
            continue
        (events if begins_with_date(entry) else fields).append(entry)
    head = _head(fields, kind, TextMap({}, where, {}), name, report)
    withheld = getattr(head, "disclosure", None) is Disclosure.WITHHELD
    if heading.number and not heading.text and not withheld:
        report(rules.ITEM_EMPTY.at(where, item=name))
    read = [(event, read_event(event, withheld, report)) for event in events]
    text = heading.text if heading.number else Text("", heading.text.where)
    return Item(
        kind,
        heading.number,
        text,
        head,
        tuple(event for _, event in read if event),
        where,
        tuple(written for written, event in read if event is None),
    )


def bare_item(kind: ItemKind, where: Where) -> Item:
    """The item of a record that has no history yet."""
    head = kind.model.model_validate({"where": where})
    return Item(kind, 0, Text("", where), head, (), where)


class _Entries:
    """The list entries of a section, each as one text with its continuation lines."""

    def __init__(
        self, path: str, section: Section, kind: ItemKind, name: str, report: Report
    ) -> None:
        self._path, self._section, self._report = path, section, report
        self._forms = shape_of(kind.model).by_form
        self._name = name
        self._open: list[Text] = []

    def gather(self) -> Iterable[Text]:
        """One text for each entry."""
        for line in self._section.lines:
            start = self._start(line)
            if not start and not line.text.isspace() and line.text:
                self._more(line)
                continue
            if self._open:
                yield join(self._open)
            self._open = [self._piece(line, start)] if start else []
        if self._open:
            yield join(self._open)

    def _piece(self, line: Line, start: int) -> Text:
        return text_at(line.text[start:].rstrip(), self._path, line.number, start + 1)

    def _start(self, line: Line) -> int:
        """Where the text of an entry starts that this line begins; 0 if it begins none."""
        if _PLAIN_START.match(line.text):
            return 2
        marked = _MARKED.match(line.text)
        return marked.start("rest") if marked and self._begins(line, marked) else 0

    def _begins(self, line: Line, marked: re.Match[str]) -> bool:
        """Whether a line begins an entry; slips are reported."""
        lead, mark, gap, rest = marked.group("lead", "mark", "gap", "rest")
        is_sure = bool(gap) and mark in "-*•"
        if not (is_sure or _DATE_NEXT.match(rest) or self._is_field(rest)):
            return False
        if len(lead) > 1 or lead in ("\t", "\u3000"):
            return False
        if mark != "-" or not gap.startswith(" ") or lead:
            where = Where(self._path, line.number, marked.start("mark") + 1)
            edit = Edit(Where(self._path, line.number), line.text[: marked.start("rest")], "- ")
            self._report(rules.MARK_SLIP.at(where, edit, mark=lead + mark))
        return True

    def _is_field(self, text: str) -> bool:
        field = _FIELD.match(text)
        return field is not None and (field["key"] in self._forms or is_action(field["key"]))

    def _more(self, line: Line) -> None:
        """A line that begins nothing: more of the entry above, or out of place."""
        text = line.text
        indent = len(text) - len(text.lstrip())
        where = Where(self._path, line.number, indent + 1)
        marked = _MARKED.match(text)
        if not indent:
            self._report(rules.LINE_UNREADABLE.at(where, heading=self._name))
        elif marked and marked["gap"] and marked["mark"] in "-*•":
            self._report(rules.MARK_INDENTED.at(where))
        elif not self._open:
            self._report(rules.CONTINUATION_OF_NOTHING.at(where))
        else:
            if indent == 1 or text[:indent].strip(" "):
                start = Where(self._path, line.number)
                edit = Edit(start, text[:indent], "  ")
                self._report(rules.CONTINUATION_SLIP.at(start, edit))
            self._open.append(self._piece(line, indent))


def _head(fields: list[Text], kind: ItemKind, written: TextMap, name: str, report: Report) -> Part:
    for field in fields:
        _add_field(field, kind, written, name, report)
    head = typed(written, kind.model, report)
    return head if head is not None else kind.model.model_validate({"where": written.where})


def _add_field(text: Text, kind: ItemKind, written: TextMap, name: str, report: Report) -> None:
    match = _FIELD.match(text)
    word = match["key"] if match else str(text)
    forms = shape_of(kind.model).by_form
    if is_action(word) and word not in forms:
        report(rules.DATE_MISSING.at(text.where, action=word))
        return
    if date := undated(word):
        report(value_rules.DATE_UNREADABLE.at(text.where, value=date))
        return
    if not match:
        report(rules.LINE_UNREADABLE.at(text.where, heading=name))
        return
    entry = forms.get(word)
    reason_key = f"{REASON_MARK}{entry.key if entry else ''}_reason"
    cut = _REASON.search(text, match.end()) if reason_key in forms else None
    notice_marks(text, [match, cut] if cut else [match], report)
    if cut:
        notice_label(text, cut, _REASON_LABEL, report)
        where = text.place(cut.start("label"))
        _put(reason_key, _REASON_LABEL, text.part(cut.end()), where, written, report)
    value = text.part(match.end(), cut.start() if cut else None)
    _put(word, word, value, text.where, written, report)


def _put(key: str, label: str, value: Text, where: Where, written: TextMap, report: Report) -> None:
    if key in written.keys_at:
        first = written.keys_at[key].line
        report(key_rules.KEY_TWICE.at(where, key=label, first=first, second=where.line))
        return
    written.keys_at[key] = where
    if value:
        written[key] = value
    else:
        report(value_rules.TEXT_EMPTY.at(where, field=label))
