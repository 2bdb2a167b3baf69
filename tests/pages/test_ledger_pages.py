"""The ledger without scripts: every suggestion in lists by region, result and year."""

from site_gen.addresses import LEDGER, SEARCH
from site_gen.docket.metrics import SUGGESTIONS
from site_gen.pages.model import Page
from site_gen.statistics.numbers import Scope
from tests.pages.composed import Composed
from tests.pages.conftest import Make


def list_pages(site: Composed) -> list[Page]:
    return [page for page in site.compiled.pages if page.kind == "list"]


def test_the_ledger_leads_to_every_list(example: Composed) -> None:
    first = {page.address for page in list_pages(example) if page.values["page_no"] == 1}

    for address in (LEDGER, SEARCH):
        links = set(example.body(address).all("href"))
        assert {f"../{each}" for each in first} <= links


def test_a_list_of_a_region_has_what_the_number_counts(example: Composed) -> None:
    for region in ("wuli", "xugu", "yanhuang"):
        page = example.page(f"ledger/region/{region}/")
        count = example.compiled.numbers.count(SUGGESTIONS, Scope(region))
        assert page.values["total"] == count.value
        assert page.values["alive"] == f"ledger/?kind=suggestion&region={region}"


def test_a_row_links_to_the_item_and_shows_its_tag(example: Composed) -> None:
    body = example.body("ledger/region/xugu/")

    assert "../../../xugu/sessions/2026/0312-dixu/#s2" in body.all("href")
    assert "超过期限，已过 24 天" in body.text


def test_lists_have_pages(make: Make) -> None:
    items = "".join(f"## 建议{number} 事{number}\n\n" for number in range(1, 61))
    head = "---\n议题: 很多事\n时间: 2024-03-01\n---\n\n"
    site = make({"regions/jia/sessions/2024/0301-duo.md": head + items})
    pages = [page for page in list_pages(site) if page.address.startswith("ledger/year/2024/")]

    assert [page.address for page in pages] == ["ledger/year/2024/", "ledger/year/2024/2/"]
    assert "第 2 页，共 2 页" in site.body("ledger/year/2024/2/").text
    assert "共 60 条" in site.body("ledger/year/2024/").text


def test_a_site_without_suggestions_has_a_ledger(make: Make) -> None:
    site = make({})

    assert list_pages(site) == []
    assert "共 0 条" in site.body(LEDGER).text
