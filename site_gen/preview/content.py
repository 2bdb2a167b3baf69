"""What lies in a content folder at one moment: which file is what, and to which parcel it belongs.

As long as only records are written over, a later moment takes that from an earlier one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from site_gen.corpus.places import Place, build_tree, upwards
from site_gen.findings import Finding, Severity
from site_gen.findings.path_rules import FOLDER_MISSING, REGION_WITHOUT_FILE
from site_gen.load.files import Read, read_file
from site_gen.load.load import of_folder
from site_gen.load.routes import routes_of
from site_gen.load.walk import Found, RecordFile, walk
from site_gen.parcels.plan import Parcel, parcels_of
from site_gen.preview.watch import Stamp, Stamps
from site_gen.records.record import RecordId
from site_gen.records.table import KINDS

_LOST = frozenset({FOLDER_MISSING.code, REGION_WITHOUT_FILE.code})
"""What is found where a region may be gone although nobody took it away."""


@dataclass(frozen=True)
class Content:
    """A content folder at one moment."""

    root: Path
    stamps: Stamps = field(repr=False)
    places: Mapping[str, Place] = field(repr=False)
    parcels: Mapping[str, Parcel] = field(repr=False)
    """That of the whole site first."""
    files: Mapping[RecordId, RecordFile] = field(repr=False)
    """The file of each record, without translations; of each list, under the name of the list."""
    findings: tuple[Finding, ...]
    """What is wrong with the folder besides what stands in its files."""
    torn: tuple[Finding, ...]
    """Errors that leave it open which regions there are, and what lies in which."""
    records: Mapping[str, RecordFile] = field(repr=False)
    """Every file that is read, by path."""

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Folder and name of every region: what a region may be named by."""
        return tuple((place.id, place.name) for place in self.places.values())

    def stamp(self, path: str) -> Stamp | None:
        """How a file was at that moment; None where there was none."""
        return self.stamps.get(path)

    def parcel_of(self, region: str) -> Parcel | None:
        """The parcel that a region belongs to."""
        return next((one for one in self.parcels.values() if region in one.regions), None)

    def below(self, region: str) -> frozenset[str]:
        """A region and all regions that lie in it."""
        return frozenset(
            one
            for one in self.places
            if any(place.id == region for place in upwards(one, self.places))
        )


def content_of(root: Path, stamps: Stamps, before: Content | None = None) -> Content:
    """The content of a folder that is as ``stamps`` say; ``before`` is how it was known before."""
    if before is not None and _only_written_over(before, stamps):
        return replace(before, stamps=stamps)
    found = walk(root, routes_of(KINDS))
    regions = [read_file(root, file) for file in found.records if file.kind.key == "region"]
    places = build_tree(record for read in regions for record in read.records)
    return Content(
        root=root,
        stamps=stamps,
        places=places,
        parcels={parcel.key: parcel for parcel in parcels_of(found, places)},
        files={_id_of(file): file for file in found.records if not file.language},
        findings=tuple(of_folder(found)),
        torn=tuple(_torn(found, regions)),
        records={file.path: file for file in found.records},
    )


def _only_written_over(before: Content, stamps: Stamps) -> bool:
    """Whether nothing but the content of files changed that hold records, and no regions."""
    if stamps.keys() != before.stamps.keys():
        return False
    changed = (path for path, stamp in stamps.items() if before.stamps[path] != stamp)
    files = (before.records.get(path) for path in changed)
    return all(file is not None and file.kind.key != "region" for file in files)


def _id_of(file: RecordFile) -> RecordId:
    return RecordId(file.kind.key, file.region, file.name)


def _torn(found: Found, regions: Iterable[Read]) -> Iterator[Finding]:
    lost = (one for one in found.findings if one.code in _LOST)
    said = chain.from_iterable(read.findings for read in regions)
    return (one for one in chain(lost, said) if one.severity is Severity.ERROR)
