"""One policy, as the pages and as the server say it, and pages of every kind that keep to it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage
from playwright.sync_api import Page as Tab

from site_gen.pipeline import compile_site
from site_gen.render import policy
from tests.render.sample import ROOT
from tests.security.stirring import Servers
from tests.whole.conftest import TODAY, build

FORBIDDEN = ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "'strict-dynamic'", "*", "http")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as published."""
    return build(tmp_path_factory.mktemp("policy") / "site")


def test_meta_and_header_are_the_same_policy(example: Path) -> None:
    page = (example / "index.html").read_text(encoding="utf-8")
    (meta,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    header = policy.headers()["Content-Security-Policy"]
    only = [part for part in header.split("; ") if part not in meta.replace("&#39;", "'")]
    assert meta.replace("&#39;", "'") == policy.meta_policy()
    assert only == [f"{name} {policy.POLICY[name]}" for name in policy.HEADER_ONLY]
    assert f'<meta name="referrer" content="{policy.headers()["Referrer-Policy"]}">' in page


def test_the_policy_is_strict() -> None:
    assert policy.POLICY["default-src"] == policy.POLICY["base-uri"] == "'none'"
    assert policy.POLICY["frame-ancestors"] == "'none'"
    assert policy.POLICY["require-trusted-types-for"] == "'script'"
    assert not [word for word in FORBIDDEN if word in " ".join(policy.POLICY.values())]


def test_the_file_of_headers_says_all_and_keeps_what_is_named_by_content(example: Path) -> None:
    first, *others = (example / "_headers").read_text(encoding="utf-8").split("\n/")
    assert first.split("\n") == [
        "/*",
        *(f"  {name}: {value}" for name, value in policy.headers().items()),
    ]
    patterns = [f"/{each}".split("\n")[0] for each in others]
    assert all("immutable" in each for each in others)
    kept = {
        file.relative_to(example.resolve()).as_posix()
        for file in example.resolve().rglob("*")
        for pattern in patterns
        if file.is_file() and file.match(f"{example.resolve()}{pattern}".replace("/*", "/**/*"))
    }
    assert kept
    assert all(re.search(r"[0-9a-f]{10}", file) for file in kept)
    assert not [file for file in kept if file.endswith((".html", ".json"))]


def test_headers_of_a_site_below_a_path_name_that_path() -> None:
    assert policy.headers_file({}, "https://a.example/xieshang/").content.startswith(
        b"/xieshang/*\n"
    )


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_every_kind_of_page_works_under_the_headers_and_calls_nobody(
    chromium: Browser, servers: Servers, example: Path, scripts: bool
) -> None:
    address = servers.site(example, policy=True, added=policy.headers())
    context = chromium.new_context(locale="zh-CN", java_script_enabled=scripts)
    tab, asked = context.new_page(), list[str]()
    complaints = _complaints(tab)
    tab.on("request", lambda request: asked.append(request.url))
    for page in _one_of_each_kind():
        tab.goto(address + page, wait_until="load")
        _use(tab, scripts)
    tab.goto(f"{address}no/such/page")
    tab.goto(f"{address}404.html")
    if scripts:
        _search(tab, address)
    hinted = "link:is([rel~=preconnect],[rel~=dns-prefetch],[rel~=prefetch],[rel~=prerender])"
    assert tab.locator(hinted).count() == 0
    context.close()
    assert complaints == []
    assert len(asked) > 30
    assert {url for url in asked if not url.startswith((address, "data:"))} == set()


@pytest.mark.browser
def test_a_page_that_calls_out_or_breaks_the_policy_is_noticed(
    chromium: Browser, servers: Servers, tmp_path: Path
) -> None:
    evil = servers.evil()
    (tmp_path / "index.html").write_text(
        f"<!doctype html><link rel=icon href='data:,'><img src=//{evil}/7><script>1</script>"
    )
    tab, asked = chromium.new_page(), list[str]()
    complaints = _complaints(tab)
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(servers.site(tmp_path, policy=True))
    assert [url for url in asked if evil in url]
    assert servers.hits
    tab.goto(servers.site(tmp_path, policy=True, added=policy.headers()))
    tab.close()
    assert len(complaints) >= 2


def _complaints(tab: Tab) -> list[str]:
    """What the browser says against a page: the policy broken, a script that failed."""
    found: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and "404" not in message.text:
            found.append(message.text)

    tab.on("console", note)
    tab.on("pageerror", lambda error: found.append(str(error)))
    return found


def _one_of_each_kind() -> list[str]:
    pages = compile_site(ROOT / "examples" / "wuli", TODAY).pages
    return sorted({page.template: page.address for page in pages}.values())


def _use(tab: Tab, scripts: bool) -> None:
    """What readers do with a page: menu, large type, high contrast, paper."""
    tab.emulate_media(media="print")
    tab.emulate_media(media="screen")
    if scripts:
        tab.evaluate(
            "document.querySelectorAll('[data-menu], [data-mode]').forEach((each) => each.click())"
        )
        tab.evaluate("document.querySelectorAll('a').forEach((each) => each.focus())")


def _search(tab: Tab, address: str) -> None:
    tab.goto(f"{address}search/?q=路")
    tab.locator(".rows .row").first.wait_for()
    tab.goto(f"{address}ledger/")
    tab.locator(".rows .row").first.wait_for()
