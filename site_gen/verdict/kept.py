"""What a check keeps for the next: what parcels tell of themselves, and what was found in each.

Everything is kept under a key that tells all it depends on, as :mod:`site_gen.publish.kept` has it.
"""

import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from site_gen.parcels.plan import Parcel
from site_gen.parcels.surroundings import Surroundings
from site_gen.publish.kept import Stamp, Store, digest, program, stamps_below
from site_gen.verdict.member import Ground

FOLDER = "check"
"""Within the folder of what is kept: whatever else lies there is none of a check's business."""


@dataclass(frozen=True)
class Keeping:
    """A store, and the content as the file system had it before any of it was read."""

    store: Store
    content: Path
    used: dict[str, set[str]] = field(default_factory=dict)
    """The keys of this run, by kind."""
    _made: list[tuple[str, str, object]] = field(default_factory=list)
    """What is to be kept when the run is over: kind, key, and the thing itself."""

    @cached_property
    def _program(self) -> str:
        return program()

    @cached_property
    def _stamps(self) -> Mapping[str, Stamp]:
        return self._stamped()

    def _stamped(self) -> Mapping[str, Stamp]:
        """Path below the content folder → the file."""
        start = len(f"{self.content}/")
        return {path[start:]: stamp for path, stamp in stamps_below(self.content)}

    def state(self, today: date) -> str:
        """The key of all there is to find: of the program, the day and every file."""
        parts = self._program, today, tuple(self._stamps.items())
        return self._used("verdict", digest(*parts))

    def sketch(self, parcel: Parcel, ground: Ground) -> str:
        """The key of what a parcel tells of itself."""
        regions = (place.record.where.path for place in ground.places.values())
        own = (file.path for file in parcel.files)
        parts = self._program, parcel.regions, self._of(regions), self._of(own)
        return self._used("sketch", digest(*parts))

    def looked(self, sketch: str, parcel: Parcel, around: Surroundings, ground: Ground) -> str:
        """The key of what is found in a parcel."""
        near = {record.where.path for record in around.registers}
        near |= {ground.files[guest].path for guest in around.guests}
        attached = self._of(parcel.attachments.values())
        offices = sorted(around.offices)
        parts = sketch, ground.today, attached, self._of(near), around.guests, offices
        return self._used("looked", digest(*parts))

    def _used(self, kind: str, key: str) -> str:
        self.used.setdefault(kind, set()).add(key)
        return key

    def _of(self, paths: Iterable[str]) -> list[tuple[str, Stamp | None]]:
        return [(path, self._stamps.get(path)) for path in sorted(paths)]

    def get(self, kind: str, key: str) -> Any:
        """What was kept under a key, or None."""
        return self.store.get(kind, key)

    def put(self, kind: str, key: str, value: object) -> None:
        """Has something kept when the run is over."""
        self._made.append((kind, key, value))

    def close(self) -> None:
        """Keeps what was made, and removes what has a key that this run has not.

        Nothing of it where the content changed meanwhile: it may have been read before or after.
        """
        if self._stamped() == self._stamps:
            for kind, key, value in self._made:
                self.store.put(kind, key, value, self._stamps.values())
            self.store.forget(self.used)
        self._made.clear()


def keeping_in(folder: Path, content: Path) -> Keeping:
    """What is kept of checks in a folder, which is made for nobody else if it is not there."""
    with suppress(OSError):  # what cannot be kept is looked at again
        folder.mkdir(mode=0o700, parents=True)
    return Keeping(Store(folder / FOLDER, time.time_ns()), content)
