"""The last look for personal information: the finished files, before anybody can see them.

What a file says is judged in :mod:`site_gen.privacy`; here is which files are looked at, and what
may be public all the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_gen.privacy import Hit, built

DATA = (".json", ".js", ".csv", ".xml", ".txt", ".webmanifest", ".md")
"""Files that hold text, besides pages."""


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be public although it looks personal."""

    public: frozenset[str] = frozenset()

    def leaks(self, hits: Iterable[Hit]) -> Iterator[str]:
        """What may not be public, in words."""
        for hit in hits:
            if hit.value.lower() not in self.public:
                yield f"有{hit.detector.term} {hit.masked}"


def leaks_in_names(files: Iterable[str]) -> Iterator[str]:
    """What is personal in the names of files, which are addresses."""
    for hits in built.in_names(sorted(files)).values():
        yield from (f"文件名里有{hit.detector.term} {hit.masked}" for hit in hits)
