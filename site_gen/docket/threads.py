"""前前后后: sessions on one matter, joined by 承接, each thread in the order of its days."""

from collections.abc import Iterable, Iterator, Mapping

from site_gen.corpus import Corpus
from site_gen.corpus.build import raised_on
from site_gen.records.record import Record, RecordId
from site_gen.records.session import Session

Thread = tuple[Record, ...]


def threads(corpus: Corpus) -> tuple[Thread, ...]:
    """Every set of two or more sessions that follow each other, the oldest session first."""
    joined = _neighbours(corpus)
    seen: set[RecordId] = set()
    found: list[Thread] = []
    for start in joined:
        if start not in seen:
            thread = _reached(start, joined)
            seen.update(thread)
            found.append(_by_day(corpus, thread))
    return tuple(found)


def before(corpus: Corpus, record: Record) -> Thread:
    """The sessions that a session follows, directly or through others, the oldest first."""
    found, pending = {record.id: record}, [record]
    while pending:
        for earlier in _followed(corpus, pending.pop()):
            if earlier.id not in found:
                found[earlier.id] = earlier
                pending.append(earlier)
    return _by_day(corpus, (one for one in found if one != record.id))


def thread_anchor(thread: Thread) -> str:
    """The fragment of a thread: its first session, so that it stays when the thread grows."""
    return f"matter-{thread[0].id.region}-{thread[0].id.name.replace('/', '-')}"


def _followed(corpus: Corpus, record: Record) -> Iterator[Record]:
    """The sessions that a session names as followed, without those that were taken down."""
    references = record.head.follows if isinstance(record.head, Session) else ()
    for reference in references:
        target = corpus.target(reference, "session", record)
        if target is not None and target.id != record.id and not target.is_withdrawn:
            yield target


def _neighbours(corpus: Corpus) -> Mapping[RecordId, tuple[RecordId, ...]]:
    """Session → those it follows and those that follow it; in the order of records."""
    found: dict[RecordId, list[RecordId]] = {}
    for record in corpus.kind("session"):
        for earlier in () if record.is_withdrawn else _followed(corpus, record):
            found.setdefault(record.id, []).append(earlier.id)
            found.setdefault(earlier.id, []).append(record.id)
    return {key: tuple(found[key]) for key in sorted(found)}


def _reached(start: RecordId, joined: Mapping[RecordId, tuple[RecordId, ...]]) -> list[RecordId]:
    """Everything that can be reached, the start included, each once."""
    found, pending = {start: None}, [start]
    while pending:
        for other in joined.get(pending.pop(), ()):
            if other not in found:
                found[other] = None
                pending.append(other)
    return list(found)


def _by_day(corpus: Corpus, ids: Iterable[RecordId]) -> Thread:
    """In the order of days, those without one last."""
    records = (corpus.records[one] for one in ids)
    return tuple(sorted(records, key=lambda record: (str(raised_on(record) or "~"), record.id)))
