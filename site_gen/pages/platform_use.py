"""How platforms are used: sessions in the last twelve months against what was promised, and reach.

Silence is only held against a platform that is in use, was founded more than a year ago, is no
report's hearsay, and whose region records sessions at all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from site_gen.addresses import record_address
from site_gen.docket.metrics import SESSIONS
from site_gen.docket.traits import session_state
from site_gen.language import say
from site_gen.pages.lists import dated
from site_gen.pages.shapes import Cell, Value
from site_gen.pages.view import View
from site_gen.records.dates import PartialDate
from site_gen.records.record import Record
from site_gen.records.region import Platform
from site_gen.records.session import Session
from site_gen.statistics.numbers import Scope
from site_gen.vocabulary.settings import PlatformLevel, PlatformState, SessionState

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Use:
    """The last twelve months of a platform.

    ``held`` sessions certainly lie in them, ``vague`` perhaps; ``expected`` is what its frequency
    promises since it was founded, None where that cannot be held against it.
    """

    held: int
    vague: int
    expected: int | None
    is_silent: bool

    @property
    def missing(self) -> int:
        """By how many sessions it fell short for certain."""
        return max((self.expected or 0) - self.held - self.vague, 0)


def use_of(view: View, record: Record, head: Platform) -> Use:
    """How a platform was used up to today."""
    start = a_year_before(view.today)
    days = [_day(view, session) for session in view.corpus.used_by.get(record.id, ())]
    known = [day for day in days if day is not None]
    held = sum(start < day.first and day.last <= view.today for day in known)
    maybe = sum(start < day.last and day.first <= view.today for day in known)
    is_asked = _is_asked(view, record, head)
    founded = head.founded.last if head.founded else None
    return Use(
        held=held,
        vague=maybe - held,
        expected=_expected(head, founded, view.today) if is_asked else None,
        is_silent=is_asked and not maybe and (founded is None or founded <= start),
    )


def a_year_before(day: date) -> date:
    """The same day a year ago; 29 February has the 28th."""
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def _day(view: View, session: Record) -> PartialDate | None:
    """When a session was held; None for one that was not, or is not public any more."""
    if session.is_withdrawn or not isinstance(session.head, Session):
        return None
    is_held = session_state(session.head, view.today) is SessionState.HELD
    return dated(session) if is_held else None


def _is_asked(view: View, record: Record, head: Platform) -> bool:
    """Whether anything may be concluded from what is not recorded."""
    if head.state is not PlatformState.RUNNING or head.is_compiled:
        return False
    return bool(view.numbers.count(SESSIONS, Scope(record.id.region)).value)


def _expected(head: Platform, founded: date | None, today: date) -> int | None:
    if head.frequency is None:
        return None
    age = MONTHS
    if founded is not None:
        full = 12 * (today.year - founded.year) + today.month - founded.month
        age = min(max(full - (today.day < founded.day), 0), MONTHS)
    return age * head.frequency.times // head.frequency.months


def use_words(use: Use) -> Iterator[str]:
    """The same in words, for the card of a platform."""
    yield say("最近 {months} 个月有记录的会 {held} 次", months=MONTHS, held=use.held)
    if use.vague:
        yield say("另有 {vague} 次日期不全", vague=use.vague)
    if use.expected:
        yield say("照约定是 {expected} 次", expected=use.expected)


def level_rows(view: View, region: str, records: Iterable[Record]) -> Iterator[tuple[Value, ...]]:
    """The three levels: how many platforms, and how many of the townships and villages have one."""
    has = view.corpus.places[region].head.subdivisions
    heads = [head for head in _in_use(records) if head.level]
    yield _level_row(heads, PlatformLevel.COUNTY, Cell(text=say("全县")))
    for level, whole in (
        (PlatformLevel.TOWNSHIP, has.townships if has else None),
        (PlatformLevel.VILLAGE, has.villages if has else None),
    ):
        yield _level_row(heads, level, _reach(heads, level, whole))


def _level_row(heads: list[Platform], level: PlatformLevel, reach: Cell) -> tuple[Value, ...]:
    number = sum(head.level is level for head in heads)
    return (
        say("{word}一级", word=level.plain),
        say("{n} 个", n=number) if number else say("没有登记"),
        reach,
    )


def _in_use(records: Iterable[Record]) -> Iterator[Platform]:
    for record in records:
        head = record.head
        if isinstance(head, Platform) and head.taken_down is None:
            yield from [head] if head.state is not PlatformState.STOPPED else []


def _reach(heads: list[Platform], level: PlatformLevel, whole: int | None) -> Cell:
    """How many townships, or villages, have a platform, as far as the records say where it is."""
    places = [_place(head, level) for head in heads if head.level is level]
    named, nowhere = len(set(places) - {""}), places.count("")
    if nowhere and not named:
        return Cell(text=say("没有写明在哪些{word}", word=level.plain))
    least = say("至少 ") if nowhere else ""
    plain = say("{least}{named} 个{word}有", least=least, named=named, word=level.plain)
    cell = Cell(
        text=say(
            "{whole} 个{word}中{value}{named} 个有",
            whole=whole,
            word=level.plain,
            value=least or " ",
            named=named,
        )
        if whole
        else plain
    )
    if nowhere:
        cell["note"] = say(
            "另有 {nowhere} 个平台没有写明在哪个{word}", nowhere=nowhere, word=level.plain
        )
    return cell


def _place(head: Platform, level: PlatformLevel) -> str:
    """Which township or village a platform covers; empty where its record does not say."""
    if head.village is None:
        return ""
    if level is PlatformLevel.TOWNSHIP:
        return head.village.township
    return str(head.village) if head.village.village else ""


def township_rows(records: Iterable[Record]) -> Iterator[tuple[Value, ...]]:
    """Every township that a platform names: its own platforms, and those of its villages."""
    found: dict[str, tuple[list[Cell], list[Cell]]] = {}
    for record in records:
        head = record.head
        if not isinstance(head, Platform) or record.is_withdrawn or head.village is None:
            continue
        own, of_villages = found.setdefault(head.village.township, ([], []))
        cell = Cell(text=record.title, address=record_address(record))
        (of_villages if head.level is PlatformLevel.VILLAGE else own).append(cell)
    for township, (own, of_villages) in sorted(found.items()):
        yield township, tuple(own) or say("没有登记"), tuple(of_villages) or say("没有登记")
