"""Attachments → files of the site, made ready in several processes, and kept for the next time.

A picture takes a quarter of a second; one that did not change is taken from where it was kept.
What no page needs any more is not kept: what was taken down is gone.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from site_gen.attachments.rendition import Rendition, make
from site_gen.processes.shares import in_processes
from site_gen.render import paths
from site_gen.render.write import Written, write_file


def addresses_of(renditions: Iterable[Rendition]) -> frozenset[str]:
    """Every file that these attachments become; the same bytes twice become the same file."""
    return frozenset(address for each in renditions for address in each.addresses)


def write_attachments(
    folder: Path, renditions: Iterable[Rendition], kept: Path | None, *, jobs: int = 1
) -> Written:
    """Writes what is published of attachments, in ``jobs`` processes.

    ``kept`` is the folder of what was made before, None for none. Raises OSError for a file that
    changed since it was looked at.
    """
    different = {each.addresses: each for each in renditions}
    ordered = [different[addresses] for addresses in sorted(different)]
    first, *others = (ordered[start::jobs] for start in range(jobs))
    work = partial(_write_share, folder, kept)
    written = sum(in_processes(work, first, list(filter(None, others))), Written())
    if kept is not None:
        forget(kept, addresses_of(different.values()))
    return written


def write_renditions(
    folder: Path, renditions: Iterable[Rendition], kept: Path | None
) -> Iterator[tuple[str, bytes]]:
    """Writes what is published of attachments; each file as it is written, the same one once."""
    different = {each.addresses: each for each in renditions}
    for addresses in sorted(different):
        rendition = different[addresses]
        made = _made_before(rendition, kept) or _made(rendition, kept)
        for address, content in made.items():
            write_file(folder, paths.file_of(address), content)
            yield paths.file_of(address), content


def _write_share(folder: Path, kept: Path | None, share: Sequence[Rendition]) -> Written:
    written = Written()
    for _, content in write_renditions(folder, share, kept):
        written += Written(1, len(content), 1)
    return written


def _made_before(rendition: Rendition, kept: Path | None) -> dict[str, bytes]:
    """Address → bytes of what was kept, empty unless all of it was."""
    if kept is None:
        return {}
    files = {address: kept / _name(address) for address in rendition.addresses}
    whole = all(file.is_file() for file in files.values())
    return {address: file.read_bytes() for address, file in files.items()} if whole else {}


def _made(rendition: Rendition, kept: Path | None) -> dict[str, bytes]:
    made = make(rendition)
    if kept is not None:
        kept.mkdir(parents=True, exist_ok=True)
        for address, content in made.items():
            _keep(kept / _name(address), content)
    return made


def _keep(file: Path, content: bytes) -> None:
    """Whole or not at all, whenever the program is stopped; another process may make it too."""
    part = file.with_name(f"{file.stem}-{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(file)


def forget(kept: Path, used: Iterable[str]) -> None:
    """Removes what was kept and is at none of these addresses."""
    if kept.is_dir():
        names = {_name(address) for address in used}
        for file in sorted(kept.iterdir()):
            if file.name not in names:
                file.unlink()


def _name(address: str) -> str:
    return address.rpartition("/")[2]
