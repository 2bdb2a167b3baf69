"""A site from its content, part by part: several processes read, look, draw, and tell each other.

What is published and what is found is the same as of all content read at once
(:mod:`site_gen.pipeline`); less has to be done one thing after the other, and less is held in one
place.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import gettempdir

from site_gen.addresses import HOME
from site_gen.corpus import Corpus, Place, index
from site_gen.docket.rows import parents_of
from site_gen.findings import Finding, Severity
from site_gen.findings.attachment_rules import PDF_MAYBE_PERSONAL
from site_gen.load.files import read_file
from site_gen.load.load import of_folder
from site_gen.load.personal import Approved
from site_gen.load.routes import routes_of
from site_gen.load.walk import Found, walk
from site_gen.pages.compose import compose_kinds, compose_others, compose_regions, frame_of
from site_gen.pages.model import SECTIONS, Artifact
from site_gen.pages.table import PAGE_KINDS
from site_gen.pages.view import View
from site_gen.parcels.brief import waking
from site_gen.parcels.contribution import Line
from site_gen.parcels.overview import overview_of
from site_gen.parcels.plan import WHOLE, Parcel, homes_of, parcels_of, places_of
from site_gen.parcels.surroundings import (
    Outline,
    Surroundings,
    surroundings_of,
    surroundings_of_site,
)
from site_gen.pipeline import in_order, region_files, site_files
from site_gen.processes.crew import Crew, Lost, crew
from site_gen.processes.shares import beside, in_processes
from site_gen.publish.build import Options, Published, Staged, release
from site_gen.publish.desk import DRAWN, Desk, Made, Shelf
from site_gen.publish.errors import Unsound
from site_gen.publish.kept import Keeping, Store, whole
from site_gen.publish.look import Seen
from site_gen.publish.manifest import files_of, sizes_of
from site_gen.publish.output import Output
from site_gen.publish.spare import take
from site_gen.publish.verify import judge
from site_gen.publish.worker import Answer, Ground, Report, Told, Worker, whole_record
from site_gen.records.record import Record, RecordId
from site_gen.records.table import KINDS
from site_gen.render.assets import build_assets
from site_gen.render.attachments import forget
from site_gen.render.paths import file_of
from site_gen.render.policy import headers_file
from site_gen.render.shells import load_host, theme_of
from site_gen.render.site import ordered_frame
from site_gen.render.sitemap import sitemap
from site_gen.render.studio import Studio, likely_keys, studio_of
from site_gen.search import write_search
from site_gen.search.pagefind import find_indexer
from site_gen.search.write import FOLDER as SEARCH

_LEDGER = "ledger"
_SITE, _FILES = "/site", "/files"
"""The shelves of pages about the whole site, and of files that are no pages."""


@dataclass(frozen=True)
class Surveyed:
    """The content of a site, read and looked at, and the processes that hold it."""

    ground: Ground
    parcels: tuple[Parcel, ...]
    members: Crew[Worker] = field(repr=False)
    outlines: tuple[Outline, ...] = field(repr=False)
    reports: tuple[Report, ...] = field(repr=False)
    folder: tuple[Finding, ...] = ()
    states: Callable[[], Mapping[Path, str]] = field(default=dict, repr=False)
    """Finds releases as the file system has them; asked once."""
    keys: dict[str, list[str]] = field(default_factory=dict, repr=False)
    """What was used of what is kept, by kind."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was found, in the order of places; nothing personal is quoted."""
        found = chain(self.folder, *(report.findings for report in self.reports))
        return in_order(found)

    @property
    def approved(self) -> tuple[Approved, ...]:
        """The personal information that exceptions let pass."""
        found = chain.from_iterable(report.approved for report in self.reports)
        return tuple(sorted(found, key=lambda one: one.where))

    @property
    def files(self) -> int:
        """How many files hold the records and the findings."""
        heads = (record for one in self.outlines for record in (*one.registers, *one.heads))
        records = {record.where.path for record in heads}
        return len(records | {finding.where.path for finding in self.findings})

    @property
    def stands(self) -> bool:
        """Whether there is no error, and what was found is what is found in all content at once.

        An exception lets pass what stands in documents of other parcels too.
        """
        approved = [report for report in self.reports if report.approved]
        return not any(
            one.severity is Severity.ERROR
            or (one.code == PDF_MAYBE_PERSONAL.code and approved not in ([], [report]))
            for report in self.reports
            for one in report.findings
        ) and not any(one.severity is Severity.ERROR for one in self.folder)

    def _former(self, output: Output) -> tuple[Path | None, bool]:
        """The release that is shown, if it is as it was made; whether the staged folder is it."""
        store, former = self.ground.store, output.releases / output.current
        states = self.states() if store else {}
        state = states.get(former)
        if store is None or state is None or state != store.get("release", output.current):
            return None, False
        return former, states.get(output.spare) == state and take(output)

    def publish(self, output: Output, options: Options, begin: Callable[[str], None]) -> Published:
        """As :func:`site_gen.publish.build.publish`; only for content that may be published.

        Raises Lost besides when a process dies.
        """
        build = partial(self._build, output, options, begin)
        published = release(output, begin, build, spare=self.ground.store is not None)
        if self.ground.store is not None:
            name = published.release
            self.ground.store.put("release", name, whole(output.releases / name))
            self.ground.store.forget({**self.keys, "release": [name]})
        return published

    def _build(self, output: Output, options: Options, begin: Callable[[str], None]) -> Staged:
        """The staged folder, verified."""
        begin("生成网页")
        if options.search:
            find_indexer()  # who has none learns it before the work begins
        around = surroundings_of_site(self.outlines)
        self.members.begin("contributions", [around.guests] * (1 + len(self.members.others)))
        self.members.begin("lines")
        corpus = self._corpus(around)
        studio = _studio(corpus, self.ground.today, options)
        former, begun = self._former(output)
        desk = Desk(studio, output.staging, output.attachments, self._public, former, begun)
        self.members.begin("draw", [desk] * (1 + len(self.members.others)))
        self.keys[DRAWN] = [shelf.at(desk.key) for shelf in self._shelves()]
        told = self._taken("contribution", self.members.answers())
        lines = self._lines(self.members.answers())
        wake = waking(corpus, self.ground.today, self._read)
        view = overview_of(corpus, told, lines, wake, self.ground.today)
        with beside(partial(_search, view, desk, output, options)) as searched:
            made = self._taken("made", [self.members.own.draw(desk)])
            made += self._of_site(view, desk, options.jobs)
            made += self._taken("made", self.members.answers())
            made.append(desk.artifacts(_site_map(made, desk.studio)))
            forget(output.attachments, _attached(made))
            begin("建立检索" if options.search else "不建检索")
            search = searched()
        begin("核对")
        return _verified([*made, search], desk, [file for file, _ in search.seen])

    def _taken(self, kind: str, answers: Iterable[Iterable[Told[Answer]]]) -> list[Answer]:
        return _taken(self.ground.store, self.keys, kind, answers)

    @property
    def _public(self) -> frozenset[str]:
        return frozenset[str]().union(*(report.public for report in self.reports))

    def _lines(
        self, answers: Iterable[Iterable[Told[tuple[Line, ...]]]]
    ) -> Callable[[], Iterable[Line]]:
        """How the lines of all entries are found: where they are kept, they are left there."""
        told = list(chain.from_iterable(answers))
        self.keys["lines"] = [one.key for one in told]
        store = self.ground.store
        return lambda: chain.from_iterable(one.taken(store, "lines") for one in told)

    def _corpus(self, around: Surroundings) -> Corpus:
        """The registers of the whole site, and the heads of all records."""
        own = next(parcel for parcel in self.parcels if parcel.key == WHOLE)
        read = [one for file in own.files for one in read_file(self.ground.root, file).records]
        invited = {guest: self._read(guest) for guest in around.guests}
        records = [record for record in around.registers if record.id not in invited]
        attachments = {
            key: one for report in self.reports for key, one in report.attachments.items()
        }
        return index([*read, *records, *invited.values()], attachments)

    def _read(self, record: RecordId) -> Record:
        """The whole record, from its file. Raises Gone when it is not there any more."""
        return whole_record(self.ground, record)

    def _of_site(self, view: View, desk: Desk, jobs: int) -> list[Made]:
        """What is about the whole site, and the pages of the regions that are in no parcel.

        The ledger is half of it, and made in a process of its own.
        """
        shares = partial(self._but_ledger, view, desk), partial(self._ledger, view, desk)
        made = in_processes(_done, shares[0], shares[1:]) if jobs > 1 else [*map(_done, shares)]
        others = compose_others(view, [page.address for one in made for page in one.pages])
        pages = (*others, *compose_regions(view, self._apart(view)))
        return [*made, desk.pages(pages, self.ground.shelf(WHOLE))]

    def _but_ledger(self, view: View, desk: Desk) -> Made:
        kinds = [kind for kind in PAGE_KINDS if kind.key != _LEDGER]
        return desk.pages(compose_kinds(view, kinds), self.ground.shelf(_SITE))

    def _ledger(self, view: View, desk: Desk) -> Made:
        """The pages of the ledger, and all files that are no pages and ready."""
        kinds = [kind for kind in PAGE_KINDS if kind.key == _LEDGER]
        pages = desk.pages(compose_kinds(view, kinds), self.ground.shelf(f"/{_LEDGER}"))
        files = (*_artifacts(view, desk.studio), *region_files(view, self._apart(view)))
        return pages + desk.artifacts(files, self.ground.shelf(_FILES))

    def _apart(self, view: View) -> Iterator[Place]:
        """The regions that are in no parcel."""
        own = next(parcel for parcel in self.parcels if parcel.key == WHOLE)
        return (view.corpus.places[region] for region in own.regions)

    def _shelves(self) -> Iterator[Shelf]:
        """Where is kept what was made of pages and files."""
        names = (_SITE, f"/{_LEDGER}", _FILES, *(parcel.key for parcel in self.parcels))
        return filter(None, map(self.ground.shelf, names))


