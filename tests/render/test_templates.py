"""Our templates are strict and escape everything; the words they show are formed in one place.

A defect in a template must stop the build, not show itself to readers.
"""

from datetime import date
from pathlib import Path

import pytest

from site_gen.render import formats
from site_gen.render.qr import qr_code
from site_gen.render.templates import Templates, templates_for
from tests.render.sample import FRAME, HOSTILE_TITLES, make_page


def templates(folder: Path, source: str) -> Templates:
    (folder / "pages").mkdir()
    (folder / "pages" / "plain.html").write_text(source, encoding="utf-8")
    return templates_for(folder, ["."], FRAME, {})


def test_an_unknown_name_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="mising"):
        templates(tmp_path, "{{ mising }}").body(make_page("a/"), ".")


def test_an_absent_value_stops_the_build(tmp_path: Path) -> None:
    page = make_page("a/", values={"text": None})
    with pytest.raises(Exception, match="None"):
        templates(tmp_path, "{{ text }}").body(page, ".")


def test_a_value_with_a_reserved_name_is_refused(tmp_path: Path) -> None:
    page = make_page("a/", values={"base": "x"})
    with pytest.raises(ValueError, match="reserved"):
        templates(tmp_path, "").body(page, ".")


def test_indentation_stays_in_templates_and_words_stay_apart(tmp_path: Path) -> None:
    source = "<b>{% if text %}\n  one\n    two{{ text }}\n\t</b>\n  {% endif %}\n  <i></i>"
    html = templates(tmp_path, source).body(make_page("a/", "\n  three"), ".")
    assert html == "<b> one\ntwo\n  three\n </b>\n <i></i>"


@pytest.mark.parametrize("title", HOSTILE_TITLES)
def test_values_are_escaped_and_never_templates(tmp_path: Path, title: str) -> None:
    html = templates(tmp_path, "{{ text }}").body(make_page("a/", title), ".")
    assert "<" not in html
    assert "49" not in html


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date(2023, 5, 2), "2023年5月2日"),
        ("2023-05", "2023年5月"),
        ("2023", "2023年"),
        ("2023-05-12 19:30", "2023年5月12日 19:30"),
        ("不详", "不详"),
        ("", ""),
    ],
)
def test_dates_in_words(value: object, words: str) -> None:
    assert formats.when(value) == words


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/", "https://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", "#"),
        (" https://example.org/", "#"),
        ("data:text/html,x", "#"),
    ],
)
def test_links_outwards_are_of_known_kinds(url: str, link: str) -> None:
    assert formats.outward(url) == link


def test_a_heading_breaks_after_punctuation() -> None:
    assert formats.clauses("大家提的建议，后来怎样了？") == ["大家提的建议，", "后来怎样了？"]
    assert formats.clauses("怎样——一条一条") == ["怎样——", "一条一条"]
    assert formats.clauses("没有标点") == ["没有标点"]
    assert "".join(formats.clauses("，，“怪”：a。")) == "，，“怪”：a。"


def test_shares_are_for_drawing() -> None:
    assert formats.share(1, 3) == 33.33
    assert formats.share(1, 0) == 0


def test_a_code_has_its_three_corners_and_a_quiet_zone() -> None:
    code = qr_code("https://host.example/sub/")
    assert f"M4 4h7v1h-7zM{code.size - 11}" not in code.path[:4]
    assert code.path.startswith("M4 4h7v1h-7z")
    assert f"M{code.size - 11} 4h7v1h-7z" in code.path
    assert f"M4 {code.size - 11}h7v1h-7z" in code.path
