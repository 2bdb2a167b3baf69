"""What pages are composed from: the corpus, the docket and the numbers of one day."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, wraps
from inspect import unwrap
from typing import Any, TypeVar

from site_gen.corpus import Corpus, Tracked
from site_gen.corpus.joins import ItemKey, joined
from site_gen.corpus.places import area_of
from site_gen.docket.build import build_docket
from site_gen.docket.desks import EMPTY, Desk, desks_of
from site_gen.docket.entry import Entry, latest
from site_gen.docket.metrics import FAMILIES, metrics_of
from site_gen.docket.nearby import Nearby, nearby
from site_gen.docket.row import Row
from site_gen.docket.rows import build_rows
from site_gen.docket.threads import Thread, threads
from site_gen.records.record import Record, RecordId
from site_gen.statistics.numbers import Numbers, Scope
from site_gen.statistics.reconciliation import Reconciliation, reconcile

_About = TypeVar("_About", bound=Hashable)
_Answer = TypeVar("_Answer")


@dataclass(frozen=True)
class View:
    """Everything a page may ask; nothing in it changes.

    A page about very many entries asks for numbers and for the first of a list
    (:mod:`site_gen.pages.picks`), never for all entries: where such a page is made they are not at
    hand, and finding them takes its time.
    """

    corpus: Corpus
    numbers: Numbers
    today: date
    find_entries: Callable[[], tuple[Entry, ...]] = field(repr=False)
    find_rows: Callable[[], tuple[Row, ...]] = field(repr=False)
    answers: dict[object, dict[Any, Any]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What :func:`once` has found out."""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in docket order."""
        return self.find_entries()

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows, of entries and of pages that have none, in no special order."""
        return self.find_rows()

    @cached_property
    def _of_record(self) -> dict[RecordId, tuple[Entry, ...]]:
        found: dict[RecordId, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.record.id, []).append(entry)
        return {key: tuple(entries) for key, entries in found.items()}

    def know(
        self, asked: Callable[["View", _About], _Answer], about: _About, answer: _Answer
    ) -> None:
        """Takes the answer to something that is found out :func:`once` from somebody who knows."""
        self.answers.setdefault(unwrap(asked), {})[about] = answer

    def entries_of(self, record: Record) -> tuple[Entry, ...]:
        """The entries of a record: itself where it is countable, then its items."""
        return self._of_record.get(record.id, ())

    def entry_of(self, tracked: Tracked) -> Entry | None:
        """The entry of an item; None where its record was taken down."""
        entries = self.entries_of(tracked.record)
        return next((one for one in entries if one.tracked is tracked), None)

    @cached_property
    def _rows_by_id(self) -> Mapping[str, Row]:
        return {row.id: row for row in self.rows}

    @cached_property
    def _entries_by_id(self) -> Mapping[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    def row_at(self, row_id: str) -> Row:
        """A row by its id. Raises KeyError."""
        return self._rows_by_id[row_id]

    def entry_at(self, row_id: str) -> Entry:
        """The entry that a row shows. Raises KeyError where it shows none."""
        return self._entries_by_id[row_id]

    @cached_property
    def joined(self) -> Mapping[ItemKey, tuple[Tracked, ...]]:
        """The items that were merged or converted into an item."""
        return joined(self.corpus)

    @cached_property
    def totals(self) -> tuple[Reconciliation, ...]:
        """All that is reported, each total beside what is itemised."""
        return reconcile(self.corpus, self.numbers)

    @cached_property
    def _reconciled(self) -> dict[RecordId, tuple[Reconciliation, ...]]:
        found: dict[RecordId, list[Reconciliation]] = {}
        for row in self.totals:
            found.setdefault(row.total.record.id, []).append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    def reconciled(self, record: Record) -> tuple[Reconciliation, ...]:
        """The totals that a record reports, each beside what is itemised."""
        return self._reconciled.get(record.id, ())

    @cached_property
    def desks(self) -> Mapping[RecordId, Desk]:
        """What each unit has before it; a unit that has nothing is not there."""
        return desks_of(self.corpus, self.entries)

    def desk_of(self, unit: Record) -> Desk:
        """What a unit has before it."""
        return self.desks.get(unit.id, EMPTY)

    @cached_property
    def nearby(self) -> Mapping[str, Nearby]:
        """Which items are like an item, for each channel that has a life cycle."""
        channels = (of.all for of in FAMILIES)
        return {
            channel.kind: nearby(latest(self.numbers.entries(channel, Scope())), self._area)
            for channel in channels
        }

    def _area(self, entry: Entry) -> str:
        return area_of(entry.regions[0], self.corpus.places)

    @cached_property
    def threads(self) -> tuple[Thread, ...]:
        """The sessions on one matter, joined by 承接."""
        return threads(self.corpus)

    @cached_property
    def _thread_of(self) -> Mapping[RecordId, Thread]:
        return {record.id: thread for thread in self.threads for record in thread}

    def thread_of(self, record: Record) -> Thread:
        """All sessions on the matter of a session; empty where it is the only one."""
        return self._thread_of.get(record.id, ())


def view_of(corpus: Corpus, today: date) -> View:
    """What there is to see of a corpus on a day."""
    entries = build_docket(corpus, today)
    counting = cache(metrics_of)
    rows = build_rows(corpus, entries, counting)
    return View(corpus, Numbers(corpus, entries, counting), today, lambda: entries, lambda: rows)


def once(work: Callable[[View, _About], _Answer]) -> Callable[[View, _About], _Answer]:
    """``work``, done once for each thing it is asked about as long as the view lives.

    For what many pages show alike: all pages of a region its contact, all lists an item its tags.
    Its answers are shared, so nobody may change them.
    """

    @wraps(work)
    def answered(view: View, about: _About) -> _Answer:
        known = view.answers.setdefault(work, {})
        if about not in known:
            known[about] = work(view, about)
        found: _Answer = known[about]
        return found

    return answered
