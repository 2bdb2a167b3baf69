"""Pages → documents: the shell of each, filled with head and body from our own templates.

Reads and writes no file; two pages never influence each other.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from site_gen.pages.model import Page, SiteFrame, language_of
from site_gen.render import paths
from site_gen.render.head import head_values
from site_gen.render.shells import Shell, ShellKey, key_of
from site_gen.render.templates import Templates


@dataclass(frozen=True, slots=True)
class Filler:
    """All that is needed to turn any page of one site into a document."""

    frame: SiteFrame
    shells: Mapping[ShellKey, Shell]
    templates: Templates

    def parts(self, page: Page) -> tuple[str, str]:
        """Head and body of a page, as they go into its shell."""
        base = paths.base_of(page, self.frame.base_url)
        language = language_of(page, self.frame)
        head = self.templates.head(page, base, head_values(self.frame, page), language)
        return head, self.templates.body(page, base, language)

    def document(self, page: Page) -> bytes:
        """The page as it is published, in UTF-8."""
        shell = self.shells[key_of(page, self.frame)]
        head, body = self.parts(page)
        return "".join((shell.before, head, shell.between, body, shell.after)).encode()
