"""The head of a page: each entry once, addresses only where the site knows its own.

The names are those that public-sector sites carry, and those of the Open Graph protocol.
"""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_gen.pages.model import Feed, Footer, NavEntry, Page
from site_gen.render import render_site
from site_gen.render.head import head_values, site_metas
from tests.render.sample import FRAME, HOSTILE_TITLES, ROOT, FakeCompilation, make_page

BASE = "https://host.example/sub/"
PUBLIC = replace(FRAME, base_url=BASE, site_code="5100000000")
ARTICLE = make_page(
    "a/b/", "石桥村", updated=date(2024, 6, 1), is_article=True, meta=(("Keywords", "道路"),)
)
PICTURE = "attachments/shiqiao/abc-960.webp"


def metas(page: Page) -> dict[str, str]:
    entries = head_values(PUBLIC, page)["metas"]
    assert isinstance(entries, tuple)
    names = [name.lower() for name, _ in entries]
    assert len(names) == len(set(names))
    return dict(entries)


def head_of(page: Page, config_file: Path, out: Path, base_url: str = BASE) -> str:
    """The head of a page as it is published."""
    render_site(FakeCompilation(pages=(page,)), config_file, out, base_url=base_url)
    file = out / page.address / "index.html" if page.address.endswith("/") else out / page.address
    return file.read_text(encoding="utf-8").partition("</head>")[0]


def test_an_article_says_what_it_is() -> None:
    found = metas(ARTICLE)
    assert found["ArticleTitle"] == "石桥村"
    assert found["PubDate"] == "2024-06-01 00:00"
    assert found["ContentSource"] == found["Author"] == FRAME.host
    assert found["Url"] == f"{BASE}a/b/"
    assert found["Keywords"] == "道路"
    assert "Image" not in found


def test_an_article_without_a_day_invents_none() -> None:
    found = metas(replace(ARTICLE, updated=None))
    assert found["ArticleTitle"] == "石桥村"
    assert "PubDate" not in found


def test_a_page_that_is_no_article_says_only_what_it_is_about() -> None:
    assert metas(make_page("a/", "地方")) == {"Description": "地方"}


def test_every_page_of_a_section_tells_the_site_and_its_column() -> None:
    assert dict(site_metas(PUBLIC, "regions")) == {
        "SiteName": FRAME.name,
        "SiteDomain": "host.example",
        "SiteIDCode": "5100000000",
        "ColumnName": "各县市",
        "ColumnDescription": f"{FRAME.name}的“各县市”栏目",
        "ColumnKeywords": "各县市",
        "ColumnType": "各县市",
    }


def test_a_column_that_only_the_foot_names_is_one() -> None:
    frame = replace(PUBLIC, footer=Footer(links=(NavEntry("units", "承办单位", "units/"),)))
    assert dict(site_metas(frame, "units"))["ColumnName"] == "承办单位"


@pytest.mark.parametrize("section", ["home", ""])
def test_home_and_what_has_no_section_belong_to_no_column(section: str) -> None:
    assert not [name for name, _ in site_metas(PUBLIC, section) if name.startswith("Column")]


def test_what_the_site_does_not_know_of_itself_stays_out() -> None:
    assert dict(site_metas(FRAME, "home")) == {"SiteName": FRAME.name}


def test_a_title_tells_the_region_that_a_page_lies_in() -> None:
    trail = (("首页", ""), ("地方", "regions/"), ("石桥县", "shiqiao/"), ("承办单位", "units/"))
    inside = make_page("shiqiao/units/jiaotong/", "县交通运输局", trail=trail)
    region = make_page("shiqiao/", "石桥县", trail=trail[:2])
    assert head_values(FRAME, inside)["full_title"] == f"县交通运输局 · 石桥县 · {FRAME.name}"
    assert head_values(FRAME, region)["full_title"] == f"石桥县 · {FRAME.name}"
    assert head_values(FRAME, make_page("", FRAME.name))["full_title"] == FRAME.name


def test_what_a_page_brings_wins() -> None:
    found = metas(replace(ARTICLE, meta=(("ContentSource", "某报"),)))
    assert found["ContentSource"] == "某报"
    assert found["Author"] == FRAME.host


def test_whoever_shows_a_link_is_told_what_is_behind_it(config_file: Path, tmp_path: Path) -> None:
    head = head_of(replace(ARTICLE, image=PICTURE), config_file, tmp_path)
    properties = re.findall(r'<meta property="(og:\w+)" content="([^"]*)">', head)
    assert Counter(name for name, _ in properties).most_common(1)[0][1] == 1
    found = dict(properties)
    assert found["og:title"] == found["og:description"] == "石桥村"
    assert (found["og:type"], found["og:locale"]) == ("article", "zh_CN")
    assert found["og:url"] == f"{BASE}a/b/"
    assert found["og:image"] == f"{BASE}{PICTURE}"
    assert f'<link rel="canonical" href="{BASE}a/b/">' in head


def test_a_page_without_a_picture_has_that_of_the_site(config_file: Path, tmp_path: Path) -> None:
    head = head_of(ARTICLE, config_file, tmp_path)
    (image,) = re.findall(r'<meta property="og:image" content="([^"]*)">', head)
    assert (tmp_path / image.removeprefix(BASE)).read_bytes().startswith(b"\x89PNG")


def test_without_a_public_address_nothing_claims_one(config_file: Path, tmp_path: Path) -> None:
    head = head_of(replace(ARTICLE, image=PICTURE), config_file, tmp_path, base_url="")
    assert 'rel="canonical"' not in head
    assert "og:url" not in head
    assert "og:image" not in head
    assert not re.findall(r'(?:href|src|content)="https?:', head)
    assert not (tmp_path / "sitemap.xml").exists()


@pytest.mark.parametrize("title", HOSTILE_TITLES)
def test_titles_stay_texts(title: str, config_file: Path, tmp_path: Path) -> None:
    head = head_of(make_page("a/", title, is_article=True), config_file, tmp_path)
    assert len(re.findall("<script[^>]*>", head)) == len(re.findall("</script>", head)) == 3
    assert "{{7*7}}" not in head or "{{7*7}}" in title + FRAME.name
    assert head.count("<title>") == head.count("</title>") == 1


def test_a_page_names_its_feed(config_file: Path, tmp_path: Path) -> None:
    feed = Feed("feeds/a/", "甲县的变化", "说明", ())
    head = head_of(make_page("a/", "甲县", feed=feed), config_file, tmp_path)
    links = re.findall(
        r'<link rel="alternate" type="([^"]*)" title="([^"]*)" href="([^"]*)">', head
    )
    assert links == [
        ("application/atom+xml", "甲县的变化", "../feeds/a/atom.xml"),
        ("application/feed+json", "甲县的变化", "../feeds/a/feed.json"),
    ]
    assert all((tmp_path / "a" / href).is_file() for _, _, href in links)


def test_browsers_are_told_the_colours_of_the_paper() -> None:
    tokens = (ROOT / "theme/assets/css/tokens.css").read_text(encoding="utf-8")
    main = (ROOT / "theme/main.html").read_text(encoding="utf-8")
    told = re.findall(r'name="theme-color" content="(#\w+)"', main)
    assert told == re.findall(r"--paper: (#\w+);", tokens)
