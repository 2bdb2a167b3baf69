"""Units wherever they are named: each a link to its own page, where it has one."""

from collections.abc import Iterable

from site_gen.addresses import unit_address
from site_gen.pages.shapes import Cell
from site_gen.pages.view import View
from site_gen.records.record import Record


def unit_cells(view: View, record: Record, names: Iterable[str]) -> tuple[Cell, ...]:
    """Units by the names that a record gives them, each with a link to its page."""
    return tuple(unit_cell(view, record, str(name)) for name in names)


def unit_cell(view: View, record: Record, name: str) -> Cell:
    """One unit; a unit in no list has no page and stays plain text."""
    unit = view.corpus.find("unit", name, record)
    if unit is None:
        return Cell(text=name)
    cell = Cell(text=unit.title)
    if has_page(view, unit):
        cell["address"] = unit_address(unit.id.region, unit.title)
    return cell


def has_page(view: View, unit: Record) -> bool:
    """Whether a listed unit has anything to show; one that was taken down has nothing."""
    return unit.id in view.desks and not unit.is_withdrawn
