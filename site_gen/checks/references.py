"""Checks of references: what a record points at exists, and no 并案 runs in a circle.

What points at a file that could not be read is left alone: its own findings come first.
"""

from collections.abc import Iterator, Set
from itertools import chain

from site_gen.checks.context import Context
from site_gen.corpus import Tracked
from site_gen.corpus.links import KIND_OF_WORD
from site_gen.findings import Finding
from site_gen.findings import content_rules as rules
from site_gen.findings.model import Where
from site_gen.records.names import Evidence, Reference
from site_gen.records.record import Item, Record, RecordId
from site_gen.records.session import Problem
from site_gen.vocabulary.progress import Action

_SHOWN_ITEMS = 12


def heads(context: Context) -> Iterator[Finding]:
    """References in heads name records that exist."""
    for record in context.corpus.records.values():
        for refers in record.kind.refers:
            for reference in getattr(record.head, refers.field):
                yield from _dangling(context, reference, refers.kind, record)


def own(context: Context) -> Iterator[Finding]:
    """No record follows itself."""
    for record in context.corpus.records.values():
        for refers in record.kind.refers:
            for reference in getattr(record.head, refers.field):
                if context.corpus.target(reference, refers.kind, record) is record:
                    written = reference.written
                    yield rules.REFERS_TO_ITSELF.at(written.where, name=written)


def _dangling(
    context: Context, reference: Reference, kind: str, record: Record
) -> Iterator[Finding]:
    corpus = context.corpus
    is_other = KIND_OF_WORD.get(reference.kind, kind) != kind
    target = None if is_other else corpus.target(reference, kind, record)
    where = reference.written.where
    if target is None:
        region = reference.region or record.id.region
        if not _unread(context, kind, region, reference.name):
            own = (one.name for one in context.ids_of(kind) if one.region == region)
            full = (f"{one.region}/{one.name}" for one in context.ids_of(kind))
            hint = context.nearest(where, reference.name, chain(own, full))
            yield rules.UNKNOWN_RECORD.at(where, name=reference.written, nearest=hint)
    elif reference.item is not None and _item(target, reference) is None:
        word, number = reference.item
        there = _items_of(target)
        yield rules.UNKNOWN_ITEM.at(where, name=target.title, item=f"{word}{number}", known=there)


def _merged_dangling(
    context: Context, reference: Reference, kind: str, record: Record
) -> Iterator[Finding]:
    """As for every reference; and it must name one item where the record holds several."""
    yield from _dangling(context, reference, kind, record)
    target = context.corpus.target(reference, kind, record)
    if reference.item is None and target is not None and _item(target, reference) is None:
        item = "、".join(one.term for one in target.kind.items)
        where, known = reference.written.where, _items_of(target)
        yield rules.UNKNOWN_ITEM.at(where, name=target.title, item=f"这样的{item}", known=known)


def _items_of(record: Record) -> str:
    """``那里有建议1、建议2；`` as far as a reader takes it in."""
    names = [f"{item.kind.term}{item.number}" for item in record.items if item.number]
    more = "……" if len(names) > _SHOWN_ITEMS else ""
    return f"那里有{'、'.join(names[:_SHOWN_ITEMS])}{more}；" if names else ""


def _unread(context: Context, kind: str, region: str, name: str) -> bool:
    path = f"regions/{region}/{kind}s/{name}.md"
    return path in context.unread


def _item(record: Record, reference: Reference) -> Item | None:
    """The item a reference names; without a number, the record that is itself the item."""
    if reference.item is None:
        return next((one for one in record.items if one.number == 0), None)
    word, number = reference.item
    matches = (one for one in record.items if one.kind.term == word and one.number == number)
    return next(matches, None)


def merges(context: Context) -> Iterator[Finding]:
    """并案 and 转为 name something that exists; 并案 never leads back to where it began."""
    circles = _circles(context)
    for tracked in context.corpus.tracked:
        for event in tracked.item.events:
            if event.action not in (Action.MERGED, Action.CONVERTED):
                continue
            reference = event.content
            if not isinstance(reference, Reference):
                continue
            kind = KIND_OF_WORD.get(reference.kind, tracked.record.kind.key)
            found = list(_merged_dangling(context, reference, kind, tracked.record))
            yield from found
            if not found and event.action is Action.MERGED:
                yield from _merged_wrongly(tracked, reference, circles)


def _merged_wrongly(
    tracked: Tracked, reference: Reference, circles: Set[tuple[RecordId, str]]
) -> Iterator[Finding]:
    where = reference.written.where
    own = tracked.item.kind.term
    if reference.item is not None and reference.item[0] != own:
        yield rules.MERGED_ACROSS_UNITS.at(where, item=own, target=reference.item[0])
    elif (tracked.record.id, tracked.item.anchor) in circles:
        yield rules.MERGED_INTO_ITSELF.at(where)


def _circles(context: Context) -> Set[tuple[RecordId, str]]:
    """The items, by record and anchor, from which following 并案 comes back to them."""
    circles: set[tuple[RecordId, str]] = set()
    seen: set[tuple[RecordId, str]] = set()
    for start in context.corpus.tracked:
        way: dict[tuple[RecordId, str], int] = {}
        here: Tracked | None = start
        while here is not None and (key := (here.record.id, here.item.anchor)) not in seen:
            seen.add(key)
            way[key] = len(way)
            here = merged_into(context, here)
        if here is not None and key in way:
            circles.update(list(way)[way[key] :])
    return circles


def merged_into(context: Context, tracked: Tracked) -> Tracked | None:
    """The item that an item was merged into, or None."""
    for event in tracked.history.effective:
        if event.action is Action.MERGED and isinstance(event.content, Reference):
            record = context.corpus.target(event.content, tracked.record.kind.key, tracked.record)
            item = _item(record, event.content) if record else None
            if record is not None and item is not None:
                return context.corpus.history_of[record.id, item.anchor]
    return None


def linked_suggestions(context: Context) -> Iterator[Finding]:
    """A problem names suggestions of its own session."""
    for tracked in context.corpus.tracked:
        head = tracked.item.head
        if not isinstance(head, Problem):
            continue
        numbers = {str(one.number) for one in tracked.record.items if one.kind.key == "suggestion"}
        for number in head.suggestions:
            if number not in numbers:
                name, known = tracked.record.title, _items_of(tracked.record)
                yield rules.UNKNOWN_ITEM.at(
                    number.where, name=name, item=f"建议{number}", known=known
                )


def attachments(context: Context) -> Iterator[Finding]:
    """Pictures and documents of events and covers lie in the region's attachments."""
    for tracked in context.corpus.tracked:
        for event in tracked.item.events:
            for value in event.parts.values():
                if isinstance(value, Evidence):
                    yield from attached(context, value, tracked.record)
    for record in context.corpus.kind("case"):
        cover = getattr(record.head, "cover", None)
        if cover is not None:
            yield from _file(context, str(cover), cover.where, record)


def attached(context: Context, evidence: Evidence, record: Record) -> Iterator[Finding]:
    """The links of ``evidence`` that name a file name one that is there."""
    for link in evidence.links:
        if not link.is_external:
            yield from _file(context, link.target, link.where.where, record)


def _file(context: Context, name: str, where: Where, record: Record) -> Iterator[Finding]:
    region = record.id.region
    files = context.corpus.attachments
    if (region, name) not in files:
        if f"regions/{region}/attachments/{name}" in context.unread:
            return
        hint = context.nearest(where, name, (file for of, file in files if of == region))
        yield rules.UNKNOWN_ATTACHMENT.at(where, name=name, nearest=hint)