@contextmanager
def survey_site(
    content: Path,
    today: date,
    jobs: int,
    keeping: Keeping | None = None,
    releases: Sequence[Path] = (),
) -> Iterator[Surveyed | None]:
    """Reads and looks at all content in ``jobs`` processes, which stay while the context lasts.

    Another one looks meanwhile in what state ``releases`` are.

    With errors, what is found may differ from what is found in all content read at once: who
    reports them looks at it so. Without, it is the same. None when a process died.
    """
    with beside(partial(_states, releases)) as states:
        found = walk(content, routes_of(KINDS))
        ground = _ground(content, found, today, keeping)
        parts = _parts(parcels_of(found, ground.places), jobs)
        with crew(partial(Worker, ground), parts) as members:
            yield _survey(ground, parts, members, found, states)


def _ground(content: Path, found: Found, today: date, keeping: Keeping | None) -> Ground:
    places, files = places_of(content, found), homes_of(found)
    if keeping is None:
        return Ground(content, places, files, today)
    return Ground(content, places, files, today, keeping.store, keeping.program)


def _parts(parcels: Sequence[Parcel], jobs: int) -> list[list[Parcel]]:
    """That of the whole site first, then the parcels in ``jobs`` parts of about the same size.

    Who has the first part makes the pages of the whole site, while the others draw theirs.
    """
    whole, *apart = sorted(parcels, key=lambda one: (one.key != WHOLE, -len(one.files)))
    parts: list[list[Parcel]] = [[] for _ in range(min(jobs, len(apart)))]
    for parcel in apart:
        lightest = min(parts, key=lambda part: sum(len(one.files) for one in part))
        lightest.append(parcel)
    return [[whole], *parts]


