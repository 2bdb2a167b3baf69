"""The correct records that mutation begins with: of every kind, short ones, each read whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from site_gen.load.routes import routes_of
from site_gen.load.walk import RecordFile, walk
from site_gen.records.table import KINDS
from tests.sites.folder import SMALL, write

LONGEST = 600
"""Bytes; a longer record is slower to read and has no more to be mutated."""


@dataclass(frozen=True)
class Seed:
    """A correct file. ``path`` is where it lies in the small folder, or empty."""

    file: RecordFile
    raw: bytes
    path: str = ""

    @property
    def kind(self) -> str:
        """The key of its kind."""
        return self.file.kind.key


@cache
def seeds(root: Path, scratch: Path) -> Sequence[Seed]:
    """Those of the small folder, written to ``scratch``, and of the example in ``root``."""
    small = [
        Seed(one, SMALL[one.path].encode(), one.path)
        for one in walk(write(SMALL, scratch), routes_of(KINDS)).records
    ]
    example = root / "examples" / "wuli"
    texts = [
        Seed(one, (example / one.path).read_bytes())
        for one in walk(example, routes_of(KINDS)).records
        if not one.language
    ]
    return [*small, *(seed for seed in texts if len(seed.raw) <= LONGEST)]
