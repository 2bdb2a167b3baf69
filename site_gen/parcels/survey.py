"""One parcel, read and looked at: what is wrong in its files, and the view of what lies in it.

A survey depends on the files of the parcel, on its surroundings and on the day, on nothing else.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from site_gen.attachments.inspect import inspect_all
from site_gen.checks import check
from site_gen.corpus import Corpus, index
from site_gen.corpus.places import Place
from site_gen.findings import Finding, Severity
from site_gen.load.files import Read, read_file
from site_gen.load.load import together
from site_gen.load.personal import Approved, mailboxes_of
from site_gen.load.walk import RecordFile
from site_gen.pages.view import View, view_of
from site_gen.parcels.outline import Naming, head_of, is_many, names_in
from site_gen.parcels.plan import Parcel
from site_gen.parcels.surroundings import Outline, Sketch, Surroundings
from site_gen.records.record import Record, RecordId


@dataclass(frozen=True, slots=True)
class Opened:
    """A parcel whose files were read."""

    parcel: Parcel
    files: tuple[Read, ...]

    @property
    def records(self) -> Iterable[Record]:
        """The records of its files."""
        return (record for file in self.files for record in file.records)


@dataclass(frozen=True)
class Survey:
    """What a parcel holds on a day, and what is wrong there."""

    opened: Opened
    findings: tuple[Finding, ...]
    approved: tuple[Approved, ...]
    public: frozenset[str]
    corpus: Corpus
    today: date

    @property
    def blocks(self) -> bool:
        """Whether anything found forbids publication."""
        return any(one.severity is Severity.ERROR for one in self.findings)

    @cached_property
    def view(self) -> View:
        """Its records with all that stands around them."""
        return view_of(self.corpus, self.today)


def open_parcel(root: Path, parcel: Parcel) -> Opened:
    """Reads the files of a parcel."""
    return Opened(parcel, tuple(read_file(root, file) for file in parcel.files))


def sketch_of(opened: Opened, places: Mapping[str, Place]) -> Sketch:
    """What others need to know of a parcel so that they can be looked at; every name it names."""
    records = tuple(opened.records)
    return Sketch(
        parcel=opened.parcel.key,
        registers=tuple(one for one in records if not is_many(one.kind)),
        many=tuple(one.id for one in records if is_many(one.kind)),
        names=tuple(_by_folder(one, places) for file in opened.files for one in names_in(file)),
        offices=mailboxes_of(records),
    )


def outline_of(opened: Opened, places: Mapping[str, Place]) -> Outline:
    """What others need to know of a parcel so that they can be shown, too."""
    sketch = sketch_of(opened, places)
    own = {record.id for record in opened.records}
    within = set(opened.parcel.regions)
    return Outline(
        parcel=sketch.parcel,
        registers=sketch.registers,
        many=sketch.many,
        names=tuple(
            one
            for one in sketch.names
            if (one.follows or one.record not in own) and one.region not in within
        ),
        offices=sketch.offices,
        heads=tuple(head_of(one) for one in opened.records if is_many(one.kind)),
        told=tuple(sorted(_told(opened.files))),
    )


def _told(files: Iterable[Read]) -> set[RecordId]:
    """What registers name."""
    registers = (file for file in files if not is_many(file.file.kind))
    names = (naming.record for file in registers for naming in names_in(file))
    return {record for record in names if record}


def _by_folder(naming: Naming, places: Mapping[str, Place]) -> Naming:
    """A region may be named by its folder or by its name."""
    if not naming.region or naming.region in places:
        return naming
    matches = [place.id for place in places.values() if place.name == naming.region]
    return replace(naming, region=matches[0]) if len(matches) == 1 else naming


def survey(
    root: Path,
    opened: Opened,
    around: Surroundings,
    guests: Sequence[RecordFile],
    today: date,
    beyond: frozenset[RecordId] = frozenset(),
) -> Survey:
    """Looks at a parcel; ``guests`` are the files of the records that it needs of others.

    What else there is, is ``beyond`` it: needed only to say what somebody may have meant.
    """
    loaded = together(opened.files, around.offices)
    attachments, unsound = inspect_all(root, opened.parcel.attachments, loaded.public)
    invited = [record for file in guests for record in read_file(root, file).records]
    present = {record.id for record in invited}
    near = (record for record in around.registers if record.id not in present)
    corpus = index([*loaded.records, *near, *invited], attachments)
    read = [*loaded.findings, *unsound]
    own = {file.path for file in opened.parcel.files} | set(opened.parcel.attachments.values())
    checked = [one for one in check(corpus, read, today, beyond) if one.where.path in own]
    return Survey(opened, (*read, *checked), loaded.approved, loaded.public, corpus, today)
