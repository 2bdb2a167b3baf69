"""Pages of many regions show a part of long lists; every county has all of its own on one page."""

import re
from collections.abc import Callable

import pytest

from site_gen import addresses
from site_gen.docket import metrics
from site_gen.pages.excerpts import FIRST, WHOLE
from site_gen.pages.home import SHOWN
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


def test_of_many_plans_the_site_shows_numbers_and_each_region_its_topics(make: Make) -> None:
    files = {"regions/yi/region.yaml": "名称: 乙县\n上级: zhou\n"}
    for region in COUNTIES:
        topics = "".join(
            f"  - {{编号: t{n}, 议题: {region}的第{n}件, 题源: 群众出题, 时间: 2026-03}}\n"
            for n in range(EACH)
        )
        files[f"regions/{region}/plans/2026.yaml"] = f"议题:\n{topics}"
    site = make(files)

    assert len(named(site, "plans/")) == FIRST
    assert site.page("plans/").values["areas"] == ()
    assert {"../plans/jia/", "../plans/yi/"} <= set(site.body("plans/").all("href"))
    for region in COUNTIES:
        assert len(named(site, f"plans/{region}/")) == EACH


def test_very_many_platforms_are_counted_region_by_region(make: Make) -> None:
    files = {"regions/yi/region.yaml": "名称: 乙县\n上级: zhou\n"}
    for region in (*COUNTIES, "zhou"):
        listed = "".join(f"- {{名称: {region}的第{n}件, 层级: 村}}\n" for n in range(EACH))
        files[f"regions/{region}/platforms.yaml"] = listed
    site = make(files)
    body = site.body(addresses.PLATFORMS)

    assert named(site, addresses.PLATFORMS) == set()
    for region in (*COUNTIES, "zhou"):
        assert f"../{region}/platforms/" in body.all("href")
        assert f"region={region}&own=1" in body.all("data-scope")
        assert len(named(site, f"{region}/platforms/")) == EACH


def test_a_home_with_very_many_squares_shows_the_outermost(make: Make) -> None:
    files = {"regions/zhou/region.yaml": "名称: 云埠州\n方格: [0, 0]\n上级: sheng\n"}
    files["regions/sheng/region.yaml"] = "名称: 省\n"
    for n in range(WHOLE):
        below = f"名称: 县{n}\n上级: zhou\n方格: [{n // 12}, {n % 12}]\n"
        files[f"regions/xian{n}/region.yaml"] = below
    grids = make(files).page(addresses.HOME).values["grids"]

    assert isinstance(grids, tuple)
    assert [grid.name for grid in grids] == ["省"]


def test_the_oldest_are_looked_at_for_what_is_overdue_longest(make: Make) -> None:
    site = province(make, LATE)
    rows = site.page(addresses.HOME).values["overdue"]

    assert isinstance(rows, tuple)
    assert len(rows) == SHOWN
    assert all("超过期限" in row["tags"][-1]["label"] for row in rows)


def test_an_old_item_refused_lately_is_among_the_newest_refusals(make: Make) -> None:
    lines = "## 建议1 老的\n\n- 2026-11-20 办结：不可行；原因：河道不许动\n"
    head = HEAD.format(title="修渠", more="").replace("2026-01-01", "2019-01-01")
    site = make({"regions/jia/sessions/2019/0101-qu.md": head + lines})

    changes = site.page(addresses.HOME).values["changes"]
    assert isinstance(changes, tuple)
    told = [(group.key, [row["title"] for row in group.rows]) for group in changes]
    assert told == [("newly-refused", ["老的"])]
