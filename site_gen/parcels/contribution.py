"""What a parcel hands over for the pages, the ledger and the search of the whole site.

These are rows of flat texts: all that lists and numbers are made of. Whoever wants to know more of
an item wakes it from the file of its record.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_gen.docket.row import Row
from site_gen.pages.highlights import Highlights, highlights_of
from site_gen.pages.shapes import Tag
from site_gen.pages.tags import tags_of
from site_gen.pages.view import View
from site_gen.parcels.outline import is_many
from site_gen.parcels.plan import Parcel
from site_gen.records.handed import Handed
from site_gen.records.record import RecordId


@dataclass(frozen=True, slots=True)
class Line(Handed):
    """One entry as others see it."""

    record: RecordId
    row: Row
    tags: tuple[Tag, ...]
    highlights: Highlights
    leaves: bool
    """Whether a unit outside of the parcel has it before it."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """The entries of a parcel's sessions, proposals and opinions, in docket order."""

    parcel: str
    lines: tuple[Line, ...]


def contribution_of(view: View, parcel: Parcel) -> Contribution:
    """What a parcel hands over of its own records."""
    own = set(parcel.regions)
    rows = {row.id: row for row in view.rows}
    return Contribution(parcel.key, tuple(_lines(view, own, rows)))


def _lines(view: View, own: set[str], rows: Mapping[str, Row]) -> Iterator[Line]:
    away = _leaving(view, own)
    for entry in view.entries:
        if entry.record.id.region in own and is_many(entry.record.kind):
            yield Line(
                entry.record.id,
                rows[entry.id],
                tags_of(view, entry),
                highlights_of(view, entry),
                entry.id in away,
            )


def _leaving(view: View, own: set[str]) -> set[str]:
    """The entries that lie before units of other regions."""
    desks = (desk for unit, desk in view.desks.items() if unit.region not in own)
    return {entry.id for desk in desks for entry in desk.entries}
