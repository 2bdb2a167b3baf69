"""承办单位: one unit, with what it was given, by when, and what came of it; overdue first.

A number counts what the ledger lists under the unit's name; the lists below it are by the unit
itself, so that another unit of the same name further down is never mixed in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_gen.addresses import unit_address, units_address
from site_gen.corpus.places import Place
from site_gen.docket.desks import Desk
from site_gen.docket.entry import Entry
from site_gen.docket.families import Family
from site_gen.docket.metrics import (
    OF_OPINIONS,
    OF_PROPOSALS,
    OF_SUGGESTIONS,
    RATES,
    RECTIFICATIONS,
    RECTIFICATIONS_OVERDUE,
)
from site_gen.language import joined, say
from site_gen.lifecycle import Due, Role
from site_gen.pages.contacts import contact_facts, region_contact
from site_gen.pages.dues import due_cell
from site_gen.pages.exceptions import exceptions_of
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import item_row, trail_to
from site_gen.pages.mending import mending_row, target_row
from site_gen.pages.model import Page
from site_gen.pages.numbers import figure, rate_figure
from site_gen.pages.owed import late_row
from site_gen.pages.shapes import Cell, Column, Figure, Row, Value
from site_gen.pages.things import unit_of
from site_gen.pages.view import View, once
from site_gen.records.record import Record, RecordId
from site_gen.records.region import Unit
from site_gen.statistics.numbers import Scope
from site_gen.vocabulary.progress import Result, Stage

OPEN_AT_MOST = 10
"""So many items of a group stand open; the others unfold."""
LATE_COLUMNS = tuple(
    Column(label=label) for label in (say("哪一条"), say("还在等谁"), say("期限"), say("已过"))
)
CLOCK_COLUMNS = tuple(
    Column(label=label) for label in (say("哪一条"), say("它做什么"), say("期限和结果"))
)
FAMILIES = (OF_SUGGESTIONS, OF_PROPOSALS, OF_OPINIONS)
_ON_TIME = {rate.numerator.kind: rate for rate in RATES if rate.key.endswith("on_time_rate")}
_CHANNELS = {"suggestion": say("意见建议"), "proposal": say("提案"), "opinion": say("社情民意")}
_ROLES = {Role.LEAD: say("牵头"), Role.SUPPORTING: say("配合"), Role.REANSWER: say("重新答复")}


@dataclass(frozen=True, slots=True)
class Group:
    """Items that stand alike; those after the first few unfold."""

    title: str
    rows: tuple[Row, ...]
    rest: tuple[Row, ...]


def _of_region(view: View, place: Place) -> Iterator[Page]:
    for record in view.corpus.kept_by("unit", place.id):
        if isinstance(record.head, Unit) and not record.is_withdrawn:
            yield _page(view, record, record.head)


def _page(view: View, record: Record, head: Unit) -> Page:
    region, desk = record.id.region, view.desk_of(record)
    place = view.corpus.places[region]
    former = joined("、", head.former_names)
    return Page(
        address=unit_address(region, record.title),
        kind="unit",
        section="regions",
        title=record.title,
        description=say(
            "{name}{title}：交给它办的每一条，期限到哪天，怎么答复，现在怎样。",
            name=place.name,
            title=record.title,
        ),
        template="unit.html",
        values={
            "place": place.name,
            "facts": (say("曾用名：{former}", former=former),) if former else (),
            "numbers": tuple(_numbers(view, record)),
            "late_columns": LATE_COLUMNS,
            "late": tuple(late_table(view, desk, record.title)),
            "promises": _rows(view, (entry for entry in desk.leads if _promise_due(entry))),
            "groups": tuple(_groups(view, desk)),
            "supports": _group(view, say("它配合办的"), desk.supports),
            "clock_columns": CLOCK_COLUMNS,
            "clocks": tuple(_clock(view, *pair) for pair in reversed(desk.clocks)),
            "mends": tuple(mending_row(view, entry) for entry in desk.mends),
            "reviewed": tuple(target_row(view, entry) for entry in desk.reviewed),
            "exceptions": exceptions_of(record),
            "contact": contact_facts(head.contact or region_contact(view, region)),
        },
        trail=(*trail_to(view, region), (say("承办单位"), units_address(region))),
        things=(unit_of(view, record, head),),
    )


def _numbers(view: View, record: Record) -> Iterator[Figure]:
    """For each channel what it was given, what is overdue, how much was answered in time."""
    scope = unit_scope(view, record)
    if scope is None:
        return
    for family in FAMILIES:
        if view.numbers.entries(family.all, scope):
            yield from _channel(view, family, scope)
    if view.numbers.entries(RECTIFICATIONS, scope):
        yield figure(view.numbers.count(RECTIFICATIONS, scope))
        yield figure(view.numbers.count(RECTIFICATIONS_OVERDUE, scope))


def _channel(view: View, family: Family, scope: Scope) -> Iterator[Figure]:
    count = view.numbers.count
    yield figure(
        count(family.all, scope), say("交给它的{channels}", channels=_CHANNELS[family.all.kind])
    )
    if count(family.compiled, scope).value == count(family.all, scope).value:
        return
    yield figure(count(family.overdue, scope))
    if view.numbers.entries(family.promise_due, scope):
        yield figure(count(family.promise_due, scope))
    on_time = view.numbers.rate(_ON_TIME[family.assignments_due.kind], scope)
    if on_time.denominator.value:
        yield rate_figure(on_time, family.overdue)


def unit_scope(view: View, record: Record) -> Scope | None:
    """What the ledger has under the unit's name; None where it also has others of that name."""
    return _scope_of(view, record.id)


