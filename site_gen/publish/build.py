"""The building of a release: render, index, verify, swap; the table of contents of a publication.

What is published has been compiled and checked before; no finding is judged here.
"""

import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from site_gen.addresses import HOME
from site_gen.corpus import Corpus
from site_gen.docket.row import Row
from site_gen.docket.rows import parents_of
from site_gen.publish import manifest
from site_gen.publish.errors import Unsound
from site_gen.publish.lock import locked
from site_gen.publish.look import Seen
from site_gen.publish.output import Output
from site_gen.publish.personal import Guard
from site_gen.publish.releases import show, sweep
from site_gen.publish.verify import judge, look_at_all
from site_gen.render import Compiled as Rendered
from site_gen.render import render_site
from site_gen.render.attachments import addresses_of
from site_gen.render.paths import file_of
from site_gen.search import write_search

STEPS = 4
"""How often :func:`publish` tells what it begins."""


class Compiled(Rendered, Protocol):
    """What a publication needs of a compilation: what is rendered, and what is searched."""

    @property
    def rows(self) -> Sequence[Row]:
        """What search finds."""
        ...

    @property
    def corpus(self) -> Corpus:
        """Which regions there are, and what lies above each."""
        ...

    @property
    def public(self) -> frozenset[str]:
        """What looks personal and may be public all the same."""
        ...


@dataclass(frozen=True, slots=True)
class Options:
    """How a site is built; ``config`` is the host's (``mkdocs.yml``)."""

    config: Path
    jobs: int = 1
    base_url: str = ""
    """Replaces the configured public address unless empty."""
    language: str = ""
    """Replaces the languages of the site and of its regions unless empty."""
    search: bool = True


@dataclass(frozen=True, slots=True)
class Published:
    """What is shown now."""

    release: str
    pages: int
    bytes: int
    changed: bool
    """Whether another release was shown before."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A staged folder: how many pages are in it, and every file as it was seen."""

    pages: int
    seen: Mapping[str, Seen]
    foreign: Collection[str] | None = None
    """The files that others have written; None where that is not known."""


def publish(
    compiled: Compiled, output: Output, options: Options, begin: Callable[[str], None]
) -> Published:
    """Builds a release and shows it; ``begin`` hears the name of each step.

    Raises Busy, Unsound, HostError, EnvironmentProblem or OSError; what was shown before then
    stays as it was.
    """
    return release(output, begin, lambda: _build(compiled, output, options, begin))


def release(
    output: Output,
    begin: Callable[[str], None],
    build: Callable[[], Staged],
    *,
    spare: bool = False,
) -> Published:
    """Shows what ``build`` puts into the staged folder; see :func:`.releases.show` for ``spare``.

    Raises what ``build`` raises, Busy or OSError; what was shown before then stays as it was.
    """
    with locked(output):
        sweep(output)
        before = output.current
        try:
            staged = build()
            begin("发布")
            seen = staged.seen
            sums = manifest.manifest_from({file: one.digest for file, one in seen.items()})
            (output.staging / manifest.NAME).write_bytes(sums)
            size = len(sums) + sum(one.size for one in seen.values())
            shown = show(output, sums, staged.foreign, spare=spare)
        finally:
            shutil.rmtree(output.staging, ignore_errors=True)
    return Published(shown, staged.pages, size, shown != before)


def _build(
    compiled: Compiled, output: Output, options: Options, begin: Callable[[str], None]
) -> Staged:
    """The staged folder, verified."""
    begin("生成网页")
    staging, base_url = output.staging, options.base_url or compiled.frame.base_url
    report = render_site(
        compiled,
        options.config,
        staging,
        jobs=options.jobs,
        base_url=options.base_url,
        language=options.language,
        kept=output.attachments,
    )
    begin("建立检索" if options.search else "不建检索")
    if options.search:
        parents = parents_of(compiled.corpus)
        write_search(
            compiled.rows, staging, parents=parents, scratch=output.indexes, jobs=options.jobs
        )
    begin("核对")
    seen = look_at_all(staging, base_url, options.jobs, Guard(compiled.public))
    if problems := judge(seen, _files(compiled)):
        raise Unsound(problems)
    return Staged(report.pages, seen)


def _files(compiled: Compiled) -> Iterator[str]:
    """Every file that the compilation asks for."""
    yield file_of(HOME)
    yield from (file_of(page.address) for page in compiled.pages)
    yield from (file_of(artifact.address) for artifact in compiled.artifacts)
    yield from map(file_of, addresses_of(compiled.attachments))
