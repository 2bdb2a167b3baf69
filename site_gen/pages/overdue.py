"""逾期: what is owed. Overdue answers, promises whose time has come, promises broken, refusals.

As visible as what was solved: grouped by region, each with its unit, its day, how that day was
worked out, and whom to ask. Records compiled from reports have no clock; where there is none at
all, that is said, and not shown as a 0. A region has a page of its own, on which a county shows
everything; what of many regions is too much for one page is named there in part.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from site_gen import addresses
from site_gen.addresses import overdue_address, refused_address
from site_gen.corpus.places import Place
from site_gen.docket.entry import Entry
from site_gen.docket.families import Family
from site_gen.docket.metric import shortened
from site_gen.docket.metrics import FAMILIES, OF_SUGGESTIONS, Metric
from site_gen.language import say, term
from site_gen.pages.channels import without
from site_gen.pages.excerpts import (
    FIRST,
    Excerpt,
    in_regions,
    part_columns,
    part_rows,
)
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import trail_to
from site_gen.pages.model import Page
from site_gen.pages.numbers import figure
from site_gen.pages.owed import (
    NEW_DAYS,
    Row,
    broken_row,
    overdue_row,
    promised_row,
    refused_row,
    supporting_row,
)
from site_gen.pages.picks import OWED, STAND_REFUSED, TIMED, excerpt_of, first
from site_gen.pages.shapes import Cell, Column, Figure, Value
from site_gen.pages.view import View
from site_gen.statistics.numbers import Scope


@dataclass(frozen=True, slots=True)
class Owed:
    """What a channel owes, in numbers."""

    title: str
    numbers: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one region, or the first of several."""

    region: str
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of thing that is owed, region by region.

    ``whole`` is how many there are where not all are shown, ``elsewhere`` where they stand all.
    """

    anchor: str
    title: str
    official: str
    lede: str
    columns: tuple[Column, ...]
    tables: tuple[Table, ...]
    whole: Figure | None = None
    elsewhere: Cell | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """What a channel owes in each region below."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


_MakeRow = Callable[[View, Entry], Row | None]


def _of_site(view: View) -> Iterator[Page]:
    timed = bool(first(view, TIMED, Scope()).total)
    trail = ((say("首页"), addresses.HOME),)
    yield _page(view, "", "overdue", say("逾期和没有兑现的"), timed, trail)


def _of_region(view: View, place: Place) -> Iterator[Page]:
    if any(_counts(view, of, place.id) for of in FAMILIES):
        title = say("{name}：逾期和没有兑现的", name=place.name)
        yield _page(view, place.id, "region_overdue", title, True, trail_to(view, place.id))


def _page(
    view: View, region: str, kind: str, title: str, timed: bool, trail: tuple[tuple[str, str], ...]
) -> Page:
    sections = tuple(_sections(view, region))
    is_cut = any(section.whole or section.elsewhere for section in sections)
    return Page(
        address=overdue_address(region),
        kind=kind,
        section="overdue",
        title=title,
        description=say(
            "超过期限还没答复的，答应了到期的，没有做到的，没有采纳的：交给谁，过了多久，找谁问。"
        ),
        template="overdue.html",
        values={
            "timed": timed,
            "owed": tuple(_owed(view, region)),
            "sections": sections,
            "parts": tuple(_parts(view, region)) if is_cut else (),
            "first": FIRST,
        },
        trail=trail,
    )


def _counted(of: Family) -> tuple[Metric, ...]:
    """What a channel owes."""
    return of.overdue, of.supporting_overdue, of.promise_due, of.unfulfilled


def _counts(view: View, of: Family, region: str) -> bool:
    """Whether a channel owes anything in and below a region."""
    return any(view.numbers.count(metric, Scope(region)).value for metric in _counted(of))


def _owed(view: View, region: str) -> Iterator[Owed]:
    """How much is owed, channel by channel; one alone needs no heading."""
    begun = [of for of in FAMILIES if view.numbers.is_recorded(of.all, region)] or [OF_SUGGESTIONS]
    for of in begun:
        figures = (figure(view.numbers.count(metric, Scope(region))) for metric in _counted(of))
        title = _noun(of) if len(begun) > 1 else ""
        yield Owed(title, tuple(without(of.noun, each) for each in figures))


def _parts(view: View, region: str) -> Iterator[Parts]:
    """The regions below with what each owes, channel by channel."""
    for of in FAMILIES:
        rows = tuple(part_rows(view, region, _counted(of), overdue_address))
        if rows:
            labels = (shortened(metric.label, of.noun) for metric in _counted(of))
            yield Parts(_noun(of), part_columns(*labels), rows)


