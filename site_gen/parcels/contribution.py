"""What a parcel hands over for the pages, the ledger and the search of the whole site.

To the pages it hands over sums, and the few entries that they may show; that is little. To ledger
and search it hands over a line for every entry. A line holds flat texts; whoever wants to know more
of an item wakes it from the file of its record.
"""

import pickle
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from site_gen.docket.entry import Entry
from site_gen.docket.metrics import OF_SUGGESTIONS
from site_gen.docket.row import Row
from site_gen.pages.highlights import Highlights, highlights_of
from site_gen.pages.picks import Month, Ranked, asked_about, best, months_of, ranked, scopes_above
from site_gen.pages.sessions_list import session_row
from site_gen.pages.shapes import Row as Shown
from site_gen.pages.shapes import Tag
from site_gen.pages.tags import tags_of
from site_gen.pages.view import View
from site_gen.parcels.outline import is_many
from site_gen.parcels.plan import Parcel
from site_gen.records.handed import Handed
from site_gen.records.record import RecordId
from site_gen.statistics.numbers import Scope
from site_gen.statistics.reconciliation import Compared
from site_gen.statistics.sums import Sums, sums_of


@dataclass(frozen=True, slots=True)
class Line(Handed):
    """One entry as others see it."""

    record: RecordId
    row: Row
    tags: tuple[Tag, ...]
    highlights: Highlights


class Answer(NamedTuple):
    """The first entries of a parcel that a pick has, each with its rank, and how many there are."""

    first: tuple[Ranked[str], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a parcel tells of its sessions, proposals and opinions."""

    regions: tuple[str, ...]
    """Of which it tells everything."""
    sums: Sums
    answers: Mapping[tuple[str, Scope], Answer]
    """By the key of a pick and what it is asked about."""
    months: Mapping[Scope, Mapping[Month, int]]
    """How many suggestions were raised when."""
    lines: Mapping[str, bytes]
    """By id, the lines of all entries that answers name, without their text; packed, for few of
    very many are looked at."""
    sessions: Mapping[RecordId, Shown]
    """The sessions that answers name, as lists of sessions have them."""
    near: tuple[Line, ...]
    """Records of which something lies before a unit, or names a region, outside of the parcel, and
    the guests of the site: all their entries, in docket order."""
    compared: Mapping[RecordId, tuple[Compared, ...]]
    """What its reported totals were compared with."""


def lines_of(view: View, parcel: Parcel) -> tuple[Line, ...]:
    """All entries of a parcel, in docket order."""
    rows = {row.id: row for row in view.rows}
    return tuple(_line(view, entry, rows[entry.id]) for entry in _own(view, parcel))


def unpacked(line: bytes) -> Line:
    """A line of a contribution."""
    found: Line = pickle.loads(line)  # noqa: S301
    return found


def contribution_of(view: View, parcel: Parcel, guests: Collection[RecordId] = ()) -> Contribution:
    """What a parcel hands over of its own; ``guests`` are records that the whole site tells of."""
    own = list(_own(view, parcel))
    records = {entry.record.id for entry in _near(view, own, parcel)} | set(guests)
    near = {entry.id for entry in own if entry.record.id in records}
    picked = dict(_picked(view, {entry.id for entry in own}))
    shown = {entry.id: entry for found, _ in picked.values() for _, entry in found}
    rows = {row.id: replace(row, text="") for row in view.rows if row.id in near or row.id in shown}
    return Contribution(
        regions=parcel.regions,
        sums=sums_of(view.corpus, own, view.numbers.keys),
        answers={asked: _answer(*found) for asked, found in picked.items()},
        months=_months(view, {entry.id for entry in own}),
        lines={key: _packed(_line(view, entry, rows[key])) for key, entry in shown.items()},
        sessions=_sessions(view, shown.values()),
        near=tuple(_line(view, one, rows[one.id]) for one in own if one.id in near),
        compared=_compared(view, parcel),
    )


def _compared(view: View, parcel: Parcel) -> Mapping[RecordId, tuple[Compared, ...]]:
    found: dict[RecordId, list[Compared]] = {}
    for one in view.totals:
        if one.total.record.id.region in parcel.regions:
            value = one.itemised.value if one.itemised else 0
            found.setdefault(one.total.record.id, []).append((value, one.vague))
    return {record: tuple(compared) for record, compared in found.items()}


def _months(view: View, meant: Collection[str]) -> Mapping[Scope, Mapping[Month, int]]:
    asked = (
        (scope, view.numbers.entries(OF_SUGGESTIONS.all, scope))
        for scope in scopes_above(view.corpus)
    )
    return {scope: months_of(one for one in found if one.id in meant) for scope, found in asked}


def _own(view: View, parcel: Parcel) -> Iterator[Entry]:
    regions = set(parcel.regions)
    for entry in view.entries:
        if entry.record.id.region in regions and is_many(entry.record.kind):
            yield entry


def _line(view: View, entry: Entry, row: Row) -> Line:
    return Line(entry.record.id, row, tags_of(view, entry), highlights_of(view, entry))


def _packed(line: Line) -> bytes:
    return pickle.dumps(line, protocol=5)


def _picked(
    view: View, meant: Collection[str]
) -> Iterator[tuple[tuple[str, Scope], tuple[list[Ranked[Entry]], int]]]:
    """What is first of what is asked about, and how much there is of it."""
    for pick, scope in asked_about(view.corpus):
        found = [one for one in ranked(view, pick, scope) if one[1].id in meant]
        if found:
            yield (pick.key, scope), (best(pick, found), len(found))


def _answer(found: Iterable[Ranked[Entry]], total: int) -> Answer:
    return Answer(tuple((rank, entry.id) for rank, entry in found), total)


def _sessions(view: View, entries: Iterable[Entry]) -> Mapping[RecordId, Shown]:
    records = (entry.record for entry in entries if entry.kind == "session")
    return {record.id: session_row(view, record) for record in records}


def _near(view: View, own: Iterable[Entry], parcel: Parcel) -> Iterator[Entry]:
    """What lies before a unit, or names a region, outside of the parcel."""
    desks = (desk for unit, desk in view.desks.items() if unit.region not in parcel.regions)
    away = {entry.id for desk in desks for entry in desk.entries}
    for entry in own:
        if entry.id in away or not set(parcel.regions).issuperset(entry.regions):
            yield entry
