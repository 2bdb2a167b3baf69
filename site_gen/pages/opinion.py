"""社情民意信息, one page each: what was reported upwards, who took it up, what came of it."""

from collections.abc import Iterator

from site_gen.addresses import opinions_address
from site_gen.corpus.places import Place
from site_gen.language import say
from site_gen.pages.channels import neighbours
from site_gen.pages.kinds import PageKind
from site_gen.pages.model import Page
from site_gen.pages.record import record_page
from site_gen.pages.session import stub_page
from site_gen.pages.view import View


def _of_region(view: View, place: Place) -> Iterator[Page]:
    for record in view.corpus.kept_by("opinion", place.id):
        if record.is_withdrawn:
            yield stub_page(view, record)
            continue
        lists = ((say("社情民意"), opinions_address(record.id.region)),)
        for entry in view.entries_of(record)[:1]:
            alike = neighbours(view, entry)
            yield record_page(view, record, "opinions", lists, alike)


PAGE = PageKind("opinion", say("社情民意信息"), region=_of_region)
