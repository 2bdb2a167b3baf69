"""提案, one page each: how it stands, what it is, what it was put together with, others like it."""

from collections.abc import Iterator

from site_gen.addresses import proposals_address
from site_gen.corpus.places import Place
from site_gen.language import say
from site_gen.pages.channels import neighbours
from site_gen.pages.kinds import PageKind
from site_gen.pages.model import Page
from site_gen.pages.record import record_page
from site_gen.pages.session import stub_page
from site_gen.pages.view import View


def _of_region(view: View, place: Place) -> Iterator[Page]:
    for record in view.corpus.kept_by("proposal", place.id):
        if record.is_withdrawn:
            yield stub_page(view, record)
            continue
        lists = ((say("提案"), proposals_address(record.id.region)),)
        for entry in view.entries_of(record)[:1]:
            alike = neighbours(view, entry)
            yield record_page(view, record, "proposals", lists, alike)


PAGE = PageKind("proposal", say("提案"), region=_of_region)
