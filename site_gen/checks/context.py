"""What a check may look at, and how it suggests a name that was meant."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from site_gen.corpus import Corpus
from site_gen.findings import Finding
from site_gen.records.record import Record


@dataclass(frozen=True, slots=True)
class Context:
    """The corpus, today, and the paths that could not be read without errors."""

    corpus: Corpus
    today: date
    unread: frozenset[str]

    def may_be_unread(self, kind: str, record: Record) -> bool:
        """Whether a list in which a name of ``record`` is looked up could not be read."""
        regions = self.corpus.scope_of(record)
        folders = [f"regions/{region}/{kind}s" for region in regions]
        return any(path.startswith(folder) for path in self.unread for folder in folders)


Check = Callable[[Context], Iterator[Finding]]


def nearest(written: str, known: Iterable[str]) -> str:
    """``是不是“…”？`` with the known name that is most like ``written``, or nothing."""
    found = get_close_matches(written, sorted(set(known)), n=1, cutoff=0.6)
    return f"是不是“{found[0]}”？" if found else ""
