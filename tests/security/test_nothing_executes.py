"""The policy alone keeps every payload from executing and calling out; a page that has neither
policy nor sanitiser shows that this would have been heard."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_gen.render.policy import meta_policy
from tests.security.payloads import PAYLOADS
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
