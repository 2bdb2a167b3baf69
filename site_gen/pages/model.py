"""What a page of the site is before anything is rendered: plain values and an address.

A page names a template and brings the values that the template shows; the frame brings what
every page has in common. Nothing here knows markup, files or the program that renders.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from site_gen.language.message import ORIGINAL

SECTIONS = (
    "",
    "about",
    "cases",
    "data",
    "definitions",
    "home",
    "ledger",
    "methods",
    "opinions",
    "overdue",
    "places",
    "plans",
    "platforms",
    "proposals",
    "reconciliation",
    "refused",
    "regions",
    "releases",
    "reviews",
    "search",
    "series",
    "sitemap",
    "themes",
    "units",
)
"""What pages may give as their section."""


class SiteAddress(str):
    """An address of the site inside a :data:`Thing`: told in full, or not at all."""

    __slots__ = ()


Thing = Mapping[str, object]
"""Something that a page tells search engines of, in the words of schema.org (``@type`` …): texts,
truth values, addresses, other things, and lists of these."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that happened, as a feed tells it; nothing in it is markup."""

    key: str
    """Stays the same as long as it is the same thing: its item and what happened to it."""
    when: str
    """The day in ISO form, whole or partial."""
    title: str
    lines: tuple[str, ...]
    address: str
    word: str
    """What kind of change it is, in one word."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What changed, for programs that people have look for news; it belongs to a page."""

    address: str
    """The folder in which it lies in every form: ``'feeds/'``, ``'feeds/lixian/'``."""
    title: str
    description: str
    entries: tuple[FeedEntry, ...]
    """The newest first."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site as plain values; nothing is rendered yet."""

    address: str
    """Relative directory address with a trailing slash: ``''`` is home, ``'lixian/'``,
    ``'lixian/sessions/2023/0512-shiqiao/'``; only the error page is a file, ``'404.html'``."""
    kind: str
    """Key of the page-kind table: ``'session'``."""
    section: str
    """Navigation entry that the page belongs to: ``'home'``, ``'regions'``, ``'ledger'`` …"""
    title: str
    description: str
    template: str
    """File below ``theme/pages/``: ``'session.html'``."""
    values: Mapping[str, object]
    """What the template shows, by name; ``page``, ``frame``, ``base`` and ``assets`` are taken."""
    language: str = ""
    """What it is drawn in, where a region has a language of its own; ``''`` for the site's."""
    trail: tuple[tuple[str, str], ...] = ()
    """Breadcrumbs from home downwards, as (title, address), without the page itself."""
    updated: date | None = None
    indexed: bool = True
    """Whether search engines may list the page: in the site map, else ``noindex``."""
    meta: tuple[tuple[str, str], ...] = ()
    """Further ``<meta>`` of the head as (name, content); a name given here wins over the one
    that the renderer derives (``ArticleTitle``, ``PubDate``, ``ContentSource`` …)."""
    is_article: bool = False
    """Whether it shows one record, so that it has a title, a day and a source of its own."""
    image: str = ""
    """The address of the picture that stands for the page where it is shared; ``''`` for none."""
    things: tuple[Thing, ...] = ()
    feed: Feed | None = None


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site that is no page: a feed, a table, a picture."""

    address: str
    """Relative file address without a leading slash: ``'data/ledger.csv'``."""
    content: bytes


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A link of the navigation or the footer."""

    section: str
    """The pages with this section mark the entry as the current one; ``''`` marks none."""
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Filing:
    """A registration that the law wants shown: ICP filing, police filing, site code, licence."""

    label: str
    text: str
    url: str = ""
    """Where the registration can be looked up; ``''`` shows plain text."""


@dataclass(frozen=True, slots=True)
class Footer:
    """The foot of every page; what the configuration does not give is left out."""

    contact: tuple[tuple[str, str], ...] = ()
    """How the responsible body is reached, as (label, text): ``('电话', '0837-…')``."""
    filings: tuple[Filing, ...] = ()
    links: tuple[NavEntry, ...] = ()
    """Site map, accessibility statement, privacy and corrections …"""


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """What every page of one site shares."""

    name: str
    host: str
    """The responsible body (主办); ``''`` when the configuration names none."""
    notice: str
    """Key of the notice on every page: ``'fictional'``, ``'compiled'`` or ``''`` for none."""
    notice_text: str
    today: date
    """The day whose state the site shows (截至)."""
    base_url: str = ""
    """Public address of the site with a trailing slash, ``''`` when unknown."""
    language: str = ORIGINAL
    """What pages are drawn in."""
    languages: tuple[str, ...] = (ORIGINAL,)
    """All that pages may be drawn in: that of the site first, then those of regions."""
    site_code: str = ""
    """标识码 of a government site, for ``SiteIDCode``."""
    navigation: tuple[NavEntry, ...] = ()
    footer: Footer = field(default_factory=Footer)


def language_of(page: Page, frame: SiteFrame) -> str:
    """The language that a page is drawn in."""
    return page.language if page.language in frame.languages else frame.language