@once
def _scope_of(view: View, unit: RecordId) -> Scope | None:
    record = view.corpus.records[unit]
    scope = Scope(record.id.region, unit=record.title)
    counted = (entry for family in FAMILIES for entry in view.numbers.entries(family.all, scope))
    # From the same regions a name means the same unit.
    naming = {entry.regions: entry.record for entry in counted}
    meant = (view.corpus.find("unit", record.title, each) for each in naming.values())
    return scope if all(found is record for found in meant) else None


def late_table(view: View, desk: Desk, name: str) -> Iterator[tuple[Value, ...]]:
    """Every item with a term that this unit has let pass, what waited longest first."""
    late: dict[str, tuple[Entry, list[Due]]] = {}
    for entry, due in desk.clocks:
        if entry.is_live and due.is_overdue(view.today) and name in due.clock.waiting:
            late.setdefault(entry.id, (entry, []))[1].append(due)
    rows = [late_row(view, entry, dues) for entry, dues in late.values()]
    for row in sorted(rows, key=lambda row: -row.days):
        yield row.cells[:-1]


def _promise_due(entry: Entry) -> bool:
    return entry.standing is not None and entry.standing.promise_due


def _rows(view: View, entries: Iterable[Entry]) -> tuple[Row, ...]:
    return tuple(item_row(view, entry, facts=_channel_name(entry)) for entry in entries)


def _channel_name(entry: Entry) -> tuple[str, ...]:
    """What an item is, unless it is a suggestion, of which most are."""
    is_other = entry.tracked is not None and entry.kind != "suggestion"
    return (entry.tracked.item.kind.term,) if is_other and entry.tracked else ()


def _groups(view: View, desk: Desk) -> Iterator[Group]:
    """What it leads: open ones by stage, then by result, then what ended, then reports."""
    standing: dict[str, list[Entry]] = {}
    for entry in desk.leads:
        standing.setdefault(_state(entry), []).append(entry)
    for title, state in _STATES:
        if state in standing:
            yield _group(view, title, standing[state])


def _group(view: View, title: str, entries: Iterable[Entry]) -> Group:
    rows = _rows(view, reversed(tuple(entries)))
    return Group(title, rows[:OPEN_AT_MOST], rows[OPEN_AT_MOST:])


def _state(entry: Entry) -> str:
    if entry.is_compiled:
        return "compiled"
    return entry.result or entry.stage or Stage.RAISED


_STATES: tuple[tuple[str, str], ...] = (
    *((stage.plain, stage) for stage in Stage if stage in (Stage.REOPENED, Stage.RETURNED)),
    *((stage.plain, stage) for stage in (Stage.RAISED, Stage.ACCEPTED, Stage.ASSIGNED)),
    *((stage.plain, stage) for stage in (Stage.HANDLING, Stage.REPLIED)),
    *((result.plain, result) for result in Result if result is not Result.RESOLVED),
    (Result.RESOLVED.plain, Result.RESOLVED),
    *((stage.plain, stage) for stage in (Stage.CLOSED, Stage.DECLINED, Stage.MERGED)),
    *((stage.plain, stage) for stage in (Stage.CONVERTED, Stage.WITHDRAWN)),
    (say("从报道整理的，之后没有公开信息"), "compiled"),
)
"""Headings and what stands under each: what is still open first."""


def _clock(view: View, entry: Entry, due: Due) -> tuple[Value, ...]:
    """One term that ran against it: the item, its part in it, the day with its working."""
    item = Cell(text=entry.title, address=entry.address, note=entry.context)
    return item, _ROLES[due.clock.role], due_cell(due, view.today, is_named=False)


PAGE = PageKind("unit", say("承办单位"), region=_of_region)
