"""Counties as equal squares: the tile grid of a region, with what a square counts.

No map: positions in the grid are those of the regions' own files, and the page says so.
"""

from dataclasses import dataclass

from site_gen.addresses import RECONCILIATION, region_address, region_anchor
from site_gen.corpus.places import Place
from site_gen.docket.metrics import SUGGESTIONS
from site_gen.language import say
from site_gen.pages.areas import areas
from site_gen.pages.numbers import figure, tile, unrecorded
from site_gen.pages.regions import Branch
from site_gen.pages.shapes import Tile
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.statistics.numbers import Scope


@dataclass(frozen=True, slots=True)
class Grid:
    """The parts of one region; ``unrecorded`` is how many of them have not begun.

    ``reported`` is how many totals the region itself has reported.
    """

    name: str
    address: str
    caption: str
    columns: int
    cells: tuple[Tile, ...]
    counts: tuple[Branch, ...]
    """The same numbers as a list, each leading to what it counts."""
    unrecorded: int
    reported: int
    balances: str
    """Where those totals are compared."""

    @property
    def has_begun(self) -> bool:
        """Whether any part of the region has."""
        return self.unrecorded < len(self.cells)


def grid_of(view: View, place: Place) -> Grid | None:
    """The grid of a region; None where none of its parts has a place in it."""
    tiles = [tile(view, child) for child in place.children]
    cells = tuple(sorted((cell for cell in tiles if cell), key=_position))
    if not cells:
        return None
    return Grid(
        name=place.name,
        address=region_address(place.id),
        caption=say(
            "各县（市）逐条录入的{label}，截至 {day}",
            label=SUGGESTIONS.label,
            day=day_words(view.today),
        ),
        columns=1 + max(cell["column"] for cell in cells),
        cells=cells,
        counts=tuple(_counted(view, child) for child in place.children),
        unrecorded=sum(cell["state"] == "unrecorded" for cell in cells),
        reported=reported_times(view, place.id),
        balances=f"{RECONCILIATION}#{region_anchor(place.id)}",
    )


def _counted(view: View, region: str) -> Branch:
    place = view.corpus.places[region]
    begun = view.numbers.is_recorded(SUGGESTIONS, region)
    number = figure(view.numbers.count(SUGGESTIONS, Scope(region)))
    shown = number if begun else unrecorded(SUGGESTIONS.label)
    return Branch(region, place.name, region_address(region), shown)


def reported_times(view: View, region: str) -> int:
    """How many totals a region itself has reported."""
    records = view.corpus.of_region("statistic", region)
    return sum(len(view.reconciled(record)) for record in records)


def _position(cell: Tile) -> tuple[int, int]:
    return cell["row"], cell["column"]


def grids(view: View) -> tuple[Grid, ...]:
    """The grids of all regions that have one, in the order of regions."""
    found = (grid_of(view, place) for place in areas(view))
    return tuple(grid for grid in found if grid is not None)
