"""axe finds nothing wrong on any kind of page, whatever the reader chose or the system asks for.

WCAG 2.0 to 2.2, levels A and AA, and what axe calls best practices. What a reader chose is pressed
as a reader presses it; what a system asks for is emulated.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.accessibility.conftest import (
    HARD,
    PHONE,
    TEMPLATES,
    UNFOLD,
    Finished,
    Samples,
    show,
    tool,
)
from tools.setup import AXE

pytestmark = pytest.mark.browser

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block")
SIZES = ("target-size", "scrollable-region-focusable")
RUN = """async (what) => {
  const found = await axe.run(document, { runOnly: what, resultTypes: ['violations'] });
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}"""


@dataclass(frozen=True)
class Mode:
    """What a system asks for, or the button that a reader presses; and the rules it bears on.

    What stands on a page is the same in every mode, so that all rules run in the first one only.
    Forced colours are the system's, and axe reads ours: it has no say in them.
    """

    name: str
    rules: tuple[str, ...]
    scheme: Literal["light", "dark"] = "light"
    contrast: Literal["no-preference", "more"] = "no-preference"
    forced: Literal["none", "active"] = "none"
    button: str = ""


MODES = (
    Mode("plain", TAGS),
    Mode("dark", COLOURS, scheme="dark"),
    Mode("more contrast", COLOURS, contrast="more"),
    Mode("forced colours", SIZES, forced="active"),
    Mode("large", SIZES, button="[data-mode=large]"),
    Mode("high contrast", COLOURS, button="[data-mode=contrast]"),
)


def violations(tab: Tab, rules: Sequence[str] = TAGS) -> list[str]:
    """What axe finds on the page that a tab shows."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(tool(AXE).read_text(encoding="utf-8") + ";0")
    found: list[str] = tab.evaluate(RUN, list(rules))
    return found


def found_in(tab: Tab, mode: Mode) -> list[str]:
    """What is found in one mode; afterwards the page is as before."""
    tab.emulate_media(color_scheme=mode.scheme, contrast=mode.contrast, forced_colors=mode.forced)
    if mode.button:
        tab.click(mode.button)
    found = violations(tab, mode.rules)
    if mode.button:
        tab.click(mode.button)
    return found


def in_every_mode(tab: Tab) -> dict[str, list[str]]:
    """What is found in each mode in which something is found."""
    return {mode.name: found for mode in MODES if (found := found_in(tab, mode))}


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_is_found_in_any_mode(phone: Tab, samples: Samples, template: str) -> None:
    for address in samples(template):
        show(phone, address)
        assert in_every_mode(phone) == {}, address


@pytest.mark.parametrize("address", HARD)
def test_nothing_is_found_on_hard_pages(phone: Tab, hard: Finished, address: str) -> None:
    show(phone, hard.url + address)
    assert in_every_mode(phone) == {}


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_is_found_without_scripts(scriptless: Tab, samples: Samples, template: str) -> None:
    for address in samples(template):
        scriptless.goto(address)
        assert not scriptless.evaluate("document.documentElement.classList.contains('js')")
        scriptless.evaluate(UNFOLD)
        assert violations(scriptless) == [], address


@pytest.mark.parametrize(
    "query", ["ledger/?kind=suggestion", "search/?q=路", "search/?q=没有这个词"]
)
def test_nothing_is_found_once_a_list_is_alive(page: Tab, example: Finished, query: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    show(page, example.url + query)
    expect(page.get_by_role("status")).to_contain_text("共")
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    page.click("[data-menu]")
    assert violations(page) == []


WRONG = {
    "image-alt": "document.querySelector('main').append(new Image())",
    "color-contrast": "document.querySelector('main p').style.color = '#ccc'",
    "heading-order": "document.querySelector('main').append(document.createElement('h4'))",
    "html-has-lang": "document.documentElement.removeAttribute('lang')",
    "document-title": "document.title = ''",
}


@pytest.mark.parametrize("rule", WRONG)
def test_what_is_wrong_is_found(phone: Tab, example: Finished, rule: str) -> None:
    phone.goto(example.url + "about/")
    phone.evaluate(WRONG[rule])
    assert any(each.startswith(f"{rule}: ") for each in violations(phone))
