"""One policy, as the pages and as the server say it, and pages of every kind that keep to it."""

import re
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage
from playwright.sync_api import Page as Tab

from site_gen.pages.model import Page
from site_gen.pipeline import compile_site
from site_gen.render import policy, render_site
from tests.render.sample import ROOT
from tests.security.stirring import Servers
from tests.whole.conftest import TODAY, build

CONTENTS = (ROOT / "examples" / "wuli", ROOT / "content")
FORBIDDEN = ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "'strict-dynamic'", "*", "http")


_HINTED = "link:is([rel~=preconnect],[rel~=dns-prefetch],[rel~=prefetch],[rel~=prerender])"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as published."""
    return build(tmp_path_factory.mktemp("policy") / "site").resolve()


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of each kind, made of the real records."""
    folder = tmp_path_factory.mktemp("real")
    some = replace(compile_site(CONTENTS[1], TODAY), pages=_one_of_each_kind(CONTENTS[1]))
    render_site(some, ROOT / "mkdocs.yml", folder)
    return folder


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
    assert all("immutable" in each for each in others)
    kept = _kept(example)
    assert kept
    assert all(re.search(r"[0-9a-f]{10}", file) for file in kept)
    assert not [file for file in kept if file.endswith((".html", ".json"))]


def test_headers_of_a_site_below_a_path_name_that_path() -> None:
    assert policy.headers_file({}, "https://a.example/xieshang/").content.startswith(
        b"/xieshang/*\n"
    )


def test_the_page_on_hosting_has_these_headers_for_every_server(example: Path) -> None:
    page = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    told = {
        server: dict(re.findall(rf'^ +{word} (\S+) "(.+)" always;?$', page, re.MULTILINE))
        | dict(re.findall(rf'^ +{word} (\S+) "(.+)"$', page, re.MULTILINE))
        for server, word in (("nginx", "add_header"), ("Apache", "Header always set"))
    }
    assert told == {"nginx": policy.headers(), "Apache": policy.headers()}
    assert page.count(f'"{policy.FOREVER}"') == 2
    (nginx,) = re.findall(r'^ +"~(.+)" "public', page, re.MULTILINE)
    (apache,) = re.findall(r'Request_URI "(.+)" forever$', page, re.MULTILINE)
    assert nginx == apache
    kept = _kept(example)
    files = {f"/{file.relative_to(example).as_posix()}" for file in example.rglob("*.*")}
    assert {file for file in files if re.search(nginx, file)} == kept


def _kept(site: Path) -> set[str]:
    """The addresses of files that ``_headers`` lets browsers keep."""
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()
    patterns = [line for line in lines if line.startswith("/assets/")]
    return {
        f"/{file.relative_to(site).as_posix()}"
        for file in site.rglob("*")
        if file.is_file()
        and any(fnmatch(f"/{file.relative_to(site).as_posix()}", each) for each in patterns)
    }


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_every_kind_of_page_works_under_the_headers_and_calls_nobody(
    chromium: Browser, servers: Servers, example: Path, real: Path, scripts: bool
) -> None:
    context = chromium.new_context(locale="zh-CN", java_script_enabled=scripts)
    tab, asked = context.new_page(), list[str]()
    complaints = _complaints(tab)
    context.on("request", lambda request: asked.append(request.url))
    addresses = [servers.site(folder, True, policy.headers()) for folder in (example, real)]
    for address, content in zip(addresses, CONTENTS, strict=True):
        for page in _one_of_each_kind(content):
            tab.goto(address + page.address, wait_until="load")
            _use(tab, scripts)
        tab.goto(f"{address}no/such/page")
    if scripts:
        _search(tab, addresses[0])
    context.close()
    assert complaints == []
    assert len(asked) > 60
    assert {url for url in asked if not url.startswith((*addresses, "data:"))} == set()


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


def _one_of_each_kind(content: Path) -> tuple[Page, ...]:
    """The pages that every page kind makes, one for each template."""
    return tuple({page.template: page for page in compile_site(content, TODAY).pages}.values())


def _use(tab: Tab, scripts: bool) -> None:
    """What readers do with a page: menu, large type, high contrast, dark, read aloud, paper."""
    for media in ("print", "screen"):
        tab.emulate_media(media=media)
    for scheme in ("dark", "light"):
        tab.emulate_media(color_scheme=scheme)
    assert tab.locator(_HINTED).count() == 0
    if scripts:
        tab.evaluate(
            "document.querySelectorAll('[data-menu], [data-mode], [data-read], summary')"
            ".forEach((each) => { each.click(); })"
        )
        tab.evaluate("document.querySelectorAll('a').forEach((each) => { each.focus(); })")


def _search(tab: Tab, address: str) -> None:
    """A word typed, a result followed; the ledger."""
    tab.goto(f"{address}search/")
    tab.locator("main input[name=q]").fill("路")
    tab.locator("main input[name=q]").press("Enter")
    tab.locator(".rows .row a").first.click()
    tab.locator("h1").wait_for()
    assert "/search/" not in tab.url
    tab.goto(f"{address}ledger/")
    tab.locator(".rows .row").first.wait_for()
