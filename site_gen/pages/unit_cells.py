"""Units wherever they are named: each a link to its own page."""

from collections.abc import Iterable

from site_gen.addresses import unit_address
from site_gen.pages.shapes import Cell
from site_gen.pages.view import View, once
from site_gen.records.record import Record


def unit_cells(view: View, record: Record, names: Iterable[str]) -> tuple[Cell, ...]:
    """Units by the names that a record gives them, each with a link to its page."""
    regions = view.corpus.regions_of(record)
    return tuple(_cell(view, (str(name), regions)) for name in names)


def named_cell(view: View, record: Record, written: str) -> Cell:
    """A free text of a record, with a link where all of it is the name of a unit."""
    regions = view.corpus.regions_of(record)
    known = _cell(view, (str(written), regions))
    return Cell(**{**known, "text": written})


@once
def _cell(view: View, named: tuple[str, tuple[str, ...]]) -> Cell:
    """A unit as records of some regions name it; one in no list stays plain text."""
    name, regions = named
    unit = view.corpus.look_up("unit", name, regions)
    if unit is None:
        return Cell(text=name)
    if unit.is_withdrawn:
        return Cell(text=unit.title)
    return Cell(text=unit.title, address=unit_address(unit.id.region, unit.title))
