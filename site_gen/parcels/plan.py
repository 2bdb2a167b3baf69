"""Which files belong to which parcel: those of a region below the topmost, with all below it.

The topmost regions that others lie in, and the files of the whole site, belong to no parcel: their
pages are about everything.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from site_gen.corpus.places import Place, area_of, build_tree
from site_gen.load.files import read_file
from site_gen.load.walk import Found, RecordFile
from site_gen.records.record import RecordId

_One = TypeVar("_One")
WHOLE = ""
"""What the files of the whole site stand under."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """The regions of a parcel and its files; ``key`` is its highest region."""

    key: str
    regions: tuple[str, ...]
    """Parents before children."""
    files: tuple[RecordFile, ...]
    attachments: Mapping[tuple[str, str], str]
    """Region and file name → path."""

    @property
    def paths(self) -> Iterator[str]:
        """The paths of its files and attachments."""
        yield from (file.path for file in self.files)
        yield from self.attachments.values()


def places_of(root: Path, found: Found) -> Mapping[str, Place]:
    """The tree of regions, for which their files are read."""
    regions = (file for file in found.records if file.kind.key == "region")
    return build_tree(one for file in regions for one in read_file(root, file).records)


def homes_of(found: Found) -> Mapping[RecordId, RecordFile]:
    """The file of each record, translations apart."""
    files = (file for file in found.records if not file.language)
    return {RecordId(file.kind.key, file.region, file.name): file for file in files}


def parcels_of(found: Found, places: Mapping[str, Place]) -> tuple[Parcel, ...]:
    """The whole site's part first, then every parcel; each file in exactly one."""
    parcel_of = {region: _key(region, places) for region in places}
    regions: dict[str, list[str]] = {WHOLE: []}
    for region, key in parcel_of.items():
        regions.setdefault(key, []).append(region)
    files = _by_parcel((parcel_of.get(one.region, WHOLE), one) for one in found.records)
    attached = _by_parcel(
        (parcel_of.get(item[0][0], WHOLE), item) for item in found.attachments.items()
    )
    return tuple(
        Parcel(key, tuple(within), tuple(files.get(key, ())), dict(attached.get(key, ())))
        for key, within in regions.items()
    )


def _key(region: str, places: Mapping[str, Place]) -> str:
    place = places[region]
    is_above = place.parent is None and bool(place.children)
    return WHOLE if is_above else area_of(region, places)


def _by_parcel(pairs: Iterable[tuple[str, _One]]) -> dict[str, list[_One]]:
    found: dict[str, list[_One]] = {}
    for key, one in pairs:
        found.setdefault(key, []).append(one)
    return found
