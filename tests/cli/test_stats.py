"""``site-gen stats``: the numbers for programs and for people, or none while there are errors."""

import json
from pathlib import Path

from tests.cli.conftest import TODAY, Run


def test_numbers_for_programs(run: Run, content: Path) -> None:
    result = run("stats", content, "--format", "json", "--today", TODAY)
    numbers = json.loads(result.stdout)

    assert result.exit_code == 0
    assert numbers["as_of"] == TODAY
    assert {row["region"] for row in numbers["regions"]} == {"", "yunzhou", "lixi", "moping"}
    assert result.stdout == run("stats", content, "--format", "json", "--today", TODAY).stdout


def test_numbers_for_people(run: Run, content: Path) -> None:
    lines = run("stats", content, "--today", TODAY).stdout.splitlines()

    assert lines[0] == f"截至 {TODAY}"
    assert lines.index("协商公示") < lines.index("砾溪县")
    assert "  协商活动  2 场次" in lines


def test_no_numbers_while_there_are_errors(run: Run, mistaken: Path) -> None:
    result = run("stats", mistaken, "--format", "json", "--today", TODAY)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "V110" in result.stderr
