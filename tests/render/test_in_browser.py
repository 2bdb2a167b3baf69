"""The frame and every component in a real browser: policy, modes, menu, reflow, targets, no script.

The gallery is a page with each example of each component; hostile titles stand around it.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, ConsoleMessage
from playwright.sync_api import Page as Tab

from site_gen.render import render_site
from tests.browser import Serve
from tests.render.sample import HOSTILE_TITLES, FakeCompilation, make_page
from tools.gallery import TEMPLATE, gallery

pytestmark = pytest.mark.browser

SMALL = """() => [...document.querySelectorAll('header a, header button, nav a, footer a, summary')]
  .filter(e => e.getClientRects().length && !e.closest('p'))
  .filter(e => e.getBoundingClientRect().height < 43.5)
  .map(e => e.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def address(
    config_file: Path, tmp_path_factory: pytest.TempPathFactory, static_server: Serve
) -> str:
    folder = tmp_path_factory.mktemp("gallery")
    copytree(config_file.parent, folder / "host")
    (folder / "host/theme/pages" / TEMPLATE.name).write_bytes(TEMPLATE.read_bytes())
    (examples,) = gallery().pages
    hostile = (make_page(f"t{n}/", title) for n, title in enumerate(HOSTILE_TITLES))
    compiled = FakeCompilation(pages=(replace(examples, address="gallery/"), *hostile))
    render_site(compiled, folder / "host/mkdocs.yml", folder / "out/below/a/path")
    return static_server(folder / "out") + "below/a/path/"


@pytest.fixture
def tab(page: Tab) -> Iterator[Tab]:
    """A tab of the size of a phone that fails the test when the policy blocked something."""
    refused: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text or "Content-Security-Policy" in message.text:
            refused.append(message.text)

    page.on("console", listen)
    page.set_viewport_size({"width": 360, "height": 740})
    yield page
    assert refused == []


def is_styled(tab: Tab) -> bool:
    border = "getComputedStyle(document.querySelector('.site-head')).borderTopStyle"
    return bool(tab.evaluate(border) == "solid")


@pytest.mark.parametrize("number", range(len(HOSTILE_TITLES)))
def test_a_hostile_title_is_shown_as_it_is_written(tab: Tab, address: str, number: int) -> None:
    tab.goto(f"{address}t{number}/")
    assert tab.inner_text("h1") == HOSTILE_TITLES[number]
    assert tab.title().startswith(HOSTILE_TITLES[number])
    assert tab.locator("main script, main b").count() == 0


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("mode", ["", "large", "contrast"])
def test_nothing_is_wider_than_the_screen(tab: Tab, address: str, width: int, mode: str) -> None:
    tab.set_viewport_size({"width": width, "height": 740})
    tab.goto(address + "gallery/")
    if mode:
        tab.click(f"[data-mode={mode}]")
    assert is_styled(tab)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_targets_are_large_enough_for_a_thumb(tab: Tab, address: str) -> None:
    tab.goto(address + "gallery/")
    tab.click("[data-menu]")
    assert tab.evaluate(SMALL) == []


def test_a_mode_is_remembered_before_the_first_paint(tab: Tab, address: str) -> None:
    tab.goto(address + "gallery/")
    before = tab.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    tab.click("[data-mode=large]")
    tab.goto(address + "t0/")
    assert tab.get_attribute("[data-mode=large]", "aria-pressed") == "true"
    assert tab.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > before * 1.3
    tab.click("[data-mode=large]")
    assert tab.get_attribute("[data-mode=large]", "aria-pressed") == "false"


def test_the_menu_opens_and_closes_by_keyboard(tab: Tab, address: str) -> None:
    tab.goto(address + "t0/")
    assert not tab.is_visible("#site-nav")
    tab.focus("[data-menu]")
    tab.keyboard.press("Enter")
    assert tab.is_visible("#site-nav")
    assert tab.get_attribute("[data-menu]", "aria-expanded") == "true"
    tab.keyboard.press("Escape")
    assert not tab.is_visible("#site-nav")


def test_the_first_stop_of_the_keyboard_leads_to_the_main_part(tab: Tab, address: str) -> None:
    tab.goto(address + "t0/")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"


def test_without_scripts_the_menu_stands_open_and_no_button_is_dead(
    chromium: Browser, address: str
) -> None:
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 360, "height": 740}
    )
    tab = context.new_page()
    tab.goto(address + "t0/")
    assert tab.is_visible("#site-nav")
    assert tab.locator("header button:visible").count() == 0
    context.close()
