"""The order of work: load, index, check, derive, compose. Pure but for reading the folder.

``today`` is an argument: nothing here or below looks at a clock, the network or
the environment, and the same content gives the same site.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_gen.addresses import attachment_addresses
from site_gen.attachments.inspect import inspect_all
from site_gen.attachments.rendition import Rendition
from site_gen.checks import check
from site_gen.corpus import Corpus, Place, index
from site_gen.corpus.uses import used_attachments
from site_gen.docket.entry import Entry
from site_gen.docket.row import Row
from site_gen.docket.rows import labels_of, parents_of
from site_gen.findings import Finding, Severity
from site_gen.load import load
from site_gen.load.personal import Approved
from site_gen.outputs.ledger import ledger_files
from site_gen.outputs.tables import Source, region_tables, site_tables
from site_gen.pages.compose import compose, frame_of
from site_gen.pages.data import sizes_of, table_of
from site_gen.pages.model import Artifact, Page, SiteFrame
from site_gen.pages.view import View, view_of
from site_gen.privacy import discreet
from site_gen.records.kinds import Kind
from site_gen.records.table import KINDS
from site_gen.statistics.export import numbers_of
from site_gen.statistics.numbers import Numbers, Scope


@dataclass(frozen=True, slots=True)
class Audit:
    """What a look at the content found; ``corpus`` is whole only without errors.

    The findings quote nothing personal: whoever shows them need not look.
    """

    corpus: Corpus
    findings: tuple[Finding, ...]
    approved: tuple[Approved, ...] = ()
    public: frozenset[str] = frozenset()
    """What looks personal and may be public all the same."""

    @property
    def blocks(self) -> bool:
        """Whether anything found forbids publication."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def files(self) -> int:
        """How many files hold the records and the findings."""
        records = {record.where.path for record in self.corpus.records.values()}
        return len(records | {finding.where.path for finding in self.findings})


@dataclass(frozen=True, slots=True)
class Compilation:
    """A site as plain values: what to render, what to write, what to search."""

    findings: tuple[Finding, ...]
    frame: SiteFrame
    pages: tuple[Page, ...]
    artifacts: tuple[Artifact, ...]
    attachments: tuple[Rendition, ...]
    rows: tuple[Row, ...]
    entries: tuple[Entry, ...]
    numbers: Numbers
    corpus: Corpus
    approved: tuple[Approved, ...] = ()
    public: frozenset[str] = frozenset()


def audit(content: Path, today: date, kinds: Sequence[Kind] = KINDS) -> Audit:
    """Everything that is wrong with a content folder, in the order of places."""
    loaded = load(content, kinds)
    attachments, unsound = inspect_all(content, loaded.attachments, loaded.public)
    corpus = index(loaded.records, attachments)
    read = [*loaded.findings, *unsound]
    findings = [*read, *check(corpus, read, today)]
    return Audit(corpus, in_order(findings), loaded.approved, loaded.public)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, in the order of places; nothing personal is quoted."""
    shown = set(discreet(findings))
    return tuple(sorted(shown, key=lambda one: (one.where, one.code, one.message)))


def compile_site(content: Path, today: date, kinds: Sequence[Kind] = KINDS) -> Compilation:
    """The whole site of a content folder as it stands on ``today``."""
    audited = audit(content, today, kinds)
    return derive(audited, content, today)


def derive(audited: Audit, content: Path, today: date) -> Compilation:
    """The site of an audited corpus; composes nothing where findings block."""
    corpus = audited.corpus
    view = view_of(corpus, today)
    blocked = audited.blocks
    return Compilation(
        findings=audited.findings,
        frame=frame_of(corpus, today),
        pages=() if blocked else compose(view),
        artifacts=() if blocked else _artifacts(view),
        attachments=() if blocked else tuple(renditions(corpus, content)),
        rows=view.rows,
        entries=view.entries,
        numbers=view.numbers,
        corpus=corpus,
        approved=audited.approved,
        public=audited.public,
    )


def renditions(corpus: Corpus, content: Path) -> Iterator[Rendition]:
    """What is published of the attachments: only of those that something public names."""
    for region, name in used_attachments(corpus):
        attachment = corpus.attachments[region, name]
        addresses = attachment_addresses(region, attachment)
        yield Rendition(content / attachment.path, attachment.content, addresses)


def _artifacts(view: View) -> tuple[Artifact, ...]:
    """The files of the site that are no pages, by address."""
    files = (*site_files(view), *region_files(view, view.corpus.places.values()))
    return tuple(sorted(files, key=lambda file: file.address))


def site_files(view: View) -> Iterator[Artifact]:
    """The files about the whole site that are no pages: of its ledger, and of all its tables."""
    corpus, labels = view.corpus, labels_of(view.corpus, view.rows)
    made = dict(ledger_files(view.rows, labels, parents_of(corpus)))
    made |= site_tables(_source(view), labels["region"], sorted(sizes_of(view)), view.totals)
    yield from (Artifact(address, content) for address, content in made.items())


def region_files(view: View, places: Iterable[Place]) -> Iterator[Artifact]:
    """The files of some regions that are no pages, without those of regions that lie in them."""
    found = [(place, rows) for place in places if (rows := table_of(view, place.id))]
    labels = labels_of(view.corpus, view.rows) if found else {}
    for place, rows in found:
        numbers = numbers_of(view.numbers, Scope(place.id))
        made = region_tables(_source(view), place.id, place.name, rows, labels, numbers)
        yield from (Artifact(address, content) for address, content in made)


def _source(view: View) -> Source:
    site = view.corpus.site
    return Source(str(site.name), view.today, str(site.licence or ""))
