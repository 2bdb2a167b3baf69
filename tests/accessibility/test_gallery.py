"""Every example of every component: nothing for axe to find in any mode, valid, nothing lost.

All stand on one page, so that a mode is switched on once; what is found is told with the example.
Headings and landmarks are those of the pages around components, and are looked at there.
"""

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab

from tests.accessibility.conftest import UNFOLD, tool
from tests.accessibility.test_axe import MODES, Mode
from tests.accessibility.test_markup import problems
from tests.accessibility.test_reflow import lost
from tests.browser import Serve
from tools.gallery import read_examples, write_gallery
from tools.setup import AXE

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
MANY = "for (const each of document.querySelectorAll('[data-many]')) each.open = false"
RUN = """async (what) => {
  const asked = { runOnly: what, resultTypes: ['violations'] };
  const { violations } = await axe.run('main', asked);
  const named = (element) => element.closest('[data-example]')?.id ?? 'page';
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, target }) =>
    `${named(document.querySelector(target[0]))}: ${id}: ${html}`));
}"""
IDS = "[...document.querySelectorAll('[id]')].map((e) => e.id)"
# The level of a heading depends on the page that a component stands on.
OF_PAGES = ("heading level", "h1")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gallery, written."""
    made = tmp_path_factory.mktemp("gallery")
    write_gallery(made)
    return made


@pytest.fixture(scope="module")
def gallery(folder: Path, static_server: Serve) -> str:
    """Where it is served."""
    return static_server(folder)


def found(tab: Tab, mode: Mode) -> list[str]:
    """What axe finds in a mode, each with the example that it is found in."""
    tab.emulate_media(color_scheme=mode.scheme, contrast=mode.contrast, forced_colors=mode.forced)
    if mode.button:
        tab.click(mode.button)
    rules = [rule for rule in mode.rules if rule != "best-practice"]
    told: list[str] = tab.evaluate(RUN, rules)
    if mode.button:
        tab.click(mode.button)
    return told


def listen(tab: Tab) -> None:
    tab.evaluate(tool(AXE).read_text(encoding="utf-8") + ";0")


@pytest.mark.browser
def test_nothing_is_found_in_any_example_in_any_mode(phone: Tab, gallery: str) -> None:
    phone.goto(gallery)
    phone.evaluate(UNFOLD)
    phone.evaluate(MANY)
    listen(phone)

    assert {mode.name: told for mode in MODES if (told := found(phone, mode))} == {}


@pytest.mark.browser
def test_nothing_is_found_in_any_example_without_scripts(scriptless: Tab, gallery: str) -> None:
    scriptless.goto(gallery)
    scriptless.evaluate(UNFOLD)
    listen(scriptless)

    assert found(scriptless, Mode("no script", WCAG)) == []


@pytest.mark.browser
def test_no_example_is_wider_than_the_screen(phone: Tab, gallery: str) -> None:
    phone.goto(gallery)
    phone.evaluate(UNFOLD)

    assert lost(phone) == {}


@pytest.mark.browser
def test_what_is_wrong_is_told_with_its_example(phone: Tab, gallery: str) -> None:
    phone.goto(gallery)
    phone.evaluate("document.querySelector('#tag-resolved .tag').style.color = '#9a9'")
    listen(phone)

    assert [each.split(": ")[:2] for each in found(phone, MODES[0])] == [
        ["tag-resolved", "color-contrast"]
    ]


@pytest.mark.browser
def test_every_example_is_there_and_no_id_twice(phone: Tab, gallery: str) -> None:
    phone.goto(gallery)
    ids = Counter(phone.evaluate(IDS))

    assert {str(example) for example in read_examples()} <= ids.keys()
    assert [each for each, times in ids.items() if times > 1] == []


def test_every_example_is_valid(folder: Path) -> None:
    assert [each for each in problems(folder) if not any(word in each for word in OF_PAGES)] == []
