"""The head of a page: what search engines, and whoever shows a link to it, are told of it.

The names of ``<meta>`` are those that public-sector sites in China carry for search and inspection;
each stands once, and what is not known is left out. What all pages of a section have in common
(:func:`site_metas`, :func:`site_properties`) is part of the shell, what a page brings itself
(:attr:`Page.meta`) wins over what is derived here. Pictures and addresses are told in full, so only
where the site knows its own. ``og:`` is the Open Graph protocol (https://ogp.me).
"""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from site_gen.language import joined, say
from site_gen.pages.model import NavEntry, Page, SiteFrame
from site_gen.render import paths
from site_gen.render.feeds import alternates
from site_gen.render.linked import linked_data

_LOCALES = {"zh-Hans": "zh_CN", "bo": "bo_CN", "en": "en_US"}

Metas = tuple[tuple[str, str], ...]


def site_metas(frame: SiteFrame, section: str) -> Metas:
    """What every page of a section says of the site and of the column that it belongs to."""
    entries = {
        "SiteName": frame.name,
        "SiteDomain": urlsplit(frame.base_url).netloc,
        "SiteIDCode": frame.site_code,
        **_column(frame, section),
    }
    return _known(entries.items())


def site_properties(frame: SiteFrame, language: str) -> Metas:
    """What every page says of the site to whoever shows a link to it."""
    entries = (("og:site_name", frame.name), ("og:locale", _LOCALES.get(language, "")))
    return _known(entries)


def _known(entries: Iterable[tuple[str, str]]) -> Metas:
    """Without what is not known."""
    return tuple((name, text) for name, text in entries if text)


def _column(frame: SiteFrame, section: str) -> Mapping[str, str]:
    """The column of a section, as the navigation or the foot calls it; home is none."""
    if section in ("", "home"):
        return {}
    entries: tuple[NavEntry, ...] = (*frame.navigation, *frame.footer.links)
    titles = [entry.title for entry in entries if entry.section == section]
    if not titles:
        return {}
    return {
        "ColumnName": titles[0],
        "ColumnDescription": say("{name}的“{title}”栏目", name=frame.name, title=titles[0]),
        "ColumnKeywords": titles[0],
        "ColumnType": titles[0],
    }


def head_values(frame: SiteFrame, page: Page) -> Mapping[str, object]:
    """What the template of the head shows."""
    canonical = canonical_of(frame, page)
    image = paths.absolute(frame.base_url, page.image) if frame.base_url and page.image else ""
    return {
        "full_title": joined(" · ", _title(frame, page)),
        "canonical": canonical,
        "metas": _known(_metas(frame, page, canonical, image)),
        "image": image,
        "data": linked_data(frame, page, canonical),
        "alternates": alternates(page.feed) if page.feed else (),
    }


def canonical_of(frame: SiteFrame, page: Page) -> str:
    """The public address of a page; empty where the site does not know its own, or it has none."""
    if not frame.base_url or paths.is_error_page(page.address):
        return ""
    return paths.absolute(frame.base_url, page.address)


def _title(frame: SiteFrame, page: Page) -> tuple[str, ...]:
    """The page, the region it lies in, the site: who sees only titles can tell pages apart.

    Units and plans of different counties are called the same. A region is a folder at the top, and
    what belongs to it lies in it.
    """
    if page.title == frame.name:
        return (page.title,)
    folder = f"{page.address.partition('/')[0]}/"
    region = (name for name, address in page.trail[2:] if address == folder != page.address)
    return (page.title, *region, frame.name)


def _metas(frame: SiteFrame, page: Page, canonical: str, image: str) -> Metas:
    if not page.is_article:
        return (*page.meta, ("Description", page.description))
    article = dict(_article(frame, page, canonical, image))
    return tuple((article | dict(page.meta) | {"Description": page.description}).items())


def _article(frame: SiteFrame, page: Page, canonical: str, image: str) -> Iterator[tuple[str, str]]:
    """What a page that shows one record says of it."""
    yield "ArticleTitle", page.title
    yield "PubDate", f"{page.updated.isoformat()} 00:00" if page.updated else ""
    yield "ContentSource", frame.host
    yield "Author", frame.host
    yield "Image", image
    yield "Url", canonical
