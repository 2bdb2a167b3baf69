"""A change in a folder is noticed, and nothing else is taken for one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from site_gen.preview.watch import Watch, stamps_of

LONG = 20.0
"""Seconds after which a change has gone unnoticed."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file in a folder."""
    (tmp_path / "content" / "a").mkdir(parents=True)
    (tmp_path / "content" / "a" / "one.md").write_text("一", encoding="utf-8")
    return tmp_path / "content"


CHANGES: dict[str, Callable[[Path], object]] = {
    "written over": lambda one: one.write_text("二", encoding="utf-8"),
    "added": lambda one: one.with_name("two.md").touch(),
    "removed": lambda one: one.unlink(),
    "renamed": lambda one: one.rename(one.with_name("two.md")),
    "another in its place": lambda one: one.with_name("x").replace(one),
    "a folder added": lambda one: one.with_name("b").mkdir(),
    "no longer readable": lambda one: one.chmod(0),
    "a link": lambda one: one.with_name("two.md").symlink_to(one),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("is_told", [True, False])
def test_a_change_is_noticed(folder: Path, name: str, is_told: bool) -> None:
    one = folder / "a" / "one.md"
    one.with_name("x").write_text("三", encoding="utf-8")
    watch = Watch(folder)
    if is_told:
        with watch:
            assert not watch.changed(0.2)
            CHANGES[name](one)
            assert watch.changed(LONG)
    else:
        CHANGES[name](one)
        assert watch.changed(LONG)
    assert watch.stamps == stamps_of(folder)


def test_changes_in_a_new_folder_are_noticed(folder: Path) -> None:
    with Watch(folder) as watch:
        (folder / "b").mkdir()
        assert watch.changed(LONG)
        (folder / "b" / "new.md").touch()
        assert watch.changed(LONG)


def test_reading_is_no_change(folder: Path) -> None:
    with Watch(folder) as watch:
        (folder / "a" / "one.md").read_bytes()
        assert not watch.changed(1.5)


def test_a_folder_that_goes_away_while_it_is_looked_at_has_nothing_in_it(folder: Path) -> None:
    watch = Watch(folder)
    folder.rename(folder.with_name("elsewhere"))

    assert watch.changed(LONG)
    assert watch.stamps == {}


def test_links_are_not_followed(folder: Path) -> None:
    (folder / "round").symlink_to(folder)

    assert set(stamps_of(folder)) == {"a/", "a/one.md", "round"}
