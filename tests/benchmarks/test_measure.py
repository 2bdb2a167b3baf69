"""Memory of everything a command starts is seen, failures are told, goals are judged by figures."""

import sys
from pathlib import Path

import pytest

from benchmarks.goals import GOALS
from benchmarks.measure import MIB, Command, Failed, peak, size_of, timed
from benchmarks.report import report
from benchmarks.results import Results, Row, load

CHILD = "import time; held = bytearray(b'x' * (80 << 20)); time.sleep(1)"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {CHILD!r}], check=True)"


def command(code: str, folder: Path) -> tuple[Command, ...]:
    return (Command((sys.executable, "-c", code), folder),)


def results(**seconds: float) -> Results:
    rows = [
        Row(key.replace("_", "-"), key, [value], [value], 1.0) for key, value in seconds.items()
    ]
    return Results(100, 1, {"processor": "one"}, {"corpus": "a"}, rows)


def test_the_memory_of_a_child_counts(tmp_path: Path) -> None:
    assert peak(command(PARENT, tmp_path), tmp_path / "log") > 80


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="said why"):
        timed(command("import sys; sys.exit('said why')", tmp_path), tmp_path / "log")


def test_what_was_written_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_bytes(b"x" * MIB)
    (tmp_path / "a.css").write_bytes(b"x")
    size = size_of(tmp_path)

    assert (size.pages, size.files, size.bytes) == (1, 2, MIB + 1)


def test_a_goal_holds_or_not_by_what_was_measured() -> None:
    told = results(ours=2.0, hugo=1.0, ours_search=3.0, material=30.0, ours_changed=0.3)
    shares = {goal.text: goal.share(told, None) for goal in GOALS}

    assert shares["cold, without search: as fast as Hugo"] == 2.0
    assert shares["cold, with search: 0.25 of Material with its search"] == pytest.approx(0.4)
    assert shares["one record changed: 0.08 of a cold build"] == pytest.approx(1.25)
    assert shares["cold, with search: 0.6 of Hugo and Pagefind over its pages"] is None


def test_the_page_says_what_holds_what_does_not_and_what_is_not_there() -> None:
    told = results(ours=2.0, hugo=1.0, ours_search=3.0, material=30.0)
    told.rows.append(Row("ours-same", "nothing changed", missing="not there"))
    page = report(told, None)

    assert "| cold, without search: as fast as Hugo | 2.00 | no |" in page
    assert "| cold, with search: 0.25 of Material with its search | 0.40 | yes |" in page
    assert "| nothing changed | not there |" in page


def test_rows_that_were_not_run_again_are_kept_with_the_same_corpus_only(tmp_path: Path) -> None:
    results(ours=2.0, hugo=1.0).save(tmp_path / "kept.json")
    again, other = results(ours=1.5), results(ours=1.5)
    other.versions = {"corpus": "b"}
    for one in (again, other):
        one.keep(load(tmp_path / "kept.json"))

    assert {row.key: row.seconds for row in again.rows} == {"ours": 1.5, "hugo": 1.0}
    assert [row.key for row in other.rows] == ["ours"]
