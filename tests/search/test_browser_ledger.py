"""The ledger in Chromium: facets as a plain loop over rows has them, state in the address."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Locator, Page

from site_gen.docket.facets import is_aside
from site_gen.outputs.ledger import ledger_files
from tests.browser import Serve
from tests.search.made_up import LABELS, PARENTS, MadeUpSite, make_rows
from tests.search.reference import Filters, counts, listed

pytestmark = pytest.mark.browser

CHOICES: tuple[tuple[Filters, bool], ...] = (
    ({}, False),
    ({"kind": ("suggestion",)}, False),
    ({"kind": ("assignment", "session")}, False),
    ({"region": ("sheng",)}, False),
    ({"region": ("sheng",)}, True),
    ({"region": ("qingxi",)}, False),
    ({"region": ("qingxi",)}, True),
    ({"region": ("jiahe", "dingqiao")}, True),
    ({"region": ("jiahe", "yunping"), "result": ("resolved", "planned")}, False),
    ({"unit": ("jiahe/jiaotong",), "overdue": ("yes",)}, False),
    ({"year": ("2021",), "theme": ("road", "water")}, False),
    ({"metric": ("replied",)}, False),
    ({"metric": ("replied",), "region": ("yunping",), "year": ("2022",)}, False),
    ({"metric": ("nothing",)}, False),
    ({"place": ("jiahe/v3",), "stage": ("closed", "raised")}, False),
    ({"result": ("no-such-result",)}, False),
)

SELECT = """async ([filters, own]) => {
  const at = (name) => new URL(`../assets/${name}`, document.baseURI);
  const { openLedger } = await import(at('js/ledger-files.js'));
  const { select } = await import(at('js/select.js'));
  const ledger = await openLedger(at('ledger/index.json'));
  await ledger.load(ledger.entries);
  const { table } = ledger;
  const chosen = new Map(Object.entries(filters).map(([key, values]) => [key, new Set(values)]));
  const started = performance.now();
  const { count, counts } = select(table, chosen, { own });
  const took = performance.now() - started;
  const told = {};
  for (const [key, values] of counts) told[key] = Object.fromEntries(values);
  return { count, told, took, rows: table.count };
}"""


def query_of(filters: Filters, own: bool = False) -> str:
    asked = [(key, value) for key, values in filters.items() for value in values]
    return "?" + urlencode([*asked, *([("own", "1")] if own else [])])


def open_ledger(page: Page, site_url: str, query: str = "") -> Locator:
    page.goto(f"{site_url}ledger/{query}")
    return settled(page)


def settled(page: Page) -> Locator:
    page.locator(".browse__results:not([aria-busy])").wait_for(state="attached")
    return page.locator(".row")


def links(page: Page) -> Iterator[str]:
    while True:
        rows = settled(page)
        yield from (
            str(link).partition("some/path/")[2]
            for link in rows.locator("h3 a").evaluate_all("all => all.map((one) => one.href)")
        )
        if not page.locator("a[rel=next]").count():
            return
        page.locator("a[rel=next]").click()


def option(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f"[data-facet={facet}] input[value='{value}']")


def test_counts_are_those_of_a_loop_over_rows(
    page: Page, site_url: str, made_up: MadeUpSite
) -> None:
    open_ledger(page, site_url)
    for filters, own in CHOICES:
        told = page.evaluate(SELECT, [filters, own])

        assert told["rows"] == len(made_up.rows)
        for facet, found in told["told"].items():
            expected = counts(made_up.rows, facet, filters, PARENTS, own)
            assert (filters, own, facet, found) == (filters, own, facet, dict(expected))


@pytest.mark.parametrize(("filters", "own"), CHOICES[2:], ids=str)
def test_the_list_is_exactly_what_the_address_asks_for(
    page: Page, site_url: str, made_up: MadeUpSite, filters: Filters, own: bool
) -> None:
    open_ledger(page, site_url, query_of(filters, own))
    found = list(links(page))

    expected = [row.address for row in listed(made_up.rows, filters, PARENTS, own)]
    assert sorted(found) == sorted(expected)
    assert page.locator(".browse__count").inner_text() == f"共 {len(expected)} 条"


def test_the_panel_shows_the_counts_of_the_list(
    page: Page, site_url: str, made_up: MadeUpSite
) -> None:
    filters = {"kind": ("suggestion",), "result": ("planned",)}
    open_ledger(page, site_url, query_of(filters))
    rows = [row for row in made_up.rows if not is_aside(row.kind)]
    for facet in ("region", "result", "overdue", "year", "theme"):
        expected = counts(rows, facet, filters, PARENTS)
        shown = {
            str(box.get_attribute("value")): int(
                box.locator("xpath=..").locator(".facets__count").text_content() or "-1"
            )
            for box in page.locator(f"[data-facet={facet}] input[name={facet}]").all()
        }
        assert (facet, shown) == (facet, {key: expected[key] for key in shown})
        assert shown or not expected


def test_the_bare_ledger_shows_suggestions_and_says_so_in_the_address(
    page: Page, site_url: str
) -> None:
    open_ledger(page, site_url)

    assert page.url.endswith("/ledger/?kind=suggestion")
    page.get_by_role("link", name="去掉 类别：建议").click()
    settled(page)
    assert page.url.endswith("/ledger/?")


def test_the_chip_of_a_number_has_its_name_and_can_be_taken_away(
    page: Page, site_url: str, made_up: MadeUpSite
) -> None:
    open_ledger(page, site_url, "?metric=replied&year=2022")
    page.get_by_role("link", name="去掉 统计：已经答复的建议").click()
    settled(page)

    assert page.url.endswith("?year=2022")
    assert sorted(links(page)) == sorted(
        row.address for row in listed(made_up.rows, {"year": ("2022",)}, PARENTS)
    )


def test_a_link_of_a_number_that_is_zero_leads_to_an_empty_list_with_its_name(
    page: Page, site_url: str
) -> None:
    open_ledger(page, site_url, "?metric=nothing")

    assert page.locator(".browse__count").inner_text() == "共 0 条"
    assert page.get_by_role("link", name="去掉 统计：从来没有的").count() == 1


def test_choosing_goes_into_the_address_and_back(page: Page, site_url: str) -> None:
    open_ledger(page, site_url)
    before = page.locator(".browse__count").inner_text()
    option(page, "result", "resolved").check()
    settled(page)
    chosen = page.locator(".browse__count").inner_text()

    assert "result=resolved" in page.url
    assert chosen != before
    page.reload()
    settled(page)
    assert page.locator(".browse__count").inner_text() == chosen
    page.go_back()
    settled(page)
    assert page.locator(".browse__count").inner_text() == before
    assert not option(page, "result", "resolved").is_checked()


def test_the_focus_stays_where_the_reader_chose(page: Page, site_url: str) -> None:
    open_ledger(page, site_url)
    box = option(page, "result", "planned")
    box.focus()
    page.keyboard.press("Space")
    settled(page)
    page.locator(".pills a").first.wait_for()

    assert box.is_checked()
    assert page.evaluate("document.activeElement.value") == "planned"


def test_a_region_takes_the_place_of_the_one_above_it(page: Page, site_url: str) -> None:
    open_ledger(page, site_url, "?region=qingxi")
    option(page, "region", "jiahe").check()
    settled(page)

    assert page.url.endswith("?region=jiahe")


def test_only_its_own_rows_can_be_asked_of_a_region_with_others_below(
    page: Page, site_url: str
) -> None:
    open_ledger(page, site_url, "?region=qingxi")
    page.get_by_label("只看本级，不含下级").check()
    settled(page)

    assert page.url.endswith("?region=qingxi&own=1")
    assert page.locator(".browse__count").inner_text() == "共 0 条"


def test_counts_that_would_need_other_shards_are_left_open(page: Page, site_url: str) -> None:
    """No number is better than one that only counts what happens to be loaded."""
    open_ledger(page, site_url, "?year=2023")
    texts = {
        str(item.locator("input").get_attribute("value")): item.locator(
            ".facets__count"
        ).text_content()
        for item in page.locator("[data-facet=year] li").all()
    }

    assert texts.keys() == {"2021", "2022", "2023"}
    assert texts["2023"]
    assert texts["2021"] == ""


def test_pages_are_turned_by_links_and_the_count_gets_the_focus(page: Page, site_url: str) -> None:
    rows = open_ledger(page, site_url)
    first = rows.first.inner_text()
    page.get_by_role("link", name="下一页").click()
    page.get_by_text("第 2 页").wait_for()

    assert page.url.endswith("&page=2")
    assert page.evaluate("document.activeElement.className") == "browse__count"
    page.get_by_role("link", name="上一页").click()
    page.get_by_text("第 1 页").wait_for()
    assert page.locator(".row").first.inner_text() == first


def test_a_page_beyond_the_last_is_the_last(page: Page, site_url: str) -> None:
    assert open_ledger(page, site_url, "?kind=session&page=99").count() > 0


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_rows_stand_by_date_and_the_undated_last(
    page: Page, site_url: str, made_up: MadeUpSite, sort: str
) -> None:
    open_ledger(page, site_url, f"?kind=suggestion&region=jiahe&sort={sort}")
    dates = {row.address: row.date for row in made_up.rows}
    shown = [dates[link] for link in links(page)]
    dated = [date for date in shown if date]

    assert dated == sorted(dated, reverse=sort == "newest")
    assert shown[len(dated) :] == [""] * (len(shown) - len(dated))


def test_what_is_due_first_stands_first_and_what_is_never_due_last(
    page: Page, site_url: str, made_up: MadeUpSite
) -> None:
    open_ledger(page, site_url, "?kind=suggestion&region=jiahe&year=2023")
    page.get_by_label("排列").select_option("due")
    page.wait_for_url("**sort=due")
    settled(page)
    due = {row.address: "".join(row.values("due")) for row in made_up.rows}
    shown = [due[link] for link in links(page)]

    assert "" in shown
    assert shown == sorted(shown, key=lambda day: (not day, day))


def test_rows_can_be_sorted_by_title(page: Page, site_url: str) -> None:
    open_ledger(page, site_url, "?kind=suggestion&region=jiahe")
    page.get_by_label("排列").select_option("title")
    page.wait_for_url("**sort=title")
    titles = settled(page).locator("h3").all_inner_texts()

    assert titles == page.evaluate(
        "titles => titles.sort(new Intl.Collator('zh').compare)", titles.copy()
    )


def test_a_row_says_what_became_of_it(page: Page, site_url: str, made_up: MadeUpSite) -> None:
    open_ledger(page, site_url, "?result=planned&kind=suggestion")
    row = page.locator(".row").first
    address = str(row.locator("h3 a").get_attribute("href")).partition("some/path/")[2]
    source = next(row for row in made_up.rows if row.address == address)

    assert row.locator(".tag").get_attribute("data-status") == "planned"
    assert row.locator(".tag").inner_text() == "答应列入计划，还没做，2024年10月前"
    assert row.locator(".row__context").inner_text() == source.context
    assert row.locator("time").get_attribute("datetime") == source.date
    assert LABELS["region"][source.values("region")[0]] in row.locator(".row__facts").inner_text()


def test_hostile_titles_stay_text(
    page: Page, static_server: Serve, tmp_path: Path, made_up: MadeUpSite
) -> None:
    hostile = "<img src=x onerror=alert(1)>{{7*7}}"
    site = copy_with(tmp_path, made_up, lambda row: replace(row, title=hostile, context=hostile))
    open_ledger(page, static_server(site))

    assert page.locator(".row__title a").first.inner_text() == hostile
    assert page.locator(".row img").count() == 0


def copy_with(folder: Path, made_up: MadeUpSite, change: Callable[[Any], Any]) -> Path:
    """The site with other rows in its ledger; pages and scripts as they are."""
    source = made_up.folder / "some" / "path"
    (folder / "assets").mkdir()
    (folder / "assets" / "js").symlink_to(source / "assets" / "js")
    (folder / "ledger").symlink_to(source / "ledger")
    rows = [change(row) for row in made_up.rows]
    for address, content in ledger_files(rows, LABELS, PARENTS).items():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


def test_data_that_cannot_be_read_is_said_and_the_plain_lists_stay(
    page: Page, site_url: str
) -> None:
    page.route("**/ledger/index.json", lambda route: route.abort())
    page.goto(site_url + "ledger/")

    page.get_by_role("alert").wait_for()
    assert page.locator("[data-static]").is_visible()


def test_without_scripts_the_plain_lists_are_there(chromium: Browser, site_url: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(site_url + "ledger/")
    shown = tab.locator("[data-static]").is_visible()
    context.close()

    assert shown


@pytest.mark.slow
def test_a_facet_over_37000_rows_takes_a_blink(
    page: Page, static_server: Serve, tmp_path: Path, made_up: MadeUpSite
) -> None:
    big = replace(made_up, rows=make_rows(37_000))
    site = static_server(copy_with(tmp_path, big, lambda row: row))
    open_ledger(page, site)
    filters = {"region": ["jiahe"], "result": ["planned", "resolved"], "metric": ["replied"]}
    told = page.evaluate(SELECT, [filters, False])
    started = perf_counter()
    option(page, "result", "resolved").check()
    page.wait_for_url("**result=resolved")
    settled(page)
    took = perf_counter() - started

    assert told["rows"] == 37_000
    assert told["count"] == len(listed(big.rows, filters, PARENTS))
    assert told["took"] < 300
    assert took < 3
    index = json.loads((tmp_path / "assets/ledger/index.json").read_bytes())
    assert len(index["shards"]) <= 24
