"""The whole site from compiled values: what is rendered and written, in which order.

Works on plain values and a folder to write into; it neither compiles content nor publishes.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import gettempdir
from typing import Protocol

from site_gen.attachments.rendition import Rendition
from site_gen.pages.model import Artifact, Page, SiteFrame
from site_gen.render import paths
from site_gen.render.assets import Assets, build_assets
from site_gen.render.attachments import addresses_of, write_attachments
from site_gen.render.feeds import feed_files
from site_gen.render.fill import Filler
from site_gen.render.host import Order
from site_gen.render.policy import headers_file
from site_gen.render.shells import (
    ShellKey,
    cut_shells,
    key_of,
    load_host,
    order_shells,
    render_order,
    theme_of,
)
from site_gen.render.sitemap import sitemap
from site_gen.render.templates import templates_for
from site_gen.render.write import write_artifacts, write_pages


class Compiled(Protocol):
    """What the renderer needs of a compilation."""

    @property
    def frame(self) -> SiteFrame:
        """What all pages share."""
        ...

    @property
    def pages(self) -> Sequence[Page]:
        """All pages, each at an address of its own."""
        ...

    @property
    def artifacts(self) -> Sequence[Artifact]:
        """All files that are no pages."""
        ...

    @property
    def attachments(self) -> Sequence[Rendition]:
        """Pictures and documents that are to be made ready."""
        ...


@dataclass(frozen=True, slots=True)
class RenderReport:
    """What a rendering has put into its folder."""

    pages: int
    bytes: int
    """Size of all files of the site, written or found unchanged."""
    changed: int
    """Files that were written, because they were missing or different."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A site that is ready to be rendered, whoever runs the host."""

    frame: SiteFrame
    theme: Path
    assets: Assets
    pages: tuple[Page, ...]
    artifacts: tuple[Artifact, ...]
    attachments: tuple[Rendition, ...]

    def order(self) -> Order:
        """What the host has to render for this site."""
        return order_shells(self._keys(), self.frame, self.assets, self.theme)

    def filler(self, documents: Sequence[str]) -> Filler:
        """What turns pages into documents, once the host has rendered :meth:`order`."""
        keys = self._keys()
        bases = {key.base for key in keys}
        return Filler(
            frame=self.frame,
            shells=cut_shells(keys, documents),
            templates=templates_for(
                self.theme, bases, self.frame, self.assets.addresses, self.frame.languages
            ),
        )

    def _keys(self) -> set[ShellKey]:
        return {key_of(page, self.frame) for page in self.pages}


def ordered_frame(frame: SiteFrame, base_url: str, language: str) -> SiteFrame:
    """A frame with what an order replaces in it; in an ordered language every page is drawn."""
    frame = replace(frame, base_url=base_url or frame.base_url)
    return replace(frame, language=language, languages=(language,)) if language else frame


def plan_site(
    compiled: Compiled,
    theme: Path,
    host_folders: Sequence[Path],
    base_url: str = "",
    language: str = "",
) -> Plan:
    """Everything that a rendering needs.

    ``base_url`` and ``language`` replace the configured ones unless empty.
    """
    frame = ordered_frame(compiled.frame, base_url, language)
    assets = build_assets(theme, host_folders, frame.languages)
    pages = tuple(compiled.pages)
    artifacts = (
        *assets.artifacts,
        *compiled.artifacts,
        *feed_files(pages, frame),
        *sitemap(pages, frame.base_url),
        headers_file(assets.addresses, frame.base_url),
    )
    _refuse_collisions([*pages, *artifacts], compiled.attachments)
    return Plan(frame, theme, assets, pages, artifacts, tuple(compiled.attachments))


def write_site(
    plan: Plan, documents: Sequence[str], out: Path, *, jobs: int = 1, kept: Path | None = None
) -> RenderReport:
    """Writes a planned site into a folder, with the shells that the host has rendered.

    ``kept`` is where finished pictures and documents stay for the next time.
    """
    filler = plan.filler(documents)
    written = write_pages(out, plan.pages, filler.document, jobs=jobs)
    written += write_artifacts(out, plan.artifacts)
    written += write_attachments(out, plan.attachments, kept, jobs=jobs)
    return RenderReport(len(plan.pages), written.bytes, written.changed)


def render_site(
    compiled: Compiled,
    config_file: Path,
    out: Path,
    *,
    jobs: int = 1,
    base_url: str = "",
    language: str = "",
    kept: Path | None = None,
) -> RenderReport:
    """Renders a compiled site into a folder.

    ``config_file`` is the host's (``mkdocs.yml``), ``jobs`` a number of processes, ``kept`` where
    finished pictures and documents stay for the next time. Raises
    HostError when the host fails, OSError when the folder cannot be written.
    """
    config = load_host(config_file, Path(gettempdir()) / "site-gen-unused")
    plan = plan_site(
        compiled,
        theme_of(config),
        [Path(folder) for folder in config.theme.dirs],
        base_url,
        language,
    )
    return write_site(plan, render_order(plan.order(), config_file), out, jobs=jobs, kept=kept)


def _refuse_collisions(made: Sequence[Page | Artifact], attachments: Sequence[Rendition]) -> None:
    """Two things at one address would overwrite each other; raises ValueError naming them."""
    files = Counter(map(paths.file_of, addresses_of(attachments)))
    files.update(paths.file_of(each.address) for each in made)
    twice = sorted(file for file, times in files.items() if times > 1)
    if twice:
        raise ValueError(f"more than one page or file at: {', '.join(twice)}")
