"""Part of a region's page: its proposals and opinions in numbers, and records of other kinds.

A kind that has no section of its own is listed by its name, so that a new kind is found here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.addresses import OPINIONS, PROPOSALS, opinions_address, proposals_address
from site_gen.corpus.places import Place
from site_gen.docket.families import Family
from site_gen.docket.metrics import OF_OPINIONS, OF_PROPOSALS, PROPOSALS_FILED
from site_gen.language import say
from site_gen.pages.channels import without
from site_gen.pages.lists import newest, record_cell
from site_gen.pages.numbers import figure
from site_gen.pages.opinions import opinion_numbers
from site_gen.pages.shapes import Cell, Figure
from site_gen.pages.view import View
from site_gen.records.kinds import Kind
from site_gen.records.record import Record
from site_gen.statistics.numbers import Scope

_ELSEWHERE = frozenset({"session", "case", "method", "platform", "proposal", "opinion", "page"})
"""Kinds that a region's page shows in a section of their own."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel in numbers, and the page that lists it."""

    title: str
    numbers: tuple[Figure, ...]
    address: str
    link: str


@dataclass(frozen=True, slots=True)
class Others:
    """The records of one kind that a region keeps, the newest first."""

    title: str
    records: tuple[Cell, ...]


def channels(view: View, place: Place) -> Iterator[Channel]:
    """Proposals and opinions, where the region or one below it has recorded any."""
    scope = Scope(place.id)
    if view.numbers.is_recorded(OF_PROPOSALS.all, place.id):
        own = proposals_address(place.id) if _keeps(view, "proposal", place) else PROPOSALS
        numbers = tuple(_proposal_numbers(view, scope))
        yield Channel(say("提案"), numbers, own, say("每一件提案现在怎样"))
    if view.numbers.is_recorded(OF_OPINIONS.all, place.id):
        own = opinions_address(place.id) if _keeps(view, "opinion", place) else OPINIONS
        numbers = (*opinion_numbers(view, scope), *_owed(view, OF_OPINIONS, scope))
        yield Channel(say("社情民意"), numbers, own, say("每一件社情民意现在怎样"))


def _keeps(view: View, kind: str, place: Place) -> bool:
    return any(not record.is_withdrawn for record in view.corpus.of_region(kind, place.id))


def _proposal_numbers(view: View, scope: Scope) -> Iterator[Figure]:
    for metric in (OF_PROPOSALS.all, PROPOSALS_FILED, OF_PROPOSALS.replied):
        yield without(OF_PROPOSALS.noun, figure(view.numbers.count(metric, scope)))
    yield from _owed(view, OF_PROPOSALS, scope)


def _owed(view: View, of: Family, scope: Scope) -> Iterator[Figure]:
    """What is overdue, unless everything was compiled from reports and has no clock."""
    count = view.numbers.count
    if count(of.all, scope).value > count(of.compiled, scope).value:
        yield without(of.noun, figure(count(of.overdue, scope)))


def others(view: View, place: Place) -> Iterator[Others]:
    """The records with a page of their own that no other section of the region names."""
    for kind in _kinds(view):
        records = view.corpus.of_region(kind.key, place.id)
        kept = newest(one for one in records if not one.is_withdrawn)
        if kept:
            yield Others(kind.term, tuple(_told_apart(one, kept) for one in kept))


def _told_apart(record: Record, among: tuple[Record, ...]) -> Cell:
    """A record as a link; one that shares its title with another also by its name."""
    cell = record_cell(record)
    if [other.title for other in among].count(record.title) > 1:
        cell["text"] = say("{title}（{name}）", title=record.title, name=record.id.name)
    return cell


def _kinds(view: View) -> Iterator[Kind]:
    for records in view.corpus.by_kind.values():
        kind = records[0].kind
        if kind.segment and not kind.is_listed and kind.key not in _ELSEWHERE:
            yield kind
