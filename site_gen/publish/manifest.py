"""The manifest of a release: every file with its SHA-256, as ``sha256sum -c SHA256SUMS`` reads it.

The manifest also names the release: the same site has the same name, whenever it was built.
"""

from collections.abc import Iterator, Mapping
from hashlib import file_digest, sha256
from pathlib import Path

NAME = "SHA256SUMS"
_ID_LENGTH = 16


def files_of(folder: Path) -> Iterator[str]:
    """Every file below a folder but the manifest, as a path relative to it, in no special order."""
    for path in folder.rglob("*"):
        if path.is_file() and path != folder / NAME:
            yield path.relative_to(folder).as_posix()


def manifest_of(folder: Path) -> bytes:
    """The manifest of a folder as it is now, sorted by name."""
    lines = (f"{_digest(folder / file)}  {file}\n" for file in sorted(files_of(folder)))
    return "".join(lines).encode()


def release_id(manifest: bytes) -> str:
    """The name of the release with this manifest."""
    return sha256(manifest).hexdigest()[:_ID_LENGTH]


def listed(folder: Path) -> Mapping[str, str]:
    """File → digest as the manifest of a release has it; empty without a manifest."""
    path = folder / NAME
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    pairs = (line.split("  ", 1) for line in text.splitlines())
    return {file: digest for digest, file in pairs}


def is_intact(folder: Path, manifest: bytes) -> bool:
    """Whether a folder is the release with this manifest, no byte changed or missing."""
    path = folder / NAME
    if not path.is_file() or path.read_bytes() != manifest:
        return False
    return all(
        (folder / file).is_file() and _digest(folder / file) == digest
        for file, digest in listed(folder).items()
    )


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