def _noun(of: Family) -> str:
    return term(of.noun) if of.noun else say("建议")


def _sections(view: View, region: str) -> Iterator[Section]:
    for of in FAMILIES:
        yield from _late(view, region, of)
    for of in FAMILIES:
        yield from _promised(view, region, of)
    yield _refused(view, region)


def _late(view: View, region: str, of: Family) -> Iterator[Section]:
    """What a channel owes an answer to; suggestions have the shortest anchors."""
    columns = _columns(say("哪一条"), say("谁没答复"), say("期限"), say("已过"), say("找谁问"))
    yield Section(
        of.overdue.key, _title(of, of.overdue), say("逾期"),
        say("期限当天答复算按时；先答复一部分不算答复。"), columns,
        *_listed(view, region, of.overdue, overdue_row),
    )  # fmt: skip
    yield Section(
        _anchor(of, "supporting"), _title(of, of.supporting_overdue), say("会办逾期"),
        say("配合的单位有自己的期限。"), columns,
        *_listed(view, region, of.supporting_overdue, supporting_row),
    )  # fmt: skip


def _promised(view: View, region: str, of: Family) -> Iterator[Section]:
    """What a channel was promised: the day has come, or it was not kept."""
    yield Section(
        _anchor(of, "promises"), _title(of, of.promise_due), "",
        say("答应的时间已经过了，还没有人去看是不是做到了。"),
        _columns(say("哪一条"), say("谁答应的"), say("答应什么"), say("已过"), say("找谁问")),
        *_listed(view, region, of.promise_due, promised_row),
    )  # fmt: skip
    yield Section(
        _anchor(of, "broken"), say("{noun}：答应了没有做到", noun=_noun(of)), of.unfulfilled.label,
        say("最近一次事后复查，发现答应的没有做到。"),
        _columns(say("哪一条"), say("交给谁"), say("复查怎么说"), say("现在怎样"), say("找谁问")),
        *_listed(view, region, of.unfulfilled, broken_row),
    )  # fmt: skip


def _refused(view: View, region: str) -> Section:
    """What was refused lately; where there is too much of it, the way to its own page."""
    shown = excerpt_of(view, region, STAND_REFUSED)
    is_long = bool(shown.missing)
    tables = () if is_long else tuple(_by_region(view, (*shown.own, *shown.first), refused_row))
    heads = say("哪一条"), say("谁回复的"), say("怎么回复"), say("什么时候"), say("找谁问")
    columns = _columns(*heads)
    return Section(
        "refused", say("没有采纳、办不了的"), "",
        "" if is_long else say("最近 {n} 天里回复的；更早的在台账里。", n=NEW_DAYS),
        columns, tables,
        elsewhere=Cell(
            text=say("没有采纳的、办不了的，都有原因"), address=refused_address(region)
        ) if is_long else None,
    )  # fmt: skip


def _title(of: Family, metric: Metric) -> str:
    """``提案：超过期限还没答复``."""
    return say("{noun}：{label}", noun=_noun(of), label=shortened(metric.label, of.noun))


def _anchor(of: Family, name: str) -> str:
    return of.overdue.key.replace("overdue", name)


def _columns(*labels: str) -> tuple[Column, ...]:
    return tuple(Column(label=label) for label in labels)


def _listed(
    view: View, region: str, metric: Metric, make: _MakeRow
) -> tuple[tuple[Table, ...], Figure | None]:
    """The tables of what a metric counts, and how many there are where they do not hold all."""
    shown = excerpt_of(view, region, OWED[metric])
    whole = figure(view.numbers.count(metric, Scope(region))) if shown.missing else None
    return (*_by_region(view, shown.own, make), *_first(view, shown, make)), whole


def _by_region(view: View, entries: Iterable[Entry], make: _MakeRow) -> Iterator[Table]:
    """Rows by region, regions in the order of every list, what waited longest first."""
    for place, rows in in_regions(view, _rows(view, entries, make), lambda row: row.region):
        yield Table(place.name, tuple(row.cells for row in _longest_first(rows)))


def _first(view: View, shown: Excerpt[Entry], make: _MakeRow) -> Iterator[Table]:
    """The first of several regions; each row says which it is of."""
    rows = _longest_first(_rows(view, shown.first, make))
    if rows:
        yield Table(say("提得最早的 {n} 条", n=len(rows)), tuple(row.named(view) for row in rows))


def _rows(view: View, entries: Iterable[Entry], make: _MakeRow) -> Iterator[Row]:
    made = (make(view, entry) for entry in entries)
    return (row for row in made if row is not None)


def _longest_first(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: -row.days)


PAGE = PageKind("overdue", say("逾期"), _of_site, _of_region)
