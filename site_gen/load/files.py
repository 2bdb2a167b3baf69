"""One file of the content folder: its bytes, and what they say, for its place in the folder.

Whatever is wrong with it is among the findings; how files belong together is not seen here.
"""

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from site_gen.findings import Finding, Where, file_rules
from site_gen.load.personal import Sighting, sightings_of
from site_gen.load.walk import RecordFile
from site_gen.records.record import Record
from site_gen.records.text import Text
from site_gen.source import read_record, read_translation
from site_gen.source.decoding import LARGEST


@dataclass(frozen=True, slots=True)
class Read:
    """What one file gave; ``prose`` is that of a translation, records have their own."""

    file: RecordFile
    records: tuple[Record, ...] = ()
    prose: tuple[Text, ...] = ()
    findings: tuple[Finding, ...] = ()
    sightings: Sequence[Sighting] = ()


def read_file(root: Path, file: RecordFile) -> Read:
    """One file; depends on nothing else, so files can be read in any order."""
    try:
        raw = bytes_of(f"{root}/{file.path}")
    except OSError as error:
        return Read(file, findings=(unreadable(file, error),))
    if len(raw) > LARGEST:
        return understood(file, raw)
    return understood(file, raw, sightings_of(file.path, raw))


def understood(file: RecordFile, raw: bytes, sightings: Sequence[Sighting] = ()) -> Read:
    """What these bytes say when they stand in this file, beside what was seen in them."""
    if file.language:
        prose, findings = read_translation(file.path, raw)
        return Read(file, (), prose, findings, sightings)
    records, findings = read_record(file.kind, file.region, file.name, file.path, raw)
    return Read(file, records, (), findings, sightings)


def unreadable(file: RecordFile, error: OSError) -> Finding:
    """A file that cannot be opened is never passed over."""
    reason = error.strerror or str(error)
    return file_rules.FILE_UNREADABLE.at(Where(file.path), reason=reason)


def bytes_of(path: Path | str) -> bytes:
    """The content of a regular file, or as much as shows that it is too large; else OSError."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with FileIO(handle) as stream:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "不是普通文件")
        return stream.readall() if status.st_size <= LARGEST else stream.read(LARGEST + 1)
