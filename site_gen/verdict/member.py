"""One process's part of a check: its parcels, read and looked at.

What others need to know of them is little; the records stay here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_gen.corpus import Place
from site_gen.findings import Finding, Severity
from site_gen.load.personal import Approved
from site_gen.load.walk import RecordFile
from site_gen.parcels.plan import Parcel
from site_gen.parcels.surroundings import Sketch, Surroundings
from site_gen.parcels.survey import Opened, Survey, open_parcel, sketch_of, survey
from site_gen.records.record import RecordId


@dataclass(frozen=True, slots=True)
class Ground:
    """What all parts of a check stand on: the folder, its tree of regions, the day."""

    root: Path
    places: Mapping[str, Place]
    files: Mapping[RecordId, RecordFile]
    """The file of each record, translations apart."""
    today: date


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a parcel."""

    findings: tuple[Finding, ...]
    approved: tuple[Approved, ...]
    empty: tuple[str, ...]
    """The paths of the files that gave no record."""
    unread: frozenset[str]
    """The paths of what has errors and gave nothing, attachments included."""
    knowing: bool = False
    """Whether the names of all records of other parcels were known."""


class Examiner:
    """The member of a crew that looks at some parcels."""

    def __init__(self, ground: Ground, parcels: Sequence[Parcel]) -> None:
        self._ground = ground
        self._parcels = parcels
        self._opened: dict[str, Opened] = {}

    def sketches(self) -> list[Sketch]:
        """What others need to know of each parcel."""
        return [sketch_of(self._open(parcel), self._ground.places) for parcel in self._parcels]

    def look(self, around: Mapping[str, Surroundings], beyond: frozenset[RecordId]) -> list[Looked]:
        """What is found in the parcels of which it is told what stands around them.

        ``beyond`` are all records that there are, as far as they need be known.
        """
        asked = (parcel for parcel in self._parcels if parcel.key in around)
        return [self._look(parcel, around[parcel.key], beyond) for parcel in asked]

    def _open(self, parcel: Parcel) -> Opened:
        if parcel.key not in self._opened:
            self._opened[parcel.key] = open_parcel(self._ground.root, parcel)
        return self._opened[parcel.key]

    def _look(self, parcel: Parcel, around: Surroundings, beyond: frozenset[RecordId]) -> Looked:
        ground, opened = self._ground, self._open(parcel)
        guests = [ground.files[guest] for guest in around.guests]
        found = survey(ground.root, opened, around, guests, ground.today, beyond)
        return looked(found, knowing=bool(beyond))


def looked(one: Survey, *, knowing: bool) -> Looked:
    """What a survey found, without the records."""
    read = {record.where.path for record in one.opened.records}
    files = (file.file.path for file in one.opened.files)
    return Looked(
        findings=one.findings,
        approved=one.approved,
        empty=tuple(path for path in files if path not in read),
        unread=frozenset(refused(one.findings) - read),
        knowing=knowing,
    )


def refused(findings: Iterable[Finding]) -> set[str]:
    """The paths with errors."""
    return {one.where.path for one in findings if one.severity is Severity.ERROR}
