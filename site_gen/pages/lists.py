"""Lists of records and items, as rows with what a reader wants to know before following them."""

from collections.abc import Iterable
from dataclasses import dataclass

from site_gen.addresses import record_address, region_address
from site_gen.corpus.places import upwards
from site_gen.docket.entry import Entry
from site_gen.language import joined, say
from site_gen.pages.shapes import Cell, Row, Tag
from site_gen.pages.tags import tags_of
from site_gen.pages.view import View, once
from site_gen.records.dates import PartialDate
from site_gen.records.record import Record


@dataclass(frozen=True, slots=True)
class RecordLink:
    """A record in a short list: its title, where and when."""

    title: str
    address: str
    region: str
    when: PartialDate | None
    note: str = ""


def record_link(view: View, record: Record, note: str = "") -> RecordLink:
    """A record as a line of a short list."""
    names, address = region_names(view, record), record_address(record)
    return RecordLink(shown_title(record), address, names, dated(record), note)


def item_row(
    view: View, entry: Entry, when: PartialDate | None = None, facts: tuple[str, ...] = ()
) -> Row:
    """An item as a row; ``when`` is the day it was raised unless given."""
    row = _row_of_item(view, entry)
    if when is None and not facts:
        return row
    day = str(when) if when else row["date"]
    return Row(**{**row, "date": day, "facts": (*row["facts"], *filter(None, facts))})


@once
def _row_of_item(view: View, entry: Entry) -> Row:
    """An item as most lists show it."""
    return Row(
        title=entry.title,
        address=entry.address,
        tags=tags_of(view, entry),
        context=entry.context,
        facts=tuple(filter(None, (region_names(view, entry.record),))),
        date=str(entry.when or ""),
    )


def record_row(
    view: View, record: Record, facts: tuple[str, ...] = (), tags: tuple[Tag, ...] = ()
) -> Row:
    """A record as a row; one that was taken down has no title of its own."""
    day = dated(record)
    return Row(
        title=shown_title(record),
        address=record_address(record),
        tags=tags,
        facts=tuple(fact for fact in (region_names(view, record), *facts) if fact),
        date=str(day) if day else "",
    )


def record_cell(record: Record) -> Cell:
    """A record as a link."""
    return Cell(text=shown_title(record), address=record_address(record))


def shown_title(record: Record) -> str:
    """The title of a record; what was taken down has none."""
    return say("{kind}（已撤下）", kind=record.kind.term) if record.is_withdrawn else record.title


def dated(record: Record) -> PartialDate | None:
    """The date that the head of a record gives it."""
    when = getattr(record.head, record.kind.dated, None) if record.kind.dated else None
    return when if isinstance(when, PartialDate) else None


def region_names(view: View, record: Record) -> str:
    """The names of a record's regions, its own first."""
    return _names_of(view, view.corpus.regions_of(record))


@once
def _names_of(view: View, regions: tuple[str, ...]) -> str:
    places = view.corpus.places
    return joined("、", (places[region].name for region in regions if region in places))


def region_cells(view: View, record: Record) -> tuple[Cell, ...]:
    """The regions of a record as links."""
    places = view.corpus.places
    return tuple(
        Cell(text=places[region].name, address=region_address(region))
        for region in view.corpus.regions_of(record)
        if region in places
    )


def newest(records: Iterable[Record]) -> tuple[Record, ...]:
    """Records by their date, the newest first, those without one last; ties by identity."""
    ordered = sorted(records, key=lambda record: record.id)
    return tuple(sorted(ordered, key=_lateness, reverse=True))


def _lateness(record: Record) -> tuple[bool, str]:
    when = dated(record)
    return when is not None, str(when)


@once
def trail_to(view: View, region: str) -> tuple[tuple[str, str], ...]:
    """Breadcrumbs from home to a region, the region included."""
    chain = [
        (place.name, region_address(place.id)) for place in upwards(region, view.corpus.places)
    ]
    return ((say("首页"), ""), (say("地方"), "regions/"), *reversed(chain))