def _survey(
    ground: Ground,
    parts: Sequence[Sequence[Parcel]],
    members: Crew[Worker],
    found: Found,
    states: Callable[[], Mapping[Path, str]],
) -> Surveyed | None:
    keys: dict[str, list[str]] = {}
    taken = partial(_taken, ground.store, keys)
    try:
        members.begin("outlines")
        outlines = taken("outline", [members.own.outlines(), *members.answers()])
        around = surroundings_of(outlines, ground.places)
        given = [{parcel.key: around[parcel.key] for parcel in part} for part in parts]
        members.begin("reports", given)
        reports = taken("report", [members.own.reports(given[0]), *members.answers()])
    except Lost:
        return None
    parcels = tuple(chain.from_iterable(parts))
    folder = tuple(of_folder(found))
    return Surveyed(ground, parcels, members, tuple(outlines), tuple(reports), folder, states, keys)


def _states(releases: Sequence[Path]) -> Mapping[Path, str]:
    """Releases as the file system has them."""
    return {release: whole(release) for release in releases}


def _taken(
    store: Store | None,
    keys: dict[str, list[str]],
    kind: str,
    answers: Iterable[Iterable[Told[Answer]]],
) -> list[Answer]:
    """What members answer; ``keys`` learns what of it is kept. Raises Lost."""
    told = list(chain.from_iterable(answers))
    keys.setdefault(kind, []).extend(one.key for one in told)
    return [one.taken(store, kind) for one in told]


