"""Text reflows: no page scrolls sideways, and what is too wide scrolls in a place of its own.

WCAG 2.2: 1.4.4 (text of 200 %), 1.4.10 (320 px), 1.4.12 (spacing of text); look: targets of 44 px.
"""

import pytest
from playwright.sync_api import Page as Tab

from tests.accessibility.conftest import HARD, TEMPLATES, Finished, Samples, add_style, show

pytestmark = pytest.mark.browser

NARROW, WIDE = 320, 1280
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
# Whatever is wider than its room and not reached by keys is lost to some readers.
LOST = """() => {
  const cut = (e) => {
    const { overflowX } = getComputedStyle(e);
    const seen = !e.closest('.sr-only') && e.clientWidth > 1;
    return overflowX !== 'visible' && seen && e.scrollWidth > e.clientWidth + 1;
  };
  const root = document.documentElement;
  const lost = Array.from(document.querySelectorAll('body *')).filter(cut)
    .filter((e) => e.tabIndex < 0 && !e.matches('input, select'))
    .map((e) => e.outerHTML.slice(0, 80));
  return root.scrollWidth > root.clientWidth ? [`page: ${root.scrollWidth} px`, ...lost] : lost;
}"""
# Pressed 21 px off its middle, whichever way, a target still answers. Links that stand in a line
# with other words are as high as that line (WCAG 2.2, 2.5.5, Inline).
SMALL = r"""() => {
  const bare = (text) => text.replace(/[\s，、。：；（）]/g, '');
  const isInline = (e) => getComputedStyle(e).display.startsWith('inline');
  const blockOf = (e) => isInline(e) ? blockOf(e.parentElement) : e;
  const inSentence = (e) => {
    if (getComputedStyle(e).display !== 'inline') return false;
    const block = blockOf(e.parentElement).cloneNode(true);
    for (const link of block.querySelectorAll('a')) link.remove();
    return bare(block.textContent) !== '';
  };
  const answers = (e, x, y) => {
    const hit = document.elementFromPoint(x, y);
    return hit && (e.contains(hit) || [...(e.labels ?? [])].some((label) => label.contains(hit)));
  };
  const isSmall = (e) => {
    const target = e.matches('[type=checkbox]') ? e.labels[0] : e;
    const { left, top, width, height } = target.getClientRects()[0];
    const [x, y] = [left + width / 2, top + height / 2];
    const pressed = [[x, y], [x - 21, y], [x + 21, y], [x, y - 21], [x, y + 21]];
    return !pressed.every((point) => answers(e, ...point));
  };
  return [...document.querySelectorAll('a[href], button, input, select, summary')]
    .filter((e) => e.getClientRects().length && !e.matches('.skip') && !inSentence(e))
    .filter(isSmall).map((e) => e.outerHTML.slice(0, 120));
}"""


def size_text(tab: Tab, percent: int) -> None:
    tab.evaluate("(size) => document.documentElement.style.fontSize = size", f"{percent}%")


def lost(tab: Tab) -> dict[str, list[str]]:
    """What a reader with a narrow screen or large text cannot reach."""
    found = {}
    for width, percent in ((NARROW, 100), (NARROW, 200), (WIDE, 200)):
        tab.set_viewport_size({"width": width, "height": 740})
        size_text(tab, percent)
        found[f"{width} px, {percent} %"] = tab.evaluate(LOST)
    tab.set_viewport_size({"width": 360, "height": 740})
    size_text(tab, 100)
    return {case: each for case, each in found.items() if each}


def too_small(tab: Tab) -> list[str]:
    """Targets that are smaller than a thumb; the whole page lies on the screen to be pressed."""
    height = tab.evaluate("document.documentElement.scrollHeight")
    tab.set_viewport_size({"width": 360, "height": height})
    found: list[str] = tab.evaluate(SMALL)
    return found


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_is_lost_and_every_target_fits_a_thumb(
    phone: Tab, samples: Samples, template: str
) -> None:
    for address in samples(template):
        show(phone, address)
        phone.click("[data-menu]")
        assert lost(phone) == {}, address
        assert too_small(phone) == [], address


@pytest.mark.parametrize("address", HARD)
def test_nothing_is_lost_on_hard_pages(phone: Tab, hard: Finished, address: str) -> None:
    show(phone, hard.url + address)
    assert lost(phone) == {}
    add_style(phone, SPACED)
    assert phone.evaluate(LOST) == []


WIDER = "document.querySelector('main').style.width = '120vw'"
CUT = """document.querySelector('main p').style.cssText =
  'width: 3em; overflow: hidden; white-space: nowrap'"""


@pytest.mark.parametrize("wrong", [WIDER, CUT])
def test_what_is_lost_is_noticed(phone: Tab, example: Finished, wrong: str) -> None:
    phone.goto(example.url + "about/")
    phone.evaluate(wrong)
    assert lost(phone) != {}


def test_what_is_too_small_is_noticed(phone: Tab, example: Finished) -> None:
    phone.goto(example.url + "cases/")
    add_style(phone, ".breadcrumbs a { padding: 0; min-height: 0 }")
    assert any("首页" in each for each in too_small(phone))
