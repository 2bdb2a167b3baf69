"""Pictures of pages: small files of the same bytes for the same page, cut at a sensible height."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, ViewportSize

TALLEST = 1440
"""Longer pages are cut: what a reader sees first is what counts. CSS pixels."""
COLOURS = 32
"""Type on paper needs few."""
BROWSED = "#search, #ledger"
"""What a script fills with results, where it was asked for any."""
SETTLED = ".browse__results:not([aria-busy])"
LOADED = """() => Promise.all(Array.from(document.images, (image) => {
  image.loading = 'eager';
  return image.decode();
}))"""


def show(tab: Page, address: str) -> None:
    """Go to a page, and wait until everything it was asked for is there."""
    tab.goto(address)
    if "?" in address and tab.locator(BROWSED).count():
        tab.wait_for_selector(SETTLED)
    tab.evaluate(LOADED)


def take_page(tab: Page, screen: ViewportSize, target: Path) -> None:
    """A picture of the page from its top, as tall as it is or may be."""
    height = min(TALLEST, int(tab.evaluate("document.documentElement.scrollHeight")))
    tab.set_viewport_size({"width": screen["width"], "height": height})
    take_screen(tab, target)
    tab.set_viewport_size(screen)


def take_screen(tab: Page, target: Path) -> None:
    """A picture of what is on the screen now."""
    shot = Image.open(BytesIO(tab.screenshot(animations="disabled", caret="hide")))
    write(shot.convert("RGB"), target)


def write(picture: Image.Image, target: Path) -> None:
    """Keep a picture, in few colours and without loss."""
    target.parent.mkdir(parents=True, exist_ok=True)
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE).convert("RGB")
    few.save(target, "WEBP", lossless=True, quality=100, method=4)
