"""Every file in tests/cases/source is a file of some kind whose name is the behaviour it shows.

The folder is the kind. What is wrong stands beside it in a ``.txt``, ``line:column CODE`` by line;
without one, nothing is wrong.
"""

from pathlib import Path

import pytest

from site_gen.findings.catalogue import RULES
from site_gen.records.table import KINDS
from site_gen.source import read_record

FOLDER = Path(__file__).parents[1] / "cases" / "source"
KIND = {kind.key: kind for kind in KINDS}
CASES = sorted(path for path in FOLDER.rglob("*.*") if path.suffix in (".md", ".yaml"))


def expected(case: Path) -> list[str]:
    """The places and codes beside a case."""
    beside = case.with_suffix(".txt")
    return beside.read_text(encoding="utf-8").splitlines() if beside.exists() else []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_case(case: Path) -> None:
    kind = KIND[case.parent.name]

    records, findings = read_record(kind, "lixian", "2023/a", "a", case.read_bytes())

    seen = [f"{one.where.line}:{one.where.column} {one.code}" for one in findings]
    assert seen == expected(case)
    assert records or findings or kind.is_listed


def test_every_expectation_belongs_to_a_case() -> None:
    cases = {case.with_suffix(".txt") for case in CASES}

    assert sorted(set(FOLDER.rglob("*.txt")) - cases) == []


def test_every_expected_code_exists() -> None:
    codes = {line.split()[1] for case in CASES for line in expected(case)}

    assert sorted(codes - set(RULES)) == []
