"""One process's part of a site: its parcels, read, looked at, drawn and written, step by step.

Each step answers with what others need to know, which is little; the records stay here.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

from site_gen.attachments import Attachment
from site_gen.corpus import Place
from site_gen.findings import Finding
from site_gen.load.files import read_file
from site_gen.load.personal import Approved
from site_gen.load.walk import RecordFile
from site_gen.pages.compose import compose_regions
from site_gen.parcels.brief import Gone
from site_gen.parcels.contribution import Contribution, Line, contribution_of, lines_of
from site_gen.parcels.plan import WHOLE, Parcel
from site_gen.parcels.surroundings import Outline, Surroundings
from site_gen.parcels.survey import Opened, Survey, open_parcel, outline_of, survey
from site_gen.pipeline import region_files, renditions
from site_gen.processes.crew import Lost
from site_gen.publish.desk import Desk, Made, Shelf
from site_gen.publish.kept import Stamp, Store, digest, stamp_of
from site_gen.records.record import Record, RecordId

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Ground:
    """What all parts of a site stand on: the folder, its tree of regions, the day."""

    root: Path
    places: Mapping[str, Place]
    files: Mapping[RecordId, RecordFile]
    today: date
    store: Store | None = None
    """What was kept of earlier runs; None where nothing is to be kept."""
    program: str = ""
    """The key of the program; everything depends on it."""

    @cached_property
    def _stamps(self) -> dict[str, Stamp]:
        return {}

    def shelf(self, name: str) -> Shelf | None:
        """Where a desk keeps what it has made of something; None where nothing is to be kept."""
        return Shelf(self.store, digest(self.program, name)) if self.store else None

    def stamp(self, path: str) -> Stamp:
        """A file of the content as the file system had it when it was first asked for."""
        if path not in self._stamps:
            self._stamps[path] = stamp_of(self.root / path)
        return self._stamps[path]

    def stamps(self, paths: Iterable[str]) -> list[tuple[str, Stamp]]:
        """Files of the content, sorted, as :meth:`stamp` has them."""
        return [(path, self.stamp(path)) for path in sorted(paths)]


@dataclass(frozen=True, slots=True)
class Told(Generic[Answer]):
    """An answer, or the key under which it is kept."""

    key: str
    value: Answer | None

    def taken(self, store: Store | None, kind: str) -> Answer:
        """The answer. Raises Lost when it is kept and cannot be read."""
        found: Answer | None = self.value
        if found is None and store is not None:
            found = store.get(kind, self.key)
        if found is None:
            if store is not None:
                store.drop(kind, self.key)
            raise Lost(kind)
        return found


@dataclass(frozen=True, slots=True)
class Report:
    """What a parcel has to tell before anything is drawn."""

    parcel: str
    findings: tuple[Finding, ...]
    approved: tuple[Approved, ...]
    public: frozenset[str]
    attachments: Mapping[tuple[str, str], Attachment]


def whole_record(ground: Ground, record: RecordId) -> Record:
    """A record with everything in it, from its file.

    Raises Gone when it is not there as it was.
    """
    for one in read_file(ground.root, ground.files[record]).records:
        if one.id == record:
            return one
    raise Gone(record)


class Worker:
    """The member of a crew that works on some parcels.

    What was kept of an earlier run under the same key is not worked out again; a parcel is read
    only when something of it has to be.
    """

    def __init__(self, ground: Ground, parcels: Sequence[Parcel]) -> None:
        self._ground = ground
        self._parcels = {parcel.key: parcel for parcel in parcels}
        self._keys: dict[str, str] = {}
        self._stamps: dict[str, list[tuple[str, Stamp]]] = {}
        self._around: Mapping[str, Surroundings] = {}
        self._opened: dict[str, Opened] = {}
        self._surveys: dict[str, Survey] = {}

    def outlines(self) -> list[Told[Outline]]:
        """What others need to know of each parcel."""
        return [self._outline(parcel) for parcel in self._parcels.values()]

    def _outline(self, parcel: Parcel) -> Told[Outline]:
        ground = self._ground
        regions = (place.record.where.path for place in ground.places.values())
        own = [*(file.path for file in parcel.files), *parcel.attachments.values()]
        stamps = ground.stamps({*regions, *own}) if ground.store else []
        key = digest(ground.program, parcel.regions, sorted(own), stamps)
        self._keys[parcel.key], self._stamps[parcel.key] = key, stamps
        return self._told("outline", parcel, lambda: outline_of(self._open(parcel), ground.places))

    def _told(
        self, kind: str, parcel: Parcel, make: Callable[[], Answer], key: str = ""
    ) -> Told[Answer]:
        """What was kept under a key, by itself the present one of a parcel, or is made and kept."""
        store, key = self._ground.store, key or self._keys[parcel.key]
        if store is not None and store.has(kind, key):
            return Told(key, None)
        value = make()
        self._keep(kind, key, value, parcel)
        return Told(key, value)

    def _keep(self, kind: str, key: str, value: object, parcel: Parcel) -> None:
        if self._ground.store is not None:
            stamps = (stamp for _, stamp in self._stamps[parcel.key])
            self._ground.store.put(kind, key, value, stamps)

    def _open(self, parcel: Parcel) -> Opened:
        if parcel.key not in self._opened:
            self._opened[parcel.key] = open_parcel(self._ground.root, parcel)
        return self._opened[parcel.key]

    def reports(self, around: Mapping[str, Surroundings]) -> list[Told[Report]]:
        """What is found in each parcel, given what stands around it."""
        self._around = around
        return [self._report(parcel) for parcel in self._parcels.values()]

    def _report(self, parcel: Parcel) -> Told[Report]:
        ground, around = self._ground, self._around[parcel.key]
        near = {record.where.path for record in around.registers}
        near |= {ground.files[guest].path for guest in around.guests}
        stamps = ground.stamps(near) if ground.store else []
        own = self._keys[parcel.key]
        key = digest(own, ground.today, stamps, around.guests, sorted(around.offices))
        self._keys[parcel.key] = key
        self._stamps[parcel.key] += stamps
        return self._told("report", parcel, lambda: _report(self._survey(parcel)))

    def _survey(self, parcel: Parcel) -> Survey:
        if parcel.key not in self._surveys:
            ground, around = self._ground, self._around[parcel.key]
            guests = [ground.files[guest] for guest in around.guests]
            self._surveys[parcel.key] = survey(
                ground.root, self._open(parcel), around, guests, ground.today
            )
            del self._opened[parcel.key]
        return self._surveys[parcel.key]

    def contributions(self, guests: Sequence[RecordId]) -> list[Told[Contribution]]:
        """What each parcel hands over for pages about the whole site; once nothing forbids it."""
        return [self._contribution(parcel, guests) for parcel in self._parcels.values()]

    def _contribution(self, parcel: Parcel, guests: Sequence[RecordId]) -> Told[Contribution]:
        own = [one for one in guests if one.region in parcel.regions]
        return self._told(
            "contribution",
            parcel,
            lambda: contribution_of(self._survey(parcel).view, parcel, own),
            digest(self._keys[parcel.key], own),
        )

    def lines(self) -> list[Told[tuple[Line, ...]]]:
        """All entries of each parcel."""
        return [self._lines(parcel) for parcel in self._parcels.values()]

    def _lines(self, parcel: Parcel) -> Told[tuple[Line, ...]]:
        told = self._told("lines", parcel, lambda: lines_of(self._survey(parcel).view, parcel))
        store = self._ground.store
        is_kept = store is not None and store.has("lines", told.key)
        return Told(told.key, None) if is_kept else told

    def draw(self, desk: Desk) -> list[Told[Made]]:
        """Draws the pages of all parcels, and makes their attachments ready."""
        return [self._drawn(parcel, desk) for parcel in self._parcels.values()]

    def _drawn(self, parcel: Parcel, desk: Desk) -> Told[Made]:
        store, key = self._ground.store, digest(self._keys[parcel.key], desk.key)
        before = store.get("made", key) if store and desk.former else None
        if before is not None and desk.leave(before):
            return Told(key, before)
        made = self._make(parcel, desk).settled()
        self._keep("made", key, made, parcel)
        return Told(key, made)

    def _make(self, parcel: Parcel, desk: Desk) -> Made:
        one = self._survey(parcel)
        attached = desk.attachments(renditions(one.corpus, self._ground.root))
        regions = () if parcel.key == WHOLE else parcel.regions
        places = [one.corpus.places[region] for region in regions]
        drawn = desk.pages(compose_regions(one.view, places), self._ground.shelf(parcel.key))
        files = desk.artifacts(region_files(one.view, places))
        del self._surveys[parcel.key]
        return attached + drawn + files


def _report(one: Survey) -> Report:
    return Report(
        parcel=one.opened.parcel.key,
        findings=one.findings,
        approved=one.approved,
        public=one.public,
        attachments=one.corpus.attachments,
    )
