"""A release is begun in a copy of the one before: quicker, and the same to the last byte."""

from collections.abc import Callable
from pathlib import Path

import pytest

from site_gen.publish.kept import whole
from tests.publish.keeping import SESSION, Place, page, published_once
from tests.publish.stage import unlisted


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A small province, published once, with what was kept."""
    return published_once(tmp_path)


def spare(place: Place) -> Path:
    """The copy of the release that is shown."""
    return place.out.with_name(f"{place.out.name}.releases") / ".spare"


def test_the_copy_is_the_release_that_is_shown_file_by_file(place: Place) -> None:
    for number in range(4):
        assert whole(spare(place)) == whole(place.release)
        place.change(SESSION, "先修", f"先修{number}")
        assert place.again().exit_code == 0

    assert place.is_as_fresh()


def test_without_keeping_there_is_no_copy(place: Place) -> None:
    place.change(SESSION, "先修", "再修")
    assert place.again("--no-cache").exit_code == 0

    assert not spare(place).exists()


def test_a_page_that_is_gone_leaves_no_folder(place: Place) -> None:
    record = place.content / "regions/nan/sessions/2026/0105-shi-2.md"
    record.write_bytes(record.with_name("0105-shi.md").read_bytes())
    assert place.again().exit_code == 0
    held = place.release / "nan/sessions/2026/0105-shi-2"
    assert held.is_dir()
    record.unlink()
    assert place.again().exit_code == 0

    assert not (place.release / "nan/sessions/2026/0105-shi-2").exists()
    assert held.is_dir()
    assert place.is_as_fresh()


def spoil_text(copy: Path) -> None:
    """Writes to a page of the copy under a name of its own."""
    file = copy / "index.html"
    text = file.read_bytes()
    file.unlink()
    file.write_bytes(text)


def spoil_more(copy: Path) -> None:
    """Puts something into the copy."""
    (copy / "more.html").touch()


def spoil_less(copy: Path) -> None:
    """Removes something from the copy."""
    (copy / "index.html").unlink()


def spoil_all(copy: Path) -> None:
    """Puts a file in the place of the copy."""
    copy.rename(copy.with_name("elsewhere"))
    copy.touch()


@pytest.mark.parametrize("spoil", [spoil_text, spoil_more, spoil_less, spoil_all])
def test_a_copy_that_is_not_whole_is_not_begun_with(
    place: Place, spoil: Callable[[Path], None]
) -> None:
    spoil(spare(place))
    place.change(SESSION, "先修", "再修")
    assert place.again().exit_code == 0

    assert place.is_as_fresh()
    assert whole(spare(place)) == whole(place.release)


def test_neither_release_is_changed_by_the_next(place: Place) -> None:
    for number in range(3):
        before, shown = place.release, page(place)
        text = shown.read_bytes()
        place.change(SESSION, "先修", f"先修{number}")
        assert place.again().exit_code == 0

        assert unlisted(before) == set()
        assert shown.read_bytes() == text


def test_the_copy_is_whole_when_nothing_is_as_before(place: Place) -> None:
    for day in ("2027-03-01", "2027-03-02", "2027-03-03", "2027-03-02"):
        assert place.again("--today", day).exit_code == 0
        assert whole(spare(place)) == whole(place.release)
