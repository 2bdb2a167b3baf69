"""Lines that are looked at once: a page says the same as if it had been looked at as a whole."""

from collections.abc import Sequence
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.publish.lines import Lines, in_data, in_page, lines_of_data, lines_of_pages
from site_gen.publish.scan import Document, scan_html
from tests.privacy.hidden import CARD, MOBILE

PIECES = (
    '<a href="a/">',
    '<a class="x" href="b/?y=1&amp;z" title="q">',
    "<a href=c/",
    "<p id='p'>",
    '<h2 class="t" id="s1">',
    '<time datetime="2025-01-02">',
    '<time datetime="2025-01-02" id="t">',
    '<meta name="x" content="src=no.js href=no/">',
    '<li data-href="no/">',
    '<li data-x="1" data="o.bin">',
    "<!doctype html>",
    "<!--",
    "-->",
    "<!-- <b id=c> -->",
    "<script>",
    "<script src=m.js></script>",
    '<script type="x">{"<a href=no/>": 1}',
    '<script type="application/ld+json">{"@type":"no/"}</script>',
    '<script type="application/ld+json">',
    "</script>",
    "</script",
    "<style>",
    "</style >",
    "</p>",
    "</p",
    ">",
    "<",
    '"',
    "'",
    "<img src=i.png alt='",
    "<b>",
    "</b>",
    "<ſcript src=s.js>",
    "<script-x src=t.js>",
    "\n",
    "\n",
    "\n  ",
    "1 < 2",
    "1>b<2",
    "\0",
    "字",
    "<use href='#u'/>",
)
PAGES = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def together(text: str, known: Lines) -> Document:
    documents = [one.document for one in in_page(text.encode(), known)]
    return Document(
        *(frozenset(chain.from_iterable(each)) for each in zip(*documents, strict=True))
    )


def leaks(text: str, known: Lines) -> Sequence[str]:
    return [hit.masked for one in in_page(text.encode(), known) for hit in one.personal]


@given(st.lists(PAGES, min_size=1, max_size=4))
def test_what_a_page_points_at_does_not_depend_on_how_it_is_cut(pages: Sequence[str]) -> None:
    known = lines_of_pages()
    for page in pages:
        assert together(f"<p id=a>\n{page}", known) == scan_html(f"<p id=a>\n{page}")


@given(st.lists(PAGES, min_size=1, max_size=3), st.integers(0, 10))
def test_what_is_personal_is_found_whatever_was_looked_at_before(
    pages: Sequence[str], cut: int
) -> None:
    known = lines_of_pages()
    for page in (*pages, *pages):
        text = f"<p>\n{page}\n<p>{MOBILE[:cut]}<b>{MOBILE[cut:]}</b>"
        assert leaks(text, known) == leaks(text, lines_of_pages())


def test_a_line_says_the_same_on_every_page() -> None:
    known = lines_of_pages()
    page = f'<p title="{MOBILE}" id="a">x</p>\n<p>138<b>0013</b>8000</p>'

    assert leaks(page, known) == leaks(page, known) == ["138****8000", "138****8000"]


def test_parts_of_a_number_that_were_harmless_elsewhere_are_found_together() -> None:
    known = lines_of_pages()

    assert leaks("<p>138</p>\n<b>0013</b>\n<i>8000</i>", known) == []
    assert leaks("<p>138<b>0013</b><i>8000</i>", known) == ["138****8000"]


def test_a_tag_that_goes_on_in_the_next_line_hides_nothing() -> None:
    assert leaks(f'<img\nalt="{MOBILE}"\n>', lines_of_pages()) == ["138****8000"]
    assert leaks("<p>138</b\n>00138000</p>", lines_of_pages()) == ["138****8000"]


def test_no_tag_comes_about_by_taking_others_out() -> None:
    page = f"{CARD}<b>></b><p>\n</p<b>{MOBILE}"

    assert leaks(page, lines_of_pages()) == ["51*************231", "138****8000"]


@pytest.mark.parametrize("told", ["13800138000", "138 0013 8000", "zhangsan@qq.com"])
def test_what_is_personal_in_data_for_programs_is_found(told: str) -> None:
    block = '<script type="application/ld+json">{"@type":"Event","name":"%s"}</script>'
    assert leaks(f"<p>1</p>\n{block % '石桥村'}\n<p>2</p>", lines_of_pages()) == []
    assert len(leaks(f"<p>1</p>\n{block % told}\n<p>2</p>", lines_of_pages())) == 1


def test_what_is_forgotten_is_looked_at_again() -> None:
    known = lines_of_data()
    long = "x" * (1 << 23)

    for text in (f"{long}\n{MOBILE}", long[1:], MOBILE, f"{long}\n{MOBILE}"):
        hits = [hit.masked for one in in_data(text.encode(), known) for hit in one.personal]
        assert hits == ["138****8000"] * (MOBILE in text)


def test_a_tag_known_as_clean_hides_no_other() -> None:
    known = lines_of_pages()

    assert leaks('<p title="a long title">', known) == []
    assert leaks(f'<p title="a long title"><p title="{MOBILE}">', known) == ["138****8000"]
