"""One process's part of a site: its parcels, read, looked at, drawn and written, step by step.

Each step answers with what others need to know, which is little; the records stay here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from site_gen.addresses import attachment_addresses
from site_gen.attachments import Attachment
from site_gen.attachments.rendition import Rendition
from site_gen.corpus import Corpus, Place
from site_gen.corpus.uses import used_attachments
from site_gen.findings import Finding
from site_gen.load.files import read_file
from site_gen.load.personal import Approved
from site_gen.load.walk import RecordFile
from site_gen.pages.compose import compose_regions
from site_gen.pages.model import Artifact, Page
from site_gen.parcels.brief import Gone
from site_gen.parcels.contribution import Contribution, contribution_of
from site_gen.parcels.plan import WHOLE, Parcel
from site_gen.parcels.surroundings import Outline, Surroundings
from site_gen.parcels.survey import Opened, Survey, open_parcel, outline_of, survey
from site_gen.publish.links import Links, Site
from site_gen.publish.look import Inspector, Seen, look_at
from site_gen.publish.personal import Guard
from site_gen.records.record import Record, RecordId
from site_gen.render.attachments import write_renditions
from site_gen.render.paths import file_of
from site_gen.render.studio import Studio
from site_gen.render.write import write_file


@dataclass(frozen=True)
class Ground:
    """What all parts of a site stand on: the folder, its tree of regions, the day."""

    root: Path
    places: Mapping[str, Place]
    files: Mapping[RecordId, RecordFile]
    today: date


@dataclass(frozen=True, slots=True)
class Report:
    """What a parcel has to tell before anything is drawn."""

    parcel: str
    findings: tuple[Finding, ...]
    approved: tuple[Approved, ...]
    public: frozenset[str]
    contribution: Contribution | None
    """None for the part of the whole site, and where errors forbid to look on."""
    attachments: Mapping[tuple[str, str], Attachment]


class Listed(NamedTuple):
    """A page, as the site map lists it."""

    address: str
    indexed: bool
    updated: date | None


@dataclass(frozen=True)
class Made:
    """Files that were written, and what was seen in each."""

    pages: tuple[Listed, ...]
    seen: tuple[tuple[str, Seen], ...]


@dataclass(frozen=True)
class Desk:
    """Where and with what pages are drawn."""

    studio: Studio
    staging: Path
    kept: Path
    public: frozenset[str]

    @cached_property
    def _inspector(self) -> Inspector:
        return Inspector(Links(Site(self.studio.frame.base_url)), Guard(self.public))

    def put(self, file: str, content: bytes) -> tuple[str, Seen]:
        """Writes a file, and looks at it."""
        write_file(self.staging, file, content)
        return file, look_at(file, content, self._inspector)

    def pages(self, pages: Iterable[Page]) -> Made:
        """Draws pages."""
        listed, seen = list[Listed](), list[tuple[str, Seen]]()
        for page in sorted(pages, key=lambda page: page.address):
            listed.append(Listed(page.address, page.indexed, page.updated))
            seen.append(self.put(file_of(page.address), self.studio.document(page)))
        return Made(tuple(listed), tuple(seen))

    def artifacts(self, artifacts: Iterable[Artifact]) -> Made:
        """Writes files that are ready."""
        return Made((), tuple(self.put(file_of(one.address), one.content) for one in artifacts))

    def attachments(self, corpus: Corpus, root: Path) -> Made:
        """Makes the pictures and documents ready that something public names."""
        files = write_renditions(self.staging, renditions(corpus, root), self.kept)
        return Made((), tuple((file, look_at(file, raw, self._inspector)) for file, raw in files))

    def look(self, files: Iterable[str]) -> Made:
        """Looks at files that others have written."""
        root = self.staging
        found = ((file, (root / file).read_bytes()) for file in sorted(files))
        return Made((), tuple((file, look_at(file, raw, self._inspector)) for file, raw in found))


def whole_record(ground: Ground, record: RecordId) -> Record:
    """A record with everything in it, from its file.

    Raises Gone when it is not there as it was.
    """
    for one in read_file(ground.root, ground.files[record]).records:
        if one.id == record:
            return one
    raise Gone(record)


def renditions(corpus: Corpus, content: Path) -> Iterator[Rendition]:
    """What is published of the attachments: only of those that something public names."""
    for region, name in used_attachments(corpus):
        attachment = corpus.attachments[region, name]
        addresses = attachment_addresses(region, attachment)
        yield Rendition(content / attachment.path, attachment.content, addresses)


class Worker:
    """The member of a crew that works on some parcels."""

    def __init__(self, ground: Ground, parcels: Sequence[Parcel]) -> None:
        self._ground = ground
        self._parcels = parcels
        self._opened: list[Opened] = []
        self._surveys: list[Survey] = []

    def outlines(self) -> list[Outline]:
        """Reads everything; what others need to know of it."""
        self._opened = [open_parcel(self._ground.root, parcel) for parcel in self._parcels]
        return [outline_of(opened, self._ground.places) for opened in self._opened]

    def reports(self, around: Mapping[str, Surroundings]) -> list[Report]:
        """Looks at everything, given what stands around each parcel."""
        self._surveys = [self._survey(opened, around[opened.parcel.key]) for opened in self._opened]
        self._opened.clear()
        return [_report(one) for one in self._surveys]

    def _survey(self, opened: Opened, around: Surroundings) -> Survey:
        ground = self._ground
        guests = [ground.files[guest] for guest in around.guests]
        return survey(ground.root, opened, around, guests, ground.today)

    def draw(self, desk: Desk) -> list[Made]:
        """Draws the pages of all parcels, and makes their attachments ready."""
        made = []
        while self._surveys:
            one = self._surveys.pop(0)
            made.append(desk.attachments(one.corpus, self._ground.root))
            if one.opened.parcel.key != WHOLE:
                made.append(desk.pages(self._pages(one)))
        return made

    def _pages(self, one: Survey) -> tuple[Page, ...]:
        places = one.corpus.places
        return compose_regions(one.view, (places[region] for region in one.opened.parcel.regions))


def _report(one: Survey) -> Report:
    looked_on = one.opened.parcel.key != WHOLE and not one.blocks
    return Report(
        parcel=one.opened.parcel.key,
        findings=one.findings,
        approved=one.approved,
        public=one.public,
        contribution=contribution_of(one.view, one.opened.parcel) if looked_on else None,
        attachments=one.corpus.attachments,
    )
