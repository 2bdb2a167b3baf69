"""Everything can be reached and worked by keys alone, and one always sees where one is."""

from typing import TypedDict

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.accessibility.conftest import Finished, add_style

pytestmark = pytest.mark.browser

STOPS = """() => [...document.querySelectorAll(
    'a[href], button, input, select, summary, [tabindex="0"]')]
  .filter((e) => e.checkVisibility() && e.tabIndex >= 0 && !e.disabled)
  .map((e, place) => (e.dataset.stop = place))"""
STOP = """() => {
  const e = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(e);
  const { top, bottom, height } = e.getBoundingClientRect();
  return {
    place: e.dataset.stop ?? '',
    marked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    seen: height > 0 && bottom > 0 && top < innerHeight,
  };
}"""
SESSION = "wuli/sessions/2026/0423-yinshui/"


class Stop(TypedDict):
    """Where the focus is: its place in the document, whether it is marked and on the screen."""

    place: str
    marked: bool
    seen: bool


def walk(tab: Tab) -> tuple[list[str], list[Stop]]:
    """All places that can have the focus, in order; and what Tab visits until the page ends."""
    tab.emulate_media(reduced_motion="reduce")  # or the page still glides when it is looked at
    places = [str(place) for place in tab.evaluate(STOPS)]
    visited: list[Stop] = []
    for _ in range(len(places) + 1):
        tab.keyboard.press("Tab")
        stop: Stop = tab.evaluate(STOP)
        if not stop["place"]:
            break
        visited.append(stop)
    return places, visited


def unseen(visited: list[Stop]) -> list[Stop]:
    return [stop for stop in visited if not (stop["marked"] and stop["seen"])]


def alive(tab: Tab) -> None:
    """Wait until a list is drawn."""
    expect(tab.get_by_role("status")).to_contain_text("共")


def focused(tab: Tab, expression: str) -> object:
    return tab.evaluate(f"(({{activeElement: e}}) => {expression})(document)")


@pytest.mark.parametrize("address", ["", SESSION, "reconciliation/", "search/", "404.html"])
def test_tab_visits_everything_in_order_and_marks_it(
    page: Tab, example: Finished, address: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(example.url + address)
    places, visited = walk(page)
    assert [stop["place"] for stop in visited] == places
    assert unseen(visited) == []


def test_tab_visits_the_open_menu_and_a_live_list(phone: Tab, example: Finished) -> None:
    phone.goto(example.url + "ledger/?kind=suggestion&region=yanhuang")
    alive(phone)
    phone.evaluate("document.querySelector('[data-menu]').click()")
    places, visited = walk(phone)
    assert [stop["place"] for stop in visited] == places
    assert unseen(visited) == []


def test_the_first_stop_is_seen_and_leads_past_the_head(page: Tab, example: Finished) -> None:
    page.goto(example.url + SESSION)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="跳到正文")
    expect(skip).to_be_focused()
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page, "!!e.closest('main')")


def test_the_menu_is_entered_from_its_button_and_left_by_escape(
    phone: Tab, example: Finished
) -> None:
    phone.goto(example.url + "about/")
    menu = phone.get_by_role("button", name="菜单")
    menu.focus()
    phone.keyboard.press("Space")
    expect(menu).to_have_attribute("aria-expanded", "true")
    phone.keyboard.press("Tab")
    expect(
        phone.get_by_role("navigation", name="主要栏目").get_by_role("link").first
    ).to_be_focused()
    phone.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("key", ["Space", "Enter"])
@pytest.mark.parametrize("mode", ["大字", "高对比"])
def test_a_mode_is_switched_by_keys_and_says_so(
    page: Tab, example: Finished, mode: str, key: str
) -> None:
    page.goto(example.url + "about/")
    button = page.get_by_role("button", name=mode)
    button.focus()
    for state in ("true", "false"):
        page.keyboard.press(key)
        expect(button).to_have_attribute("aria-pressed", state)
        expect(button).to_be_focused()


def test_a_search_is_typed_narrowed_and_read_by_keys(phone: Tab, example: Finished) -> None:
    phone.goto(example.url + "search/")
    phone.get_by_role("searchbox").focus()
    phone.keyboard.type("路")
    phone.keyboard.press("Enter")
    alive(phone)
    before = phone.get_by_role("status").inner_text()
    phone.locator(".browse__filters > summary").focus()
    phone.keyboard.press("Enter")
    county = phone.locator("[name=region][value=yanhuang]")
    county.focus()
    phone.keyboard.press("Space")
    expect(phone.get_by_role("status")).not_to_have_text(before)
    expect(county).to_be_focused()
    expect(county).to_be_checked()
    phone.keyboard.press("Space")
    expect(phone.get_by_role("status")).to_have_text(before)


def test_the_next_page_of_a_list_begins_at_its_count(page: Tab, example: Finished) -> None:
    page.goto(example.url + "ledger/?kind=suggestion")
    alive(page)
    page.get_by_role("navigation", name="翻页").get_by_role("link").last.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_be_focused()


def test_what_is_skipped_or_unmarked_is_noticed(page: Tab, example: Finished) -> None:
    page.goto(example.url + "about/")
    add_style(page, ".wordmark:focus-visible { outline: none }")
    places, visited = walk(page)
    assert [stop["place"] for stop in unseen(visited)] == [places[1]]
