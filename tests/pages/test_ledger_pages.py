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


def test_a_list_of_hundreds_has_each_once_and_leads_from_page_to_page(make: Make) -> None:
    items = "".join(f"## 建议{number} 事{number}\n\n" for number in range(1, 301))
    head = "---\n议题: 很多事\n时间: 2024-03-01\n---\n\n"
    site = make({"regions/jia/sessions/2024/0301-duo.md": head + items})
    address: object = "ledger/region/jia/"
    shown: list[str] = []
    while isinstance(address, str):
        shown += [href for href in site.body(address).all("href") if "#s" in href]
        address = site.page(address).values["next"]

    assert len({href.rpartition("#")[2] for href in shown}) == len(shown) == 300


def test_a_county_with_nothing_one_and_many_looks_different(make: Make) -> None:
    head = "---\n议题: 商量\n时间: 2024-03-01\n---\n\n"
    site = make(
        {
            **{f"regions/{name}/region.yaml": f"名称: {name}\n上级: zhou\n" for name in ("a", "b")},
            "regions/a/sessions/2024/0301-hui.md": head,
            "regions/jia/sessions/2024/0301-yi.md": head + "## 建议1 修路\n",
        }
    )
    texts = {region: site.body(f"{region}/").text for region in ("a", "b", "jia")}

    assert "0 条" in texts["a"]
    assert "未录入不是 0" in texts["b"]
    assert "1 条建议一条一条看" in texts["jia"]
    assert "建议一条一条看" not in texts["a"] + texts["b"]
