"""The site that is previewed: an address in, what is to be seen there out, made at that moment.

Where errors keep a parcel, or the whole site, from being up to date, its last good state stays.
Knows neither HTTP nor when content changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain
from pathlib import Path

from site_gen.addresses import DATA, FEEDS, HOME, NOT_FOUND, region_address
from site_gen.attachments.rendition import make
from site_gen.corpus import index
from site_gen.findings import Finding, Severity
from site_gen.outputs.ledger import FOLDER as LEDGER
from site_gen.pages import not_found
from site_gen.pages.model import Page
from site_gen.pages.view import view_of
from site_gen.parcels.brief import Gone
from site_gen.parcels.plan import WHOLE
from site_gen.preview.album import ParcelAlbum, SiteAlbum, overview_album
from site_gen.preview.chrome import chrome_for
from site_gen.preview.held import MOST, Held
from site_gen.render.feeds import feed_files
from site_gen.render.policy import HEADERS_FILE


class Absent(Enum):
    """Why there is nothing to see at an address."""

    NOWHERE = auto()
    """There is no such page."""
    OUTSIDE = auto()
    """It is no page of the one region that is previewed."""
    LATER = auto()
    """Not everything that it shows has been looked at yet."""
    WRONG = auto()
    """Errors keep it from being made, and it was not made before."""


@dataclass(frozen=True, slots=True)
class Document:
    """A page as it is published."""

    content: bytes
    is_behind: bool = False
    """Whether errors keep it from being up to date."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site that is no page."""

    name: str
    content: bytes


Answer = Document | File | Absent


