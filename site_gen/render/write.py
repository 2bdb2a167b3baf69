"""Documents and files → a folder: in the order of their addresses, and only what changed.

The folder is somebody else's business: staging, swapping and cleaning up belong to the publisher.
Everybody may read what is written, whatever the umask of whoever writes it.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from io import FileIO
from pathlib import Path

from site_gen.pages.model import Artifact, Page
from site_gen.processes.shares import in_processes
from site_gen.render import paths

FOLDER_MODE, FILE_MODE = 0o755, 0o644


@dataclass(frozen=True, slots=True)
class Written:
    """How much lies in the folder now: files and their bytes, and how many files were touched."""

    files: int = 0
    bytes: int = 0
    changed: int = 0

    def __add__(self, other: "Written") -> "Written":
        return Written(
            self.files + other.files, self.bytes + other.bytes, self.changed + other.changed
        )


def write_file(folder: Path, file: str, content: bytes) -> Written:
    """Writes one file unless it already has this content."""
    path = f"{folder}/{file}"
    try:
        _write_new(path, content)
    except FileNotFoundError:
        make_folder(Path(path).parent)
        _write_new(path, content)
    except FileExistsError:
        return Written(1, len(content), int(_write_over(Path(path), content)))
    return Written(1, len(content), 1)


def _write_new(path: str, content: bytes) -> None:
    """Raises FileExistsError, FileNotFoundError where there is no folder for it."""
    with FileIO(path, "x") as stream:
        os.fchmod(stream.fileno(), FILE_MODE)
        left = memoryview(content)
        while left:
            left = left[stream.write(left) :]


def _write_over(path: Path, content: bytes) -> bool:
    """Whether it had to be written, because it was different."""
    if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
        return False
    path.unlink(missing_ok=True)  # it may have another name, under which it has to stay
    _write_new(str(path), content)
    return True


def make_folder(folder: Path) -> None:
    """A folder, with those above it as far as they are missing, that everybody may enter."""
    try:
        folder.mkdir()
    except FileExistsError:  # another process was faster
        return
    except FileNotFoundError:
        make_folder(folder.parent)
        make_folder(folder)
        return
    folder.chmod(FOLDER_MODE)


def link_file(former: Path, path: Path) -> None:
    """The same file under another name. Raises OSError where that cannot be."""
    try:
        os.link(former, path)
    except FileNotFoundError:
        make_folder(path.parent)
        os.link(former, path)


def write_artifacts(folder: Path, artifacts: Iterable[Artifact]) -> Written:
    """Writes files that are ready."""
    written = Written()
    for artifact in sorted(artifacts, key=lambda each: each.address):
        written += write_file(folder, paths.file_of(artifact.address), artifact.content)
    return written


def write_pages(
    folder: Path, pages: Sequence[Page], document: Callable[[Page], bytes], *, jobs: int = 1
) -> Written:
    """Renders and writes pages, in ``jobs`` processes; each takes every ``jobs``-th page."""
    ordered = sorted(pages, key=lambda page: page.address)
    first, *others = (ordered[start::jobs] for start in range(jobs))
    work = partial(_write_share, folder, document)
    return sum(in_processes(work, first, list(filter(None, others))), Written())


def _write_share(folder: Path, document: Callable[[Page], bytes], share: Sequence[Page]) -> Written:
    written = Written()
    for page in share:
        written += write_file(folder, paths.file_of(page.address), document(page))
    return written
