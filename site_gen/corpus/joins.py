"""Which items were merged into another, or converted into one: followed from their events.

A merged item is told on the page of the one it went into, and the other way round.
"""

from collections.abc import Mapping

from site_gen.corpus.corpus import Corpus, Tracked
from site_gen.corpus.links import KIND_OF_WORD
from site_gen.records.names import Reference
from site_gen.records.record import Record, RecordId
from site_gen.vocabulary.progress import Action

ItemKey = tuple[RecordId, str]
"""A record and the anchor of an item in it."""
_JOINING = frozenset({Action.MERGED, Action.CONVERTED})


def item_meant(corpus: Corpus, reference: Reference, record: Record) -> Tracked | None:
    """The item that a reference in an event means; None where there is none to be seen."""
    kind = KIND_OF_WORD.get(reference.kind, record.kind.key)
    target = corpus.target(reference, kind, record)
    if target is None or target.is_withdrawn:
        return None
    for item in target.items:
        if reference.item == ((item.kind.term, item.number) if item.number else None):
            return corpus.history_of[target.id, item.anchor]
    return None


def joined(corpus: Corpus) -> Mapping[ItemKey, tuple[Tracked, ...]]:
    """The items that were merged or converted into an item, by its record and anchor."""
    found: dict[ItemKey, list[Tracked]] = {}
    for one in corpus.tracked:
        into = None if one.record.is_withdrawn else _joined_to(corpus, one)
        if into is not None:
            found.setdefault((into.record.id, into.item.anchor), []).append(one)
    return {key: tuple(items) for key, items in found.items()}


def _joined_to(corpus: Corpus, tracked: Tracked) -> Tracked | None:
    for event in tracked.history.effective:
        if event.action in _JOINING and isinstance(event.content, Reference):
            return item_meant(corpus, event.content, tracked.record)
    return None
