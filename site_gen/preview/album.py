"""Pages and files of a site, each made when it is first asked for.

An album shows one moment for as long as somebody holds it. Pages are plain values here, nothing is
drawn.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from site_gen.attachments.rendition import Rendition
from site_gen.corpus import index
from site_gen.load.load import together
from site_gen.pages.compose import compose_others, compose_regions
from site_gen.pages.kinds import PageKind
from site_gen.pages.model import Page
from site_gen.pages.table import PAGE_KINDS
from site_gen.pages.view import View
from site_gen.parcels.brief import Gone, waking
from site_gen.parcels.overview import overview_of
from site_gen.parcels.plan import WHOLE
from site_gen.parcels.surroundings import surroundings_of_site
from site_gen.parcels.survey import Survey
from site_gen.pipeline import region_files, renditions, site_files
from site_gen.preview.content import Content
from site_gen.preview.held import Held
from site_gen.preview.watch import stamp_of
from site_gen.records.record import Record, RecordId

_OTHERS = PageKind("", "", lambda view: compose_others(view, ()))
"""The records that have no kind of page, after all that have."""
Pages = Mapping[str, Page]


@dataclass(frozen=True)
class Album:
    """The pages that a view shows."""

    view: View
    _pages: dict[str, Pages] = field(default_factory=dict, init=False, repr=False)
    _made: dict[str, Page] = field(default_factory=dict, init=False, repr=False)
    _left: list[PageKind] = field(default_factory=lambda: [*PAGE_KINDS, _OTHERS], init=False)
    _lost: list[Gone] = field(default_factory=list, init=False, repr=False)

    def of_region(self, region: str) -> Pages:
        """The pages of a region by address, without those of regions that lie in it.

        A region that the view does not know has none.
        """
        if region not in self._pages:
            place = self.view.corpus.places.get(region)
            pages = compose_regions(self.view, [place] if place else [])
            self._pages[region] = {page.address: page for page in pages}
        return self._pages[region]

    def files_of(self, region: str) -> Mapping[str, bytes]:
        """The files of a region that are no pages, by address."""
        place = self.view.corpus.places.get(region)
        made = region_files(self.view, [place] if place else [])
        return {file.address: file.content for file in made}

    def of_site(self, address: str) -> Page | None:
        """A page about the whole site; only as many are composed as it takes to come to it.

        Raises Gone when it may be one of those that show a record which has changed since.
        """
        while address not in self._made and self._left:
            self._compose(self._left.pop(0))
        if address not in self._made and self._lost:
            raise self._lost[0]
        return self._made.get(address)

    def _compose(self, kind: PageKind) -> None:
        try:
            pages = tuple(kind.site(self.view))
        except Gone as gone:
            self._lost.append(gone)
        else:
            for page in pages:
                self._made.setdefault(page.address, page)


@dataclass(frozen=True)
class ParcelAlbum(Album):
    """The pages and attachments of a parcel."""

    survey: Survey = field(kw_only=True)
    root: Path = field(kw_only=True)

    @cached_property
    def attachments(self) -> Mapping[str, Rendition]:
        """What is published of attachments, by address."""
        made = renditions(self.survey.corpus, self.root)
        return {address: one for one in made for address in one.addresses}


@dataclass(frozen=True)
class SiteAlbum(Album):
    """The pages about the whole site, and the files made of all its rows."""

    @cached_property
    def _files(self) -> Mapping[str, bytes]:
        return {file.address: file.content for file in site_files(self.view)}

    def files_of(self, region: str) -> Mapping[str, bytes]:
        """The files of a region, or for ``""`` those about the whole site."""
        return super().files_of(region) if region else self._files


def overview_album(held: Held, keys: Iterable[str]) -> SiteAlbum:
    """The pages about the whole site, of parcels that have all been looked at without errors."""
    content, keys = held.content, list(keys)
    around = surroundings_of_site([held.outline(key) for key in keys])
    invited = {guest: held.read(content.files[guest]).records for guest in around.guests}
    near = (record for record in around.registers if record.id not in invited)
    own = together(held.opened(WHOLE).files).records
    reports = [held.report(key) for key in keys]
    attachments = {key: one for report in reports for key, one in report.attachments.items()}
    corpus = index([*own, *near, *chain.from_iterable(invited.values())], attachments)
    told = [report.contribution for report in reports if report.contribution]
    lines = tuple(chain.from_iterable(report.lines for report in reports))
    wake = waking(corpus, held.today, partial(_whole_record, held, content))
    return SiteAlbum(overview_of(corpus, told, lambda: lines, wake, held.today))


def _whole_record(held: Held, content: Content, record: RecordId) -> Record:
    """A record with everything in it. Raises Gone when its file is not as it was."""
    file = content.files[record]
    if stamp_of(content.root / file.path) == content.stamp(file.path):
        for one in held.read(file).records:
            if one.id == record:
                return one
    raise Gone(record)
