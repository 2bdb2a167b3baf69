"""The generated documents as people read them: their tables, by heading, cell by cell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MUST = "✱"


@dataclass(frozen=True)
class Table:
    """One table: the headings above it, outermost first, and its rows by column."""

    under: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]

    def column(self, name: str) -> list[str]:
        """One column; empty texts where it was left out for having nothing in it."""
        return [row.get(name, "") for row in self.rows]


def tables(name: str) -> tuple[Table, ...]:
    """Every table of a page of docs/."""
    return tuple(_tables((ROOT / "docs" / name).read_text(encoding="utf-8").split("\n")))


def _tables(lines: list[str]) -> Iterator[Table]:
    under: list[str] = []
    found: list[list[str]] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            cells = re.split(r"(?<!\\)\|", line)[1:-1]
            found.append([cell.strip().replace("\\|", "|") for cell in cells])
            continue
        if found:
            head, _, *rows = found
            yield Table(tuple(under), tuple(dict(zip(head, row, strict=True)) for row in rows))
            found = []
        if heading := re.match(r"(#+) (.*)", line):
            under = [*under[: len(heading[1]) - 1], heading[2]]


def said(cell: str) -> list[tuple[str, bool]]:
    """The words that a cell lists, each with whether it must be written."""
    return [(one.removesuffix(MUST), one.endswith(MUST)) for one in cell.split("、") if one]
