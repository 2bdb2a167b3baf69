"""What the verification refuses: each test breaks one thing in a sound site of two pages."""

from pathlib import Path

import pytest

from site_gen.publish.verify import verify

HOME = (
    '<link rel="stylesheet" href="./assets/a.css"><img src="data:image/png;base64,AA==">'
    '<a href="./ledger/?metric=x">台账</a> <a href="./ledger/#s1">一条</a>'
    '<a href="https://example.org/">报道</a></html>\n'
)
LEDGER = '<h1 id="s1">x</h1><a href="../">首页</a></html>'
EXPECTED = ("index.html", "ledger/index.html", "data/a.csv")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with nothing wrong."""
    write(tmp_path, "index.html", HOME)
    write(tmp_path, "ledger/index.html", LEDGER)
    write(tmp_path, "assets/a.css", "a{background:url(data:image/svg+xml;x)}")
    write(tmp_path, "data/a.csv", "a,b")
    return tmp_path


def write(site: Path, file: str, text: str) -> None:
    (site / file).parent.mkdir(parents=True, exist_ok=True)
    (site / file).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_sound_site_has_no_problems(site: Path, jobs: int) -> None:
    assert verify(site, EXPECTED, "", jobs) == ()


def test_a_missing_page_is_a_problem(site: Path) -> None:
    (site / "data/a.csv").unlink()

    assert verify(site, EXPECTED, "") == ("data/a.csv：没有生成",)


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        ('<a href="gone/">', "index.html：链接到没有的 gone/index.html"),
        ('<a href="ledger">', "index.html：链接到没有的 ledger"),
        ('<a href="ledger/#s9">', "index.html：链接到 ledger/index.html 里没有的位置 #s9"),
        ('<a href="#top">', "index.html：链接到 index.html 里没有的位置 #top"),
        ('<img src="gone.jpg">', "index.html：链接到没有的 gone.jpg"),
        ('<script src="https://a.b/c.js">', "index.html：会向别的网站取 https://a.b/c.js"),
        ('<script src="data:text/javascript,1">', "index.html：链接 data:text/javascript,1"),
        ('<img src="//a.b/c.png">', "index.html：链接 //a.b/c.png"),
        ('<a href="/regions/">', "index.html：链接 /regions/：绝对路径，换一个目录就打不开"),
        ('<a href="javascript:x">', "index.html：链接 javascript:x"),
    ],
)
def test_a_wrong_link_is_a_problem(site: Path, page: str, problem: str) -> None:
    write(site, "index.html", f"{page}</html>")
    (found,) = verify(site, EXPECTED, "")

    assert found.startswith(problem)


def test_a_page_that_breaks_off_is_a_problem(site: Path) -> None:
    write(site, "index.html", HOME[:-20])

    assert verify(site, EXPECTED, "") == ("index.html：没有写完",)


@pytest.mark.parametrize("css", ["@import 'https://a.b/x.css';", "a{b:url(https://a.b/x.css)}"])
def test_a_style_sheet_that_asks_another_host_is_a_problem(site: Path, css: str) -> None:
    write(site, "assets/a.css", css)

    assert verify(site, EXPECTED, "") == ("assets/a.css：会向别的网站取 https://a.b/x.css",)


def test_the_public_address_is_inside(site: Path) -> None:
    write(site, "index.html", '<link rel="canonical" href="https://x.cn/y/gone/"></html>')

    for base_url, gone in (("https://x.cn/", "y/gone"), ("https://x.cn/y/", "gone")):
        assert verify(site, EXPECTED, base_url) == (f"index.html：链接到没有的 {gone}/index.html",)
    assert verify(site, EXPECTED, "") == ()


def test_a_place_in_a_document_that_is_no_page_is_not_looked_for(site: Path) -> None:
    write(site, "attachments/a.pdf", "%PDF")
    write(site, "index.html", '<a href="attachments/a.pdf#page=2">第二页</a></html>')

    assert verify(site, EXPECTED, "") == ()


def test_many_pages_are_looked_at_by_several_processes(site: Path) -> None:
    for number in range(450):
        write(site, f"p{number}/index.html", '<a href="../gone/">x</a></html>')
    found = verify(site, EXPECTED, "", jobs=2)

    assert found == verify(site, EXPECTED, "", jobs=1)
    assert found[0] == "p0/index.html：链接到没有的 gone/index.html"
