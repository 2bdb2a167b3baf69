"""View → pages and frame: every page kind in turn, nothing rendered."""

from site_gen.pages.frame import frame_of
from site_gen.pages.model import Page
from site_gen.pages.table import PAGE_KINDS
from site_gen.pages.view import View

__all__ = ["compose", "frame_of"]


def compose(view: View) -> tuple[Page, ...]:
    """Every page of the site, by address."""
    pages = [page for kind in PAGE_KINDS for page in kind.compose(view)]
    return tuple(sorted(pages, key=lambda page: page.address))
