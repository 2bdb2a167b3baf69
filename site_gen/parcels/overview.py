"""The view of the whole site, made of registers, heads and of what all parcels hand over.

It shows the same as a view of everything, and holds much less: numbers are added up, and of the
entries only those are at hand that are looked at. All others are found when somebody asks for them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from itertools import chain

from site_gen.corpus import Corpus
from site_gen.docket.build import build_docket
from site_gen.docket.desks import Desk, desks_of
from site_gen.docket.entry import Entry
from site_gen.docket.metrics import metrics_of
from site_gen.docket.row import Row
from site_gen.docket.rows import build_rows
from site_gen.pages.highlights import highlights_of
from site_gen.pages.picks import (
    Month,
    Picked,
    Ranked,
    answered,
    asked_about,
    best,
    raised_by_month,
    ranked,
    scopes_above,
)
from site_gen.pages.sessions_list import row_of_session
from site_gen.pages.tags import tags_of, tags_of_row
from site_gen.pages.view import View
from site_gen.parcels.brief import Brief, Wake
from site_gen.parcels.contribution import Contribution, Line, unpacked
from site_gen.parcels.outline import is_many
from site_gen.records.record import Record, RecordId
from site_gen.statistics.numbers import Numbers
from site_gen.statistics.reconciliation import Reconciliation, reconcile
from site_gen.statistics.sums import Merged, sums_of


@dataclass(frozen=True)
class Overview(View):
    """A view in which most entries are brief, and most of those not at hand."""

    near: tuple[Entry, ...] = ()
    """The entries that are at hand, in docket order."""
    contributions: tuple[Contribution, ...] = ()

    @cached_property
    def _nearby(self) -> Mapping[RecordId, tuple[Entry, ...]]:
        found: dict[RecordId, list[Entry]] = {}
        for entry in self.near:
            found.setdefault(entry.record.id, []).append(entry)
        return {record: tuple(entries) for record, entries in found.items()}

    @cached_property
    def _told(self) -> frozenset[str]:
        """The regions of parcels."""
        return frozenset(region for one in self.contributions for region in one.regions)

    def entries_of(self, record: Record) -> tuple[Entry, ...]:
        """The entries of a record: itself where it is countable, then its items."""
        if is_many(record.kind) and record.id.region in self._told:
            return self._nearby.get(record.id) or super().entries_of(record)
        return self._nearby.get(record.id, ())

    @cached_property
    def desks(self) -> Mapping[RecordId, Desk]:
        """The desks of the units of no parcel; those of others may not be whole."""
        return desks_of(self.corpus, self.near)

    @cached_property
    def totals(self) -> tuple[Reconciliation, ...]:
        """All that is reported, each total beside what is itemised."""
        told = {key: each for one in self.contributions for key, each in one.compared.items()}
        return reconcile(self.corpus, self.numbers, told)


def overview_of(
    corpus: Corpus,
    contributions: Iterable[Contribution],
    lines: Callable[[], Iterable[Line]],
    wake: Wake,
    today: date,
) -> Overview:
    """What there is to see of the whole site on a day; ``lines`` finds the lines of all entries."""
    contributions, found = tuple(contributions), cache(lambda: tuple(lines()))
    apart = _apart(corpus, contributions)
    own = [one for one in build_docket(corpus, today) if one.record.id in apart.records]
    brief = _maker(corpus, wake, today)
    near = [line for one in contributions for line in one.near]
    at_hand = tuple(_in_order(corpus, [*own, *map(brief, near)]))
    sums = [sums_of(corpus, own), *(one.sums for one in contributions)]
    numbers = Merged(
        Numbers(corpus, at_hand, counting), sums, lambda: Numbers(corpus, view.entries, counting)
    )
    view = Overview(
        corpus,
        numbers,
        today,
        lambda: _entries(view, own, found(), brief),
        lambda: (*build_rows(apart, own), *_rows(view, found())),
        near=at_hand,
        contributions=contributions,
    )
    _know(view, near, brief)
    _know_answers(view, replace(view, numbers=Numbers(corpus, own)), brief)
    return view


def _apart(corpus: Corpus, contributions: Iterable[Contribution]) -> Corpus:
    """The records of which no parcel tells; names mean in them what they mean among all."""
    told = frozenset(region for one in contributions for region in one.regions)
    own = {
        key: record
        for key, record in corpus.records.items()
        if not (is_many(record.kind) and key.region in told)
    }
    return replace(corpus, records=own)


def _maker(corpus: Corpus, wake: Wake, today: date) -> Callable[[Line], Brief]:
    """How a line becomes an entry, always the same one."""
    made: dict[str, Brief] = {}

    def brief(line: Line) -> Brief:
        key = line.row.id
        if key not in made:
            made[key] = Brief(line.row, corpus.records[line.record], wake, today)
        return made[key]

    return brief


def _know(view: View, lines: Iterable[Line], brief: Callable[[Line], Brief]) -> None:
    for line in lines:
        view.know(tags_of, brief(line), line.tags)
        view.know(highlights_of, brief(line), line.highlights)


def _know_answers(view: Overview, own: View, brief: Callable[[Line], Brief]) -> None:
    """What pages ask about very many entries, found out by all parcels and here."""
    packed = {key: line for one in view.contributions for key, line in one.lines.items()}

    def woken(key: str) -> Entry:
        line = unpacked(packed[key])
        _know(view, [line], brief)
        return brief(line)

    for one in view.contributions:
        for session, row in one.sessions.items():
            view.know(row_of_session, session, row)
    for pick, scope in asked_about(view.corpus):
        asked = pick.key, scope
        told = [one.answers[asked] for one in view.contributions if asked in one.answers]
        here: list[Ranked[Entry | str]] = [*ranked(own, pick, scope)]
        first = best(pick, [*here, *chain.from_iterable(one.first for one in told)])
        entries = (woken(one) if isinstance(one, str) else one for _, one in first)
        total = len(here) + sum(one.total for one in told)
        view.know(answered, (pick, scope), Picked(tuple(entries), total))
    for scope in scopes_above(view.corpus):
        raised = Counter(raised_by_month(own, scope))
        for one in view.contributions:
            raised.update(one.months.get(scope, {}))
        known: Mapping[Month, int] = raised
        view.know(raised_by_month, scope, known)


def counting(entry: Entry) -> tuple[str, ...]:
    """The keys of all metrics that count an entry."""
    return entry.metrics if isinstance(entry, Brief) else metrics_of(entry)


def _entries(
    view: View, own: Sequence[Entry], lines: Sequence[Line], brief: Callable[[Line], Brief]
) -> tuple[Entry, ...]:
    _know(view, lines, brief)
    return tuple(_in_order(view.corpus, [*own, *map(brief, lines)]))


def _rows(view: View, lines: Iterable[Line]) -> Iterator[Row]:
    for line in lines:
        view.know(tags_of_row, line.row.id, line.tags)
        yield line.row


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
