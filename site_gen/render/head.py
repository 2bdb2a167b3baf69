"""The ``<meta>`` entries of a page, as (name, content).

The names are those that public-sector sites in China carry for search and inspection; each
stands once. What a page brings itself (:attr:`Page.meta`) wins over what is derived here.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from site_gen.pages.model import Page, SiteFrame
from site_gen.render import paths


def head_values(frame: SiteFrame, page: Page) -> Mapping[str, object]:
    """What the template of the head shows."""
    public = frame.base_url and not paths.is_error_page(page.address)
    canonical = paths.absolute(frame.base_url, page.address) if public else ""
    return {
        "full_title": " · ".join(_title(frame, page)),
        "canonical": canonical,
        "metas": tuple((name, text) for name, text in _metas(frame, page, canonical) if text),
    }


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


def _metas(frame: SiteFrame, page: Page, canonical: str) -> tuple[tuple[str, str], ...]:
    derived = {
        "SiteName": frame.name,
        "SiteDomain": urlsplit(frame.base_url).netloc,
        "SiteIDCode": frame.site_code,
        **_column(frame, page),
        **_article(frame, page, canonical),
        "Description": page.description,
    }
    return tuple((derived | dict(page.meta)).items())


def _column(frame: SiteFrame, page: Page) -> dict[str, str]:
    """The column that a page belongs to; home has none."""
    titles = [entry.title for entry in frame.navigation if entry.section == page.section]
    if not titles or page.address == "":
        return {}
    return {
        "ColumnName": titles[0],
        "ColumnDescription": f"{frame.name}的“{titles[0]}”栏目",
        "ColumnKeywords": titles[0],
        "ColumnType": titles[0],
    }


def _article(frame: SiteFrame, page: Page, canonical: str) -> dict[str, str]:
    """A page with a day of its own is an article."""
    if page.updated is None:
        return {}
    return {
        "ArticleTitle": page.title,
        "PubDate": f"{page.updated.isoformat()} 00:00",
        "ContentSource": frame.host,
        "Author": frame.host,
        "Url": canonical,
    }
