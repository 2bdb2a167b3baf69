"""Documents and files → a folder: in the order of their addresses, and only what changed.

The folder is somebody else's business: staging, swapping and cleaning up belong to the publisher.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from site_gen.pages.model import Artifact, Page
from site_gen.render import paths
from site_gen.render.processes import in_processes


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
    path = folder / file
    same = path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content
    if not same:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return Written(1, len(content), 0 if same else 1)


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
