"""Whatever fails, at whatever stage, is told as a defect, and the site that is shown stays.

What is made to fail belongs to others where it can: functions of libraries that a stage cannot do
without. Then each step by itself: all that the tables of contents of the program call, for all
content at once and in parts.
"""

from inspect import isfunction
from pathlib import Path
from types import ModuleType

import pytest

from site_gen import pipeline
from site_gen.publish import build as publication
from site_gen.publish import desk, parts, worker
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


def steps(module: ModuleType) -> list[tuple[ModuleType, str]]:
    """The functions of other modules that a module puts in order."""
    functions = {name: value for name, value in vars(module).items() if isfunction(value)}
    ours = {name for name, value in functions.items() if value.__module__.startswith("site_gen")}
    return [
        (module, name) for name in sorted(ours) if functions[name].__module__ != module.__name__
    ]


@pytest.mark.parametrize(
    ("module", "step"),
    [*steps(pipeline), *steps(publication)],
    ids=lambda given: given if isinstance(given, str) else given.__name__,
)
def test_any_step_that_fails_publishes_nothing(
    run: Run,
    content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    step: str,
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(module, step, broken)
    result = run("build", content, "--out", tmp_path / "site", "--today", TODAY, "--jobs", 1)
    monkeypatch.undo()

    assert result.exit_code == 70
    assert "Traceback" not in result.stderr
    assert "这是程序的缺陷" in result.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("module", "step"),
    [*steps(parts), *steps(worker), *steps(desk)],
    ids=lambda given: given if isinstance(given, str) else given.__name__,
)
def test_any_step_of_the_parts_that_fails_publishes_nothing_else(
    run: Run,
    content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    step: str,
) -> None:
    """A process that fails is given up, and all is done at once: then the site is right."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(module, step, broken)
    given = ("--today", TODAY, "--no-search")
    result = run("build", content, "--out", tmp_path / "site", *given, "--jobs", 2)
    monkeypatch.undo()

    if result.exit_code == 0:
        right = run("build", content, "--out", tmp_path / "right", *given, "--jobs", 1)
        assert right.exit_code == 0
        shown, meant = (tmp_path / name / "SHA256SUMS" for name in ("site", "right"))
        assert shown.read_bytes() == meant.read_bytes()
    else:
        assert result.exit_code == 70
        assert "这是程序的缺陷" in result.stderr
        assert not (tmp_path / "site").exists()


def test_most_steps_of_the_parts_are_missed(
    run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test above is not about steps that nobody takes."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for module, step in ((parts, "overview_of"), (desk, "look_at")):
        with monkeypatch.context() as patch:
            patch.setattr(module, step, broken)
            result = run("build", content, "--out", tmp_path / "site", "--today", TODAY)
        assert result.exit_code == 70
