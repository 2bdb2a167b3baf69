"""Entries → rows: the texts and keys that ledger, search and lists carry."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

from site_gen.addresses import identity_of, record_address
from site_gen.corpus import Corpus
from site_gen.corpus.build import raised_on
from site_gen.docket.build import is_withheld
from site_gen.docket.entry import Entry, assignment_of
from site_gen.docket.facets import Labels, Parents, is_aside
from site_gen.docket.metrics import FAMILIES, METRICS, Counting, metrics_of
from site_gen.docket.parts import PART_LABELS
from site_gen.docket.row import Row
from site_gen.docket.texts import day_text, event_text, prose_text, value_text
from site_gen.docket.traits import themes_of
from site_gen.language import say
from site_gen.records.kinds import Kind
from site_gen.records.model import Part
from site_gen.records.record import Record
from site_gen.records.review import Review
from site_gen.vocabulary.progress import Result, Stage


def build_rows(
    corpus: Corpus, entries: Iterable[Entry], counting: Counting = metrics_of
) -> tuple[Row, ...]:
    """A row for every entry, and one for every page of a record that has none."""
    entries = tuple(entries)
    counted = {entry.record.id for entry in entries}
    others = (
        record
        for record in corpus.records.values()
        if record.kind.segment and record.id not in counted and not record.is_withdrawn
    )
    rows = (_row(corpus, entry, counting(entry)) for entry in entries)
    return (*rows, *(_bare(corpus, one) for one in others))


def _bare(corpus: Corpus, record: Record) -> Row:
    """The row of a record of which nothing is counted, such as a prose page."""
    regions = corpus.regions_of(record) if record.id.region else ()
    facets = {"region": regions, "theme": themes_of(corpus, record)}
    return Row(
        id=identity_of(record),
        address=record_address(record),
        kind=record.kind.key,
        title=record.title,
        context="",
        date=day_text(raised_on(record)),
        facets={key: values for key, values in facets.items() if values},
        text=" ".join(_record_words(corpus, record)),
    )


def _row(corpus: Corpus, entry: Entry, metrics: tuple[str, ...]) -> Row:
    return Row(
        id=entry.id,
        address=entry.address,
        kind=entry.kind,
        title=entry.title,
        context=entry.context,
        date=day_text(entry.when),
        facets={key: values for key, values in _facets(entry, metrics).items() if values},
        text=_text(corpus, entry),
    )


_OVERDUE = frozenset(of.overdue.key for of in FAMILIES)
_KEYS: Mapping[Stage | Result | None, tuple[str, ...]] = {
    **{stage: (stage.value,) for stage in Stage},
    **{result: (result.value,) for result in Result},
}
"""A stage or a result as a facet has it."""
_PROMISE_DUE = frozenset(of.promise_due.key for of in FAMILIES)


def _facets(entry: Entry, metrics: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    standing, year = entry.standing, entry.year
    due = standing.current_due if standing and not entry.due else entry.due
    promise = standing.state.promise if standing else None
    is_item = standing is not None and not entry.is_assignment
    return {
        "region": entry.regions,
        "stage": _KEYS.get(entry.stage, ()) if is_item else (),
        "result": _KEYS.get(entry.result, ()) if is_item else (),
        "overdue": () if _OVERDUE.isdisjoint(metrics) else ("yes",),
        "promise_due": () if _PROMISE_DUE.isdisjoint(metrics) else ("yes",),
        "compiled": ("yes",) if entry.is_compiled else (),
        "year": (year,) if year else (),
        "theme": entry.themes,
        "unit": entry.units,
        "place": (entry.place,) if entry.place else (),
        "metric": metrics,
        "due": (str(due.day),) if due and due.day else (),
        "promise": (str(promise),) if promise else (),
    }


def _text(corpus: Corpus, entry: Entry) -> str:
    """Everything the public can read of it; nothing of what is withheld."""
    if is_aside(entry.kind):
        return ""
    if entry.part is not None:
        return " ".join([entry.title, *entry.units])
    if entry.tracked is None:
        return " ".join(_record_words(corpus, entry.record))
    words = list(_item_words(entry))
    if entry.tracked.item.number == 0 and not is_withheld(entry.tracked):
        words += list(_record_words(corpus, entry.record))[1:]  # the title is there already
    return " ".join(words)


def _item_words(entry: Entry) -> Iterator[str]:
    tracked = entry.tracked
    if tracked is None:
        return
    yield entry.title
    if is_withheld(tracked):
        return
    head = tracked.item.head
    for key in _written(type(head)):
        yield value_text(getattr(head, key))
    for step in tracked.history.steps:
        yield event_text(step.event)


@cache
def _written(model: type[Part]) -> tuple[str, ...]:
    """The fields of an item's head that somebody writes."""
    return tuple(key for key in model.model_fields if key not in ("where", "keys_at"))


