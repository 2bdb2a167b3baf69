"""Nothing that people write executes or calls out: not without the policy, not without the
sanitiser; and a page that has neither shows that this would have been heard."""

import re
from collections.abc import Iterator
from itertools import cycle
from os import link
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser

from site_gen.records.actions import ACTIONS
from site_gen.records.table import KINDS
from tests.security.conftest import HostileSite
from tests.security.payloads import PAYLOADS, REFUSED, SETTINGS, TEXTS
from tests.security.stirring import Heard, Servers, listening, stir

pytestmark = pytest.mark.browser

NAVIGATES = frozenset(one.number for one in PAYLOADS if "refresh" in one.pattern)
"""No policy keeps a page from being left for another address: only the sanitiser does."""
PAINTED_OVER = frozenset(one.number for one in PAYLOADS if "table background" in one.pattern)
"""What the style sheet of the site paints over, so that no browser asks for it."""
_WITH_PROSE = frozenset({"page.html", "session.html", "case.html", "method.html", "record.html"})


@pytest.fixture
def heard() -> Heard:
    return Heard()


def outside(servers: Servers) -> set[int]:
    """The payloads that reached the attacker's host since it was last asked."""
    found = {int(number) for hit in servers.hits for number in re.findall(r"\d+", hit)[:1]}
    servers.hits.clear()
    return found


def raw_pages(site: HostileSite, folder: Path) -> Iterator[str]:
    """Built pages, each with one payload as it is for its body; all else is as it was built."""
    copytree(site.folder, folder, copy_function=link)
    with_prose = [page for page in site.compiled.pages if page.template in _WITH_PROSE]
    for one, page in zip(PAYLOADS, cycle(with_prose), strict=False):
        built = (site.folder / page.address / "index.html").read_text(encoding="utf-8")
        start, _, rest = built.partition("<main")
        tag, _, rest = rest.partition(">")
        _, _, end = rest.rpartition("</main>")
        assert end
        body = f'<div class="prose md-typeset">{one.text(site.evil)}</div>'
        raw = f"{start}<main{tag}>{body}</main>{end}"
        (folder / page.address / f"raw{one.number}.html").write_text(raw, encoding="utf-8")
        yield f"{page.address}raw{one.number}.html"


def test_the_payloads_stand_in_every_field_of_every_kind(hostile_pages: HostileSite) -> None:
    taken, refused = hostile_pages.hostile.taken, hostile_pages.hostile.refused
    assert len(PAYLOADS) >= 140
    assert sum(taken.values()) > 25_000
    assert {place.split(".")[0].split(" ")[0] for place in taken} >= {kind.key for kind in KINDS}
    actions = {place.split(".")[1] for place in taken if place.startswith("event.")}
    texts = {rule.action.value for rule in ACTIONS if rule.content or rule.parts}
    assert texts - actions <= {"rehandling", "feedback", "merged", "reported"} - actions
    every = sum(map(len, TEXTS[:SETTINGS]))
    assert every + len(REFUSED) == len(PAYLOADS)
    assert max(taken[place] + refused[place] for place in taken) == every


def test_without_the_policy_the_sanitiser_and_the_templates_hold(
    chromium: Browser, hostile_pages: HostileSite, heard: Heard
) -> None:
    servers = hostile_pages.servers
    address = servers.site(hostile_pages.folder, policy=False)
    outside(servers)
    tab = listening(chromium, heard)
    scripted = {"ledger/", "search/"}
    pages = [page.address for page in hostile_pages.compiled.pages if page.address not in scripted]
    stir(tab, address, pages, heard)
    for view in _views(hostile_pages):
        tab.goto(address + view)
        tab.locator(".browse__count").wait_for()
        tab.evaluate(
            "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
        )
        for more in tab.query_selector_all(".facets__more:visible"):
            more.click()
        assert (
            tab.evaluate("document.querySelectorAll('main :is(img, style, b, iframe)').length") == 0
        )
    tab.context.close()
    assert (heard.calls, heard.astray, outside(servers)) == (set(), [], set())


def _views(site: HostileSite) -> Iterator[str]:
    """Addresses at which scripts draw what records say: lists by kind, and results of searches."""
    yield from (f"ledger/?kind={kind}" for kind in sorted({row.kind for row in site.compiled.rows}))
    yield from (f"search/?q=pwn({number})" for number in (0, 90))


def test_with_the_policy_alone_nothing_executes(
    chromium: Browser, hostile_pages: HostileSite, heard: Heard, tmp_path: Path
) -> None:
    servers, pages = hostile_pages.servers, list(raw_pages(hostile_pages, tmp_path / "raw"))
    outside(servers)
    tab = listening(chromium, heard)
    stir(tab, servers.site(tmp_path / "raw", policy=True), pages, heard, patience=500)
    tab.context.close()
    assert heard.calls == set()
    assert outside(servers) <= NAVIGATES


def test_without_both_they_are_heard(
    chromium: Browser, hostile_pages: HostileSite, heard: Heard, tmp_path: Path
) -> None:
    servers, pages = hostile_pages.servers, list(raw_pages(hostile_pages, tmp_path / "raw"))
    outside(servers)
    tab = listening(chromium, heard)
    stir(tab, servers.site(tmp_path / "raw", policy=False), pages, heard, patience=1500)
    tab.context.close()
    found = {number for number, _ in heard.calls} | outside(servers)
    silent = {one.number for one in PAYLOADS if one.fires and one.number not in found}
    assert silent <= PAINTED_OVER
