"""What search engines look for at the root of a site: the site map and who may come."""

import re
from collections.abc import Sequence
from datetime import date
from urllib.robotparser import RobotFileParser

import pytest

from site_gen.pages.model import Page
from site_gen.render.sitemap import sitemap
from tests.render.sample import make_page

BASE = "https://host.example/sub/"
PAGES = (
    make_page("a/b/", updated=date(2024, 6, 1)),
    make_page("hidden/", indexed=False),
    make_page("村&庄/"),
    make_page(""),
)


def files(pages: Sequence[Page], base_url: str, most: int = 50_000) -> dict[str, str]:
    return {one.address: one.content.decode() for one in sitemap(pages, base_url, most)}


def test_it_lists_the_pages_that_may_be_listed_with_the_days_of_records() -> None:
    xml = files(PAGES, BASE)["sitemap.xml"]
    assert re.findall(r"<url><loc>([^<]*)</loc>(?:<lastmod>([^<]*)</lastmod>)?</url>", xml) == [
        (BASE, ""),
        (f"{BASE}a/b/", "2024-06-01"),
        (f"{BASE}%E6%9D%91&amp;%E5%BA%84/", ""),
    ]


@pytest.mark.parametrize("most", [1, 2])
def test_a_large_site_has_several_and_a_list_of_them(most: int) -> None:
    made = files(PAGES, BASE, most)
    listed = re.findall(r"<sitemap><loc>([^<]*)</loc></sitemap>", made.pop("sitemap.xml"))
    del made["robots.txt"]
    assert [f"{BASE}{name}" for name in made] == listed
    located = [re.findall(r"<loc>([^<]*)</loc>", xml) for xml in made.values()]
    assert all(0 < len(each) <= most for each in located)
    assert len({each for part in located for each in part}) == 3


def test_who_may_come_is_told_always_and_where_the_site_map_is_only_with_an_address() -> None:
    for base_url, maps in ((BASE, [f"{BASE}sitemap.xml"]), ("", None)):
        made = files(PAGES, base_url)
        robots = RobotFileParser()
        robots.parse(made["robots.txt"].splitlines())
        assert robots.can_fetch("*", "/a/b/")
        assert robots.site_maps() == maps
        assert ("sitemap.xml" in made) == bool(base_url)
