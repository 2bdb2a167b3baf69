"""The head of a page: each entry once, addresses only where the site knows its own.

The names are those that public-sector sites carry.
"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from site_gen.pages.model import Page
from site_gen.render import render_site
from site_gen.render.head import head_values
from tests.render.sample import FRAME, FakeCompilation, make_page

PUBLIC = replace(FRAME, base_url="https://host.example/sub/", site_code="5100000000")
ARTICLE = make_page("a/b/", "石桥村", updated=date(2024, 6, 1), meta=(("Keywords", "道路"),))


def metas(page: Page) -> dict[str, str]:
    entries = head_values(PUBLIC, page)["metas"]
    assert isinstance(entries, tuple)
    names = [name.lower() for name, _ in entries]
    assert len(names) == len(set(names))
    return dict(entries)


def test_an_article_says_what_it_is() -> None:
    found = metas(ARTICLE)
    assert found["ArticleTitle"] == "石桥村"
    assert found["PubDate"] == "2024-06-01 00:00"
    assert found["Url"] == "https://host.example/sub/a/b/"
    assert found["ColumnName"] == "各县市"
    assert found["SiteDomain"] == "host.example"
    assert found["SiteIDCode"] == "5100000000"
    assert found["Keywords"] == "道路"


def test_a_title_tells_the_region_that_a_page_lies_in() -> None:
    trail = (("首页", ""), ("地方", "regions/"), ("石桥县", "shiqiao/"), ("承办单位", "units/"))
    inside = make_page("shiqiao/units/jiaotong/", "县交通运输局", trail=trail)
    region = make_page("shiqiao/", "石桥县", trail=trail[:2])
    assert head_values(FRAME, inside)["full_title"] == f"县交通运输局 · 石桥县 · {FRAME.name}"
    assert head_values(FRAME, region)["full_title"] == f"石桥县 · {FRAME.name}"
    assert head_values(FRAME, make_page("", FRAME.name))["full_title"] == FRAME.name


def test_home_belongs_to_no_column_and_has_no_day() -> None:
    found = metas(make_page("", section="home", trail=()))
    assert "SiteName" in found
    assert not [name for name in found if name.startswith(("Column", "Article"))]


def test_what_a_page_brings_wins() -> None:
    assert metas(replace(ARTICLE, meta=(("ColumnType", "协商活动"),)))["ColumnType"] == "协商活动"


def test_without_a_public_address_nothing_claims_one(config_file: Path, tmp_path: Path) -> None:
    render_site(FakeCompilation(pages=(ARTICLE,)), config_file, tmp_path)
    html = (tmp_path / "a/b/index.html").read_text(encoding="utf-8")
    assert 'rel="canonical"' not in html
    assert not re.findall(r'(?:href|src|content)="https?:', html)
    assert not (tmp_path / "sitemap.xml").exists()


def test_the_site_map_lists_the_pages_that_may_be_listed(config_file: Path, tmp_path: Path) -> None:
    pages = (ARTICLE, make_page("hidden/", indexed=False), make_page(""))
    render_site(FakeCompilation(pages=pages), config_file, tmp_path, base_url=PUBLIC.base_url)
    xml = (tmp_path / "sitemap.xml").read_text(encoding="utf-8")
    locations = re.findall(r"<loc>([^<]*)</loc>", xml)
    assert locations == [PUBLIC.base_url, f"{PUBLIC.base_url}a/b/"]
    assert re.findall(r"<lastmod>([^<]*)</lastmod>", xml) == ["2024-06-01"]
    assert "noindex" in (tmp_path / "hidden/index.html").read_text(encoding="utf-8")
