"""Lists of records and items, as links with what a reader wants to know before following them."""

from collections.abc import Iterable
from dataclasses import dataclass

from site_gen.addresses import record_address, region_address
from site_gen.docket.entry import Entry
from site_gen.pages.shapes import Cell, Tag
from site_gen.pages.tags import tags_of
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.records.dates import PartialDate
from site_gen.records.record import Record


@dataclass(frozen=True, slots=True)
class ItemLink:
    """One suggestion or problem in a list."""

    title: str
    address: str
    context: str
    """Where it was raised: the region and the title of its session."""
    tags: tuple[Tag, ...]
    when: PartialDate | None
    """The day the list is about: when something happened to it, or when it was raised."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RecordLink:
    """A record in a list: its title, where and when."""

    title: str
    address: str
    region: str
    when: PartialDate | None
    note: str = ""


def item_link(
    view: View, entry: Entry, when: PartialDate | None = None, note: str = ""
) -> ItemLink:
    """An item as a line of a list; ``when`` defaults to the day it was raised."""
    context = " · ".join(part for part in (region_names(view, entry.record), entry.context) if part)
    return ItemLink(entry.title, entry.address, context, tags_of(entry), when or entry.when, note)


def record_link(view: View, record: Record, note: str = "") -> RecordLink:
    """A record as a line of a list; one that was taken down has no title of its own."""
    title = f"{record.kind.term}（已撤下）" if record.is_withdrawn else record.title
    regions = region_names(view, record)
    return RecordLink(title, record_address(record), regions, dated(record), note)


def dated(record: Record) -> PartialDate | None:
    """The date that the head of a record gives it."""
    when = getattr(record.head, record.kind.dated, None) if record.kind.dated else None
    return when if isinstance(when, PartialDate) else None


def region_names(view: View, record: Record) -> str:
    """The names of a record's regions, its own first."""
    places = view.corpus.places
    regions = view.corpus.regions_of(record)
    return "、".join(places[region].name for region in regions if region in places)


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


def trail_to(view: View, region: str) -> tuple[tuple[str, str], ...]:
    """Breadcrumbs from home to a region, the region included."""
    chain: list[tuple[str, str]] = []
    here: str | None = region
    while here is not None and here in view.corpus.places:
        place = view.corpus.places[here]
        chain.append((place.name, region_address(place.id)))
        here = place.parent
    return (("首页", ""), ("地方", "regions/"), *reversed(chain))


def date_words(when: PartialDate | None) -> str:
    """A date in words, or 日期不详."""
    return day_words(when) if when else "日期不详"
