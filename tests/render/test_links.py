"""Links are relative to the page they stand on, in templates and in components alike.

A site must work below any path of any host, so no page may name where it lies.
"""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from site_gen.render import paths, render_site
from tests.render.sample import FakeCompilation, make_page

ADDRESSES = ("", "a/", "a/b/", "a/b/c/2023/0512-x/")
HREF = re.compile(r'(?:href|src|action)="([^"#]+)"')


ASSETS = 5
"""Style sheet, scripts and icons; another icon lies at the root."""


@pytest.fixture(scope="module")
def out(config_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    pages = (*map(make_page, ADDRESSES), make_page("404.html", "没有这一页"))
    render_site(FakeCompilation(pages=pages), config_file, folder)
    return folder


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_link_leads_below_the_root(out: Path, address: str) -> None:
    html = (out / paths.file_of(address)).read_text(encoding="utf-8")
    root = "https://host.example/any/path/"
    targets = {urljoin(root + address, href) for href in HREF.findall(html)}
    assert {root, f"{root}regions/", f"{root}search/"} <= targets
    assert all(target.startswith(root) for target in targets)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_asset_that_a_page_names_is_there(out: Path, address: str) -> None:
    html = (out / paths.file_of(address)).read_text(encoding="utf-8")
    assets = [href for href in HREF.findall(html) if "/assets/" in href]
    assert len(assets) == ASSETS
    assert all((out / address / href).is_file() for href in assets)


def test_the_error_page_starts_at_the_public_path(config_file: Path, tmp_path: Path) -> None:
    compiled = FakeCompilation(pages=(make_page("404.html", "没有这一页"),))
    render_site(compiled, config_file, tmp_path, base_url="https://host.example/sub/")
    links = HREF.findall((tmp_path / "404.html").read_text(encoding="utf-8"))
    assert links
    assert all(link.startswith("/sub/") for link in links)


def test_without_a_public_address_the_error_page_starts_at_the_root(out: Path) -> None:
    links = HREF.findall((out / "404.html").read_text(encoding="utf-8"))
    assert "/" in links
    assert all(link.startswith("/") for link in links)


def test_an_address_cannot_become_a_scheme() -> None:
    assert paths.link(".", "javascript:alert(1)") == "./javascript:alert(1)"
    assert paths.link(".", "//host.example/") == ".///host.example/"


@pytest.mark.parametrize("address", ["../x/", "/x/", "a//b/", "a/../b/", "a\\b/", "a\nb/"])
def test_an_address_outside_the_site_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        paths.file_of(address)
