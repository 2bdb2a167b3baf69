"""前前后后: sessions on one matter, joined by 承接, each thread in the order of its days."""

from collections.abc import Iterator, Mapping

from site_gen.addresses import SERIES
from site_gen.pages.lists import dated
from site_gen.pages.view import View
from site_gen.records.record import Record, RecordId
from site_gen.records.session import Session


def threads(view: View) -> tuple[tuple[Record, ...], ...]:
    """Every set of two or more sessions that follow each other, the oldest session first."""
    joined = _neighbours(view)
    seen: set[RecordId] = set()
    found: list[tuple[Record, ...]] = []
    for start in joined:
        if start not in seen:
            thread = tuple(_reached(start, joined))
            seen.update(thread)
            found.append(_by_day(view, thread))
    return tuple(found)


def before(view: View, record: Record) -> tuple[Record, ...]:
    """The sessions that a session follows, directly or through others, the oldest first."""
    earlier = {one.id: tuple(_followed(view, one)) for one in _sessions(view)}
    reached = tuple(_reached(record.id, earlier))
    return _by_day(view, tuple(one for one in reached if one != record.id))


def thread_anchor(thread: tuple[Record, ...]) -> str:
    """The fragment of a thread: its first session, so that it stays when the thread grows."""
    return f"{thread[0].id.region}-{thread[0].id.name.replace('/', '-')}"


def thread_address(thread: tuple[Record, ...]) -> str:
    """Where a thread is told as a whole."""
    return f"{SERIES}#{thread_anchor(thread)}"


def _sessions(view: View) -> Iterator[Record]:
    return (record for record in view.corpus.kind("session") if not record.is_withdrawn)


def _followed(view: View, record: Record) -> Iterator[RecordId]:
    """The sessions that a session names as followed, without those that were taken down."""
    references = record.head.follows if isinstance(record.head, Session) else ()
    for reference in references:
        target = view.corpus.target(reference, "session", record)
        if target is not None and target.id != record.id and not target.is_withdrawn:
            yield target.id


def _neighbours(view: View) -> Mapping[RecordId, tuple[RecordId, ...]]:
    """Session → those it follows and those that follow it; in the order of records."""
    found: dict[RecordId, list[RecordId]] = {}
    for record in _sessions(view):
        for earlier in _followed(view, record):
            found.setdefault(record.id, []).append(earlier)
            found.setdefault(earlier, []).append(record.id)
    return {key: tuple(found[key]) for key in sorted(found)}


def _reached(start: RecordId, joined: Mapping[RecordId, tuple[RecordId, ...]]) -> list[RecordId]:
    """Everything that can be reached, the start included, each once."""
    found, pending = [start], [start]
    while pending:
        for other in joined.get(pending.pop(), ()):
            if other not in found:
                found.append(other)
                pending.append(other)
    return found


def _by_day(view: View, ids: tuple[RecordId, ...]) -> tuple[Record, ...]:
    records = (view.corpus.records[one] for one in ids)
    return tuple(sorted(records, key=lambda record: (str(dated(record) or "9999"), record.id)))
