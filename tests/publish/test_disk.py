"""What is made for readers can be read by them, and nothing else is touched."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_gen.publish.disk import flush, flush_names, let_read
from site_gen.render.write import make_folder


@pytest.fixture
def private() -> Iterator[None]:
    """Of what is made nothing is for others."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o7777


@pytest.mark.usefixtures("private")
def test_folders_are_made_for_everybody_and_older_ones_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    make_folder(tmp_path / "mine/a/b")
    make_folder(tmp_path / "mine/a/b")

    assert mode(tmp_path / "mine") == 0o700
    assert mode(tmp_path / "mine/a") == mode(tmp_path / "mine/a/b") == 0o755


@pytest.mark.usefixtures("private")
def test_everything_in_a_folder_is_let_read(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir(0o2777)
    (tmp_path / "a").chmod(0o2777)
    (tmp_path / "a/run.sh").touch(0o777)
    (tmp_path / "b").touch()
    let_read(tmp_path)

    assert mode(tmp_path) == 0o755
    assert mode(tmp_path / "a") == 0o2755
    assert mode(tmp_path / "a/run.sh") == mode(tmp_path / "b") == 0o644


def test_what_is_not_there_cannot_be_flushed(tmp_path: Path) -> None:
    flush(tmp_path)
    flush_names(tmp_path)
    for ask in (flush, flush_names):
        with pytest.raises(FileNotFoundError):
            ask(tmp_path / "gone")
