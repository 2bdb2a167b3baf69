"""Documents and files → a folder: in the order of their addresses, and only what changed.

The folder is somebody else's business: staging, swapping and cleaning up belong to the publisher.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from io import StringIO
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from site_gen.pages.model import Artifact, Page
from site_gen.render import paths


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
    """Renders and writes pages, in ``jobs`` processes.

    Each process takes every ``jobs``-th page. A share whose process dies is done again here, so
    that a passing weakness costs time only, and a defect shows itself where it can be reported.
    """
    ordered = sorted(pages, key=lambda page: page.address)
    shares = [ordered[start::jobs] for start in range(jobs)]
    others = [_start(folder, share, document) for share in shares[1:] if share]
    written = _write_share(folder, shares[0], document)
    for share, (receiver, join) in zip(shares[1:], others, strict=False):
        written += _result(receiver, join) or _write_share(folder, share, document)
    return written


def _write_share(folder: Path, share: Sequence[Page], document: Callable[[Page], bytes]) -> Written:
    written = Written()
    for page in share:
        written += write_file(folder, paths.file_of(page.address), document(page))
    return written


def _start(
    folder: Path, share: Sequence[Page], document: Callable[[Page], bytes]
) -> tuple[Connection, Callable[[], None]]:
    """A process that writes a share; forked, because it then needs no copy of the pages."""
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)

    def work() -> None:
        sys.stderr = StringIO()  # what fails here fails again in the parent, which reports it
        with closing(sender):
            sender.send(_write_share(folder, share, document))

    process = context.Process(target=work)
    process.start()
    sender.close()
    return receiver, process.join


def _result(receiver: Connection, join: Callable[[], None]) -> Written | None:
    """What a process has reported, None when it died before it could."""
    with closing(receiver):
        try:
            written: Written | None = receiver.recv()
        except EOFError:
            written = None
    join()
    return written
