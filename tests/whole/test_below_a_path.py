"""The site below a path of its host, as a reader uses it: nothing is looked for anywhere else."""

from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Response, expect
from playwright.sync_api import Page as Tab

from site_gen.addresses import NOT_FOUND
from site_gen.pipeline import compile_site
from tests.browser import QuietHandler, watched_tab
from tests.whole.conftest import EXAMPLE, TODAY, build

pytestmark = pytest.mark.browser

BELOW = "a/b/"
PUBLIC = f"https://host.example/{BELOW}"


class Host(QuietHandler):
    """A server as ``docs/hosting.md`` sets it up: 404.html in place of what is not there."""

    error_page: Path

    def send_error(self, code: int, *_: str | None) -> None:
        """Answers with the page of the site."""
        body = self.error_page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def hosted(root: Path, site: Path) -> ThreadingHTTPServer:
    """A host with the site somewhere below its root."""
    handler = type("Of", (Host,), {"error_page": site / NOT_FOUND})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(root)))
    Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the example below a path."""
    root = tmp_path_factory.mktemp("host")
    with hosted(root, build(root / "a" / "b", "--base-url", PUBLIC)) as server:
        yield f"http://127.0.0.1:{server.server_port}/{BELOW}"
        server.shutdown()


@pytest.fixture
def lost(page: Tab) -> list[str]:
    """What was asked for and is not there, or lies outside of the site."""
    found: list[str] = []

    def look(response: Response) -> None:
        if response.status >= 400 or f"/{BELOW}" not in response.url:
            found.append(f"{response.status} {response.url}")

    page.on("response", look)
    return found


def test_a_reader_finds_the_way(page: Tab, below: str, lost: list[str]) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(below)
    page.get_by_role("navigation", name="主要栏目").get_by_role("link", name="台账").click()
    expect(page.get_by_role("status")).to_contain_text("共")
    page.locator("#ledger .row a").first.click()
    expect(page.locator("main h1")).to_be_visible()
    page.get_by_role("link", name="地方", exact=True).first.click()
    expect(page).to_have_url(f"{below}regions/")
    page.goto(f"{below}search/?q=停车")
    page.locator("main .row a").first.click()
    expect(page.locator("main")).to_contain_text("停车")
    page.locator(".wordmark").click()
    expect(page).to_have_url(below)
    assert lost == []


def test_every_look_of_a_page_finds_all_its_parts(page: Tab, below: str, lost: list[str]) -> None:
    looks = {one.template: one.address for one in compile_site(EXAMPLE, TODAY).pages}
    for address in looks.values():
        page.goto(below + address)
        assert page.evaluate(
            "[...document.images].every(each => each.loading === 'lazy' || each.naturalWidth)"
        )
    assert lost == []


@pytest.mark.parametrize(
    "missing", ["x", "x/y/z/", "wuli/sessions/2026/0000-x/", "feeds/x/atom.xml"]
)
def test_what_is_not_there_is_answered_with_a_page_that_works(
    page: Tab, below: str, missing: str
) -> None:
    check_error_page(page, below, missing)


def test_at_the_root_of_a_host_it_works_without_a_public_address(
    chromium: Browser, tmp_path: Path
) -> None:
    site = build(tmp_path / "site", "--no-search")
    with hosted(site, site) as server, watched_tab(chromium) as tab:
        check_error_page(tab, f"http://127.0.0.1:{server.server_port}/", "x/y/z/")
        server.shutdown()


def check_error_page(tab: Tab, site: str, missing: str) -> None:
    """Style and links of the page that is shown for a missing one."""
    lost: list[str] = []
    tab.on("response", lambda one: lost.append(one.url) if one.status >= 400 else None)
    answer = tab.goto(site + missing)
    assert answer is not None
    assert answer.status == 404
    expect(tab.locator("main h1")).to_have_text("没有这一页")
    assert tab.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    assert lost == [site + missing]
    tab.get_by_role("main").get_by_role("link", name="按地方找").click()
    expect(tab).to_have_url(f"{site}regions/")
