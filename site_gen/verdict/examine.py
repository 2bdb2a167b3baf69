"""All content, looked at by as many processes as it is worth, and no more than has to be.

What all content looked at at once has to say (:func:`site_gen.pipeline.audit`) is what is told:
where parts cannot be certain of it, it is asked.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from site_gen.findings import Finding
from site_gen.load.load import of_folder
from site_gen.load.personal import Approved
from site_gen.load.routes import routes_of
from site_gen.load.walk import Found, walk
from site_gen.parcels.plan import homes_of, parcels_of, places_of
from site_gen.parcels.surroundings import Sketch, Surroundings, surroundings_of
from site_gen.pipeline import audit, in_order
from site_gen.processes.crew import Lost
from site_gen.records.record import RecordId
from site_gen.records.table import KINDS
from site_gen.verdict.certain import has_to_know, is_certain, settled
from site_gen.verdict.kept import Keeping
from site_gen.verdict.member import Ground, Looked, refused
from site_gen.verdict.team import Effort, Team, team


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found, in the order of places, and in how many files."""

    findings: Sequence[Finding]
    approved: Sequence[Approved]
    files: int
    """How many hold the records and the findings."""


def examine(content: Path, today: date, effort: Effort, keeping: Keeping | None = None) -> Verdict:
    """Everything that is wrong with a content folder; with ``keeping`` only changes are read."""
    if keeping is None:
        return _examine(content, today, effort, None)
    state = keeping.state(today)
    verdict: Verdict | None = keeping.get("verdict", state)
    if verdict is None:
        verdict = _examine(content, today, effort, keeping)
        keeping.put("verdict", state, verdict)
        keeping.close()
    return verdict


def _examine(content: Path, today: date, effort: Effort, keeping: Keeping | None) -> Verdict:
    found = walk(content, routes_of(KINDS))
    if keeping is None and (effort.jobs == 1 or len(found.records) <= effort.few):
        return at_once(content, today)
    return in_parts(content, today, found, effort, keeping) or at_once(content, today)


def in_parts(
    content: Path, today: date, found: Found, effort: Effort, keeping: Keeping | None
) -> Verdict | None:
    """What is found parcel by parcel; None when that is not certain, or a process died."""
    with ExitStack() as stack:
        examination = Examination(ground_of(content, today, found), found, effort, keeping, stack)
        try:
            return together(found, examination.look())
        except Lost:
            return None


def at_once(content: Path, today: date) -> Verdict:
    """What one process finds that reads everything."""
    audited = audit(content, today)
    return Verdict(audited.findings, audited.approved, audited.files)


def together(found: Found, parts: Sequence[Looked]) -> Verdict | None:
    """What the parcels of all content found; None when they cannot be certain."""
    folder = of_folder(found)
    read = {file.path for file in found.records} - {path for one in parts for path in one.empty}
    unread = frozenset(refused(folder) - read)
    if not is_certain(parts, unread):
        return None
    if unread or any(one.unread for one in parts):
        parts = [settled(one) for one in parts]
    findings = in_order([*folder, *chain.from_iterable(one.findings for one in parts)])
    approved = chain.from_iterable(one.approved for one in parts)
    files = len(read | {finding.where.path for finding in findings})
    return Verdict(findings, tuple(sorted(approved, key=lambda one: one.where)), files)


def ground_of(content: Path, today: date, found: Found) -> Ground:
    """What all parts of a check stand on; reads the files of regions."""
    return Ground(content, places_of(content, found), homes_of(found), today)


class Examination:
    """Parcel after parcel looked at, by processes that stay as long as ``stack`` is open."""

    def __init__(
        self,
        ground: Ground,
        found: Found,
        effort: Effort,
        keeping: Keeping | None,
        stack: ExitStack,
    ) -> None:
        self.ground, self._effort, self._keeping, self._stack = ground, effort, keeping, stack
        self.parcels = {one.key: one for one in parcels_of(found, ground.places)}
        self._keys: dict[str, str] = {}
        self._looked: dict[str, Looked] = {}
        self._readers: Team | None = None

    @cached_property
    def sketches(self) -> list[Sketch]:
        """What the parcels tell of themselves. Raises Lost."""
        if self._keeping:
            keys = ((one, self._keeping.sketch(one, self.ground)) for one in self.parcels.values())
            self._keys = {one.key: key for one, key in keys}
        known: dict[str, Sketch] = self._kept("sketch", self._keys)
        self._readers = self._team(self.parcels.keys() - known.keys())
        told = self._readers.sketches()
        self._keep("sketch", self._keys, told)
        return [(known | told)[key] for key in self.parcels]

    @cached_property
    def around(self) -> Mapping[str, Surroundings]:
        """What stands around each parcel. Raises Lost."""
        return surroundings_of(self.sketches, self.ground.places)

    def look(self, only: Set[str] | None = None) -> list[Looked]:
        """What is found in all parcels, or in some, in their order. Raises Lost."""
        wanted = [key for key in self.parcels if only is None or key in only]
        self._looked |= self._kept("looked", self._looked_keys(set(wanted) - self._looked.keys()))
        told = self._look({key: self.around[key] for key in wanted if key not in self._looked})
        self._keep("looked", self._looked_keys(told), told)
        self._looked |= told
        wondering = {key for key in wanted if has_to_know(self._looked[key])}
        self._looked |= self._look({key: self.around[key] for key in wondering}, self._names)
        return [self._looked[key] for key in wanted]

    @property
    def _names(self) -> frozenset[RecordId]:
        """What all records are called."""
        return frozenset(record for one in self.sketches for record in one.records)

    def _look(
        self, around: Mapping[str, Surroundings], beyond: frozenset[RecordId] = frozenset()
    ) -> dict[str, Looked]:
        """By those who have read a parcel already; by others where nobody has."""
        told = self._readers.look(around, beyond) if around and self._readers else {}
        rest = {key: one for key, one in around.items() if key not in told}
        return told | self._team(rest.keys()).look(rest, beyond) if rest else told

    def _looked_keys(self, wanted: Iterable[str]) -> dict[str, str]:
        keeping, around = self._keeping, self.around
        if keeping is None:
            return {}
        return {
            key: keeping.looked(self._keys[key], self.parcels[key], around[key], self.ground)
            for key in wanted
        }

    def close(self) -> None:
        """Keeps what was found, and nothing that was kept of parcels as they no longer are."""
        if self._keeping is not None:
            self._looked_keys(self.parcels)
            self._keeping.close()

    def _team(self, keys: Set[str]) -> Team:
        parcels = [parcel for key, parcel in self.parcels.items() if key in keys]
        return team(self.ground, parcels, self._effort, self._stack)

    def _kept(self, kind: str, keys: Mapping[str, str]) -> dict[str, Any]:
        """What was kept of parcels, by parcel."""
        if self._keeping is None:
            return {}
        found = ((parcel, self._keeping.get(kind, key)) for parcel, key in keys.items())
        return {parcel: one for parcel, one in found if one is not None}

    def _keep(self, kind: str, keys: Mapping[str, str], told: Mapping[str, object]) -> None:
        if self._keeping is not None:
            for parcel, one in told.items():
                self._keeping.put(kind, keys[parcel], one)
