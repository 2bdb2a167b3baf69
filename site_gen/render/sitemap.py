"""``sitemap.xml`` and ``robots.txt`` from the pages themselves.

Of a site map all addresses are in full: without the public address of the site there is none. A
site of more pages than one may hold has several, and ``sitemap.xml`` lists them.

Sources: https://www.sitemaps.org/protocol.html, RFC 9309.
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


MOST = 50_000
"""Pages that one site map may hold."""
_FILE = "sitemap.xml"


def sitemap(pages: Iterable[Listed], base_url: str, most: int = MOST) -> tuple[Artifact, ...]:
    """What search engines look for: whether they may come, and all pages that may be listed."""
    if not base_url:
        return (_robots(""),)
    listed = sorted((page for page in pages if page.indexed), key=lambda page: page.address)
    parts = [listed[start : start + most] for start in range(0, len(listed), most)] or [[]]
    if len(parts) == 1:
        maps = [_map(_FILE, parts[0], base_url)]
    else:
        named = ((f"sitemap-{number}.xml", part) for number, part in enumerate(parts, 1))
        maps = [_map(name, part, base_url) for name, part in named]
        maps.append(_of_maps([one.address for one in maps], base_url))
    return _robots(f"Sitemap: {paths.absolute(base_url, _FILE)}\n"), *maps


def _robots(more: str) -> Artifact:
    return Artifact("robots.txt", f"User-agent: *\nAllow: /\n{more}".encode())


def _map(name: str, pages: Iterable[Listed], base_url: str) -> Artifact:
    return _file(name, "urlset", (_entry(page, base_url) for page in pages))


def _entry(page: Listed, base_url: str) -> str:
    day = f"<lastmod>{page.updated.isoformat()}</lastmod>" if page.updated else ""
    return f"<url>{_located(page.address, base_url)}{day}</url>\n"


def _of_maps(names: Iterable[str], base_url: str) -> Artifact:
    found = (f"<sitemap>{_located(name, base_url)}</sitemap>\n" for name in names)
    return _file(_FILE, "sitemapindex", found)


def _located(address: str, base_url: str) -> str:
    return f"<loc>{escape(paths.absolute(base_url, address))}</loc>"


def _file(name: str, element: str, entries: Iterable[str]) -> Artifact:
    start = f'<{element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    xml = '<?xml version="1.0" encoding="UTF-8"?>\n' + f"{start}\n{''.join(entries)}</{element}>\n"
    return Artifact(name, xml.encode())
