"""Another sanitiser, by other people on another parser, finds nothing left to remove."""

from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from justhtml import JustHTML, SanitizationPolicy, UrlPolicy, UrlRule

from tests.prose.texts import read
from tests.security.payloads import PAYLOADS, REFUSED
from tests.security.site import PROSE

_ATTRIBUTES = {
    "a": ["href", "rel"],
    "div": ["class", "tabindex", "role", "aria-label"],
    "img": ["src", "srcset", "sizes", "width", "height", "alt", "loading", "decoding"],
    "ol": ["start"],
    "td": ["class"],
    "th": ["class", "scope"],
}
_PLAIN = "blockquote br code em figcaption figure h2 h3 h4 h5 h6 hr li p strong table tbody thead"
_LINK = UrlRule(
    allowed_schemes=["http", "https", "mailto"], resolve_protocol_relative=None, handling="allow"
)
_INWARD = UrlRule(allowed_schemes=[], resolve_protocol_relative=None, handling="allow")
POLICY = SanitizationPolicy(
    allowed_tags=frozenset({*_PLAIN.split(), "tr", "ul", *_ATTRIBUTES}),
    allowed_attributes={"*": [], **_ATTRIBUTES},
    url_policy=UrlPolicy(
        default_handling="strip",
        allow_rules={("a", "href"): _LINK, ("img", "src"): _INWARD, ("img", "srcset"): _INWARD},
    ),
    strip_invisible_unicode=False,  # text is shown as it was typed
)
READABLE = tuple(one for one in PAYLOADS if one not in REFUSED)
"""Payloads that a file may hold."""
_TYPED = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=6)
_PIECES = (
    *(one.text() for one in READABLE),
    *(
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "> ",
        "### ",
        "**",
        "*",
        "`",
        "|",
        "|---|",
        "  ",
        "\\",
        "&",
        "&lt;",
    ),
    *("[x](", "![x](", ")", "<https://a.example/", ">", "jungong.jpg", '"', "石桥", "<b", "</p>"),
)
_NO_ELEMENT = {"<svg/onload=pwn(12)//", "<body onload=pwn(13)>"}
"""What makes no element within a page for the other parser."""


def trees(html: str) -> tuple[str, str]:
    """The tree of ``html`` as it is, and what the other sanitiser leaves of it."""
    as_it_is = JustHTML(html, fragment=True, sanitize=False)
    cleaned = JustHTML(html, fragment=True, policy=POLICY)
    return _seen(as_it_is), _seen(cleaned)


def _seen(document: JustHTML) -> str:
    """Without characters that nobody sees: the other one drops them from addresses."""
    text = document.to_html(pretty=False)
    return "".join(char for char in text if category(char) not in {"Cf", "Cc", "Co"})


@pytest.mark.parametrize("frame", PROSE)
def test_nothing_is_left_to_remove_from_a_payload(frame: str) -> None:
    for one in READABLE:
        before, after = trees(read(frame.replace("{}", one.text())).html)
        assert before == after


@given(st.lists(st.sampled_from(_PIECES) | _TYPED, max_size=12).map("".join))
@settings(max_examples=150, deadline=None)
def test_nothing_is_left_to_remove_from_soup(text: str) -> None:
    before, after = trees(read(text).html)
    assert before == after


def test_it_would_remove_what_fires() -> None:
    kept = {one.text() for one in PAYLOADS if one.fires and len(set(trees(one.text()))) == 1}
    assert kept == _NO_ELEMENT


@pytest.mark.parametrize("html", ["<a href='javascript:x'>x</a>", "<a href=//evil.example>x</a>"])
def test_it_would_remove_an_address(html: str) -> None:
    before, after = trees(html)
    assert before != after
