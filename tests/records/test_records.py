"""Every file of the corpus, put into a sound site and read by the command line.

Status and findings are exactly what is expected: no other finding, none elsewhere, no traceback.
Most run in this process; some of every kind as a program of their own.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_gen.cli import main
from site_gen.findings import Severity
from site_gen.findings.catalogue import RULES
from site_gen.records.table import KINDS
from tests.records.corpus import CASES, FOLDER, KIND, TODAY, Case
from tests.records.judging import Seen, complaints

BAD = [case for case in CASES if not case.is_valid]
GOOD = [case for case in CASES if case.is_valid]
SAMPLE = [
    *(next(case for case in BAD if case.kind is kind) for kind in KINDS),
    *(case for case in BAD if case.file.stem in ("encoding-gbk", "encoding-utf-16-with-mark")),
    *GOOD[::80],
]
"""Some of every kind, and of those that no editor shows."""


def severities(case: Case) -> set[Severity]:
    """How grave what must be found is."""
    return {RULES[code].severity for code in case.codes & RULES.keys()}


SLIPS = [case for case in GOOD if severities(case) == {Severity.NOTICE}]
MIXED = [case for case in BAD if severities(case) == {Severity.NOTICE, Severity.ERROR}]


def check(site: Path) -> tuple[int, list[Seen]]:
    """Status and findings of ``site-gen check``."""
    arguments = ["check", str(site), "--format", "json", "--today", TODAY]
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, [Seen(**one) for one in json.loads(result.stdout)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_exactly_what_is_wrong_is_found(case: Case, tmp_path: Path) -> None:
    assert complaints(case, *check(case.write(tmp_path))) == []


@pytest.mark.parametrize("case", SAMPLE, ids=str)
def test_as_a_program(case: Case, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "site_gen", "check", str(case.write(tmp_path))]
    command += ["--format", "json", "--today", TODAY]
    ended = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")

    assert "Traceback" not in ended.stderr
    found = [Seen(**one) for one in json.loads(ended.stdout)]
    assert complaints(case, ended.returncode, found) == []


@pytest.mark.parametrize("case", SLIPS, ids=str)
def test_a_slip_is_written_anew_and_then_faultless(case: Case, tmp_path: Path) -> None:
    site = case.write(tmp_path)

    assert CliRunner().invoke(main, ["fmt", str(site)]).exit_code == 0
    assert check(site) == (0, [])


@pytest.mark.parametrize("case", MIXED, ids=str)
def test_a_wrong_file_is_not_tidied(case: Case, tmp_path: Path) -> None:
    site = case.write(tmp_path)

    assert CliRunner().invoke(main, ["fmt", str(site)]).exit_code == 1
    assert (site / case.place).read_bytes() == case.file.read_bytes()


def test_expectations_belong_to_cases() -> None:
    cases = {case.file.with_suffix(".expected") for case in CASES}

    assert sorted(set(FOLDER.rglob("*.expected")) - cases) == []
    assert [str(case) for case in BAD if not case.expected] == []


def test_every_kind_has_right_files_and_wrong_ones() -> None:
    assert {case.kind.key for case in BAD} == set(KIND) == {case.kind.key for case in GOOD}


def test_enough_of_them() -> None:
    assert len(BAD) >= 220
    assert len(GOOD) >= 140


def test_no_two_files_are_the_same() -> None:
    held = Counter((case.kind.key, case.file.read_bytes()) for case in CASES)

    assert [kind for (kind, _), times in held.items() if times > 1] == []


def test_files_end_as_those_of_their_kind() -> None:
    wrong = [case for case in CASES if case.file.suffix != Path(case.kind.pattern).suffix]

    assert wrong == []
