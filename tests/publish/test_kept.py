"""What is kept from one build to the next saves work, and never changes what is published."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from site_gen.publish.kept import Store, stamps_below
from tests.publish.keeping import SESSION, Place, kinds, published_once
from tests.publish.stage import unlisted


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A small province, published once, with what was kept."""
    return published_once(tmp_path)


def test_the_same_content_is_not_built_again(place: Place) -> None:
    before, number = place.names(), place.release.stat().st_ino
    result = place.again()

    assert result.exit_code == 0
    assert "和已经发布的一样" in result.stdout
    assert place.names() == before
    assert place.release.stat().st_ino == number


def test_findings_are_told_again_although_nothing_changed(place: Place) -> None:
    first, second = place.again("--no-cache"), place.again()

    assert "A120" in second.stderr
    assert "个人信息例外 1 处" in second.stderr
    assert [line for line in first.stderr.split("\n") if "……" not in line] == [
        line for line in second.stderr.split("\n") if "……" not in line
    ]


def test_a_record_that_changes_makes_only_its_surroundings_new(place: Place) -> None:
    before = place.names()
    place.change("regions/nan/sessions/2026/0105-shi.md", "先修一段", "先修两段")
    result = place.again()

    new = kinds(place.names() - before)
    assert result.exit_code == 0
    assert new["outline"] == 1
    assert new["report"] < kinds(before)["report"]
    assert new["made"] < kinds(before)["made"]
    assert place.is_as_fresh()


def test_what_is_not_used_any_more_is_not_kept(place: Place) -> None:
    before = kinds(place.names())
    for number in range(3):
        place.change(SESSION, "先修", f"先修{number}")
        assert place.again().exit_code == 0

    assert kinds(place.names()) == before


def test_files_of_others_in_the_folder_stay(place: Place) -> None:
    others = ["film.part", "mine.kept", "notes.txt", ".kept"]
    for name in others:
        (place.cache / name).touch()
    place.change(SESSION, "先修", "再修")
    assert place.again().exit_code == 0

    assert place.names() >= set(others)


def test_with_no_cache_everything_is_read_and_nothing_kept(place: Place) -> None:
    shutil.rmtree(place.cache)
    result = place.again("--no-cache")

    assert result.exit_code == 0
    assert not place.cache.exists()


def damage_by_removing(file: Path) -> None:
    """Removes a file."""
    file.unlink()


def damage_short(file: Path) -> None:
    """Cuts a file short."""
    file.write_bytes(file.read_bytes()[:-9])


def damage_empty(file: Path) -> None:
    """Empties a file."""
    file.write_bytes(b"")


def damage_rubbish(file: Path) -> None:
    """Puts rubbish of the same size into a file."""
    file.write_bytes(b"\x80\x05." * (file.stat().st_size // 3))


def damage_folder(file: Path) -> None:
    """Puts a folder in the place of a file."""
    file.unlink()
    file.mkdir()


DAMAGES = (damage_by_removing, damage_short, damage_empty, damage_rubbish, damage_folder)
KINDS = ("outline", "report", "made", "release", "notes")
SPOILT = [(kind, damage_rubbish) for kind in KINDS] + [("*", damage) for damage in DAMAGES]


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "damage"), SPOILT)
def test_what_was_kept_is_spoilt(place: Place, kind: str, damage: Callable[[Path], None]) -> None:
    for file in sorted(place.cache.glob(f"{kind}-*")):
        damage(file)
    place.change(SESSION, "先修一段", "先修两段")
    result = place.again()

    assert result.exit_code == 0, result.stderr
    assert "先修两段" in (place.out / "xiyi/sessions/2025/0405-ba/index.html").read_text("utf-8")
    assert unlisted(place.out) == set()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["outline", "report", "notes"])
def test_what_was_spoilt_is_kept_again_in_the_end(place: Place, kind: str) -> None:
    before = place.names()
    for file in sorted(place.cache.glob(f"{kind}-*")):
        damage_short(file)
    for file in place.cache.glob("notes-*"):
        file.unlink()
    for _ in range(30):
        assert place.again().exit_code == 0
        if place.names() == before and all_whole(place.cache):
            break
    else:
        pytest.fail("what was spoilt stays")


def all_whole(cache: Path) -> bool:
    """Whether everything that is kept can be read."""
    store = Store(cache, 0)
    parts = (path.stem.split("-", 1) for path in cache.glob("*.kept"))
    return all(store.get(kind, key) is not None for kind, key in parts)


@pytest.mark.parametrize("where", ["content/kept", "content", "site/kept", "site.releases/kept"])
def test_a_cache_in_the_content_or_the_site_is_refused(place: Place, where: str) -> None:
    before = sorted(place.folder.rglob("*"))
    result = place.build("--cache", place.folder / where)

    assert result.exit_code == 2
    assert "里面" in result.stderr
    assert sorted(place.folder.rglob("*")) == before


def test_a_file_is_no_cache(place: Place) -> None:
    (place.folder / "file").touch()
    result = place.build("--cache", place.folder / "file")

    assert result.exit_code == 2
    assert "是一个文件" in result.stderr


@pytest.mark.parametrize("mode", [0o777, 0o720])
def test_a_folder_that_others_can_write_to_is_refused(place: Place, mode: int) -> None:
    open_to_all = place.folder / "open"
    open_to_all.mkdir()
    open_to_all.chmod(mode)
    result = place.build("--cache", open_to_all)

    assert result.exit_code == 2
    assert "别人也能写" in result.stderr
    assert list(open_to_all.iterdir()) == []


def test_a_folder_that_is_made_is_for_nobody_else(place: Place) -> None:
    fresh = place.folder / "fresh-kept"

    assert place.build("--cache", fresh).exit_code == 0
    assert fresh.stat().st_mode & 0o777 == 0o700


def test_a_folder_in_which_nothing_can_be_kept_does_no_harm(place: Place) -> None:
    shutil.rmtree(place.cache)
    place.cache.symlink_to("/proc/self")
    result = place.again()

    assert result.exit_code == 0, result.stderr
    assert place.is_as_fresh()


def test_a_store_keeps_nothing_of_what_has_just_changed(tmp_path: Path) -> None:
    now = time.time_ns()
    store = Store(tmp_path / "kept", now)
    store.put("a", "0", "settled", [(1, now - 10**9, now - 10**9, 7)])
    store.put("a", "1", "written", [(1, now - 10**9, now - 10**9, 7), (1, now, now - 10**9, 7)])
    store.put("a", "2", "changed", [(1, now - 10**9, now + 5, 7)])

    assert [store.get("a", key) for key in "012"] == ["settled", None, None]


def test_everything_below_a_folder_is_told_in_order(tmp_path: Path) -> None:
    for name in ("b/c.txt", "a.txt", "b/a.pyc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "b")
    found = [path.removeprefix(f"{tmp_path}/") for path, _ in stamps_below(tmp_path)]

    assert found == ["a.txt", "b/", "b/a.pyc", "b/c.txt", "empty/", "link"]
