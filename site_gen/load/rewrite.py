"""The files of a content folder beside their canonical form.

Nothing is written; what the canonical form is, :mod:`site_gen.source` says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from site_gen.findings import Finding
from site_gen.load.files import bytes_of, understood, unreadable
from site_gen.load.routes import routes_of
from site_gen.load.walk import RecordFile, walk
from site_gen.privacy import discreet
from site_gen.records.kinds import Kind
from site_gen.records.table import KINDS
from site_gen.source import canonical
from site_gen.source.canonical import Reading


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A file as it is and as it should be written: the same where there are errors."""

    path: str
    before: bytes
    after: bytes
    errors: tuple[Finding, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether there is anything to write."""
        return self.before != self.after


def rewritings(root: Path, kinds: Sequence[Kind] = KINDS) -> Iterator[Rewriting]:
    """Every file of the folder that holds records or translations, in the order of paths."""
    for file in sorted(walk(root, routes_of(kinds)).records, key=lambda file: file.path):
        yield _rewriting(root, file)


def _rewriting(root: Path, file: RecordFile) -> Rewriting:
    try:
        before = bytes_of(root / file.path)
    except OSError as error:
        return Rewriting(file.path, b"", b"", (unreadable(file, error),))
    now = canonical(before, partial(_reading, file))
    return Rewriting(file.path, before, now.raw, tuple(discreet(now.errors)))


def _reading(file: RecordFile, raw: bytes) -> Reading:
    read = understood(file, raw)
    passages = [passage for record in read.records for passage in record.prose]
    return [*read.prose, *passages], read.findings
