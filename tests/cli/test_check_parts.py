"""``site-gen check`` in parts, with what is kept, and since a revision: the same is said."""

import shutil
import time
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Run
from tests.parcels.province import PROVINCE, write
from tests.verdict.repository import Repository, repository

SETTLED = 0.12
"""Seconds after which files are known to have been left alone."""
JING = "regions/nanyi/sessions/2025/0910-jing.md"
BA = "regions/dongyi/sessions/2025/0302-ba.md"


@pytest.fixture
def province(tmp_path: Path) -> Path:
    """A small province, left alone for long enough."""
    content = write(PROVINCE, tmp_path / "content")
    time.sleep(SETTLED)
    return content


@pytest.fixture
def place(tmp_path: Path) -> Repository:
    """The same, committed."""
    return repository(tmp_path, PROVINCE)


def spoil(content: Path) -> None:
    """Puts an error into a record."""
    text = (content / JING).read_text(encoding="utf-8")
    (content / JING).write_text(text.replace("县水务局", "县教育局"), encoding="utf-8")
    time.sleep(SETTLED)


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_what_is_kept_changes_no_word(run: Run, province: Path, style: str) -> None:
    command = ["check", province, "--today", TODAY, "--format", style]
    kept = ["--cache", province.parent / "kept"]
    for change in (None, spoil, shutil.rmtree):
        if change is not None:
            change(province / "regions/gu/sessions" if change is shutil.rmtree else province)
        time.sleep(SETTLED)
        said = [run(*command), run(*command, *kept), run(*command, *kept)]

        assert len({(one.exit_code, one.stdout, one.stderr) for one in said}) == 1


def test_nothing_is_read_while_nothing_has_changed(run: Run, province: Path) -> None:
    command = ["check", province, "--today", TODAY, "--cache", province.parent / "kept"]
    first = run(*command)
    kept = sorted((path.name, path.stat().st_ino) for path in province.parent.glob("kept/*/*"))
    second = run(*command)

    assert (first.exit_code, first.stderr) == (second.exit_code, second.stderr)
    assert sorted((p.name, p.stat().st_ino) for p in province.parent.glob("kept/*/*")) == kept
    assert {name.partition("-")[0] for name, _ in kept} == {"sketch", "looked", "verdict"}


def test_only_what_changed_is_looked_at_again(run: Run, province: Path) -> None:
    command = ["check", province, "--today", TODAY, "--cache", province.parent / "kept"]
    run(*command)
    before = {path.name for path in province.parent.glob("kept/check/*")}
    spoil(province)
    run(*command)
    after = {path.name for path in province.parent.glob("kept/check/*")}

    assert len(after) == len(before)
    assert sum(name.startswith("sketch") for name in after - before) == 1


def test_a_build_and_a_check_keep_apart_in_one_folder(run: Run, province: Path) -> None:
    kept = province.parent / "kept"
    build = ["build", province, "--out", province.parent / "site", "--no-search", "--jobs", 1]
    shared = ["--today", TODAY, "--cache", kept]
    run("check", province, *shared)
    checked = {path.name for path in kept.glob("check/*")}
    assert run(*build, *shared).exit_code == 0
    built = {path.name for path in kept.iterdir()}
    run("check", province, *shared)

    assert {path.name for path in kept.glob("check/*")} == checked
    assert {path.name for path in kept.iterdir()} == built


def test_with_no_cache_nothing_is_kept(run: Run, province: Path) -> None:
    kept = province.parent / "kept"
    run("check", province, "--today", TODAY, "--cache", kept, "--no-cache")

    assert not kept.exists()


def test_what_is_spoilt_is_looked_at_again(run: Run, province: Path) -> None:
    command = ["check", province, "--today", TODAY, "--cache", province.parent / "kept"]
    first = run(*command)
    for file in province.parent.glob("kept/check/*"):
        file.write_bytes(file.read_bytes()[:-1])

    assert run(*command).stderr == first.stderr


def test_a_cache_within_the_content_is_refused(run: Run, province: Path) -> None:
    result = run("check", province, "--cache", province / "kept")

    assert result.exit_code == 2
    assert "里面" in result.stderr
    assert not (province / "kept").exists()


def test_a_folder_that_is_made_is_for_nobody_else(run: Run, province: Path) -> None:
    run("check", province, "--today", TODAY, "--cache", province.parent / "kept")

    assert (province.parent / "kept").stat().st_mode & 0o777 == 0o700


def test_what_changed_since_a_revision(run: Run, place: Repository) -> None:
    before = run("check", place.content, "--today", TODAY, "--changed-since", "HEAD")
    (place.content / BA).unlink()
    after = run("check", place.content, "--today", TODAY, "--changed-since", "HEAD")
    place.commit()
    committed = run("check", place.content, "--today", TODAY, "--changed-since", "HEAD~1")

    assert before.exit_code == 0
    assert before.stdout.startswith("没有发现问题（读了 0 个文件")
    assert after.exit_code == 1
    assert (after.exit_code, after.stderr) == (committed.exit_code, committed.stderr)


@pytest.mark.parametrize("written", ["", "nowhere", "--all", "HEAD~99", "HEAD:content", "-h", "甲"])
def test_a_revision_that_is_not_there(run: Run, place: Repository, written: str) -> None:
    result = run("check", place.content, f"--changed-since={written}")

    assert result.exit_code == 2
    assert f"git 里没有“{written}”这个版本" in result.stderr


def test_content_that_is_in_no_repository(run: Run, province: Path) -> None:
    result = run("check", province, "--changed-since", "HEAD")

    assert result.exit_code == 2
    assert "不在 git 仓库里" in result.stderr


def test_without_git(run: Run, place: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(place.folder))
    result = run("check", place.content, "--changed-since", "HEAD")

    assert result.exit_code == 3
    assert "git 无法运行" in result.stderr


def test_content_that_was_not_there_is_looked_at_whole(run: Run, place: Repository) -> None:
    moved = place.content.rename(place.folder / "moved")
    spoil(moved)
    command = ["check", moved, "--today", TODAY]

    assert run(*command, "--changed-since", "HEAD").stderr == run(*command).stderr
