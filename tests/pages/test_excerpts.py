"""Pages of many regions show a part of long lists; every county has all of its own on one page."""

import re
from collections.abc import Callable

import pytest

from site_gen import addresses
from site_gen.docket import metrics
from site_gen.pages.excerpts import FIRST, WHOLE
from site_gen.statistics.numbers import Scope
from site_gen.vocabulary.progress import Stage
from tests.pages.composed import Composed
from tests.pages.conftest import Make

Address = Callable[[str], str]
COUNTIES = ("jia", "yi")
EACH = WHOLE // 2 + 3
LATE = "## 建议{n} {name}的第{n}件\n\n- 2026-01-{day:02} 交办：县水务局；期限：2026-02-01\n\n"
REFUSED = "## 建议{n} {name}的第{n}件\n\n- 2026-01-{day:02} 不采纳：没有钱\n\n"
HEAD = "---\n议题: {title}\n时间: 2026-01-01\n{more}---\n\n"


def session(region: str, items: str, more: str = "", title: str = "修渠") -> dict[str, str]:
    """One session of a region."""
    path = f"regions/{region}/sessions/2026/0101-{len(items)}-{len(more)}.md"
    return {path: HEAD.format(title=title, more=more) + items}


def items(kind: str, name: str, number: int = EACH) -> str:
    each = range(1, number + 1)
    return "".join(kind.format(n=n, name=name, day=1 + n % 28) for n in each)


def province(make: Make, kind: str) -> Composed:
    """A prefecture with two counties that have too much for one page, and something of its own."""
    files = {"regions/yi/region.yaml": "名称: 乙县\n上级: zhou\n"}
    for region in ("yi", "zhou"):
        files[f"regions/{region}/units.yaml"] = "- {名称: 县水务局}\n"
    for region in COUNTIES:
        files |= session(region, items(kind, region))
    return make({**files, **session("zhou", items(kind, "zhou", 2))})


PAGES = (
    (LATE, addresses.overdue_address, metrics.OVERDUE),
    (REFUSED, addresses.refused_address, metrics.BY_STAGE[list(Stage).index(Stage.DECLINED)]),
)
both = pytest.mark.parametrize(("kind", "address", "metric"), PAGES, ids=("overdue", "refused"))


def named(site: Composed, address: str) -> set[str]:
    """The items that a page shows."""
    return set(re.findall(r"\w+的第\d+件", site.body(address).html))


def counted(site: Composed, metric: metrics.Metric, region: str) -> set[str]:
    return {entry.title for entry in site.compiled.numbers.entries(metric, Scope(region))}


@both
def test_a_county_shows_everything_it_counts(
    make: Make, kind: str, address: Address, metric: metrics.Metric
) -> None:
    site = province(make, kind)

    for region in COUNTIES:
        assert named(site, address(region)) == counted(site, metric, region)
        assert len(counted(site, metric, region)) == EACH


@both
def test_the_site_shows_the_first_and_leads_to_the_others(
    make: Make, kind: str, address: Address, metric: metrics.Metric
) -> None:
    site = province(make, kind)
    body = site.body(address(""))

    assert len(named(site, address(""))) == FIRST
    assert {f"../{address(region)}" for region in (*COUNTIES, "zhou")} <= set(body.all("href"))
    own = {"region=zhou&own=1", "region=jia", "region=yi"}
    assert own <= set(body.all("data-scope"))


@both
def test_a_prefecture_shows_all_of_its_own(
    make: Make, kind: str, address: Address, metric: metrics.Metric
) -> None:
    found = named(province(make, kind), address("zhou"))

    assert {"zhou的第1件", "zhou的第2件"} <= found
    assert len(found) == 2 + FIRST


@both
def test_what_fits_is_shown_whole(
    make: Make, kind: str, address: Address, metric: metrics.Metric
) -> None:
    site = make(session("jia", items(kind, "jia", WHOLE)))

    assert len(named(site, address(""))) == WHOLE
    assert site.page(address("")).values["parts"] == ()


def test_a_region_where_nothing_is_owed_has_no_such_page(make: Make) -> None:
    site = make(session("jia", "## 建议1 修渠\n\n"))
    made = {page.address for page in site.compiled.pages}

    for address in (addresses.overdue_address, addresses.refused_address, addresses.series_address):
        assert address("") in made
        assert address("jia") not in made


def test_what_a_county_is_named_in_is_on_its_page(make: Make) -> None:
    """The number counts what the neighbour recorded of both; so the list has it too."""
    files = {"regions/yi/region.yaml": "名称: 乙县\n上级: zhou\n"}
    site = make({**files, **session("jia", items(LATE, "jia", 1), "跨区域: [yi]\n")})

    assert named(site, "overdue/yi/") == {"jia的第1件"}


def test_a_county_has_all_matters_the_site_the_newest(make: Make) -> None:
    files: dict[str, str] = {}
    for number in range(WHOLE + 1):
        for part in (1, 2):
            more = f"承接: 2026/{number:03}-1\n" if part > 1 else ""
            path = f"regions/jia/sessions/2026/{number:03}-{part}.md"
            files[path] = HEAD.format(title=f"第{number}件事", more=more)
    site = make(files)

    def matters(address: str) -> int:
        found = site.page(address).values["matters"]
        assert isinstance(found, tuple)
        return len(found)

    assert matters("series/jia/") == WHOLE + 1
    assert matters("series/") == FIRST
    assert f"{WHOLE + 1} 件事" in site.body("series/").text
    assert "../series/jia/" in site.body("series/").all("href")
