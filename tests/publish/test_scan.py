"""What the quick look at finished documents sees, and what it leaves alone.

Text that only looks like markup must not be taken for a link: a build would stop for nothing.
"""

import pytest

from site_gen.publish.scan import scan_css, scan_html


def test_links_are_followed_and_resources_are_loaded() -> None:
    document = scan_html(
        '<a href="a/?x=1&amp;y=2">a</a><link rel="stylesheet" href="s.css">'
        '<script src="m.js"></script><img src=p.jpg alt="1 > 0"><form action=\'search/\'>'
    )

    assert document.links == {"a/?x=1&y=2", "search/"}
    assert document.loads == {"s.css", "m.js", "p.jpg"}


@pytest.mark.parametrize("rel", ["canonical", "alternate", "next"])
def test_a_link_element_that_loads_nothing_is_a_link(rel: str) -> None:
    document = scan_html(f'<link rel="{rel}" href="x/">')

    assert document.links == {"x/"}
    assert document.loads == frozenset()


@pytest.mark.parametrize("rel", ["icon", "preload", "manifest", "alternate stylesheet"])
def test_other_link_elements_load(rel: str) -> None:
    assert scan_html(f'<link rel="{rel}" href="x">').loads == {"x"}


@pytest.mark.parametrize(
    ("html", "loaded"),
    [
        ('<img srcset="a.jpg 1x, b.jpg 2x">', {"a.jpg", "b.jpg"}),
        ('<video poster="p.jpg"><source src="v.mp4"></video>', {"p.jpg", "v.mp4"}),
        ('<svg><use href="#i"/><image xlink:href="j.png"/></svg>', {"#i", "j.png"}),
        ('<object data="d.pdf"></object><iframe src="f/"></iframe>', {"d.pdf", "f/"}),
    ],
)
def test_everything_a_browser_fetches_by_itself_is_seen(html: str, loaded: set[str]) -> None:
    assert scan_html(html).loads == loaded


@pytest.mark.parametrize(
    "text",
    [
        '正文里写 href="没有/" 不是链接',
        '<!-- <a href="gone/"> -->',
        '<script type="application/ld+json">{"a": "<a href=\\"gone/\\">"}</script>',
        '<p title="<a href=gone/>">x</p>',
        "1 < 2 和 a href=gone/ > 3",
    ],
)
def test_what_only_looks_like_a_link_is_none(text: str) -> None:
    assert scan_html(text).links == frozenset()


def test_places_on_a_page_are_seen() -> None:
    html = '<h2 id="s1">a</h2><p ID=\'p&amp;1\'>b</p><td data-id="x">'

    assert scan_html(html).ids == {"s1", "p&1"}


def test_of_an_attribute_given_twice_the_first_counts() -> None:
    assert scan_html('<a href="a/" href="b/">').links == {"a/"}


def test_a_document_that_never_closes_its_quotes_costs_no_time() -> None:
    assert scan_html('<a href="' + "x'<" * 50_000).links == frozenset()


def test_style_sheets_load_what_they_name() -> None:
    css = "@import 'a.css'; b{background:url(b.png)} c{src:url( \"c d.woff\" )} d{x:url('e')}"

    assert scan_css(css) == {"a.css", "b.png", "c d.woff", "e"}
