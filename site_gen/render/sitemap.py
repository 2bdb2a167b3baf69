"""``sitemap.xml`` and ``robots.txt`` from the pages themselves.

Both need the public address of the site; without it there is no site map.
"""

from collections.abc import Iterable
from datetime import date
from typing import Protocol
from xml.sax.saxutils import escape

from site_gen.pages.model import Artifact
from site_gen.render import paths


class Listed(Protocol):
    """What the site map says of a page."""

    @property
    def address(self) -> str:
        """As of a page."""
        ...

    @property
    def indexed(self) -> bool:
        """Whether search engines may list it."""
        ...

    @property
    def updated(self) -> date | None:
        """The last day on which anything changed, as far as it is known."""
        ...


def sitemap(pages: Iterable[Listed], base_url: str) -> tuple[Artifact, ...]:
    """The site map of all pages that may be listed, and the file that names it."""
    if not base_url:
        return ()
    listed = sorted((page for page in pages if page.indexed), key=lambda page: page.address)
    urls = "".join(_entry(page, base_url) for page in listed)
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    )
    robots = f"User-agent: *\nAllow: /\nSitemap: {paths.absolute(base_url, 'sitemap.xml')}\n"
    return (
        Artifact("robots.txt", robots.encode()),
        Artifact("sitemap.xml", xml.encode()),
    )


def _entry(page: Listed, base_url: str) -> str:
    where = escape(paths.absolute(base_url, page.address))
    day = f"<lastmod>{page.updated.isoformat()}</lastmod>" if page.updated else ""
    return f"<url><loc>{where}</loc>{day}</url>\n"
