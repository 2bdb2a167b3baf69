"""Where a site may go: refused before anything is touched, accepted where it is ours."""

from pathlib import Path

import pytest

from site_gen.publish import Output, UnsuitablePlace, locate


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An empty content folder."""
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def listing(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


@pytest.mark.parametrize("out", ["content", "content/site", "content/../content/x/y", ".", "/", ""])
def test_a_place_that_overlaps_the_content_is_refused(
    tmp_path: Path, content: Path, out: str
) -> None:
    before = listing(tmp_path)
    with pytest.raises(UnsuitablePlace):
        locate(tmp_path / out, content)

    assert listing(tmp_path) == before


def test_a_link_into_the_content_is_refused(tmp_path: Path, content: Path) -> None:
    (tmp_path / "aside").symlink_to(content)
    with pytest.raises(UnsuitablePlace, match="里面"):
        locate(tmp_path / "aside" / "site", content)


def test_content_below_the_releases_is_refused(tmp_path: Path) -> None:
    content = tmp_path / "site.releases" / "content"
    content.mkdir(parents=True)
    with pytest.raises(UnsuitablePlace, match="里面"):
        locate(tmp_path / "site", content)


@pytest.mark.parametrize("name", ["site", "site.releases"])
def test_a_folder_with_something_in_it_is_refused(tmp_path: Path, content: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "mine.txt").touch()
    with pytest.raises(UnsuitablePlace, match="不是 site-gen 生成的"):
        locate(tmp_path / "site", content)


@pytest.mark.parametrize("name", ["site", "site.releases"])
def test_a_file_is_refused(tmp_path: Path, content: Path, name: str) -> None:
    (tmp_path / name).touch()
    with pytest.raises(UnsuitablePlace):
        locate(tmp_path / "site", content)


def test_a_link_to_elsewhere_is_refused(tmp_path: Path, content: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to("elsewhere")
    with pytest.raises(UnsuitablePlace, match="不是 site-gen 建的"):
        locate(tmp_path / "site", content)


def test_an_empty_folder_and_a_missing_one_are_fine(tmp_path: Path, content: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert locate(tmp_path / "empty", content) == Output(tmp_path / "empty")
    assert locate(tmp_path / "a" / "b", content) == Output(tmp_path / "a" / "b")
    assert not (tmp_path / "a").exists()


def test_a_name_that_begins_like_the_contents_is_fine(tmp_path: Path, content: Path) -> None:
    assert locate(tmp_path / "content-site", content).releases.name == "content-site.releases"


def test_the_place_is_the_same_however_it_is_written(
    tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")

    assert locate(Path(), content) == locate(Path("../site/"), content) == Output(tmp_path / "site")
