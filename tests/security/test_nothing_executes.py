"""Nothing that people write executes or calls out: not without the policy, not without the
sanitiser; and a page that has neither shows that this would have been heard."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_gen.records.actions import ACTIONS
from site_gen.records.table import KINDS
from site_gen.render.policy import meta_policy
from tests.security.conftest import HostileSite
from tests.security.payloads import PACKS, PAYLOADS
from tests.security.stirring import Heard, Servers, listening, stir

pytestmark = pytest.mark.browser

NAVIGATES = frozenset(one.number for one in PAYLOADS if "refresh" in one.pattern)
"""No policy keeps a page from being left for another address: only the sanitiser does."""
_PAGE = """<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8">{policy}<title>x</title>
<link rel="icon" href="data:,"></head><body><main>{payload}</main></body></html>
"""


@pytest.fixture
def heard() -> Heard:
    return Heard()


def outside(servers: Servers) -> set[int]:
    """The payloads that reached the attacker's host since it was last asked."""
    found = {int(number) for hit in servers.hits for number in re.findall(r"\d+", hit)[:1]}
    servers.hits.clear()
    return found


def raw_pages(folder: Path, evil: str, policy: str) -> list[str]:
    """A page for each payload that says it as it is."""
    folder.mkdir()
    (folder / "robots.txt").write_text("x")
    for one in PAYLOADS:
        page = _PAGE.replace("{policy}", policy).replace("{payload}", one.text(evil))
        (folder / f"{one.number}.html").write_text(page, encoding="utf-8")
    return [f"{one.number}.html" for one in PAYLOADS]


def test_the_payloads_stand_in_every_field_of_every_kind(hostile_pages: HostileSite) -> None:
    taken, refused = hostile_pages.hostile.taken, hostile_pages.hostile.refused
    assert len(PAYLOADS) >= 80
    assert sum(taken.values()) > 10_000
    assert {place.split(".")[0].split(" ")[0] for place in taken} >= {
        kind.key for kind in KINDS if kind.key != "site"
    }
    actions = {place.split(".")[1] for place in taken if place.startswith("event.")}
    texts = {rule.action.value for rule in ACTIONS if rule.content or rule.parts}
    assert texts - actions <= {"rehandling", "feedback", "merged", "reported"} - actions
    every = sum(map(len, PACKS))
    assert every >= 80
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
    for kind in ("session", "proposal", "opinion", "case", "platform", "review"):
        if any(row.kind == kind for row in site.compiled.rows):
            yield from (f"ledger/?kind={kind}&page={page}" for page in (1, 2))
    yield "ledger/?kind=suggestion&sort=title"
    yield from (f"search/?q=pwn({number})" for number in (0, 40, 90))


def test_with_the_policy_alone_nothing_executes(
    chromium: Browser, servers: Servers, heard: Heard, tmp_path: Path
) -> None:
    policy = f'<meta http-equiv="Content-Security-Policy" content="{meta_policy()}">'
    pages = raw_pages(tmp_path / "raw", servers.evil(), policy)
    outside(servers)
    tab = listening(chromium, heard)
    stir(tab, servers.site(tmp_path / "raw", policy=True), pages, heard, patience=500)
    tab.context.close()
    assert heard.calls == set()
    assert outside(servers) <= NAVIGATES


def test_without_both_they_are_heard(
    chromium: Browser, servers: Servers, heard: Heard, tmp_path: Path
) -> None:
    pages = raw_pages(tmp_path / "raw", servers.evil(), "")
    outside(servers)
    tab = listening(chromium, heard)
    stir(tab, servers.site(tmp_path / "raw", policy=True), pages, heard, patience=1500)
    tab.context.close()
    found = {number for number, _ in heard.calls} | outside(servers)
    silent = [one.pattern for one in PAYLOADS if one.fires and one.number not in found]
    assert silent == []
