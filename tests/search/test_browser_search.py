"""Text search in Chromium: exactly the rows that hold what was asked, with facets or without."""

import json
from collections.abc import Iterator
from sys import maxunicode
from unicodedata import category
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page

from site_gen.search.tokens import tokens
from tests.search.made_up import PARENTS, MadeUpSite
from tests.search.reference import Filters, listed

pytestmark = pytest.mark.browser

QUERIES = (
    *("宅基地", "未成年人", "自治州", "地", "的", "人", "登记簿没有", "确权后登"),
    *("G318", "318", "31", "8", "g318线", "Ｇ３１８", "3000+", "000+户", "3000", "18.5", "1 8"),
    *("2023-05", "2023", "2023年5月12日", "5月1", "05前", "-"),
    *("བོད་ཡིག", "ཡི", "བོད", "ꆈꌠ", "ꁱ", "ꆈꌠꁱꂷ", "𠮷", "𠮷野"),
    *("石桥 宅基地", "路灯 停车", "石桥村 石桥", "三组、四组", "三组四组", "四组的路灯不亮"),
    *("wi-fi", "WIFI", "abc栋", "“有事", "来协商”", "有事来协商", "㎡", "m2", "<50", "& C#", "&"),
    *(
        "①",
        "1条",
        "strasse",
        "STRASSE",
        "ß",
        "u",
        "u2b",
        "zz",
        "e",
        "b",
        "0",
        "水渠道路",
        "村民村民",
    ),
    *("没有这个词", "宅基地 没有", "路灯　学校", "弱，", '"宅基地"', "协商"),
)
FACETS: tuple[Filters, ...] = (
    {"region": ("qingxi",)},
    {"region": ("jiahe",), "year": ("2022", "2023")},
    {"result": ("planned", "deferred"), "theme": ("road",)},
    {"overdue": ("yes",), "unit": ("jiahe/jiaotong", "dingqiao/jiaotong")},
)

SEARCH_ALL = """async ([queries]) => {
  const at = (name) => new URL(`../assets/${name}`, document.baseURI);
  const { openLedger } = await import(at('js/ledger-files.js'));
  const { TextSearch } = await import(at('js/text-search.js'));
  const { terms } = await import(at('js/tokens.js'));
  const ledger = await openLedger(at('ledger/index.json'));
  const shards = ledger.index.shards;
  const keys = new Map(shards.map(({ name, key }) => [name, key]));
  const search = new TextSearch(at('search/index.json'), keys);
  const found = {};
  for (const query of queries) {
    const hits = await search.search(terms(query), shards.map(({ name }) => name));
    found[query] = [...hits].flatMap(([name, rows]) => [...rows].map((row) => `${name} ${row}`));
  }
  return found;
}"""


def open_search(page: Page, site_url: str, query: str = "", filters: Filters | None = None) -> None:
    asked = ([("q", query)] if query else []) + [
        (key, value) for key, values in (filters or {}).items() for value in values
    ]
    page.goto(f"{site_url}search/?{urlencode(asked)}")


def settled(page: Page) -> Locator:
    """The results, once they are there."""
    page.locator(".browse__results:not([aria-busy])").wait_for(state="attached")
    return page.locator(".row")


def links(page: Page) -> Iterator[str]:
    """The addresses of all rows found, page by page."""
    while True:
        rows = settled(page)
        yield from (
            str(link).partition("some/path/")[2]
            for link in rows.locator("h3 a").evaluate_all("all => all.map((one) => one.href)")
        )
        if not page.locator("a[rel=next]").count():
            return
        page.locator("a[rel=next]").click()


def test_every_query_finds_exactly_the_rows_that_hold_it(
    page: Page, site_url: str, made_up: MadeUpSite
) -> None:
    page.goto(site_url + "search/")
    found = page.evaluate(SEARCH_ALL, [list(QUERIES)])
    place = {}
    for file in (made_up.folder / "some/path/assets/ledger").glob("*/cards-*.json"):
        first = 200 * int(file.stem.partition("-")[2])
        for number, (_, address, _) in enumerate(json.loads(file.read_bytes()), first):
            place[f"{file.parent.name} {number}"] = address

    assert len(QUERIES) > 60
    for query in QUERIES:
        expected = {row.address for row in listed(made_up.rows, {}, PARENTS, query=query)}
        assert ({place[one] for one in found[query]}, query) == (expected, query)
        assert len(found[query]) == len(expected)


@pytest.mark.parametrize("query", ["宅基地", "的", "路灯 停车", "3000+", "བོད་ཡིག", "没有这个词"])
def test_the_page_lists_exactly_the_rows_that_hold_the_query(
    page: Page, site_url: str, made_up: MadeUpSite, query: str
) -> None:
    open_search(page, site_url, query)
    found = list(links(page))

    assert sorted(found) == sorted(
        row.address for row in listed(made_up.rows, {}, PARENTS, query=query)
    )
    assert page.locator(".browse__count").inner_text() == f"共 {len(found)} 条"


@pytest.mark.parametrize("filters", FACETS, ids=str)
@pytest.mark.parametrize("query", ["宅基地", "路灯"])
def test_with_facets_the_page_lists_exactly_those(
    page: Page, site_url: str, made_up: MadeUpSite, query: str, filters: Filters
) -> None:
    open_search(page, site_url, query, filters)

    assert sorted(links(page)) == sorted(
        row.address for row in listed(made_up.rows, filters, PARENTS, query=query)
    )


def test_typing_shows_results_and_the_back_button_takes_them_back(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + "search/")
    box = page.get_by_role("searchbox")
    box.fill("宅基地")
    box.press("Enter")
    first = settled(page).count()
    address = page.url
    box.fill("G318")
    box.press("Enter")
    settled(page)
    page.go_back()
    settled(page)

    assert page.url == address
    assert box.input_value() == "宅基地"
    assert settled(page).count() == first > 0


