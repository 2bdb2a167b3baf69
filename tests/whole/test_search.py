"""Forty queries on the example find exactly the entries whose text contains them.

The truth is a substring search over the rows, normalised as the search is said to
be: NFKC, case folded, white space dropped.
"""

import unicodedata
from urllib.parse import unquote, urlencode

import pytest
from playwright.sync_api import Page

from site_gen.docket.row import Row
from tests.whole.conftest import Built

pytestmark = pytest.mark.browser

QUERIES = (
    "宅基地", "未成年人", "路", "水", "灯", "X205", "205", "05", "3000余", "3000", "2026",
    "བཀྲ་ཤིས", "བཀྲ་ཤིས་བདེ་ལེགས", "交通运输局", "县交通", "村民代表", "停车", "噪声", "电梯", "学校",
    "满意", "凸面镜", "答复", "现场", "草", "牧", "镇", "议事厅", "年度", "养护", "资金",
    "路 灯", "水 村", "学校 路", "没有这个词的", "宅基地 没有", "18万元", "52户", "期限", "财政局",
    "排水沟", "x205线", "Ｘ２０５",
)  # fmt: skip
FACETS = ({"region": "yanhuang"}, {"kind": "suggestion"}, {"year": "2025"}, {"result": "resolved"})


def _normal(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _truth(rows: tuple[Row, ...], query: str, facets: dict[str, str]) -> set[str]:
    terms = [_normal(term) for term in query.split()]
    return {
        row.address
        for row in rows
        if row.text
        and all(term in _normal(row.text) for term in terms)
        and all(value in row.values(key) for key, value in facets.items())
    }


def _found(page: Page, url: str, query: str, facets: dict[str, str]) -> set[str]:
    found: set[str] = set()
    number = 1
    while True:
        asked = {"q": query, **facets, **({"page": str(number)} if number > 1 else {})}
        page.goto(f"{url}search/?{urlencode(asked)}")
        page.locator(".browse__results:not([aria-busy])").wait_for(state="attached")
        links = page.locator(".row h3 a").evaluate_all("all => all.map((one) => one.href)")
        found |= {unquote(link.removeprefix(url)) for link in links}
        if not page.locator("a[rel=next]").count():
            return found
        number += 1


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_finds_exactly_what_contains_it(built: Built, page: Page, query: str) -> None:
    assert _found(page, built.url, query, {}) == _truth(built.compiled.rows, query, {})


@pytest.mark.parametrize("facets", FACETS, ids=str)
@pytest.mark.parametrize("query", ["路", "水 村", "答复"])
def test_with_a_facet_exactly_those(
    built: Built, page: Page, query: str, facets: dict[str, str]
) -> None:
    truth = _truth(built.compiled.rows, query, facets)
    assert _found(page, built.url, query, facets) == truth


def test_the_queries_are_worth_asking(built: Built) -> None:
    """Enough of them find something, or the comparison would say little."""
    assert len(QUERIES) >= 40
    answered = [one for one in QUERIES if _truth(built.compiled.rows, one, {})]
    assert len(answered) >= 30
