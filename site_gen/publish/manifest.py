"""The manifest of a release: every file with its SHA-256, as ``sha256sum -c SHA256SUMS`` reads it.

The manifest also names the release: the same site has the same name, whenever it was built.
"""

import os
from collections.abc import Iterator, Mapping
from hashlib import file_digest, sha256
from pathlib import Path

NAME = "SHA256SUMS"
_ID_LENGTH = 16


def files_of(folder: Path) -> Iterator[str]:
    """Every file below a folder but the manifest, as a path relative to it, in no special order.

    A link to a folder is not followed.
    """
    return (file for file, _ in _entries(folder))


def sizes_of(folder: Path) -> Mapping[str, int]:
    """Every file below a folder but the manifest, with its size in bytes."""
    return {file: entry.stat().st_size for file, entry in _entries(folder)}


def _entries(folder: Path) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Every file below a folder but the manifest, with its entry."""
    found, left = list[tuple[str, "os.DirEntry[str]"]](), [(str(folder), "")]
    while left:
        path, way = left.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    left.append((entry.path, f"{way}{entry.name}/"))
                elif entry.is_file():
                    found.append((f"{way}{entry.name}", entry))
    return (one for one in found if one[0] != NAME)


def manifest_of(folder: Path) -> bytes:
    """The manifest of a folder as it is now."""
    return manifest_from({file: _digest(folder / file) for file in files_of(folder)})


def manifest_from(digests: Mapping[str, str]) -> bytes:
    """The manifest of files with these digests, sorted by name."""
    return "".join(f"{digests[file]}  {file}\n" for file in sorted(digests)).encode()


def release_id(manifest: bytes) -> str:
    """The name of the release with this manifest."""
    return sha256(manifest).hexdigest()[:_ID_LENGTH]


def read(folder: Path) -> bytes:
    """The manifest of a release as it was written; empty without one."""
    path = folder / NAME
    return path.read_bytes() if path.is_file() else b""


def listed(folder: Path) -> Mapping[str, str]:
    """File → digest as the manifest of a release has it; a line that is damaged tells nothing."""
    lines = read(folder).decode(errors="replace").split("\n")
    return {file: digest for digest, gap, file in (line.partition("  ") for line in lines) if gap}


def unlisted(folder: Path) -> Iterator[str]:
    """Files of a release that its manifest does not list."""
    known = listed(folder)
    return (file for file in files_of(folder) if file not in known)


def is_intact(folder: Path, manifest: bytes) -> bool:
    """Whether a folder is the release with this manifest, no byte changed or missing."""
    if read(folder) != manifest:
        return False
    return all(is_file(folder / file, digest) for file, digest in listed(folder).items())


def is_file(path: Path, digest: str) -> bool:
    """Whether a path is a file with this digest."""
    return path.is_file() and _digest(path) == digest


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
