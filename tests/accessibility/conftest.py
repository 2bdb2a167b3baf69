"""Finished pages of every kind, and ways to look at them as different readers do."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect
from playwright.sync_api import Page as Tab

from site_gen.pages.model import Page
from site_gen.pipeline import compile_site
from tests.accessibility.hard import FILES
from tests.browser import Serve, watched_tab
from tests.whole.conftest import EXAMPLE, ROOT, TODAY, build

TEMPLATES = sorted(
    path.name
    for path in (ROOT / "theme" / "pages").glob("*.html")
    if '{% extends "page.html" %}' in path.read_text(encoding="utf-8")
)
"""Every look that a page can have."""
HARD = ("", "about/", "overdue/", "refused/", "jia/", "yi/sessions/2026/0101-hard/")
"""Where the hard site is hardest."""
Samples = Callable[[str], list[str]]
PHONE: ViewportSize = {"width": 360, "height": 740}
UNFOLD = "for (const each of document.querySelectorAll('details')) each.open = true"


@dataclass(frozen=True)
class Finished:
    """A built site: what it was made from, where its files are, where it is served."""

    pages: tuple[Page, ...]
    folder: Path
    url: str

    def typical(self) -> Mapping[tuple[str, str], Page]:
        """The page of middling length for each template and kind."""
        ordered = sorted(self.pages, key=lambda page: self.file(page).stat().st_size)
        alike: dict[tuple[str, str], list[Page]] = {}
        for page in ordered:
            alike.setdefault((page.template, page.kind), []).append(page)
        return {key: pages[len(pages) // 2] for key, pages in alike.items()}

    def file(self, page: Page) -> Path:
        """The document of a page."""
        path = self.folder / page.address
        return path if path.suffix == ".html" else path / "index.html"


def tool(path: Path) -> Path:
    """A checker's file; what asks for one that could not be installed is left out, and says so."""
    if not path.is_file():
        pytest.skip(f"{path.name} is not there: make setup-checkers")
    return path


def finished(content: Path, folder: Path, serve: Serve) -> Finished:
    """A content folder as it is published, and served."""
    build(folder, content=content)
    return Finished(compile_site(content, TODAY).pages, folder, serve(folder))


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory, static_server: Serve) -> Finished:
    """The fictional example: every kind of page."""
    return finished(EXAMPLE, tmp_path_factory.mktemp("example") / "site", static_server)


@pytest.fixture(scope="session")
def hard(tmp_path_factory: pytest.TempPathFactory, static_server: Serve) -> Finished:
    """The made-up site of what is hard to show."""
    top = tmp_path_factory.mktemp("hard")
    for path, text in FILES.items():
        target = top / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return finished(top / "content", top / "site", static_server)


@pytest.fixture(scope="session")
def samples(example: Finished) -> Samples:
    """A function from a template to the addresses of pages that have it, one of each kind."""
    typical = example.typical()

    def of(template: str) -> list[str]:
        found = [example.url + p.address for (name, _), p in typical.items() if name == template]
        assert found, "no page of the example looks like that"
        return found

    return of


def show(tab: Tab, address: str) -> None:
    """Go to a page, wait for the list that a script draws on it, and unfold everything."""
    tab.goto(address)
    if tab.locator("#ledger").count():
        expect(tab.get_by_role("status")).to_contain_text("共")
    tab.evaluate(UNFOLD)


def add_style(tab: Tab, css: str) -> None:
    """Rules of ours on a page whose policy allows no foreign style sheet."""
    tab.evaluate(
        """(css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets = [sheet];
        }""",
        css,
    )


@pytest.fixture(scope="module")
def shared_phone(chromium: Browser) -> Iterator[Tab]:
    """One tab for the tests of a module: a new one for each page costs more than the page."""
    with watched_tab(chromium) as tab:
        yield tab


@pytest.fixture
def phone(shared_phone: Tab) -> Tab:
    """A tab of the size of a phone."""
    shared_phone.set_viewport_size(PHONE)
    return shared_phone


@pytest.fixture(scope="module")
def scriptless(chromium: Browser) -> Iterator[Tab]:
    """A tab that gets no script of a page, and yet runs those of the test."""
    context = chromium.new_context(locale="zh-CN", viewport=PHONE)
    context.route("**/*.js", lambda route: route.abort())
    yield context.new_page()
    context.close()
