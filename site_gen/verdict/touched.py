"""Which files may have other findings, now that some files have other bytes than before.

These are, besides the files themselves: those of a record that names one of theirs; those of the
regions that a changed register stands for, and of records that cross into one of them; those of a
region whose attachments changed; and whatever goes on with the matter of one of all these, for 并案
may run in a circle. Where something changed that everything looks at, it is everything.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from site_gen.corpus import Place
from site_gen.corpus.places import upwards
from site_gen.load.files import Read, read_file
from site_gen.load.personal import mailboxes_of
from site_gen.load.routes import routes_of
from site_gen.load.walk import Found, RecordFile, walk
from site_gen.parcels.outline import is_many, names_in
from site_gen.parcels.surroundings import Sketch
from site_gen.records.record import Record, RecordId
from site_gen.records.table import KINDS

_SHARED = frozenset({"site", "vocabulary", "page", "region"})
"""Kinds of record that any other may look at, wherever it lies."""


@dataclass(frozen=True, slots=True)
class Touched:
    """Files with other bytes than before: as they were, and as they are."""

    paths: frozenset[str]
    before: tuple[Read, ...]
    after: tuple[Read, ...]
    attached: frozenset[str]
    """The regions whose attachments changed."""
    strange: bool
    """Whether what was there had not been read: all may have kept silent about it."""

    @property
    def records(self) -> frozenset[RecordId]:
        """The records that changed, came or went, those of translations included."""
        return frozenset(id_of(read.file) for read in (*self.before, *self.after))

    @property
    def registers(self) -> frozenset[str]:
        """The regions of which a record changed that records of others may look at."""
        reads = (*self.before, *self.after)
        return frozenset(one.file.region for one in reads if not is_many(one.file.kind))

    @property
    def concerns_all(self) -> bool:
        """Whether something changed that everything looks at.

        A mailbox of an office may be written anywhere, an approved exception in any document.
        """
        before, after = _records(self.before), _records(self.after)
        return (
            self.strange
            or any(read.file.kind.key in _SHARED for read in (*self.before, *self.after))
            or mailboxes_of(before) != mailboxes_of(after)
            or any(record.head.personal_exceptions for record in (*before, *after))
        )

    @property
    def concerns_none_else(self) -> bool:
        """Whether records changed only in what no other record looks at, such as an answer more.

        Others see what a record is called and which items it has; a matter goes on from it.
        """
        reads = (*self.before, *self.after)
        return not (
            self.attached
            or self.registers
            or any(naming.follows for read in reads for naming in names_in(read))
            or _faces(self.before) != _faces(self.after)
        )


def touched(paths: Set[str], former: Path, content: Path, found: Found) -> Touched:
    """What changed; ``former`` holds the files as they were, as far as there were any."""
    then = walk(former, routes_of(KINDS))
    before = tuple(read_file(former, file) for file in then.records)
    after = tuple(read_file(content, file) for file in found.records if file.path in paths)
    attached = [*then.attachments.items(), *found.attachments.items()]
    known = {*(file.path for file in then.records), *then.attachments.values()}
    lost = (path for path in _files_below(former) if path not in known)
    unread = (read for read in before if not read.records and not read.file.language)
    return Touched(
        frozenset(paths),
        before,
        after,
        frozenset(region for (region, _), path in attached if path in paths),
        strange=any(lost) or any(unread),
    )


def concerned(
    one: Touched, found: Found, sketches: Sequence[Sketch], places: Mapping[str, Place]
) -> frozenset[str]:
    """The paths of all files that may have other findings, unless all may."""
    records = _reached(_looking(one, sketches, places), sketches)
    listed = (one for sketch in sketches for one in sketch.registers if one.id in records)
    return paths_of(one, records, found).union(record.where.path for record in listed)


def paths_of(one: Touched, records: Set[RecordId], found: Found) -> frozenset[str]:
    """What changed, some records with their translations, and attachments that may be unused."""
    near = one.attached | {record.region for record in one.records}
    files = (file.path for file in found.records if id_of(file) in records)
    attached = (path for (region, _), path in found.attachments.items() if region in near)
    return one.paths.union(files, attached)


def _looking(
    one: Touched, sketches: Sequence[Sketch], places: Mapping[str, Place]
) -> set[RecordId]:
    """The records that changed, and those that look at them."""
    registers = one.registers
    below = {region for region in places if _is_below(region, registers, places)} | registers
    there = (record for sketch in sketches for record in sketch.records)
    names = (naming for sketch in sketches for naming in sketch.names)
    return {
        *one.records,
        *(record for record in there if record.region in below | one.attached),
        *(each.by for each in names if each.record in one.records or each.region in below),
    }


def _reached(start: Set[RecordId], sketches: Sequence[Sketch]) -> set[RecordId]:
    """Some records, and all that go on with their matters."""
    followed: dict[RecordId, list[RecordId]] = {}
    for one in (naming for sketch in sketches for naming in sketch.names):
        if one.follows and one.record is not None:
            followed.setdefault(one.record, []).append(one.by)
    reached, pending = set(start), list(start)
    while pending:
        more = set(followed.get(pending.pop(), ())) - reached
        reached |= more
        pending += more
    return reached


def _is_below(region: str, registers: Set[str], places: Mapping[str, Place]) -> bool:
    return any(place.id in registers for place in upwards(region, places))


def id_of(file: RecordFile) -> RecordId:
    """The record that a file holds or translates; of a list none has this name."""
    return RecordId(file.kind.key, file.region, file.name)


def _records(reads: Iterable[Read]) -> list[Record]:
    return [record for read in reads for record in read.records]


def _faces(reads: Iterable[Read]) -> set[tuple[object, ...]]:
    """What others see of records: what they are called, and their items."""
    return {
        (one.id, one.title, tuple((item.kind.key, item.number, item.anchor) for item in one.items))
        for one in _records(reads)
    }


def _files_below(folder: Path) -> Iterator[str]:
    return (one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())
