"""What every kind of page says of itself in its head and at its foot: once, in full, and only what
is known. The example, as a site that has an address, a code and all registrations."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape
from pathlib import Path
from shutil import copytree
from typing import Any
from urllib.parse import quote, unquote

import pytest

from site_gen.pages.model import Page
from site_gen.pages.table import PAGE_KINDS
from site_gen.pipeline import Compilation, compile_site
from site_gen.render import render_site
from tests.whole.conftest import EXAMPLE, ROOT, TODAY

BASE = "https://xieshang.example/a/b/"
SETTINGS = f"""名称: 雾栎州协商公示
主办: 雾栎州政协办公室
联系: {{电话: "12345", 地址: 雾栎州人民路1号}}
网址: {BASE}
标识码: "5132000001"
备案号: 蜀ICP备00000000号
公安备案: 川公网安备00000000000000号
许可: CC BY 4.0
"""
SITE = {"SiteName", "SiteDomain", "SiteIDCode"}
COLUMN = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
ARTICLE = {
    "ArticleTitle", "PubDate", "ContentSource", "Keywords", "Author", "Description", "Image", "Url",
}  # fmt: skip
MUST_OF_ARTICLE = {"ArticleTitle", "ContentSource", "Author", "Description", "Url"}
RECORDS = {
    "case", "method", "opinion", "page", "plan", "proposal", "review", "session",
}  # fmt: skip
"""The kinds of pages that show one record."""
REQUIRED: Mapping[str, set[str]] = {
    "AdministrativeArea": {"name"},
    "BreadcrumbList": {"itemListElement"},
    "CreativeWork": {"name"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "Dataset": {"name", "description", "creator", "license", "url"},
    "Event": {"name", "startDate", "url"},
    "GovernmentOrganization": {"name"},
    "ListItem": {"position", "name", "item"},
    "Organization": {"name"},
    "Place": {"name", "address"},
    "WebSite": {"name", "url", "publisher"},
}
ADDRESSES = {"url", "item", "contentUrl", "image"}


@dataclass(frozen=True)
class Told:
    """A page with what stands in its document."""

    page: Page
    html: str

    @cached_property
    def head(self) -> str:
        return self.html.partition("</head>")[0]

    def metas(self, attribute: str) -> list[tuple[str, str]]:
        found = re.findall(rf'<meta {attribute}="([^"]*)" content="([^"]*)"', self.head)
        return [(name, unescape(content)) for name, content in found]

    @cached_property
    def named(self) -> dict[str, str]:
        return dict(self.metas("name"))

    @cached_property
    def properties(self) -> dict[str, str]:
        return dict(self.metas("property"))

    @cached_property
    def graph(self) -> list[dict[str, Any]]:
        """The things that it tells programs of."""
        blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', self.head)
        assert len(blocks) <= 1
        read = [json.loads(block) for block in blocks]
        assert all(each["@context"] == "https://schema.org" for each in read)
        return [thing for each in read for thing in each["@graph"]]

    @property
    def public_url(self) -> str:
        return BASE + quote(self.page.address)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Compilation:
    content = tmp_path_factory.mktemp("conventions") / "content"
    copytree(EXAMPLE, content)
    (content / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    return compile_site(content, TODAY)


@pytest.fixture(scope="module")
def site(made: Compilation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with one page of each kind and look, and those that have a picture or no day."""
    folder = tmp_path_factory.mktemp("site")
    alike = {(page.kind, page.template, page.updated is None): page for page in made.pages}
    alike |= {(page.kind, "picture", True): page for page in made.pages if page.image}
    chosen = tuple({page.address: page for page in alike.values()}.values())
    render_site(replace(made, pages=chosen), ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="module")
def told(made: Compilation, site: Path) -> list[Told]:
    pages = {page.address: page for page in made.pages}
    files = [*site.rglob("index.html"), site / "404.html"]
    names = {str(file.relative_to(site)).removesuffix("index.html"): file for file in files}
    return [Told(pages[name], file.read_text(encoding="utf-8")) for name, file in names.items()]


def test_there_is_a_page_of_every_kind(told: list[Told]) -> None:
    kinds = {one.page.kind for one in told}
    assert kinds >= RECORDS
    assert {kind.key for kind in PAGE_KINDS} - kinds <= {"platforms", "places"} - kinds
    assert len(kinds) > 30


def test_each_name_stands_once(told: list[Told]) -> None:
    for one in told:
        names = Counter(name.lower() for name, _ in one.metas("name"))
        del names["theme-color"]  # one for each colour scheme
        assert max(names.values()) == 1, one.page.address
        assert max(Counter(name for name, _ in one.metas("property")).values()) == 1


def test_all_pages_tell_the_site_and_no_home_a_column(told: list[Told]) -> None:
    for one in told:
        assert one.named.keys() >= SITE, one.page.address
        assert one.named["SiteIDCode"] == "5132000001"
        assert one.named["SiteDomain"] == "xieshang.example"
        has = COLUMN & one.named.keys()
        assert has in (set(), COLUMN)
        if one.page.kind in {"home", "not_found"}:
            assert has == set()
    assert len({one.named["ColumnName"] for one in told if "ColumnName" in one.named}) > 15


