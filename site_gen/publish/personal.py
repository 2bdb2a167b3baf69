"""The last look for personal information: the finished files, before anybody can see them.

What a file says is judged in :mod:`site_gen.privacy`; here is which files are looked at, and which
need not be again because nothing about them has changed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from site_gen.findings import Severity
from site_gen.privacy import built, detectors, digits, personal, plain, scan, wording

DATA = (".json", ".js", ".csv", ".xml", ".txt", ".webmanifest", ".md")
"""Files that hold text, besides pages."""
_DETECTION = (built, detectors, digits, plain, scan, wording)


@dataclass(frozen=True)
class Guard:
    """What may be public although it looks personal, and the files that were found clean before.

    Files are known by a digest of their content, of what may be public, and of the detection.
    """

    public: frozenset[str] = frozenset()
    notes: Path | None = None
    """Where it is noted which files were clean."""
    clean: frozenset[str] = field(default=frozenset(), repr=False)

    def leaks(self, file: str, text: str, seen: set[str]) -> Iterator[str]:
        """What is personal in a file, in words; ``seen`` are lines looked at, and grows."""
        look = built.in_page if file.endswith(".html") else built.in_data
        for hit in look(built.unseen(text, seen)):
            if hit.value.lower() not in self.public:
                yield f"{file}：有{hit.detector.term} {hit.masked}"

    def digest(self, file: str, raw: bytes, basis: bytes) -> str:
        """What a file is known by."""
        return sha256(basis + Path(file).suffix.encode() + raw).hexdigest()

    def basis(self) -> bytes:
        """What the look at any file depends on, besides the file."""
        program = [Path(str(module.__file__)).read_bytes() for module in _DETECTION]
        return sha256(b"".join(program) + "\n".join(sorted(self.public)).encode()).digest()

    def remember(self, clean: Iterable[str]) -> None:
        """Notes which files were clean, whole or not at all."""
        if self.notes is not None:
            fresh = self.notes.with_name(f"{self.notes.name}.new")
            fresh.write_text("".join(f"{one}\n" for one in sorted(clean)), encoding="ascii")
            fresh.replace(self.notes)


def guard_of(public: frozenset[str], notes: Path) -> Guard:
    """A guard with what was noted after the last verification."""
    known = notes.read_text(encoding="ascii", errors="replace") if notes.is_file() else ""
    return Guard(public, notes, frozenset(known.split()))


def leaks_in_names(files: Iterable[str]) -> Iterator[str]:
    """What is personal in the names of files, which are addresses."""
    for hit in personal("\n\n".join(sorted(files))):
        if hit.detector.severity is Severity.ERROR:
            yield f"文件名里有{hit.detector.term} {hit.masked}"
