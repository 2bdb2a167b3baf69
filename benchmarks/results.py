"""Measurements as they are kept: raw figures of every round, and what they come to."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median


@dataclass(slots=True)
class Row:
    """All rounds of one contender; ``memory`` in MiB, from a run of its own."""

    key: str
    name: str
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    memory: float = 0.0
    pages: int = 0
    files: int = 0
    bytes: int = 0
    page_bytes: float = 0.0
    """Mean size of a session's page."""
    missing: str = ""
    """Why nothing was measured."""

    @property
    def seconds(self) -> float:
        """The median of the wall times; 0 where nothing was measured."""
        return median(self.wall) if self.wall else 0.0

    @property
    def spread(self) -> str:
        """The fastest and the slowest round."""
        return f"{min(self.wall):.1f}–{max(self.wall):.1f}" if self.wall else ""


@dataclass(slots=True)
class Results:
    """Everything that was measured on one machine on one day."""

    sessions: int
    rounds: int
    machine: dict[str, str]
    versions: dict[str, str]
    rows: list[Row]
    reader: dict[str, float] = field(default_factory=dict)
    floor: dict[str, float] = field(default_factory=dict)

    def row(self, key: str) -> Row | None:
        """What was measured of a contender; None where it did not take part."""
        return next((row for row in self.rows if row.key == key and row.wall), None)

    def keep(self, earlier: "Results | None") -> None:
        """Take over rows of an earlier run of the same corpus and program that were not run now."""
        same = earlier and (earlier.sessions, earlier.versions) == (self.sessions, self.versions)
        if earlier and same:
            measured = {row.key for row in self.rows}
            self.rows += [row for row in earlier.rows if row.key not in measured]
            self.reader = self.reader or earlier.reader

    def save(self, path: Path) -> None:
        """Keep as JSON."""
        path.write_text(json.dumps(asdict(self), indent=1, ensure_ascii=False), encoding="utf-8")


def load(path: Path) -> Results | None:
    """What was kept; None where nothing was."""
    if not path.is_file():
        return None
    told = json.loads(path.read_text(encoding="utf-8"))
    rows = [Row(**row) for row in told.pop("rows")]
    return Results(rows=rows, **told)