def _record_words(corpus: Corpus, record: Record) -> Iterator[str]:
    yield record.title
    for key in record.kind.searched:
        if key != record.kind.title:
            yield value_text(getattr(record.head, key, None))
    for region in corpus.regions_of(record):
        yield corpus.places[region].name if region in corpus.places else ""
    if isinstance(record.head, Review):
        yield from _review_words(record.head)
    yield value_text(getattr(record.head, "village", None))
    yield value_text(getattr(record.head, "steps", None))
    yield _prose(record)


def _review_words(head: Review) -> Iterator[str]:
    """The units of a review and what was found; rectifications are entries of their own."""
    for target in head.targets:
        yield value_text(target.unit)
        yield value_text(target.findings)


def _prose(record: Record) -> str:
    return " ".join(prose_text(passage) for passage in record.prose)


def parents_of(corpus: Corpus) -> Parents:
    """Region → the region above it."""
    return {place.id: place.parent for place in corpus.places.values()}


_CLOSED: Labels = {
    "stage": {stage.value: stage.plain for stage in Stage},
    "result": {result.value: result.plain for result in Result},
    "overdue": {"yes": say("超过期限还没答复")},
    "promise_due": {"yes": say("承诺到期，待核实")},
    "compiled": {"yes": say("从报道整理，没有向当地核实")},
    "metric": {metric.key: metric.label for metric in METRICS},
}
"""The labels of closed lists."""


def labels_of(corpus: Corpus, rows: Collection[Row]) -> Labels:
    """What the values that some rows have of every facet are called on screen."""
    kinds = {record.kind.key: record.kind for record in corpus.records.values()}
    return {
        "kind": _kind_labels(kinds.values()),
        "region": {place.id: place.name for place in corpus.places.values()},
        **_CLOSED,
        "year": {year: say("{year}年", year=year) for year in _used(rows, "year")},
        "theme": {
            str(theme.key or theme.name): str(theme.name) for theme in corpus.vocabulary.themes
        },
        "unit": {unit: unit for unit in _used(rows, "unit")},
        "place": _place_labels(corpus, _used(rows, "place")),
    }


def own_labels(kinds: Iterable[Kind]) -> Iterator[str]:
    """What values are called that are words of ours, and not names that the content gives."""
    yield from _kind_labels(kinds).values()
    for labels in _CLOSED.values():
        yield from labels.values()


def _kind_labels(kinds: Iterable[Kind]) -> Mapping[str, str]:
    """Kinds of records, of their items, of their items' 交办, and of their parts."""
    labels: dict[str, str] = {}
    for kind in kinds:
        labels[kind.key] = kind.term
        for item in (*kind.items, *([kind.history] if kind.history else [])):
            labels[item.key] = item.term
            labels[assignment_of(item.key)] = say("{item}的交办", item=item.term)
    return {**labels, **PART_LABELS, "page": say("网页")}


def _used(rows: Iterable[Row], facet: str) -> list[str]:
    return sorted(set(chain.from_iterable(row.values(facet) for row in rows)))


def _place_labels(corpus: Corpus, used: Iterable[str]) -> Mapping[str, str]:
    labels: dict[str, str] = {}
    for place in used:
        region, _, village = place.partition(":")
        name = corpus.places[region].name if region in corpus.places else region
        labels[place] = f"{name} {village.replace('/', ' ')}"
    return labels