def _done(make: Callable[[], Made]) -> Made:
    return make()


def _studio(corpus: Corpus, today: date, options: Options) -> Studio:
    """What pages are drawn with. Raises HostError."""
    config = load_host(options.config, Path(gettempdir()) / "site-gen-unused")
    frame = ordered_frame(frame_of(corpus, today), options.base_url, options.language)
    theme = theme_of(config)
    assets = build_assets(theme, [Path(folder) for folder in config.theme.dirs], frame.languages)
    return studio_of(frame, theme, options.config, assets, likely_keys(frame, set(SECTIONS)))


def _search(view: View, desk: Desk, output: Output, options: Options) -> Made:
    """The files of the search, which needs all rows and nobody waits for until the end."""
    if not options.search:
        return Made((), ())
    parents = parents_of(view.corpus)
    write_search(
        view.rows, output.staging, parents=parents, scratch=output.indexes, jobs=options.jobs
    )
    return desk.look(f"{SEARCH}/{file}" for file in files_of(output.staging / SEARCH))


def _artifacts(view: View, studio: Studio) -> Iterator[Artifact]:
    """The files of the site that are no pages, but for those that tell of pages."""
    yield from studio.assets.artifacts
    yield from site_files(view)
    yield headers_file(studio.assets.addresses, studio.frame.base_url)


def _site_map(made: Iterable[Made], studio: Studio) -> tuple[Artifact, ...]:
    return sitemap([page for one in made for page in one.pages], studio.frame.base_url)


def _attached(made: Iterable[Made]) -> list[str]:
    return [file for one in made for file, _ in one.seen if file.startswith("attachments/")]


def _verified(made: Sequence[Made], desk: Desk, foreign: Sequence[str]) -> Staged:
    """What was made, when it is sound and whole on the disk. Raises Unsound, ValueError."""
    files = Counter(file for one in made for file, _ in one.seen)
    twice = sorted(file for file, times in files.items() if times > 1)
    if twice:
        raise ValueError(f"more than one page or file at: {', '.join(twice)}")
    seen = {file: one for each in made for file, one in each.seen}
    desk.clear(seen)
    fresh = desk.fresh(seen)
    written = sizes_of(desk.staging) if fresh is None else _sizes(desk.staging, fresh)
    problems = [*judge(seen, [file_of(HOME)]), *_not_as_written(seen, written, fresh)]
    if problems:
        raise Unsound(tuple(problems))
    return Staged(sum(len(one.pages) for one in made), seen, foreign)


def _sizes(folder: Path, files: Iterable[str]) -> Mapping[str, int]:
    """The files of a folder that are there, with their sizes in bytes."""
    return {file: (folder / file).stat().st_size for file in files if (folder / file).is_file()}


def _not_as_written(
    seen: Mapping[str, Seen], sizes: Mapping[str, int], fresh: Collection[str] | None
) -> Iterator[str]:
    """What is not on the disk as it was written, or should not be there."""
    files = seen if fresh is None else fresh
    yield from (f"{file}：没有写完" for file in files if sizes.get(file) != seen[file].size)
    yield from (f"{file}：不该在这里" for file in sizes.keys() - seen.keys())
