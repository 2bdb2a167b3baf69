"""承办单位: the units of each region, as a table; and the regions that have registered any."""

from collections.abc import Iterator

from site_gen.addresses import HOME, UNITS, unit_address, units_address
from site_gen.corpus.places import Place
from site_gen.docket.metrics import OVERDUE, SUGGESTIONS
from site_gen.language import joined, say
from site_gen.pages.areas import areas, names_above
from site_gen.pages.frame import contact_rows
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import trail_to
from site_gen.pages.model import Page
from site_gen.pages.numbers import number_cell
from site_gen.pages.shapes import Cell, Column, Value
from site_gen.pages.unit import late_table, unit_scope
from site_gen.pages.view import View
from site_gen.records.record import Record
from site_gen.records.region import Unit

COLUMNS = (
    Column(label=say("单位")),
    Column(label=say("找谁问")),
    Column(label=say("给它的建议"), numeric=True),
    Column(label=say("超过期限"), numeric=True),
)


def _compose(view: View) -> Iterator[Page]:
    listed = [place for place in areas(view) if _units(view, place)]
    yield Page(
        address=UNITS,
        kind="units",
        section="units",
        title=say("承办单位"),
        description=say("建议交给哪些单位办：每个单位手上有什么，有没有超过期限。"),
        template="units.html",
        values={"areas": tuple(_area(view, place) for place in listed)},
        trail=((say("首页"), HOME),),
    )


def _of_region(view: View, place: Place) -> Iterator[Page]:
    if _units(view, place):
        yield _page_of(view, place)


def _units(view: View, place: Place) -> tuple[Record, ...]:
    records = view.corpus.of_region("unit", place.id)
    return tuple(record for record in records if not record.is_withdrawn)


def _area(view: View, place: Place) -> Cell:
    """A region that has registered units, with how many."""
    number = say("{n} 个单位", n=len(_units(view, place)))
    above = names_above(view, place.id)
    note = say("{above}，{n}", above=above, n=number) if above else number
    return Cell(text=place.name, address=units_address(place.id), note=note)


def _page_of(view: View, place: Place) -> Page:
    return Page(
        address=units_address(place.id),
        kind="region_units",
        section="units",
        title=say("{name}的承办单位", name=place.name),
        description=say(
            "{name}登记的承办单位：每个单位手上有什么，有没有超过期限，找谁问。", name=place.name
        ),
        template="region_units.html",
        values={"columns": COLUMNS, "rows": tuple(unit_rows(view, place))},
        trail=trail_to(view, place.id),
    )


def unit_rows(view: View, place: Place) -> Iterator[tuple[Value, ...]]:
    """The units of a region as rows of a table."""
    for record in _units(view, place):
        if isinstance(record.head, Unit):
            yield _row(view, record, record.head)


def _row(view: View, record: Record, head: Unit) -> tuple[Value, ...]:
    name = Cell(text=record.title, address=unit_address(record.id.region, record.title))
    if head.former_names:
        name["note"] = say("曾用名：{former_names}", former_names=joined("、", head.former_names))
    asked = joined("，", (text for _, text in contact_rows(head.contact))) or say("没有登记")
    return name, Cell(text=asked), *_counted(view, record)


def _counted(view: View, record: Record) -> tuple[Cell, Cell]:
    """How much it has, and how much of that is late."""
    scope = unit_scope(view, record)
    if scope is not None:
        count = view.numbers.count
        return number_cell(count(SUGGESTIONS, scope)), number_cell(count(OVERDUE, scope))
    desk = view.desk_of(record)
    leads = [entry for entry in desk.leads if entry.kind == "suggestion"]
    late = tuple(late_table(view, desk, record.title))
    return Cell(text=str(len(leads))), Cell(text=str(len(late)))


PAGE = PageKind("units", say("承办单位一览"), _compose, _of_region)
