"""Content that is published again with what was kept: whatever has changed since is noticed."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from signal import SIGKILL

import pytest
from click.testing import CliRunner

from site_gen.cli import main
from site_gen.publish import Output
from tests.parcels.province import PROVINCE, write
from tests.publish.keeping import SESSION, SETTLED, Place, kinds, page, published_once
from tests.publish.stage import unlisted
from tests.render.sample import ROOT

MOMENTS = [number / 20 for number in range(8, 48)] if "TORTURE" in os.environ else [0.8, 1.3]
"""Seconds after which a build is killed."""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A small province, published once, with what was kept."""
    return published_once(tmp_path)


def spoil_in_place(file: Path) -> None:
    """Changes a byte of a file by hand, and sets the clock of the file back."""
    state, raw = file.stat(), file.read_bytes()
    with file.open("r+b") as stream:
        stream.write(raw[:-9] + b"x" + raw[-8:])
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))


def spoil_by_removing(file: Path) -> None:
    """Removes a page."""
    file.unlink()


def spoil_by_editing(file: Path) -> None:
    """Adds to a page."""
    file.write_text(file.read_text("utf-8") + "又", "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("changes", [False, True])
@pytest.mark.parametrize("spoil", [spoil_in_place, spoil_by_removing, spoil_by_editing])
def test_the_release_that_is_shown_was_damaged(
    place: Place, spoil: Callable[[Path], None], changes: bool
) -> None:
    spoil(page(place))
    if changes:
        place.change("regions/gu/sessions/2025/0607-ba.md", "先修一段", "先修两段")
    result = place.again()

    assert result.exit_code == 0
    assert place.is_as_fresh()


def test_pages_that_did_not_change_are_the_same_files(place: Place) -> None:
    place.change("regions/nan/sessions/2026/0105-shi.md", "先修一段", "先修两段")
    former = place.release
    own = "gu/sessions/2025/0607-ba/index.html"
    assert place.again().exit_code == 0

    assert place.release != former
    assert (place.release / own).stat().st_ino == (former / own).stat().st_ino


def test_no_release_is_changed_by_the_next(place: Place) -> None:
    for number in range(2):
        former = place.release
        place.change(SESSION, "先修", f"先修{number}")
        assert place.again().exit_code == 0
        assert former != place.release
        assert unlisted(former) == set()
        assert unlisted(place.release) == set()


def test_another_day_is_another_site(place: Place) -> None:
    assert place.again("--today", "2027-03-01").exit_code == 0
    assert place.is_as_fresh("--today", "2027-03-01")


def test_another_address_is_another_site(place: Place) -> None:
    assert place.again("--base-url", "https://example.org/a/").exit_code == 0
    assert place.is_as_fresh("--base-url", "https://example.org/a/")


def test_errors_stop_publication_until_they_are_mended(place: Place) -> None:
    shown = place.release
    place.change(SESSION, "领域: 供水排水", "领域: 没有的")
    first, second = place.again(), place.again()
    assert (first.exit_code, second.exit_code) == (1, 1)
    assert first.stderr == second.stderr
    assert place.release == shown
    place.change(SESSION, "领域: 没有的", "领域: 交通")

    assert place.again().exit_code == 0
    assert place.is_as_fresh()


@pytest.mark.parametrize("folder", [".git.pyc", "regions/empty", "nothing"])
def test_a_folder_or_file_that_does_not_belong_there_is_told(place: Place, folder: str) -> None:
    if folder.endswith(".pyc"):
        (place.content / folder).touch()
    else:
        (place.content / folder).mkdir()

    assert place.again().exit_code == 1


def test_a_link_to_a_folder_is_told(place: Place) -> None:
    (place.content / "regions" / "gu" / "more").symlink_to(place.folder)

    assert place.again().exit_code == 1


def test_a_file_that_was_only_just_written_is_not_kept(tmp_path: Path) -> None:
    place = Place(tmp_path)
    write(PROVINCE, place.content)
    ahead = time.time() + 3600
    os.utime(place.content / SESSION, (ahead, ahead))
    assert place.again().exit_code == 0

    first = kinds(place.names())
    os.utime(place.content / SESSION)
    assert place.again().exit_code == 0
    second = kinds(place.names())

    assert (first["notes"], second["notes"]) == (0, 1)
    assert first["outline"] == second["outline"] - 1
    assert first["made"] < second["made"]


def test_a_change_of_the_same_size_with_the_old_time_is_noticed(place: Place) -> None:
    state = (place.content / SESSION).stat()
    place.change(SESSION, "先修一段", "先修两段")
    os.utime(place.content / SESSION, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert (place.content / SESSION).stat().st_size == state.st_size
    assert place.again().exit_code == 0

    assert "先修两段" in page(place).read_text("utf-8")
    assert place.is_as_fresh()


def test_two_files_that_change_places_are_noticed(place: Place) -> None:
    one, other = (place.content / f"regions/{name}" for name in ("nan", "xi"))
    one.rename(place.folder / "aside")
    other.rename(one)
    (place.folder / "aside").rename(other)
    result = place.again()

    assert result.exit_code == place.build(out="fresh", kept=False).exit_code


def test_two_outputs_share_what_is_kept(place: Place) -> None:
    assert place.again("--out", place.folder / "other").exit_code == 0
    place.change(SESSION, "先修一段", "先修两段")
    assert place.again("--out", place.folder / "other").exit_code == 0
    assert place.again().exit_code == 0

    assert place.is_as_fresh()
    assert unlisted(place.folder / "other") == set()
    assert (place.folder / "other" / "SHA256SUMS").read_bytes() == (
        place.out / "SHA256SUMS"
    ).read_bytes()


def test_a_rollback_is_followed_by_the_newest(place: Place) -> None:
    place.change(SESSION, "先修一段", "先修两段")
    assert place.again().exit_code == 0
    assert CliRunner().invoke(main, ["rollback", "--out", str(place.out)]).exit_code == 0
    assert "先修一段" in page(place).read_text("utf-8")

    assert place.again().exit_code == 0
    assert place.is_as_fresh()


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """A host configuration beside a copy of the theme."""
    shutil.copytree(ROOT / "theme", tmp_path / "host" / "theme")
    (tmp_path / "host" / "docs").mkdir()
    config = tmp_path / "host" / "mkdocs.yml"
    config.write_text(
        "site_name: x\ndocs_dir: docs\n"
        "theme: {name: material, custom_dir: theme, language: zh, font: false}\n",
        encoding="utf-8",
    )
    return config


def test_a_template_that_changes_draws_all_pages_again(place: Place, host: Path) -> None:
    assert place.again("--config", host).exit_code == 0
    template = host.parent / "theme" / "page.html"
    assert place.again("--config", host).stdout.startswith("和已经")
    template.write_text(template.read_text("utf-8").replace("<main ", "<main data-new ", 1))
    result = place.again("--config", host)

    assert result.exit_code == 0
    assert "data-new" in page(place).read_text("utf-8")


def test_another_program_makes_everything_again(place: Place) -> None:
    copy = place.folder / "program"
    shutil.copytree(ROOT / "site_gen", copy / "site_gen")
    for name in ("theme", "mkdocs.yml", "pyproject.toml"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, copy / name)
    command = [sys.executable, "-m", "site_gen", "build", str(place.content), "--out"]
    command += [str(place.out), "--cache", str(place.cache), "--no-search", "--today", "2026-11-22"]

    def run() -> str:
        done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=True)
        return done.stdout

    before = place.names()
    run()
    assert not place.names() & {name for name in before if not name.startswith("release")}
    assert run().startswith("和已经")
    (copy / "site_gen" / "clock.py").touch()
    before = place.names()
    run()
    assert not place.names() & {name for name in before if not name.startswith("release")}


@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_build_that_is_killed_leaves_nothing_wrong(place: Place, moment: float) -> None:
    place.change("site.yaml", "主办: 项目组", "主办: 另一组")
    time.sleep(SETTLED)
    command = [sys.executable, "-m", "site_gen", "build", str(place.content), "--out"]
    command += [str(place.out), "--cache", str(place.cache), "--no-search", "--today", "2026-11-22"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as builder:
        time.sleep(moment)
        builder.send_signal(SIGKILL)
    assert unlisted(place.out) == set()

    assert place.again().exit_code == 0
    assert place.is_as_fresh()
    assert not Output(place.out).staging.exists()
