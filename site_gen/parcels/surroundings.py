"""What each parcel must have at hand besides its own files, found from what all tell of themselves.

That is: the registers of the regions above it and of those that its records cross into; every
record that it names or that names it, and those on one matter with its sessions.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from site_gen.corpus.places import Place, upwards
from site_gen.parcels.outline import Naming
from site_gen.parcels.plan import WHOLE
from site_gen.records.record import Record, RecordId


@dataclass(frozen=True, slots=True)
class Sketch:
    """What others need to know of a parcel so that they can be looked at."""

    parcel: str
    registers: tuple[Record, ...]
    """Its records of the kinds of which there are few."""
    many: tuple[RecordId, ...]
    """Which others it has."""
    names: tuple[Naming, ...]
    """What its records name, at least all that is outside of it and what its sessions follow."""
    offices: frozenset[str]
    """The mailboxes that its offices give as their own."""

    @property
    def records(self) -> Iterator[RecordId]:
        """Which records it has."""
        yield from self.many
        yield from (record.id for record in self.registers)


@dataclass(frozen=True, slots=True)
class Outline(Sketch):
    """What others need to know of a parcel so that they can be shown, too."""

    heads: tuple[Record, ...]
    """The records of the kinds of which there are many, without items and prose."""
    told: tuple[RecordId, ...]
    """The records that its registers tell of, such as the sessions behind a case story."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a parcel needs of others: registers as they are, guests that it reads itself."""

    registers: tuple[Record, ...]
    guests: tuple[RecordId, ...]
    offices: frozenset[str]


def surroundings_of(
    sketches: Sequence[Sketch], places: Mapping[str, Place]
) -> Mapping[str, Surroundings]:
    """What each parcel needs of the others."""
    known = _Known(sketches, places)
    return {one.parcel: known.around(one.parcel) for one in sketches}


def surroundings_of_site(outlines: Sequence[Outline]) -> Surroundings:
    """What the pages about the whole site need: all registers and heads of others.

    Guests are what registers tell of; each is read, and stands in the place of its head then.
    """
    others = [one for one in outlines if one.parcel != WHOLE]
    away = {record.id for one in others for record in one.heads}
    named = {one for outline in outlines for one in outline.told}
    named |= {one.record for outline in outlines for one in outline.names if one.record} & away
    return Surroundings(
        registers=tuple(record for one in others for record in (*one.registers, *one.heads)),
        guests=tuple(sorted(named & away)),
        offices=frozenset[str]().union(*(one.offices for one in outlines)),
    )


class _Known:
    """What is known of all parcels, laid out for looking up."""

    def __init__(self, sketches: Sequence[Sketch], places: Mapping[str, Place]) -> None:
        self._places = places
        self._offices = frozenset[str]().union(*(one.offices for one in sketches))
        self._registers: dict[str, list[Record]] = defaultdict(list)
        self._home: dict[RecordId, str] = {}
        self._many: set[RecordId] = set()
        self._regions: dict[RecordId, tuple[str, ...]] = {}
        self._linked: dict[RecordId, set[RecordId]] = defaultdict(set)
        self._followed: dict[RecordId, set[RecordId]] = defaultdict(set)
        self._guests: dict[str, set[RecordId]] = defaultdict(set)
        parcel_of: dict[str, str] = {}
        for one in sketches:
            self._many.update(one.many)
            self._home |= dict.fromkeys(one.many, one.parcel)
            for record in one.registers:
                self._home[record.id] = one.parcel
                self._registers[record.id.region].append(record)
                if record.kind.key == "region":
                    parcel_of[record.id.region] = one.parcel
        for one in sketches:
            for naming in one.names:
                self._note(naming, parcel_of)

    def _note(self, naming: Naming, parcel_of: Mapping[str, str]) -> None:
        by, record = naming.by, naming.record
        if record is None:
            self._regions[by] = (*self._regions.get(by, ()), naming.region)
            self._guests[parcel_of.get(naming.region, WHOLE)].add(by)
        elif record in self._home:
            for one, other in ((by, record), (record, by)):
                self._linked[one].add(other)
                if naming.follows:
                    self._followed[one].add(other)

    def around(self, parcel: str) -> Surroundings:
        """What one parcel needs."""
        own = {one for one, home in self._home.items() if home == parcel}
        guests = set(self._guests[parcel])
        for one in own:
            guests |= self._linked.get(one, set())
        guests |= self._matters(own | guests)
        guests -= own
        needed = self._above({one.region for one in own | guests} | self._crossed(own | guests))
        near = {
            record.id: record
            for region, records in self._registers.items()
            for record in records
            if region in needed or record.kind.key == "region" or record.id in guests
        }
        return Surroundings(
            registers=tuple(near[one] for one in sorted(near.keys() - own)),
            guests=tuple(sorted(guests & self._many)),
            offices=self._offices,
        )

    def _matters(self, start: Set[RecordId]) -> set[RecordId]:
        """All sessions on one matter with some."""
        found: set[RecordId] = set()
        pending = [one for one in start if one in self._followed]
        while pending:
            for other in self._followed[pending.pop()] - found:
                found.add(other)
                pending.append(other)
        return found

    def _crossed(self, records: Iterable[RecordId]) -> set[str]:
        return {region for one in records for region in self._regions.get(one, ())}

    def _above(self, regions: Iterable[str]) -> set[str]:
        """Regions with all above them, and the whole site."""
        found = {place.id for one in regions for place in upwards(one, self._places)}
        return found | {WHOLE}
