"""A site made of all content at once, and the same made parcel by parcel, in this process."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_gen.corpus import Corpus, index
from site_gen.corpus.places import build_tree
from site_gen.docket.row import Row, newest_first
from site_gen.findings import Finding, Severity
from site_gen.load.files import read_file
from site_gen.load.load import of_folder, together
from site_gen.load.personal import Approved
from site_gen.load.routes import routes_of
from site_gen.load.walk import Found, walk
from site_gen.pages.compose import compose_regions, compose_site
from site_gen.pages.model import Artifact, Page
from site_gen.pages.view import View
from site_gen.parcels.brief import waking
from site_gen.parcels.contribution import Line, contribution_of, lines_of
from site_gen.parcels.overview import overview_of
from site_gen.parcels.plan import parcels_of
from site_gen.parcels.surroundings import Outline, surroundings_of, surroundings_of_site
from site_gen.parcels.survey import Survey, open_parcel, outline_of, survey
from site_gen.pipeline import audit, derive, region_files, site_files
from site_gen.privacy import discreet
from site_gen.records.record import Record, RecordId
from site_gen.records.table import KINDS
from site_gen.statistics.numbers import Numbers, Scope
from site_gen.statistics.sums import is_summed

TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Told:
    """What is found in content."""

    findings: tuple[Finding, ...]
    approved: tuple[Approved, ...]
    public: frozenset[str]

    @property
    def blocks(self) -> bool:
        """Whether there is an error."""
        return any(one.severity is Severity.ERROR for one in self.findings)


@dataclass(frozen=True)
class Shown:
    """What is published of content."""

    pages: Mapping[str, Page]
    rows: tuple[Row, ...]
    entries: tuple[str, ...]
    """Their ids, in docket order."""
    files: Mapping[str, bytes]
    """What is no page."""
    tallies: Mapping[Scope, Mapping[str, int]]
    """What is counted where, as far as parcels hand over sums."""


def whole(content: Path) -> tuple[Told, Callable[[], Shown]]:
    """All at once; what is shown is made when it is asked for."""
    found = audit(content, TODAY)

    def shown() -> Shown:
        site = derive(found, content, TODAY)
        return Shown(
            _by_address(site.pages),
            site.rows,
            tuple(entry.id for entry in site.entries),
            _contents(site.artifacts),
            _tallies(site.numbers),
        )

    return Told(found.findings, found.approved, found.public), shown


def in_parcels(content: Path) -> tuple[Told, Callable[[], Shown]]:
    """Parcel by parcel."""
    apart = _Apart(content)
    return apart.told(), apart.shown


class _Apart:
    """Content, read and looked at parcel by parcel."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._found = walk(root, routes_of(KINDS))
        self._files = {
            RecordId(one.kind.key, one.region, one.name): one
            for one in self._found.records
            if not one.language
        }
        places = build_tree(_regions(root, self._found))
        opened = [open_parcel(root, parcel) for parcel in parcels_of(self._found, places)]
        self._outlines: list[Outline] = [outline_of(one, places) for one in opened]
        around = surroundings_of(self._outlines, places)
        self._surveys: list[Survey] = []
        for one in opened:
            near = around[one.parcel.key]
            guests = [self._files[guest] for guest in near.guests]
            self._surveys.append(survey(root, one, near, guests, TODAY))

    def told(self) -> Told:
        """What is found in all of them."""
        found = [*of_folder(self._found)]
        found += [finding for one in self._surveys for finding in one.findings]
        approved = [exception for one in self._surveys for exception in one.approved]
        return Told(
            tuple(sorted(set(discreet(found)), key=lambda one: (one.where, one.code))),
            tuple(sorted(approved, key=lambda one: one.where)),
            frozenset[str]().union(*(one.public for one in self._surveys)),
        )

    def shown(self) -> Shown:
        """The pages of all of them and of the whole site."""
        site, *others = self._surveys
        view = self.overview(self._lines)
        pages = [*compose_site(view), *_pages(site, view)]
        pages += [page for one in others for page in _pages(one, one.view)]
        files = [*site_files(view), *_files(site, view)]
        files += [file for one in others for file in _files(one, one.view)]
        entries = tuple(entry.id for entry in view.entries)
        tallies = _tallies(view.numbers)
        return Shown(_by_address(pages), view.rows, entries, _contents(files), tallies)

    def overview(self, lines: Callable[[], Iterable[Line]]) -> View:
        """The view of the whole site; ``lines`` finds the lines of all entries."""
        guests = surroundings_of_site(self._outlines).guests
        told = [contribution_of(one.view, one.opened.parcel, guests) for one in self._surveys[1:]]
        corpus = self._corpus()
        return overview_of(corpus, told, lines, waking(corpus, TODAY, self._read), TODAY)

    def _lines(self) -> Iterator[Line]:
        for one in self._surveys[1:]:
            yield from lines_of(one.view, one.opened.parcel)

    def _corpus(self) -> Corpus:
        around = surroundings_of_site(self._outlines)
        own = together(self._surveys[0].opened.files).records
        invited = {guest: self._read(guest) for guest in around.guests}
        near = [record for record in around.registers if record.id not in invited]
        attachments = {key: one for s in self._surveys for key, one in s.corpus.attachments.items()}
        return index([*own, *near, *invited.values()], attachments)

    def _read(self, record: RecordId) -> Record:
        return next(iter(read_file(self._root, self._files[record]).records))