def test_records_are_articles_and_nothing_else_is(told: list[Told]) -> None:
    for one in told:
        is_record = one.page.kind in RECORDS and one.page.template != "stub.html"
        assert one.page.is_article == is_record, one.page.address
        has = ARTICLE & one.named.keys()
        if is_record:
            assert has >= MUST_OF_ARTICLE
            assert one.named["Url"] == one.public_url
        else:
            assert has == {"Description"}, one.page.address


def test_days_and_pictures_are_those_of_records(told: list[Told], site: Path) -> None:
    articles = [one for one in told if one.page.is_article]
    for one in articles:
        day = one.page.updated
        assert one.named.get("PubDate") == (f"{day.isoformat()} 00:00" if day else None)
        assert ("Image" in one.named) == bool(one.page.image)
        if one.page.image:
            assert one.named["Image"] == one.properties["og:image"] == BASE + one.page.image
            assert (site / one.page.image).is_file()
    assert {bool(one.page.image) for one in articles} == {True, False}
    assert {one.page.updated is None for one in articles} == {True, False}


def test_a_report_is_not_said_to_come_from_the_office(told: list[Told], made: Compilation) -> None:
    sources = (record.head.source for record in made.corpus.records.values())
    published = {str(source.publisher) for source in sources if source and source.publisher}
    named = {one.named["ContentSource"] for one in told if one.page.is_article}
    assert "雾栎州政协办公室" in named
    assert named - {"雾栎州政协办公室"} <= published
    assert len(named) > 1


def test_whoever_shows_a_link_is_told_what_is_there(told: list[Told]) -> None:
    for one in told:
        shown = one.properties
        assert shown["og:title"] == one.page.title
        assert shown["og:description"] == one.named["Description"] == one.page.description
        assert shown["og:site_name"] == "雾栎州协商公示"
        assert shown["og:locale"] == "zh_CN"
        assert shown["og:type"] == ("article" if one.page.is_article else "website")
        assert shown["og:image"].startswith(BASE)
        assert re.findall(r'rel="canonical" href="([^"]*)"', one.head) == (
            [] if one.page.kind == "not_found" else [one.public_url]
        )
        assert shown.get("og:url") == (None if one.page.kind == "not_found" else one.public_url)


def test_titles_and_descriptions_can_be_told_apart(told: list[Told]) -> None:
    titles = Counter(re.findall("<title>(.*?)</title>", one.head)[0] for one in told)
    assert [title for title, times in titles.items() if times > 1] == []
    for one in told:
        assert 6 <= len(one.page.description) <= 400, one.page.address


def _things(value: object) -> Iterator[dict[str, Any]]:
    """Things, and the things in them."""
    if isinstance(value, dict):
        yield value
    for each in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from _things(each)


def test_what_programs_are_told_is_whole_and_in_full(told: list[Told]) -> None:
    kinds = Counter[str]()
    for one in told:
        for thing in _things(one.graph):
            kinds[thing["@type"]] += 1
            assert REQUIRED[thing["@type"]] <= thing.keys(), (one.page.address, thing)
            assert all(thing.values()), thing
            links = [thing[key] for key in ADDRESSES & thing.keys()]
            assert all(link.startswith(BASE) for link in links)
    assert kinds.keys() >= REQUIRED.keys() - {"Organization"}


def test_the_way_from_home_is_told_as_it_is_shown(told: list[Told]) -> None:
    for one in told:
        ways = [thing for thing in one.graph if thing["@type"] == "BreadcrumbList"]
        assert len(ways) == bool(one.page.trail)
        for way in ways:
            steps = way["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            shown = [*one.page.trail, (one.page.title, one.page.address)]
            assert [(step["name"], unquote(step["item"])) for step in steps] == [
                (name, BASE + address) for name, address in shown
            ]


def test_every_foot_says_who_is_responsible(told: list[Told], made: Compilation) -> None:
    pages = {page.address for page in made.pages}
    for one in told:
        foot = one.html.partition("<footer")[2]
        for words in (
            "主办：雾栎州政协办公室", "电话：12345", "地址：雾栎州人民路1号", "5132000001",
            "蜀ICP备00000000号", "川公网安备00000000000000号", "CC BY 4.0", "网站地图", "隐私",
        ):  # fmt: skip
            assert words in foot, (one.page.address, words)
        assert 'href="https://beian.miit.gov.cn/"' in foot
        assert 'href="https://beian.mps.gov.cn/"' in foot
    links = {link.address for link in made.frame.footer.links}
    assert {"sitemap/", "privacy/"} <= links <= pages


def test_the_real_site_has_all_that_the_foot_should_lead_to() -> None:
    links = {link.address for link in compile_site(ROOT / "content", TODAY).frame.footer.links}
    assert {"about/", "accessibility/", "privacy/", "sitemap/"} <= links
