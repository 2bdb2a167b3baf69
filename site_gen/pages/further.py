"""Where else a region's affairs are told: its plans, its reviews, its units."""

from site_gen.addresses import record_address, units_address
from site_gen.corpus.places import Place
from site_gen.language import say
from site_gen.pages.lists import newest, record_cell
from site_gen.pages.shapes import Cell, Fact
from site_gen.pages.view import View

REVIEWS_SHOWN = 5


def further_links(view: View, place: Place) -> tuple[Fact, ...]:
    """Rows of links, each only where the region has recorded any."""
    rows = (
        Fact(label=say("年度计划"), value=_plans(view, place)),
        Fact(label=say("监督和评议"), value=_reviews(view, place)),
        Fact(label=say("承办单位"), value=_units(view, place)),
    )
    return tuple(row for row in rows if row["value"])


def _plans(view: View, place: Place) -> tuple[Cell, ...]:
    """The plans, the newest year first."""
    kept = (one for one in view.corpus.of_region("plan", place.id) if not one.is_withdrawn)
    return tuple(
        Cell(text=say("{name}年", name=record.id.name), address=record_address(record))
        for record in sorted(kept, key=lambda record: record.id.name, reverse=True)
    )


def _reviews(view: View, place: Place) -> tuple[Cell, ...]:
    kept = (one for one in view.corpus.of_region("review", place.id) if not one.is_withdrawn)
    return tuple(map(record_cell, newest(kept)[:REVIEWS_SHOWN]))


def _units(view: View, place: Place) -> tuple[Cell, ...]:
    if not view.corpus.of_region("unit", place.id):
        return ()
    return (Cell(text=say("每个单位手上有什么"), address=units_address(place.id)),)
