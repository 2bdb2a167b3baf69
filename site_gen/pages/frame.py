"""What every page has around it: name, notice, navigation, foot; all from the site's settings."""

from datetime import date

from site_gen import addresses
from site_gen.addresses import record_address
from site_gen.corpus import Corpus
from site_gen.language import say
from site_gen.language.message import ORIGINAL
from site_gen.pages.model import Filing, Footer, NavEntry, SiteFrame
from site_gen.records.model import Contact
from site_gen.records.site import Site
from site_gen.statistics.proposals import flows
from site_gen.statistics.totals import totals_of
from site_gen.vocabulary.fields import field
from site_gen.vocabulary.settings import SiteNotice

NAVIGATION = (
    NavEntry("home", say("首页"), addresses.HOME),
    NavEntry("regions", say("地方"), addresses.REGIONS),
    NavEntry("ledger", say("台账"), addresses.LEDGER),
    NavEntry("overdue", say("逾期"), addresses.OVERDUE),
    NavEntry("cases", say("案例"), addresses.CASES),
    NavEntry("methods", say("工作法"), addresses.METHODS),
    NavEntry("platforms", say("平台"), addresses.PLATFORMS),
    NavEntry("search", say("搜索"), addresses.SEARCH),
)
"""The main entries of every site."""
PROPOSALS_ENTRY = NavEntry("proposals", say("提案"), addresses.PROPOSALS)
"""Follows the ledger where a site has proposals, recorded or reported."""
OPINIONS_ENTRY = NavEntry("opinions", say("社情民意"), addresses.OPINIONS)
"""At the foot where a site has opinions."""

FOOTER_LINKS = (
    NavEntry("themes", say("按领域看"), addresses.THEMES),
    NavEntry("units", say("承办单位"), addresses.UNITS),
    NavEntry("plans", say("年度计划"), addresses.PLANS),
    NavEntry("reviews", say("监督和评议"), addresses.REVIEWS),
    NavEntry("refused", say("没有采纳的"), addresses.REFUSED),
    NavEntry("series", say("接着商量的事"), addresses.SERIES),
    NavEntry("releases", say("公布办理结果的会"), addresses.RELEASES),
    NavEntry("definitions", say("这些数字怎么数"), addresses.DEFINITIONS),
    NavEntry("reconciliation", say("对得上吗"), addresses.RECONCILIATION),
    NavEntry("places", say("按乡镇和村看"), addresses.PLACES),
    NavEntry("data", say("数据下载"), addresses.DATA),
    NavEntry("sitemap", say("网站地图"), addresses.SITE_MAP),
)
_ICP_REGISTER = "https://beian.miit.gov.cn/"
_POLICE_REGISTER = "https://beian.mps.gov.cn/"


def frame_of(corpus: Corpus, today: date) -> SiteFrame:
    """The frame of the site: settings and prose pages turned into names and links."""
    site = corpus.site
    notice = "" if site.notice is SiteNotice.NONE else site.notice.value
    return SiteFrame(
        name=str(site.name),
        host=str(site.host or ""),
        notice=notice,
        notice_text=site.notice.plain if notice else "",
        today=today,
        base_url=_with_slash(site.base_url or ""),
        language=_languages(corpus)[0],
        languages=_languages(corpus),
        site_code=str(site.site_code or ""),
        navigation=(
            *navigation_of(corpus),
            *(entry for entry in _pages(corpus) if entry.section == "about"),
        ),
        footer=_footer(corpus, site),
    )


def _languages(corpus: Corpus) -> tuple[str, ...]:
    """That of the interface, then those that regions have of their own."""
    own = {str(place.head.language) for place in corpus.places.values() if place.head.language}
    written = corpus.site.languages
    first = str(written[0]) if written else ORIGINAL
    return (first, *sorted(own - {first}))


def navigation_of(corpus: Corpus) -> tuple[NavEntry, ...]:
    """The main entries of a site, without 关于."""
    if not has_proposals(corpus):
        return NAVIGATION
    place = next(n for n, entry in enumerate(NAVIGATION, 1) if entry.section == "ledger")
    return (*NAVIGATION[:place], PROPOSALS_ENTRY, *NAVIGATION[place:])


def has_proposals(corpus: Corpus) -> bool:
    """Whether any proposal is recorded, or any total of received ones is reported."""
    return bool(corpus.kind("proposal") or flows(totals_of(corpus)))


def footer_links(corpus: Corpus) -> tuple[NavEntry, ...]:
    """What stands at the foot of every page besides the prose pages."""
    return (OPINIONS_ENTRY, *FOOTER_LINKS) if corpus.kind("opinion") else FOOTER_LINKS


def _with_slash(url: str) -> str:
    return f"{url.rstrip('/')}/" if url else ""


def _pages(corpus: Corpus) -> tuple[NavEntry, ...]:
    """The prose pages; 关于 has a section of its own, so that it is marked in the navigation."""
    return tuple(
        NavEntry(page_section(page.id.name), page.title, record_address(page))
        for page in corpus.kind("page")
        if not page.is_withdrawn
    )


def page_section(name: str) -> str:
    """The section that a prose page belongs to."""
    return "about" if name == "about" else ""


def _footer(corpus: Corpus, site: Site) -> Footer:
    return Footer(
        contact=contact_rows(site.contact),
        filings=_filings(site),
        links=(*_pages(corpus), *footer_links(corpus)),
    )


def contact_rows(contact: Contact | None) -> tuple[tuple[str, str], ...]:
    """Whom to ask, as (label, text), without what is not known."""
    if contact is None:
        return ()
    rows = ((key, getattr(contact, key)) for key in ("name", "telephone", "address", "email"))
    return tuple((field("contact", key).plain, str(text)) for key, text in rows if text)


def _filings(site: Site) -> tuple[Filing, ...]:
    rows = (
        ("site_code", site.site_code, ""),
        ("icp", site.icp, _ICP_REGISTER),
        ("police", site.police, _POLICE_REGISTER),
        ("licence", site.licence, ""),
    )
    return tuple(
        Filing(field("site", key).plain, str(text), url) for key, text, url in rows if text
    )
