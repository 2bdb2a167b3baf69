"""Read every file of a content folder and put together what belongs together.

Deterministic: the same folder gives the same value, whatever the order in which
the file system lists it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from site_gen.findings import Finding, Severity, Where
from site_gen.findings import path_rules as rules
from site_gen.load.files import Read, read_file
from site_gen.load.personal import Approved, Judged, Source, in_names, judge
from site_gen.load.routes import routes_of
from site_gen.load.walk import Found, RecordFile, walk
from site_gen.records.dates import PartialDate
from site_gen.records.kinds import Kind
from site_gen.records.record import Record
from site_gen.records.table import KINDS
from site_gen.vocabulary.progress import Action

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A content folder as read.

    ``attachments`` maps region and file name to the path within the folder. A
    record that could not be built is missing; its findings say why. ``approved``
    is the personal information that exceptions let pass, ``public`` every value
    that may stand on the site although it looks personal.
    """

    records: tuple[Record, ...]
    findings: tuple[Finding, ...]
    attachments: Mapping[tuple[str, str], str] = field(default_factory=dict)
    approved: tuple[Approved, ...] = ()
    public: frozenset[str] = frozenset()


def load(root: Path, kinds: Sequence[Kind] = KINDS) -> Loaded:
    """All records below ``root``; never raises for what lies there."""
    found = walk(root, routes_of(kinds))
    loaded = together([read_file(root, file) for file in found.records])
    findings = [*loaded.findings, *of_folder(found)]
    return replace(
        loaded,
        attachments=dict(sorted(found.attachments.items())),
        findings=tuple(sorted(set(findings), key=lambda one: (one.where, one.code))),
    )


def of_folder(found: Found) -> list[Finding]:
    """What is wrong with a folder besides what stands in its files."""
    return [*found.findings, *in_names(_paths(found))]


def together(files: Sequence[Read], offices: frozenset[str] = frozenset()) -> Loaded:
    """What files say together; ``offices`` are mailboxes that others give as their own."""
    records, orphans = _translated(files)
    judged = _judged(files, offices)
    findings = [*orphans, *(one for file in files for one in file.findings)]
    broken = {one.where.path for one in findings if one.severity is Severity.ERROR}
    for record in records:
        if record.where.path not in broken or not _is_undated(record):
            findings += _year(record)
    findings += judged.findings
    return Loaded(
        records=tuple(sorted(records, key=_place)),
        findings=tuple(sorted(set(findings), key=lambda one: (one.where, one.code))),
        approved=tuple(sorted(judged.approved, key=lambda one: one.where)),
        public=judged.public,
    )


def _place(record: Record) -> tuple[str, str, str, Where]:
    """Where a record stands among the others: that of its id, told so that comparing is quick."""
    return record.id.kind, record.id.region, record.id.name, record.where


def _judged(files: Iterable[Read], offices: frozenset[str]) -> Judged:
    """What is personal in the files: those of one record, translations included, together."""
    by_record: dict[tuple[str, str, str], list[Read]] = {}
    for read in files:
        key = (read.file.kind.key, read.file.region, read.file.name)
        by_record.setdefault(key, []).append(read)
    sources = (
        Source(
            [one for read in reads for one in read.sightings],
            [record for read in reads for record in read.records],
        )
        for reads in by_record.values()
    )
    return judge(sources, offices)


def _paths(found: Found) -> Iterable[str]:
    yield from (file.path for file in found.records)
    yield from found.attachments.values()
    yield from (finding.where.path for finding in found.findings)


def _translated(files: Iterable[Read]) -> tuple[list[Record], list[Finding]]:
    """The records with their translations, and the translations without a record."""
    prose: dict[tuple[str, str, str], dict[str, Read]] = {}
    originals: set[tuple[str, str, str]] = set()
    records: list[Record] = []
    for read in files:
        key = (read.file.kind.key, read.file.region, read.file.name)
        if read.file.language:
            prose.setdefault(key, {})[read.file.language] = read
        else:
            originals.add(key)
            records += read.records
    if not prose:
        return records, []
    orphans = [
        _orphan(read.file)
        for key, by_language in prose.items()
        if key not in originals
        for read in by_language.values()
    ]
    return [_with(record, prose) for record in records], orphans


def _with(record: Record, prose: Mapping[tuple[str, str, str], Mapping[str, Read]]) -> Record:
    own = prose.get((record.id.kind, record.id.region, record.id.name))
    if not own:
        return record
    return replace(record, translations={name: own[name].prose for name in sorted(own)})


def _orphan(file: RecordFile) -> Finding:
    name = file.path.rpartition("/")[2]
    original = name.replace(f".{file.language}.", ".")
    return rules.TRANSLATION_WITHOUT_RECORD.at(Where(file.path), name=name, original=original)


def _dated(record: Record) -> tuple[PartialDate | None, Where]:
    """The date that the head gives, else that of the first 提出, and where it stands."""
    head, key = record.head, record.kind.dated
    if record.kind.history is None:
        return getattr(head, key, None), head.at(key)
    events = [event for item in record.items for event in item.events]
    raised = next((event for event in events if event.action is Action.RAISED), None)
    return (raised.when, raised.where) if raised else (None, record.where)


def _is_undated(record: Record) -> bool:
    """Nothing dates it; in a file with errors that may be because its date is unreadable."""
    return _dated(record)[0] is None


def _year(record: Record) -> Iterable[Finding]:
    """The year folder is the year of the record's date, else of its source, else undated."""
    if not record.kind.by_year or "/" not in record.id.name:
        return
    folder = record.id.name.partition("/")[0]
    head = record.head
    date, where = _dated(record)
    if date is None and head.source is not None:
        date, where = head.source.date, head.source.at("date")
    if date is None and head.source is None and head.either:
        return  # a check asks for one of the two
    year = UNDATED if date is None else f"{date.year:04}"
    if year != folder:
        yield rules.YEAR_DIFFERS.at(where, folder=folder, year=year)
