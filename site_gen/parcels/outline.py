"""What others need to know of a parcel: its registers, the heads of its records, whom they name.

Registers (regions, units, platforms, plans …) are few and asked for from everywhere. Of sessions,
proposals and opinions, of which there are many, others see the head only; who needs more of one
reads it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from site_gen.corpus.links import KIND_OF_WORD
from site_gen.load.files import Read
from site_gen.records.kinds import Kind
from site_gen.records.names import Reference
from site_gen.records.record import Record, RecordId
from site_gen.records.session import Session
from site_gen.records.table import KINDS
from site_gen.records.text import Text

_LINKED = re.compile(r"record:([a-z-]+)/([^\s/()<>#\"']+)/([^\s()<>#\"']+)")
_KIND_OF_SEGMENT = {kind.segment: kind.key for kind in KINDS if kind.segment}


@dataclass(frozen=True, slots=True)
class Naming:
    """A record and what it names outside of its parcel, a record or a region."""

    by: RecordId
    record: RecordId | None = None
    region: str = ""
    follows: bool = False
    """Whether it goes on with the matter of what it names: all of a matter is known together."""


def is_many(kind: Kind) -> bool:
    """Whether there are very many records of a kind: those that hold items."""
    return bool(kind.items or kind.history)


def head_of(record: Record) -> Record:
    """The record without its items and prose."""
    return replace(record, items=(), prose=(), translations={})


def names_in(file: Read) -> Iterator[Naming]:
    """Every record and region that a file names; a translation names for its record."""
    for record in file.records:
        yield from _names_of(record)
    yield from _linked(RecordId(file.file.kind.key, file.file.region, file.file.name), file.prose)


def _names_of(record: Record) -> Iterator[Naming]:
    """What a record names in head, events or prose; its translations are files of their own."""
    own = record.id
    for refers in record.kind.refers:
        for reference in getattr(record.head, refers.field):
            follows = refers.kind == own.kind == "session"
            yield Naming(own, _meant(reference, refers.kind, record), follows=follows)
    plan = getattr(record.head, "plan", None)
    if isinstance(plan, Reference):
        yield Naming(own, _meant(plan, "plan", record))
    for reference in _in_events(record):
        kind = KIND_OF_WORD.get(reference.kind, own.kind)
        yield Naming(own, _meant(reference, kind, record), follows=True)
    yield from _linked(own, record.prose)
    if isinstance(record.head, Session):
        yield from (Naming(own, region=str(name)) for name in record.head.regions)


def _linked(own: RecordId, prose: Iterable[Text]) -> Iterator[Naming]:
    for passage in prose:
        for segment, region, name in _LINKED.findall(passage):
            yield Naming(own, RecordId(_KIND_OF_SEGMENT.get(segment, ""), region, name))


def _in_events(record: Record) -> Iterator[Reference]:
    for item in record.items:
        for event in item.events:
            for value in (event.content, *event.parts.values()):
                if isinstance(value, Reference):
                    yield value


def _meant(reference: Reference, kind: str, record: Record) -> RecordId:
    name = reference.name.partition(" ")[0] if kind == "plan" else reference.name
    return RecordId(kind, reference.region or record.id.region, name)