class Site:
    """What is to be seen of the content that is held; of one region only, where one is given."""

    def __init__(self, held: Held, config: Path, only: str = "") -> None:
        self.held = held
        self._only = only
        self._config = config
        self._albums: dict[str, ParcelAlbum] = {}
        self._whole: SiteAlbum | None = None
        self._is_current = False
        self._torn = self._in_folder()
        self._chrome = chrome_for(held, config)

    @property
    def only(self) -> str:
        """The one region that is previewed; empty where that is no less than everything."""
        parcel = self.held.content.parcel_of(self._only)
        return "" if parcel and parcel.key == WHOLE else self._only

    @property
    def wanted(self) -> list[str]:
        """The parcels that are looked at."""
        content = self.held.content
        within = content.below(self.only) if self.only else content.places
        keys = [key for key, one in content.parcels.items() if set(one.regions) & set(within)]
        return list(dict.fromkeys([WHOLE, *keys]))

    @property
    def left(self) -> int:
        """How many of these have not been looked at yet as they are now."""
        return len(self._unknown) or len(self._stale)

    @property
    def _unknown(self) -> list[str]:
        return [key for key in self.wanted if not self.held.has_outline(key)]

    @property
    def _stale(self) -> list[str]:
        return [key for key in self.wanted if not self.held.has_report(key)]

    def look(self) -> bool:
        """Reads or looks at one of these; whether there is another one to look at."""
        if unknown := self._unknown:
            self.held.outline(unknown[0])
            return True
        stale = sorted(self._stale, key=lambda key: key not in self.held.open)
        for key in stale[:1]:
            self._look_at(key)
        return len(stale) > 1

    def _look_at(self, key: str) -> None:
        if len(self.wanted) <= MOST:
            self.held.survey(key)
            return
        self.held.report(key)
        if key not in self.held.open:
            self.held.close(key)

    def renew(self) -> None:
        """Takes in that the content has changed, and that it has been looked at. Raises HostError.

        With errors in what the whole site is set up with its frame stays as it was.
        """
        self._is_current = False
        self._torn = self._in_folder()
        self._forget()
        if not self._is_unsettled:
            self._chrome = chrome_for(self.held, self._config, self._chrome)

    def _in_folder(self) -> frozenset[str]:
        """The parcels in whose folders something is wrong besides what stands in files."""
        content = self.held.content
        wrong = (one for one in content.findings if one.severity is Severity.ERROR)
        regions = ("/".join(one.where.path.split("/")[1:2]) for one in wrong)
        parcels = map(content.parcel_of, regions)
        return frozenset(parcel.key if parcel else WHOLE for parcel in parcels)

    @property
    def _is_unsettled(self) -> bool:
        """Whether there are errors in what the whole site is set up with."""
        report = self.held.last_report(WHOLE)
        read = chain.from_iterable(file.findings for file in self.held.opened(WHOLE).files)
        found = report.findings if report else read
        return any(one.severity is Severity.ERROR and _sets_up(one) for one in found)

    def _blocks(self, key: str) -> bool:
        """Whether errors keep a parcel from being up to date, as it was last looked at."""
        report = self.held.last_report(key)
        return self._is_unsettled or key in self._torn or (report is not None and report.blocks)

    def answer(self, address: str) -> Answer:
        """What is to be seen at an address of the site."""
        if address == NOT_FOUND:
            return self.missing
        head, *rest = address.split("/")
        if head in {"assets", HEADERS_FILE} or address in self._chrome.files:
            return self._file(address)
        content = self.held.content
        region = next((one for one in (head, *rest[:2]) if one in content.places), "")
        if self.only and region not in content.below(self.only):
            return Absent.OUTSIDE
        parcel = content.parcel_of(region)
        if head == "attachments" and parcel:
            return self._attachment(parcel.key, address)
        if address.startswith(FEEDS):
            return self._feed(parcel.key if parcel else WHOLE, region, address)
        if address.startswith(DATA) and address != DATA:
            return self._made(parcel.key if parcel else WHOLE, region, address)
        if address and not address.endswith("/"):
            return Absent.NOWHERE
        if parcel and parcel.key != WHOLE:
            return self._of_parcel(parcel.key, region, address)
        return self._of_site(address, region)

    @property
    def missing(self) -> Document:
        """The page that is shown where there is none; it says nothing of the content."""
        view = view_of(index((), {}), self.held.today)
        return Document(b"".join(map(self._chrome.studio.document, not_found.PAGE.site(view))))

    def _drawn(self, page: Page | None, *, is_behind: bool) -> Answer:
        return Document(self._chrome.studio.document(page), is_behind) if page else Absent.NOWHERE

    def _of_parcel(self, key: str, region: str, address: str) -> Answer:
        album = self._album(key)
        if album is None or region not in album.view.corpus.places:
            return Absent.WRONG
        page = album.of_region(region).get(address)
        if page is None and not self.only:
            return self._of_site(address)
        return self._drawn(page or album.of_site(address), is_behind=self._blocks(key))

    def _album(self, key: str) -> ParcelAlbum | None:
        """The pages of a parcel in its last good state."""
        survey = self.held.survey(key)
        album = self._albums.get(key)
        if not self._blocks(key) and (album is None or album.survey is not survey):
            root = self.held.content.root
            album = ParcelAlbum(survey.view, survey=survey, root=root)
            self._albums[key] = album
            self._forget()
        return album

    def _forget(self) -> None:
        """Holds pages of the parcels that are held, and of those that errors keep back."""
        open_ = self.held.open
        self._albums = {
            key: album
            for key, album in self._albums.items()
            if key in self.held.content.parcels and (key in open_ or self._blocks(key))
        }

    def _attachment(self, key: str, address: str) -> Answer:
        album = self._album(key)
        rendition = album.attachments.get(address) if album else None
        if rendition is None:
            return Absent.NOWHERE
        try:
            return File(address, make(rendition)[address])
        except OSError:  # it has just been changed
            return Absent.LATER

    def _of_site(self, address: str, region: str = "") -> Answer:
        album = self.whole()
        if isinstance(album, Absent):
            return album
        try:
            page = album.of_region(region).get(address) or album.of_site(address)
        except Gone:
            return Absent.WRONG if self.is_behind else Absent.LATER
        return self._drawn(page, is_behind=self.is_behind)

    @property
    def is_behind(self) -> bool:
        """Whether errors keep any part of the site from being up to date."""
        return bool(self._torn) or any(
            report.blocks for key in self.wanted if (report := self.held.last_report(key))
        )

    def whole(self) -> SiteAlbum | Absent:
        """The pages about the whole site in their last good state."""
        if not self._is_current and not self.is_behind:
            if self.left:
                return self._whole or Absent.LATER
            self._whole, self._is_current = overview_album(self.held, self.wanted), True
        return self._whole or Absent.WRONG

    def _feed(self, key: str, region: str, address: str) -> Answer:
        """A file of the feed of a region, or of the whole site for ``""``; home has that."""
        album = self.whole() if key == WHOLE else self._album(key) or Absent.WRONG
        if isinstance(album, Absent):
            return album
        page = album.of_region(region).get(region_address(region)) or album.of_site(HOME)
        made = feed_files([page] if page else [], self._chrome.studio.frame)
        return _file(address, {one.address: one.content for one in made})

    def _file(self, address: str) -> Answer:
        """A file that stands at a fixed address."""
        if address.startswith(f"{LEDGER}/"):
            return Absent.OUTSIDE if self.only else self._made(WHOLE, "", address)
        return _file(address, self._chrome.files)

    def _made(self, key: str, region: str, address: str) -> Answer:
        """A file made of the rows of a region, or of all rows for ``""``."""
        album = self.whole() if key == WHOLE else self._album(key) or Absent.WRONG
        return album if isinstance(album, Absent) else _file(address, album.files_of(region))


def _file(address: str, found: Mapping[str, bytes]) -> Answer:
    return File(address, found[address]) if address in found else Absent.NOWHERE


def _sets_up(finding: Finding) -> bool:
    """Whether it is about the settings or the vocabulary, which stand above all folders."""
    return "/" not in finding.where.path
