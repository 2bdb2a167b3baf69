"""What a check may look at, and how it suggests a name that was meant."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from site_gen.corpus import Corpus
from site_gen.findings import Finding, Where
from site_gen.records.record import Record, RecordId

MOST_GUESSES = 20
"""Names of one file for which the nearest is looked for; a file with more is wrong as a whole."""


@dataclass(frozen=True, slots=True)
class Context:
    """The corpus, today, and the paths that could not be read without errors."""

    corpus: Corpus
    today: date
    unread: frozenset[str]
    guessed: Counter[str] = field(default_factory=Counter)
    """Path → names for which the nearest was looked for."""
    beyond: frozenset[RecordId] = frozenset()
    """Records that there are besides those of the corpus; only what they are called is known."""

    def ids_of(self, kind: str) -> Iterator[RecordId]:
        """What the records of a kind are called, wherever they are."""
        yield from (record.id for record in self.corpus.kind(kind))
        yield from (one for one in self.beyond if one.kind == kind)

    def nearest(self, where: Where, written: str, known: Iterable[str]) -> str:
        """``是不是“…”？`` with the known name most like the one ``where`` says, or nothing."""
        self.guessed[where.path] += 1
        if self.guessed[where.path] > MOST_GUESSES:
            return ""
        return nearest(written, known)

    def may_be_unread(self, kind: str, record: Record) -> bool:
        """Whether a list in which a name of ``record`` is looked up could not be read."""
        if not self.unread:
            return False
        regions = self.corpus.scope_of(self.corpus.regions_of(record))
        folders = [f"regions/{region}/{kind}s" for region in regions]
        return any(path.startswith(folder) for path in self.unread for folder in folders)


Check = Callable[[Context], Iterator[Finding]]


def nearest(written: str, known: Iterable[str]) -> str:
    """``是不是“…”？`` with the known name that is most like ``written``, or nothing."""
    found = get_close_matches(written, sorted(set(known)), n=1, cutoff=0.6)
    return f"是不是“{found[0]}”？" if found else ""
