"""No check can be switched off: not by an option, a record, the environment or the interpreter.

What lets something pass, an approved exception, leaves a line in every report.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_gen.cli import main
from site_gen.findings.catalogue import RULES
from tests.records.corpus import CASES, TODAY, Case

CASE = {str(case): case for case in CASES}
WRONG = CASE["session/invalid/date-thirtieth-of-february.md"]
APPROVED = CASE["session/valid/person-exception-used.md"]
SOURCES = sorted((Path(__file__).parents[2] / "site_gen").rglob("*.py"))


def run(case: Case, root: Path, *options: str) -> tuple[int, str, str]:
    """Status, output and what else ``site-gen check`` says of a case."""
    result = CliRunner().invoke(main, ["check", str(case.write(root)), "--today", TODAY, *options])
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("level", ["error", "warning", "notice"])
def test_an_error_fails_whatever_else_is_to_fail(level: str, tmp_path: Path) -> None:
    status, found, _ = run(WRONG, tmp_path, "--format", "json", "--fail-on", level)

    assert status == 1
    assert [one["code"] for one in json.loads(found)] == ["V102"]


def test_no_option_takes_a_rule_away() -> None:
    """Whoever adds an option to the checks decides here that it leaves every rule in force.

    How many processes look and what they keep changes no finding; ``--changed-since`` leaves out
    what a change cannot have caused, by no rule (tests/verdict).
    """
    options = {
        name: {option for one in main.commands[name].params for option in one.opts}
        for name in ("check", "build")
    }

    looking = {"--jobs", "--cache", "--no-cache", "--changed-since"}
    assert options["check"] == {"content", "--format", "--fail-on", "--today"} | looking
    assert not {one for one in options["build"] if re.search("force|skip|ignore|no-check", one)}


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_how_many_rules_were_in_force_is_said(style: str, tmp_path: Path) -> None:
    for case in (WRONG, CASE["session/valid/crlf.md"]):
        _, out, err = run(case, tmp_path / case.place, "--format", style)
        assert f"查了 {len(RULES)} 条规则" in out + err


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_an_exception_leaves_a_line(style: str, tmp_path: Path) -> None:
    status, out, err = run(APPROVED, tmp_path, "--format", style)

    assert status == 0
    assert "例外" in out + err
    assert "138****1357" in out + err


def test_neither_environment_nor_interpreter_switches_checks_off(tmp_path: Path) -> None:
    """No check is an assertion, which ``-OO`` would leave out."""
    command = [sys.executable, "-OO", "-m", "site_gen", "check", str(WRONG.write(tmp_path))]
    ended = subprocess.run(
        [*command, "--today", TODAY],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
    )

    assert ended.returncode == 1
    assert "V102" in ended.stderr


def test_only_the_clock_looks_at_the_environment() -> None:
    """But for what is handed on to git, without the variables that would change its answers."""
    looking = [
        path.name
        for path in SOURCES
        if re.search(r"\b(environ|getenv)\b", path.read_text(encoding="utf-8"))
    ]

    assert looking == ["clock.py", "revision.py"]


def test_no_check_is_an_assertion() -> None:
    asserting = [
        path.name
        for path in SOURCES
        if re.search(r"^\s*assert\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]

    assert asserting == []
