"""Whatever fails, at whatever stage, is told as a defect, and the site that is shown stays.

What is made to fail belongs to others: functions of libraries that a stage cannot do without.
"""

from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Run
from tests.cli.test_process import site


def broken(*given: object, **named: object) -> None:
    raise RuntimeError("a library that does not do what it says")


STAGES = {
    "load": "os.scandir",
    "read": "yaml.parse",
    "write": "pathlib.Path.write_bytes",
    "verify": "pathlib.Path.rglob",
    "swap": "pathlib.Path.symlink_to",
}


@pytest.mark.parametrize("command", ["check", "stats", "fmt", "build"])
@pytest.mark.parametrize("stage", ["load", "read"])
def test_every_command_tells_a_defect_as_one(
    run: Run,
    content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    stage: str,
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(STAGES[stage], broken)
    out = ["--out", tmp_path / "site"] if command == "build" else []
    result = run(command, content, *out)
    monkeypatch.undo()

    assert result.exit_code == 70
    assert "Traceback" not in result.stderr
    assert "这是程序的缺陷" in result.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("stage", ["write", "verify", "swap"])
def test_what_is_shown_stays(
    run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    arguments = ("build", content, "--out", tmp_path / "site", "--today", TODAY, "--no-search")
    assert run(*arguments, "--jobs", 1).exit_code == 0
    before = site(tmp_path / "site")
    about = content / "pages/about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(STAGES[stage], broken)
    result = run(*arguments, "--jobs", 1)
    monkeypatch.undo()

    assert result.exit_code == 70
    assert "Traceback" not in result.stderr
    assert site(tmp_path / "site") == before
