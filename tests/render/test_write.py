"""Writing: only what changed, the same bytes whatever the number of processes, no collisions.

A process that dies costs time, not pages.
"""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from site_gen.attachments import Picture
from site_gen.attachments.rendition import Rendition
from site_gen.pages.model import Artifact, Page
from site_gen.render import render_site
from site_gen.render.write import write_file, write_pages
from tests.render.sample import FakeCompilation, make_page
from tests.sites.folder import PICTURE

PAGES = tuple(make_page(f"r{number % 3}/p{number}/") for number in range(20))


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_number_of_processes_does_not_show(config_file: Path, tmp_path: Path) -> None:
    compiled = FakeCompilation(pages=PAGES)
    one = render_site(compiled, config_file, tmp_path / "one", jobs=1)
    three = render_site(compiled, config_file, tmp_path / "three", jobs=3)
    assert one == three
    assert contents(tmp_path / "one") == contents(tmp_path / "three")


def test_only_what_changed_is_written(config_file: Path, tmp_path: Path) -> None:
    render_site(FakeCompilation(pages=PAGES), config_file, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.html")}
    changed = (*PAGES[1:], make_page(PAGES[0].address, "改过"))
    report = render_site(FakeCompilation(pages=changed), config_file, tmp_path)
    touched = [path for path, time in before.items() if path.stat().st_mtime_ns != time]
    assert report.changed == 1
    assert touched == [tmp_path / PAGES[0].address / "index.html"]


def test_a_file_of_equal_length_and_other_content_is_written(tmp_path: Path) -> None:
    write_file(tmp_path, "a.txt", b"one")
    assert write_file(tmp_path, "a.txt", b"two").changed == 1
    assert (tmp_path / "a.txt").read_bytes() == b"two"


def test_a_process_that_dies_loses_no_page(tmp_path: Path) -> None:
    parent = os.getpid()

    def document(page: Page) -> bytes:
        if os.getpid() != parent:
            os._exit(9)
        return page.title.encode()

    written = write_pages(tmp_path, PAGES, document, jobs=3)
    assert written.files == len(PAGES)
    assert len(contents(tmp_path)) == len(PAGES)


def test_attachments_are_written_where_they_belong(config_file: Path, tmp_path: Path) -> None:
    source = tmp_path / "source.png"
    source.write_bytes(PICTURE)
    rendition = _rendition(source, "r0/files/a.webp")
    render_site(FakeCompilation(pages=PAGES[:1], attachments=(rendition,)), config_file, tmp_path)
    assert (tmp_path / "r0/files/a.webp").read_bytes().startswith(b"RIFF")


def _rendition(source: Path, address: str) -> Rendition:
    digest = sha256(source.read_bytes()).hexdigest() if source.exists() else ""
    return Rendition(source, Picture(digest, 1, 1), (address,))


@pytest.mark.parametrize(
    "compiled",
    [
        FakeCompilation(pages=(make_page("a/"), make_page("a/"))),
        FakeCompilation(pages=(make_page("a/"),), artifacts=(Artifact("a/index.html", b""),)),
        FakeCompilation(
            artifacts=(Artifact("a.csv", b""),),
            attachments=(Rendition(Path("x"), Picture("", 1, 1), ("a.csv",)),),
        ),
    ],
)
def test_two_things_at_one_address_are_refused(
    compiled: FakeCompilation, config_file: Path, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match="more than one"):
        render_site(compiled, config_file, tmp_path)
