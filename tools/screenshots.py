"""Pictures of the built example for the documentation: phone and desktop, page by page.

``make screenshots`` writes them to docs/screenshots. They are looked at by people;
no test compares them.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from subprocess import run
from threading import Thread

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tools.setup import find_chromium  # noqa: E402

EXAMPLE = ROOT / "examples" / "wuli"
TODAY = "2026-11-22"
OUT = ROOT / "docs" / "screenshots"
WIDTHS = (360, 1280)
TALLEST = 2600
"""Longer pages are cut: what a reader sees first is what counts."""
PAGES = {
    "home": "",
    "prefecture": "wuli/",
    "county": "yanhuang/",
    "session": "yanhuang/sessions/2025/0226-tongzhen/",
    "case": "yanhuang/cases/",
    "ledger": "ledger/?region=yanhuang",
    "search": "search/?q=道路",
    "overdue": "overdue/",
    "reconciliation": "reconciliation/",
    "proposals": "proposals/",
    "plans": "plans/",
    "refused": "refused/",
    "unit": "yanhuang/units/县住房城乡建设局/",
    "platforms": "platforms/",
    "methods": "methods/",
    "places": "places/",
    "definitions": "definitions/",
}
OVERVIEW = ("home", "county", "session")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Requests of a picture are not news."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def _shoot(browser: Browser, url: str, name: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="zh-CN")
    tab = context.new_page()
    tab.goto(url)
    tab.wait_for_load_state("networkidle")
    height = min(TALLEST, int(tab.evaluate("document.documentElement.scrollHeight")))
    tab.set_viewport_size({"width": width, "height": height})
    target = OUT / f"{name}-{width}.png"
    tab.screenshot(path=target)
    Image.open(target).quantize(128).save(target, optimize=True)
    context.close()


def _overview() -> None:
    """The first screens of three pages beside each other, for the README."""
    shots = [Image.open(OUT / f"{name}-360.png").convert("RGB") for name in OVERVIEW]
    gap, height = 24, 760
    sheet = Image.new("RGB", (len(shots) * (360 + gap) + gap, height + 2 * gap), "#d9d5cb")
    for number, shot in enumerate(shots):
        sheet.paste(shot.crop((0, 0, 360, height)), (gap + number * (360 + gap), gap))
    sheet.quantize(128).save(OUT / "overview.png", optimize=True)


def main() -> None:
    """Build the example, take every picture, compose the overview."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build = [sys.executable, "-m", "site_gen", "build", str(EXAMPLE), "--out", str(site)]
        run([*build, "--today", TODAY], cwd=ROOT, check=True)
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-sync"]
        )
        case = next((site / "yanhuang" / "cases").iterdir()).name
        with _served(site) as base:
            for name, address in {**PAGES, "case": f"yanhuang/cases/{case}/"}.items():
                for width in WIDTHS:
                    _shoot(browser, base + address, name, width)
        browser.close()
    _overview()


if __name__ == "__main__":
    main()