def test_nothing_is_listed_before_something_is_asked(page: Page, site_url: str) -> None:
    page.goto(site_url + "search/")
    page.locator(".browse__parts[hidden]").wait_for(state="attached")

    assert page.locator(".row").count() == 0


def test_the_engine_is_fetched_when_the_box_gets_the_focus(page: Page, site_url: str) -> None:
    page.goto(site_url + "search/")
    page.locator(".browse__parts[hidden]").wait_for(state="attached")
    with page.expect_response(lambda answer: "pf_meta" in answer.url and "qingxi" in answer.url):
        page.get_by_role("searchbox").focus()


def test_excerpts_show_the_hit_in_the_words_of_the_text(page: Page, site_url: str) -> None:
    open_search(page, site_url, "ＡＢＣ栋")
    marks = settled(page).locator(".row__excerpt mark, .row__title mark").all_inner_texts()

    assert set(marks) == {"ＡＢＣ栋"}


def test_markup_in_texts_stays_text(page: Page, site_url: str) -> None:
    open_search(page, site_url, "<50㎡")

    assert settled(page).locator("mark").first.inner_text() == "<50㎡"


def test_nothing_found_is_said_with_tips(page: Page, site_url: str) -> None:
    open_search(page, site_url, "没有这个词")
    settled(page)

    assert "没有找到" in page.locator(".browse__note").inner_text()
    assert page.locator(".browse__tips li").count() > 2


def test_titles_that_hold_the_query_come_first_when_asked(page: Page, site_url: str) -> None:
    open_search(page, site_url, "宅基地")
    settled(page)
    page.get_by_label("排列").select_option("hits")
    settled(page)
    page.locator(".row__title mark").first.wait_for()
    hits = [row.locator(".row__title mark").count() > 0 for row in page.locator(".row").all()]

    assert "sort=hits" in page.url
    assert hits == sorted(hits, reverse=True)
    assert hits[0]


def test_only_the_shards_that_can_hold_a_row_are_fetched(
    page: Page, site_url: str, made_up: MadeUpSite
) -> None:
    index = json.loads((made_up.folder / "some/path/assets/ledger/index.json").read_bytes())
    concerned = {shard["name"] for shard in index["shards"] if "2023" in shard["years"]}
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_search(page, site_url, "宅基地", {"year": ["2023"]})
    settled(page)

    fetched = {url.split("/assets/")[1].split("/")[1] for url in asked if "/assets/" in url}
    assert {name for name in fetched if name[-4:].isdigit()} == concerned
    assert 0 < len(concerned) < len(index["shards"])


@pytest.mark.parametrize(
    "missing",
    [
        *("**/search-worker.js", "**/pagefind.js", "**/wasm.*", "**/*.pf_meta*", "**/*.pf_index*"),
        *("**/rows.json*", "**/search/index.json", "**/columns.json*", "**/text-*.json*"),
    ],
)
def test_an_index_that_cannot_be_read_is_said_and_can_be_tried_again(
    page: Page, site_url: str, missing: str
) -> None:
    page.context.route(missing, lambda route: route.abort())
    open_search(page, site_url, "宅基地")
    page.get_by_role("button", name="再试一次").wait_for()
    page.context.unroute(missing)
    page.get_by_role("button", name="再试一次").click()

    page.locator(".row").first.wait_for()


def test_an_index_of_another_build_is_noticed(page: Page, site_url: str) -> None:
    def other_keys(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]
        index = answer.json()
        for shard in index["shards"]:
            shard["key"] = "0"
        route.fulfill(response=answer, json=index)  # type: ignore[attr-defined]

    page.route("**/assets/search/index.json", other_keys)
    open_search(page, site_url, "宅基地")

    page.get_by_role("button", name="刷新").wait_for()


def test_the_browser_makes_the_same_tokens_over_all_of_unicode(page: Page, site_url: str) -> None:
    page.goto(site_url + "search/")
    page.evaluate("async () => { window.made = await import('../assets/js/tokens.js'); }")
    # What neither side knows yet, or only one of them, cannot be compared.
    known = [chr(code) for code in range(maxunicode + 1) if category(chr(code)) not in ("Cn", "Cs")]
    differing = []
    for start in range(0, len(known), 20000):
        part = [f"a{one}b" for one in known[start : start + 20000]]
        theirs = page.evaluate("texts => texts.map((text) => window.made.tokens(text))", part)
        differing += [a for a, b in zip(part, theirs, strict=True) if tokens(a) != b]

    assert differing == []


def named(page: Page) -> list[str]:
    """What stands above the results because the query is its name, once they are there."""
    settled(page)
    return page.locator(".browse__named li").all_inner_texts()


def test_the_name_of_a_place_leads_to_its_page(page: Page, site_url: str) -> None:
    open_search(page, site_url, "甲禾")

    assert named(page) == ["甲禾县 地方"]
    address = page.get_by_role("link", name="甲禾县").first.get_attribute("href")
    assert (address or "").endswith("/jiahe/")


def test_the_name_of_a_unit_leads_to_what_is_its_task(page: Page, site_url: str) -> None:
    open_search(page, site_url, "县交通运输局")
    page.locator(".browse__named a").first.click()

    page.get_by_role("link", name="去掉 承办单位：县交通运输局").wait_for()
    assert page.get_by_role("searchbox").input_value() == ""
    assert settled(page).count() > 0


@pytest.mark.parametrize("query", ["宅基地", "县", "石桥 宅基地"])
def test_what_is_nobodys_name_leads_to_the_rows_alone(
    page: Page, site_url: str, query: str
) -> None:
    open_search(page, site_url, query)

    assert named(page) == []
