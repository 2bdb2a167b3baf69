"""The view of the whole site, made of registers, heads and rows: what all parcels hand over.

It shows the same as a view of everything, and holds much less.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from site_gen.corpus import Corpus
from site_gen.docket.build import build_docket
from site_gen.docket.desks import Desk, desks_of
from site_gen.docket.entry import Entry
from site_gen.docket.metrics import metrics_of
from site_gen.docket.row import Row
from site_gen.docket.rows import build_rows
from site_gen.pages.highlights import highlights_of
from site_gen.pages.tags import tags_of
from site_gen.pages.view import View
from site_gen.parcels.brief import Brief, Wake
from site_gen.parcels.contribution import Contribution, Line
from site_gen.records.record import RecordId
from site_gen.statistics.numbers import Numbers


@dataclass(frozen=True)
class Overview(View):
    """A view in which most entries are brief."""

    leaving: frozenset[str] = frozenset()
    """The brief entries that may lie before units of no parcel."""

    @cached_property
    def desks(self) -> Mapping[RecordId, Desk]:
        """The desks of the units of no parcel; those of others may not be whole."""
        there = (
            one for one in self.entries if one.id in self.leaving or not isinstance(one, Brief)
        )
        return desks_of(self.corpus, there)


def overview_of(
    corpus: Corpus, contributions: Iterable[Contribution], wake: Wake, today: date
) -> Overview:
    """What there is to see of the whole site on a day."""
    lines = [line for each in contributions for line in each.lines]
    told = {line.record for line in lines}
    own = [one for one in build_docket(corpus, today) if one.record.id not in told]
    briefs = [Brief(line.row, corpus.records[line.record], wake, today) for line in lines]
    entries = tuple(_in_order(corpus, [*own, *briefs]))
    rows = _rows(corpus, own, lines, entries)
    numbers = Numbers(corpus, entries, counting)
    leaving = frozenset(line.row.id for line in lines if line.leaves)
    view = Overview(corpus, entries, rows, numbers, today, leaving=leaving)
    for brief, line in zip(briefs, lines, strict=True):
        view.know(tags_of, brief, line.tags)
        view.know(highlights_of, brief, line.highlights)
    return view


def counting(entry: Entry) -> tuple[str, ...]:
    """The keys of all metrics that count an entry."""
    return entry.metrics if isinstance(entry, Brief) else metrics_of(entry)


def _in_order(corpus: Corpus, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Entries in docket order: record by record, bulletins last."""
    of_record: dict[RecordId, list[Entry]] = {}
    bulletins: dict[RecordId, list[Entry]] = {}
    for entry in entries:
        found = bulletins if entry.kind == "bulletin" else of_record
        found.setdefault(entry.record.id, []).append(entry)
    for found in (of_record, bulletins):
        for record in corpus.records:
            yield from found.get(record, ())


def _rows(
    corpus: Corpus, own: Sequence[Entry], lines: Iterable[Line], entries: Iterable[Entry]
) -> tuple[Row, ...]:
    """Rows in the order of entries, then those of records that have no entry."""
    told = {line.row.id: line.row for line in lines}
    made = {row.id: row for row in build_rows(corpus, own)}
    found = made | told
    of_entries = [found[entry.id] for entry in entries]
    seen = {row.id for row in of_entries}
    return (*of_entries, *(row for row in made.values() if row.id not in seen))
