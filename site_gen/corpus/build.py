"""Records → Corpus: sorted, indexed, and the history of every item folded once.

What is missing is replaced so that the checks can go on: the findings of reading say so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from site_gen.attachments import Attachment
from site_gen.corpus.corpus import Corpus, Tracked
from site_gen.corpus.places import build_tree
from site_gen.findings import Where
from site_gen.lifecycle import fold
from site_gen.records.dates import PartialDate
from site_gen.records.record import Record, RecordId
from site_gen.records.site import Site, SiteVocabulary
from site_gen.records.text import Text

_NOWHERE = Where("site.yaml")


def index(records: Iterable[Record], attachments: Mapping[tuple[str, str], Attachment]) -> Corpus:
    """The corpus of ``records``; ``attachments`` are told by region and file name."""
    ordered = sorted(records, key=lambda record: (record.id, record.where))
    by_id: dict[RecordId, Record] = {}
    by_kind: dict[str, list[Record]] = {}
    for record in ordered:
        if by_id.setdefault(record.id, record) is record:
            by_kind.setdefault(record.kind.key, []).append(record)
    untracked = Corpus(
        site=_site(by_kind.get("site", ())),
        vocabulary=_vocabulary(by_kind.get("vocabulary", ())),
        records=by_id,
        by_kind={key: tuple(found) for key, found in by_kind.items()},
        places=build_tree(by_kind.get("region", ())),
        named=_named(by_id.values()),
        tracked=(),
        attachments=dict(sorted(attachments.items())),
    )
    return _tracking(untracked)


def alone(corpus: Corpus, record: Record) -> Corpus:
    """A corpus of one record, whose names mean what they mean in another corpus."""
    kinds = {record.kind.key: (record,)}
    return _tracking(replace(corpus, records={record.id: record}, by_kind=kinds, tracked=()))


def _site(records: Iterable[Record]) -> Site:
    for record in records:
        if isinstance(record.head, Site):
            return record.head
    unnamed: Any = Text("", _NOWHERE)
    return Site(where=_NOWHERE, name=unnamed)


def _vocabulary(records: Iterable[Record]) -> SiteVocabulary:
    for record in records:
        if isinstance(record.head, SiteVocabulary):
            return record.head
    return SiteVocabulary(where=Where("vocabulary.yaml"))


def _named(records: Iterable[Record]) -> Mapping[tuple[str, str, str], Record]:
    """Present names win over former ones; the first record of a name wins."""
    found: dict[tuple[str, str, str], Record] = {}
    listed = [record for record in records if getattr(record.head, "name", None)]
    for record in listed:
        found.setdefault((record.kind.key, record.id.region, record.title), record)
    for record in listed:
        for former in getattr(record.head, "former_names", ()):
            found.setdefault((record.kind.key, record.id.region, str(former)), record)
    return found


def _tracking(corpus: Corpus) -> Corpus:
    tracked = [
        Tracked(
            record,
            item,
            fold(item.events, raised_on(record), partial(corpus.canonical, record=record)),
        )
        for record in corpus.records.values()
        for item in record.items
    ]
    return replace(corpus, tracked=tuple(tracked))


def raised_on(record: Record) -> PartialDate | None:
    """The day on which the items of a record count as raised, where the head says it."""
    when = getattr(record.head, record.kind.dated, None) if record.kind.dated else None
    return PartialDate(when.year, when.month, when.day) if when else None
