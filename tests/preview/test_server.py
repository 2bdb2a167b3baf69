"""The preview's server: what it answers for pages, for files, for findings, and to strangers."""

import re

import pytest

from site_gen.preview.notes import annotated
from site_gen.preview.site import File
from tests.preview.conftest import Ask
from tests.preview.folder import Previewed
from tests.sites.folder import PICTURE

SESSION = "regions/lixi/sessions/2023/0512-shigeng.md"
WRONG = ("题源: 群众出题", "题源: <i>群众</i>")
NOTICE = ("题源: 群众出题", "题源：群众出题")


def test_a_page_comes_with_the_reloading_and_nothing_else(ask: Ask, small: Previewed) -> None:
    response, text = ask("/lixi/")
    version = small.preview.shown.version
    script = f'<script src="/_preview/reload.js" data-version="{version}"></script>'

    assert response.status == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert response.headers["Cache-Control"] == "no-store"
    assert text.count(script) == 1
    assert text.replace(script, "") == small.page("lixi/")


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("/lixi/", "砾溪县"),
        ("/lixi/index.html?x=1", "砾溪县"),
        ("/?x", "协商"),
        ("/lixi/units/%E5%8E%BF%E6%B0%B4%E5%8A%A1%E5%B1%80/", "县水务局"),
    ],
)
def test_pages_are_found_by_their_address(ask: Ask, path: str, heading: str) -> None:
    response, text = ask(path)

    assert response.status == 200
    assert heading in text.partition("<h1")[2].partition("</h1>")[0]


@pytest.mark.parametrize(
    "path",
    ["/b/", "/lixi/b/", "/assets/", "/assets/x.css", "/xindex.html", "/%2e%2e/x", "/a%00b", "/a?b"],
)
def test_what_is_not_there_is_the_sites_own_error_page(ask: Ask, path: str) -> None:
    response, text = ask(path)

    assert response.status == 404
    assert "没有这一页" in text
    assert "SECRET" not in text


def test_a_folder_without_a_slash_is_sent_there(ask: Ask) -> None:
    response, _ = ask("/lixi/sessions/2023/0512-shigeng")

    assert response.status == 302
    assert response.headers["Location"] == "/lixi/sessions/2023/0512-shigeng/"


def test_files_come_as_they_are(ask: Ask, small: Previewed) -> None:
    page = small.page("lixi/")
    sheet = page.partition('rel="stylesheet" href="..')[2].partition('"')[0]
    response, text = ask(sheet)

    assert response.status == 200
    assert response.headers["Content-Type"] == "text/css"
    assert text.startswith("@charset")


def test_a_picture_is_made_when_it_is_asked_for(ask: Ask, small: Previewed) -> None:
    (small.content / "regions/lixi/attachments/road.png").write_bytes(PICTURE)
    small.edit("regions/lixi/cases/daolu.md", "日期:", "封面: road.png\n日期:")
    found = re.search(r'(attachments/lixi/[^" ]+)[.]webp', small.page("lixi/cases/daolu/"))
    picture = small.preview.answer(f"{found[1]}.webp" if found else "")

    assert isinstance(picture, File)
    assert picture.content.startswith(b"RIFF")
    assert ask("/attachments/lixi/road.png")[0].status == 404


def test_findings_are_told_above_the_last_good_state(ask: Ask, small: Previewed) -> None:
    ask("/lixi/")
    small.edit(SESSION, *WRONG)
    response, text = ask("/lixi/")

    assert response.status == 200
    assert '<a href="/_preview/">有 1 处要改，现在看到的是上一次好的样子</a>' in text


def test_findings_have_a_page_and_are_escaped(ask: Ask, small: Previewed) -> None:
    small.write("regions/moping/units.yaml", "- 名称：县财政局\n")
    small.edit(SESSION, *WRONG)
    text = ask("/_preview/")[1]

    assert SESSION in text
    assert "&lt;i&gt;" in text
    assert "<i>" not in text
    assert text.index("V110") < text.index("regions/moping/units.yaml")


def test_the_version_changes_with_what_is_shown(ask: Ask, small: Previewed) -> None:
    before = ask("/_preview/version")[1]
    small.edit(SESSION, "石埂村通村公路破损", "通村公路拓宽")

    assert ask("/_preview/version")[1] != before
    assert "location.reload()" in ask("/_preview/reload.js")[1]
    assert "preview-bar" in ask("/_preview/notes.css")[1]


def test_a_page_may_speak_of_its_own_markup(small: Previewed) -> None:
    page = "<html><body><p>&lt;/body></p></body></html>"

    assert annotated(page, small.preview.shown).endswith("</script></body></html>")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", ""])
def test_a_foreign_name_is_refused(ask: Ask, host: str) -> None:
    response, text = ask("/", host)

    assert (response.status, text) == (421, "")


def test_nothing_else_can_be_asked(ask: Ask) -> None:
    assert ask("/", method="HEAD")[0].status == 405
    assert ask("/", method="POST")[0].status == 501
