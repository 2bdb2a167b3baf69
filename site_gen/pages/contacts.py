"""Whom to ask about an item, a region or the site; numbers of public bodies only."""

from site_gen.corpus.places import upwards
from site_gen.docket.entry import Entry
from site_gen.language import joined
from site_gen.pages.frame import contact_rows
from site_gen.pages.shapes import Cell, Fact
from site_gen.pages.view import View, once
from site_gen.records.model import Contact
from site_gen.records.region import Unit


@once
def region_contact(view: View, region: str) -> Contact | None:
    """The contact of a region, else of the nearest region above, else of the site."""
    for place in upwards(region, view.corpus.places):
        if place.head.contact is not None:
            return place.head.contact
    return view.corpus.site.contact


@once
def region_contact_facts(view: View, region: str) -> tuple[Fact, ...]:
    """The contact of a region as rows of a summary."""
    return contact_facts(region_contact(view, region))


def contact_facts(contact: Contact | None) -> tuple[Fact, ...]:
    """A contact as rows of a summary."""
    return tuple(Fact(label=label, value=text) for label, text in contact_rows(contact))


def whom_to_ask(view: View, entry: Entry) -> tuple[Cell, ...]:
    """The units of an item that have a number, else the contact of its region."""
    if entry.units:
        regions = view.corpus.regions_of(entry.record)
        asked = [_unit(view, (name, regions)) for name in entry.units]
        units = tuple([cell for cell in asked if cell is not None])
        if units:
            return units
    words = _region_words(view, entry.record.id.region)
    return (Cell(text=words),) if words else ()


@once
def _region_words(view: View, region: str) -> str:
    return joined("，", (text for _, text in contact_rows(region_contact(view, region))))


@once
def _unit(view: View, named: tuple[str, tuple[str, ...]]) -> Cell | None:
    name, regions = named
    found = view.corpus.look_up("unit", name, regions)
    if found is None or not isinstance(found.head, Unit) or found.head.contact is None:
        return None
    rows = contact_rows(found.head.contact)
    return Cell(text=joined("，", [name, *(text for _, text in rows)]))
