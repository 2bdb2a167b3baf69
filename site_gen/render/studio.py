"""All that turns pages of one site into documents, whoever composes them and in whatever process.

Shells are the same for all pages of a section at one depth, so they are ordered before any page is
composed; one that nobody thought of is ordered when a page asks for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from site_gen.pages.model import Page, SiteFrame
from site_gen.render import paths
from site_gen.render.assets import Assets
from site_gen.render.fill import Filler
from site_gen.render.shells import (
    Shell,
    ShellKey,
    cut_shells,
    key_of,
    order_shells,
    render_order,
)
from site_gen.render.templates import templates_for

DEPTHS = range(6)
"""How deep pages lie."""


@dataclass(frozen=True)
class Studio:
    """What pages are drawn with; made once, it can be sent to other processes."""

    frame: SiteFrame
    theme: Path
    config: Path
    assets: Assets
    shells: Mapping[ShellKey, Shell] = field(repr=False)

    def document(self, page: Page) -> bytes:
        """A page as it is published, in UTF-8."""
        key = key_of(page, self.frame)
        return (self._usual if key in self.shells else self._unusual(key)).document(page)

    @cached_property
    def _usual(self) -> Filler:
        bases = {key.base for key in self.shells}
        templates = templates_for(
            self.theme, bases, self.frame, self.assets.addresses, self.frame.languages
        )
        return Filler(self.frame, self.shells, templates)

    def _unusual(self, key: ShellKey) -> Filler:
        """What fills a shell that was not ordered."""
        if key not in self._ordered:
            ordered = studio_of(self.frame, self.theme, self.config, self.assets, {key})
            self._ordered[key] = ordered._usual
        return self._ordered[key]

    @cached_property
    def _ordered(self) -> dict[ShellKey, Filler]:
        return {}


def studio_of(
    frame: SiteFrame, theme: Path, config: Path, assets: Assets, keys: set[ShellKey]
) -> Studio:
    """A studio with the shells that the host makes for these keys. Raises HostError."""
    documents = render_order(order_shells(keys, frame, assets, theme), config)
    return Studio(frame, theme, config, assets, cut_shells(keys, documents))


def likely_keys(frame: SiteFrame, sections: set[str]) -> set[ShellKey]:
    """The shells of these sections at every depth, and that of the error page."""
    bases = {paths.relative_base(depth) for depth in DEPTHS} | {paths.path_of(frame.base_url)}
    return {
        ShellKey(section, base, language)
        for section in sections
        for base in bases
        for language in frame.languages
    }
