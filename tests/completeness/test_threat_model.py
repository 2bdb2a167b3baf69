"""The threat model promises nothing without a proof: every test and module that it names exists.

Whether a test proves what is promised, people judge; that it is there and runs, this does.
"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.completeness.documents import ROOT, Table, tables

PAGE = "threat-model.md"
PROMISES = "威胁和承诺"
COLUMNS = ("威胁", "承诺", "怎样守住", "证明", "不包括")
ROWS = tuple(
    (table.under[-1], row)
    for table in tables(PAGE)
    if PROMISES in table.under
    for row in table.rows
)


def quoted(cell: str) -> list[str]:
    """What a cell has in backticks."""
    return re.findall(r"`([^`]+)`", cell)


@cache
def names_in(path: Path) -> frozenset[str]:
    """The test functions of a file that is collected."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(
        one.name
        for one in tree.body
        if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")
    )


def is_test(written: str) -> bool:
    """Whether ``tests/….py::name`` is a test that runs."""
    place, _, name = written.partition("::")
    path = ROOT / place
    is_collected = place.startswith("tests/") and path.name.startswith("test_") and path.is_file()
    return is_collected and name in names_in(path)


def is_part(written: str) -> bool:
    """Whether this is a module of the program, as its page names it, or a file or folder."""
    module = ROOT / "site_gen" / written.replace(".", "/")
    return module.with_suffix(".py").is_file() or (ROOT / written).exists()


def areas() -> list[str]:
    """The headings under which promises stand."""
    text = (ROOT / "docs" / PAGE).read_text(encoding="utf-8")
    chapter = re.split(r"^## ", text.partition(f"\n## {PROMISES}\n")[2], flags=re.MULTILINE)[0]
    return re.findall(r"^### (.+)$", chapter, re.MULTILINE)


def promised(value: object) -> str:
    """The name of a parametrised test."""
    return str(value["承诺"])[:20] if isinstance(value, dict) else str(value)


def test_every_area_has_a_table_of_promises() -> None:
    promises: list[Table] = [table for table in tables(PAGE) if PROMISES in table.under]

    assert len(areas()) >= 8
    assert [table.under[-1] for table in promises] == areas()
    assert {tuple(row) for table in promises for row in table.rows} == {COLUMNS}


@pytest.mark.parametrize(("area", "row"), ROWS, ids=promised)
def test_a_promise_has_a_proof_and_a_module_that_exist(area: str, row: dict[str, str]) -> None:
    proofs, parts = quoted(row["证明"]), quoted(row["怎样守住"])

    assert proofs, area
    assert parts, area
    assert [one for one in proofs if not is_test(one)] == []
    assert [one for one in parts if not is_part(one)] == []
    assert all(row.values()), "an empty cell"


@pytest.mark.parametrize(
    "gone",
    [
        "tests/prose/test_safety.py::test_nothing_of_the_kind",
        "tests/prose/test_safety.py",
        "tests/prose/test_gone.py::test_a_payload_stays_text",
        "tests/prose/texts.py::read",
        "site_gen/prose/safe.py::clean",
    ],
)
def test_a_proof_that_is_none_is_noticed(gone: str) -> None:
    assert not is_test(gone)


def test_a_part_that_is_none_is_noticed() -> None:
    assert not is_part("prose.gone")
