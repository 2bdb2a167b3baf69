"""View → pages and frame: every page kind in turn, then the records that none has a page for."""

from site_gen.pages.frame import frame_of
from site_gen.pages.model import Page
from site_gen.pages.record import pages_of_others
from site_gen.pages.table import PAGE_KINDS
from site_gen.pages.view import View

__all__ = ["compose", "frame_of"]


def compose(view: View) -> tuple[Page, ...]:
    """Every page of the site, by address."""
    pages = [page for kind in PAGE_KINDS for page in kind.compose(view)]
    pages += pages_of_others(view, [page.address for page in pages])
    return tuple(sorted(pages, key=lambda page: page.address))
