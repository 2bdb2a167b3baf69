"""MkDocs as the host: events that make it render given pages through ``main.html``, only those.

The host contributes the build, the template environment and the chrome; it reads no content,
copies none of its assets and writes no file: every rendered document is caught.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from site_gen.language.speaker import speaker_of
from site_gen.pages.model import SiteFrame
from site_gen.render import head, paths, policy, templates
from site_gen.render.spoken import SPEAKER


@dataclass(frozen=True, slots=True)
class HostPage:
    """A document that the host renders: chrome for a section and language, around two texts."""

    address: str
    section: str
    language: str
    head: str
    main: str
    base: str | None = None
    """Overrides the relative base that the host works out from the address."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the host is asked to render."""

    frame: SiteFrame
    assets: Mapping[str, str]
    theme: Path
    pages: Sequence[HostPage]


@dataclass(slots=True)
class Rendering:
    """The state of one host build: what was asked, and what has come back."""

    order: Order
    documents: dict[str, str] = field(default_factory=dict)

    def page_of(self, file: File) -> HostPage:
        """The ordered page that a file of the host stands for."""
        return self.order.pages[int(file.name)]

    def in_order(self) -> tuple[str, ...]:
        """The rendered documents in the order of the pages."""
        return tuple(self.documents[page.address] for page in self.order.pages)


class HostEvents:
    """The events of a host build that renders an :class:`Order` and nothing else."""

    rendering: Rendering

    def take(self, order: Order) -> None:
        """Sets what the coming build renders."""
        self.rendering = Rendering(order)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """The host renders no static template: neither its error page nor its site map."""
        config.theme.static_templates.clear()
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """One virtual file for each ordered page; whatever the host found or brings is left out."""
        pages = self.rendering.order.pages
        return Files([_virtual(n, page, config) for n, page in enumerate(pages)])

    def on_env(
        self,
        env: templates.HostEnvironment,
        *,
        config: MkDocsConfig,  # noqa: ARG002
        files: Files,  # noqa: ARG002
    ) -> templates.HostEnvironment:
        """Our templates are escaped and strict here too."""
        return templates.adapt_host(env, self.rendering.order.theme)

    def on_page_content(
        self,
        html: str,  # noqa: ARG002
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002
        files: Files,  # noqa: ARG002
    ) -> str:
        """The body that was ordered, in place of the empty file's."""
        return templates.trusted(self.rendering.page_of(page.file).main)

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """What ``main.html`` shows besides the body."""
        ordered = self.rendering.page_of(page.file)
        ours: dict[str, object] = {
            "frame": self.rendering.order.frame,
            "assets": self.rendering.order.assets,
            "section": ordered.section,
            "language": ordered.language,
            SPEAKER: speaker_of(ordered.language),
            "metas": head.site_metas(self.rendering.order.frame, ordered.section),
            "properties": head.site_properties(self.rendering.order.frame, ordered.language),
            "policy": policy.meta_policy(),
            "referrer": policy.REFERRER,
            "head": templates.trusted(ordered.head),
        }
        if ordered.base is not None:
            ours["base_url"] = ordered.base
        return cast(TemplateContext, {**context, **ours})

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Catches the document; an empty text keeps the host from writing it."""
        self.rendering.documents[self.rendering.page_of(page.file).address] = output
        return ""


class OrderPlugin(HostEvents, BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """The plug-in of a build that the program itself starts."""


def _virtual(number: int, page: HostPage, config: MkDocsConfig) -> File:
    file = File.generated(config, f"{number}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = paths.file_of(page.address)
    return file
