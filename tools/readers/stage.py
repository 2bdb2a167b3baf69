"""A site as its readers get it: built, compressed, served; and Chromium to look at it with.

Whatever may differ from one run to the next without a difference in the site is taken out of the
browser: animations, the caret, the hinting of fonts, the day.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from subprocess import DEVNULL, run

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from benchmarks.server import served
from site_gen.pipeline import compile_site
from tools.readers.samples import ROOT, samples
from tools.setup import find_chromium

EXAMPLE = ROOT / "examples" / "wuli"
CONTENT = ROOT / "content"
TODAY = date(2026, 11, 22)
FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
    "--hide-scrollbars",
)
REMEMBER = "localStorage.setItem('consultation-{mode}', 'on')"


@dataclass(frozen=True)
class Look:
    """How a reader looks: width of the screen, and what she chose."""

    key: str
    """Folder of the pictures, part of their addresses: ``360-contrast``."""
    term: str
    width: int
    mode: str = ""
    """Key of a mode that the page remembers: ``contrast``, ``large``."""
    dark: bool = False
    script: bool = True

    @property
    def screen(self) -> ViewportSize:
        """What is seen at once: a phone that is held upright, or a window on a desk."""
        return {"width": self.width, "height": 740 if self.width < 800 else 800}


@dataclass(frozen=True)
class Stage:
    """A built site that is served at an address."""

    folder: Path
    url: str
    samples: Mapping[str, str]
    """Name → address of one page of every kind; none for a site that has not every kind."""
    titles: Mapping[str, str]
    """Address → title."""


def build(content: Path, folder: Path) -> None:
    """Build a content folder for the day all examples are made for. Raises CalledProcessError."""
    command = [sys.executable, "-m", "site_gen", "build", str(content), "--out", str(folder)]
    run([*command, "--today", TODAY.isoformat()], cwd=ROOT, check=True, stdout=DEVNULL)


@contextmanager
def staged(content: Path, folder: Path, *, every_kind: bool = True) -> Iterator[Stage]:
    """Build a site into a folder and serve it. Raises :class:`samples.Incomplete`."""
    build(content, folder)
    pages = compile_site(content, TODAY).pages
    sizes = {page.address: _document(folder, page.address).stat().st_size for page in pages}
    chosen = samples(pages, sizes) if every_kind else {}
    addresses = {name: page.address for name, page in chosen.items()}
    with served(folder) as (url, _):
        yield Stage(folder, url, addresses, {page.address: page.title for page in pages})


def _document(folder: Path, address: str) -> Path:
    path = folder / address
    return path if path.suffix == ".html" else path / "index.html"


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of the system. Raises SystemExit where there is none."""
    executable = find_chromium()
    if executable is None:
        raise SystemExit("没有 Chromium：请先运行 make setup-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, look: Look) -> Iterator[Page]:
    """An empty tab of a reader who looks like that, and has not been here before."""
    context = browser.new_context(
        viewport=look.screen,
        color_scheme="dark" if look.dark else "light",
        java_script_enabled=look.script,
        reduced_motion="reduce",
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
    )
    if look.mode:
        context.add_init_script(REMEMBER.format(mode=look.mode))
    yield context.new_page()
    context.close()
