"""The bytes of one file → its records and everything that is wrong with them.

The entry to this layer. Which file is of which kind, and whether it may lie
where it lies, was decided before.
"""

from collections.abc import Iterable, Sequence

from site_gen.findings import Finding, Where, file_rules, key_rules, yaml_rules
from site_gen.records.kinds import Kind, Notation
from site_gen.records.model import Head
from site_gen.records.reading import Report
from site_gen.records.record import Record, RecordId
from site_gen.records.text import Text, TextList, TextMap
from site_gen.source.body import Body, read_body, read_passage
from site_gen.source.decoding import decode
from site_gen.source.enough import Enough, Findings
from site_gen.source.items import Section
from site_gen.source.lines import Line, numbered, split
from site_gen.source.notation import Value, parse
from site_gen.source.shapes import shape_of, words_of
from site_gen.source.tidy import tidy
from site_gen.source.typed import typed

Read = tuple[tuple[Record, ...], tuple[Finding, ...]]


def read_record(kind: Kind, region: str, name: str, path: str, raw: bytes) -> Read:
    """The records of a file (one, or one for each entry of a list) and its findings.

    Never raises for bad content. A record is missing where it cannot be built;
    one with findings of severity error may lack what they speak of.
    """
    text, decoding = decode(path, raw)
    findings = Findings(path, decoding)
    if text is None:
        return (), findings.in_order()
    identity = RecordId(kind.key, region, name)
    read = _READERS[kind.notation]
    try:
        records = tuple(read(kind, identity, path, numbered(text), findings))
    except Enough:
        records = ()
    return records, findings.in_order()


def read_translation(path: str, raw: bytes) -> tuple[tuple[Text, ...], tuple[Finding, ...]]:
    """The passage of a translated prose file, which has no head, and its findings."""
    text, decoding = decode(path, raw)
    findings = Findings(path, decoding)
    if text is None:
        return (), findings.in_order()
    lines = numbered(text)
    if lines[0].text.strip() == "---":
        findings.append(file_rules.TRANSLATION_WITH_HEAD.at(Where(path)))
    try:
        passage = read_passage(path, Section(None, tuple(lines)), findings.append)
    except Enough:
        passage = None
    return (passage,) if passage else (), findings.in_order()


def _document(
    kind: Kind, identity: RecordId, path: str, lines: list[Line], findings: list[Finding]
) -> Iterable[Record]:
    document, problems = split(path, lines)
    findings += problems
    if document is None:
        return
    head = _head(kind, path, document.head, findings)
    body = read_body(path, document.body, kind, findings.append)
    if head is not None:
        yield _record(identity, kind, head, Where(path), body)


def _record(identity: RecordId, kind: Kind, head: Head, where: Where, body: Body) -> Record:
    return Record(identity, kind, head, where, body.items, body.prose)


def _head(kind: Kind, path: str, lines: Sequence[Line], findings: list[Finding]) -> Head | None:
    """The one map of a head or of a whole file; None where it cannot be built."""
    value, spoiled, failed = _parsed(kind, path, lines, findings)
    if failed:
        return None
    if value is None:
        value = TextMap({}, Where(path), {})
    if not isinstance(value, TextMap):
        example = words_of(kind.model).first
        findings.append(yaml_rules.MAP_WANTED.at(value.where, example=example))
        return None
    value.where = Where(path)
    return typed(value, kind.model, _unless(spoiled, findings))


def _parsed(
    kind: Kind, path: str, lines: Sequence[Line], findings: list[Finding]
) -> tuple[Value | None, frozenset[int], bool]:
    """What the notation holds, the lines already spoken of, and whether it broke off."""
    listed = kind.notation is Notation.LIST
    tidied = tidy(path, lines, words_of(kind.model), listed, findings.append)
    said: list[Finding] = []
    value = parse(tidied, said.append)
    report = _unless(tidied.spoiled, findings)
    for finding in said:
        report(finding)
    return value, tidied.spoiled, value is None and bool(said)


def _unless(spoiled: frozenset[int], findings: list[Finding]) -> Report:
    """A report that says no more about lines of which something was said."""

    def report(finding: Finding) -> None:
        if finding.where.line not in spoiled:
            findings.append(finding)

    return report


def _map(
    kind: Kind, identity: RecordId, path: str, lines: list[Line], findings: list[Finding]
) -> Iterable[Record]:
    head = _head(kind, path, lines, findings)
    if head is not None:
        yield _record(identity, kind, head, Where(path), Body((), ()))


def _list(
    kind: Kind, identity: RecordId, path: str, lines: list[Line], findings: list[Finding]
) -> Iterable[Record]:
    value, spoiled, _ = _parsed(kind, path, lines, findings)
    label = shape_of(kind.model).labels[kind.title]
    if value is not None and not isinstance(value, TextList):
        findings.append(yaml_rules.LIST_WANTED.at(value.where, example=label))
        return
    report = _unless(spoiled, findings)
    first: dict[str, Where] = {}
    for entry in value or ():
        record = _entry(kind, identity, entry, report)
        if record is None:
            continue
        if earlier := first.get(record.id.name):
            details = {"name": record.id.name, "first": earlier.line}
            report(key_rules.ENTRY_TWICE.at(record.where, **details))
            continue
        first[record.id.name] = record.where
        yield record


def _entry(kind: Kind, identity: RecordId, entry: object, report: Report) -> Record | None:
    if not isinstance(entry, TextMap):
        label = shape_of(kind.model).labels[kind.title]
        where = getattr(entry, "where", None)
        if isinstance(where, Where):
            report(yaml_rules.MAP_WANTED.at(where, example=label))
        return None
    head = typed(entry, kind.model, report)
    if head is None:
        return None
    named = RecordId(identity.kind, identity.region, str(getattr(head, kind.title)))
    return _record(named, kind, head, entry.where, Body((), ()))


_READERS = {Notation.DOCUMENT: _document, Notation.MAP: _map, Notation.LIST: _list}
