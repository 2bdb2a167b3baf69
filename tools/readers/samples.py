"""One page of every kind and look that a site has, each under a short name.

The list comes from the table of page kinds and from the templates, so that a kind or a look
of which the example has no page is missed at once.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from site_gen.pages.model import Page
from site_gen.pages.table import PAGE_KINDS

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "theme" / "pages"
WHOLE = '{% extends "page.html" %}'
"""What a template says that is a page of its own, and no part of one."""

TELLING = {
    "case": "yanhuang/cases/taijie-ludeng/",
    "list": "ledger/region/yanhuang/",
    "page": "about/",
    "plan": "yanhuang/plans/2026/",
    "poster": "yanhuang/platforms/桐砧社区议事厅/",
    "proposal": "yanhuang/proposals/2025/0017-dianti/",
    "region": "yanhuang/",
    "session": "yanhuang/sessions/2025/0226-tongzhen/",
    "unit": "yanhuang/units/县住房城乡建设局/",
}
"""The page that shows most of its kind; of the others the one of middling length is taken."""
ASKED = {
    "ledger-chosen": "ledger/?region=yanhuang",
    "region-prefecture": "wuli/",
    "search-found": "search/?q=充电",
    "search-nothing": "search/?q=月亮",
}
"""States of a page that look different from the page as it comes."""


class Incomplete(Exception):
    """A kind of page or a template has no page, or a page that was chosen is not there."""


def samples(pages: Iterable[Page], sizes: Mapping[str, int]) -> dict[str, Page]:
    """Name → page, in the order of the names; ``sizes`` tells how long each address is.

    Raises :class:`Incomplete` with what is missing.
    """
    alike: dict[tuple[str, str], list[Page]] = {}
    for page in sorted(pages, key=lambda page: (sizes[page.address], page.address)):
        alike.setdefault((page.kind, page.template), []).append(page)
    if missing := sorted(_missing(alike)):
        raise Incomplete("没有一页是这样的：" + "、".join(missing))
    named = {_name(key, alike): _telling(_name(key, alike), found) for key, found in alike.items()}
    return dict(sorted(named.items()))


def _missing(alike: Iterable[tuple[str, str]]) -> Iterable[str]:
    """Kinds of the table and templates of the theme that no page has."""
    shown = {kind for kind, _ in alike} | {template for _, template in alike}
    looks = (path for path in TEMPLATES.glob("*.html") if WHOLE in path.read_text(encoding="utf-8"))
    return {*(kind.key for kind in PAGE_KINDS), *(path.name for path in looks)} - shown


def _name(key: tuple[str, str], alike: Iterable[tuple[str, str]]) -> str:
    """The kind; where a kind has several looks, all but its own are told apart."""
    kind, template = key
    looks = {Path(look).stem for each, look in alike if each == kind}
    look = Path(template).stem
    return kind if len(looks) == 1 or look == kind else f"{kind}-{look}"


def _telling(name: str, found: list[Page]) -> Page:
    """The page that was chosen for a name, else the one of middling length."""
    address = TELLING.get(name)
    if address is None:
        return found[len(found) // 2]
    for page in found:
        if page.address == address:
            return page
    raise Incomplete(f"选作“{name}”的一页没有了：{address}")
