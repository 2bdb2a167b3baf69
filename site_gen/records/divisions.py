"""Administrative divisions by code (GB/T 2260): name, level and parent.

The table is data of the package, as of 2023-06-30; its origin and licence stand
beside it in ``site_gen/data``. Placeholder rows such as 市辖区 are not in it:
what lies in one belongs to the level above.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from site_gen.vocabulary.settings import RegionLevel


@dataclass(frozen=True, slots=True)
class Division:
    """One row: ``code`` has six digits, ``parent`` is a code or empty."""

    code: str
    name: str
    level: RegionLevel
    parent: str


def _read() -> Mapping[str, Division]:
    table = resources.files("site_gen") / "data" / "divisions.csv"
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    return {
        row["code"]: Division(row["code"], row["name"], RegionLevel(row["level"]), row["parent"])
        for row in rows
    }


DIVISIONS: Mapping[str, Division] = _read()
