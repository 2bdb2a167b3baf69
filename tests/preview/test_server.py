"""The preview's server: what it answers for a site, for findings, and to strangers."""

from collections.abc import Callable, Iterator
from datetime import date
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from site_gen.findings import Finding, Severity, Where
from site_gen.preview import Preview
from site_gen.preview.live import Shown
from site_gen.preview.server import start_server

Ask = Callable[..., tuple[HTTPResponse, str]]
ERROR = Finding(Where("a<b>.md", 3, 5), "V102", Severity.ERROR, "没有“<i>”这一天", "查对")
NOTICE = Finding(Where("b.md"), "V103", Severity.NOTICE, "看得懂", "改写")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of three files."""
    files = {
        "index.html": "<!doctype html><html><body><h1>首页</h1></body></html>",
        "a/index.html": "<html><body><h1>甲</h1></body></html>",
        "404.html": "<html><body><h1>没有这一页</h1></body></html>",
        "assets/s.css": "a{}",
        "assets/e.wasm": "x",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """A preview that has not built anything yet."""
    return Preview(tmp_path, tmp_path / "mkdocs.yml", tmp_path, lambda: date(2026, 11, 22))


@pytest.fixture
def ask(preview: Preview) -> Iterator[Ask]:
    """A function that sends a request to the preview's server."""
    server = start_server(preview, 0)

    def request(
        path: str, host: str = "127.0.0.1", method: str = "GET"
    ) -> tuple[HTTPResponse, str]:
        connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.request(method, path, headers={"Host": f"{host}:{server.server_port}"})
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return response, text

    yield request
    server.shutdown()
    server.server_close()


def test_a_page_comes_with_the_reloading_and_nothing_else(
    ask: Ask, preview: Preview, site: Path
) -> None:
    preview.shown = Shown(4, site)
    response, text = ask("/")

    assert response.status == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert response.headers["Cache-Control"] == "no-store"
    assert text == (
        "<!doctype html><html><body><h1>首页</h1>"
        '<script src="/_preview/reload.js" data-version="4"></script></body></html>'
    )


@pytest.mark.parametrize(("path", "heading"), [("/a/", "甲"), ("/a/index.html?x=1", "甲")])
def test_pages_are_found_by_their_address(
    ask: Ask, preview: Preview, site: Path, path: str, heading: str
) -> None:
    preview.shown = Shown(1, site)

    assert f"<h1>{heading}</h1>" in ask(path)[1]


@pytest.mark.parametrize("path", ["/b/", "/assets/", "/../../etc/passwd", "/%2e%2e/x"])
def test_what_is_not_there_is_the_sites_own_error_page(
    ask: Ask, preview: Preview, site: Path, path: str
) -> None:
    preview.shown = Shown(1, site)
    response, text = ask(path)

    assert response.status == 404
    assert "assets" not in text


def test_a_folder_without_a_slash_is_sent_there(ask: Ask, preview: Preview, site: Path) -> None:
    preview.shown = Shown(1, site)

    assert ask("/a")[0].headers["Location"] == "/a/"


def test_other_files_come_as_they_are(ask: Ask, preview: Preview, site: Path) -> None:
    preview.shown = Shown(1, site, (ERROR,), is_behind=True)
    response, text = ask("/assets/e.wasm")

    assert (response.headers["Content-Type"], text) == ("application/wasm", "x")


def test_findings_are_told_above_the_last_good_site(ask: Ask, preview: Preview, site: Path) -> None:
    preview.shown = Shown(2, site, (ERROR, NOTICE), is_behind=True)
    text = ask("/a/")[1]

    assert '<a href="/_preview/">有 2 处要改，现在看到的是上一次好的样子</a>' in text
    assert "<h1>甲</h1>" in text


def test_findings_have_a_page_and_are_escaped(ask: Ask, preview: Preview, site: Path) -> None:
    preview.shown = Shown(2, site, (NOTICE, ERROR))
    text = ask("/_preview/")[1]

    assert "a&lt;b&gt;.md:3:5" in text
    assert "<i>" not in text
    assert text.index("V102") < text.index("V103")


def test_before_the_first_good_site_every_address_tells_what_is_wrong(
    ask: Ask, preview: Preview
) -> None:
    preview.shown = Shown(1, None, (ERROR,), is_behind=True)

    assert "V102" in ask("/")[1]
    assert "V102" in ask("/pyproject.toml")[1]


def test_the_version_changes_with_what_is_shown(ask: Ask, preview: Preview, site: Path) -> None:
    preview.shown = Shown(7, site)

    assert ask("/_preview/version")[1] == "7"
    assert "location.reload()" in ask("/_preview/reload.js")[1]
    assert "preview-bar" in ask("/_preview/notes.css")[1]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", ""])
def test_a_foreign_name_is_refused(ask: Ask, preview: Preview, site: Path, host: str) -> None:
    preview.shown = Shown(1, site)
    response, text = ask("/", host)

    assert (response.status, text) == (421, "")


def test_nothing_else_can_be_asked(ask: Ask) -> None:
    assert ask("/", method="HEAD")[0].status == 405
    assert ask("/", method="POST")[0].status == 501