def without_lines(content: Path) -> View:
    """The view of a whole site that cannot find the lines of all entries."""

    def none() -> Iterable[Line]:
        raise AssertionError("somebody asked for all entries")

    return _Apart(content).overview(none)


def _tallies(numbers: Numbers) -> Mapping[Scope, Mapping[str, int]]:
    return {
        scope: {key: n for key, n in numbers.tally(scope).items() if n}
        for scope in filter(is_summed, numbers.scopes())
    }


def _regions(root: Path, found: Found) -> Iterator[Record]:
    for file in found.records:
        if file.kind.key == "region":
            yield from read_file(root, file).records


def _pages(one: Survey, view: View) -> tuple[Page, ...]:
    regions = one.opened.parcel.regions
    return compose_regions(view, (view.corpus.places[region] for region in regions))


def _files(one: Survey, view: View) -> Iterator[Artifact]:
    places = (view.corpus.places[region] for region in one.opened.parcel.regions)
    return region_files(view, places)


def _contents(files: Iterable[Artifact]) -> Mapping[str, bytes]:
    return {file.address: file.content for file in files}


def _by_address(pages: Iterable[Page]) -> Mapping[str, Page]:
    found: dict[str, Page] = {}
    for page in pages:
        assert found.setdefault(page.address, page) is page, page.address
    return found


def differing(one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    """What only one of two has, or has otherwise, and from where on."""
    return [
        f"{name}: {_from(repr(one.get(name)), repr(other.get(name)))}"
        for name in sorted(one.keys() | other.keys())
        if one.get(name) != other.get(name)
    ]


def _from(one: str, other: str) -> str:
    pairs = zip(one, other, strict=False)
    at = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    start = max(0, at - 60)
    return f"…{one[start : at + 90]}… ≠ …{other[start : at + 90]}…"


def check_same(content: Path) -> bool:
    """Checks that both ways tell and show the same; whether the content may be published.

    With errors only that both find some: what else there is to find then is told of all at once.
    """
    (told, show), (told_apart, show_apart) = whole(content), in_parcels(content)
    assert told_apart.blocks == told.blocks, _only(told, told_apart)
    if told.blocks:
        return False
    assert told_apart == told, _only(told, told_apart)
    shown, apart = show(), show_apart()
    assert differing(apart.pages, shown.pages) == []
    assert newest_first(apart.rows) == newest_first(shown.rows)
    assert apart.entries == shown.entries
    assert apart.tallies == shown.tallies
    assert differing(apart.files, shown.files) == []
    return True


def _only(one: Told, other: Told) -> set[Finding]:
    """What only one of two found."""
    return set(one.findings) ^ set(other.findings)
