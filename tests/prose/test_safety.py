"""Nothing that people write can become anything but the few elements that may pass, or hang us."""

import re
from html.parser import HTMLParser
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.prose.safe import SafeHtml, clean
from tests.prose.texts import codes, html, read

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<math><mi//xlink:href='javascript:alert(1)'>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<base href='//evil.example/'>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<style>*{display:none}</style>",
    "<form action=//evil.example><input name=q></form>",
    "<div markdown=1>**x**</div>",
    "<!-- --><b onclick=alert(1)>",
    "</p></div></main><script>alert(1)</script>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    '![x" onerror="alert(1)](jungong.jpg)',
    '[x](jiyao.pdf "onclick=alert(1)")',
    "[<img src=x onerror=alert(1)>](jiyao.pdf)",
    '<https://a.cn/"onclick=alert(1)>',
    "`</code><script>alert(1)</script>`",
    "| <script>alert(1)</script> |\n|---|\n| <b onclick=x> |",
    "# <a name=main id=main>x</a>",
    "\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03",
)
ALLOWED = {
    "a": {"href", "rel"},
    "img": {"src", "alt", "loading", "decoding"},
    "ol": {"start"},
    "div": {"class", "tabindex", "role", "aria-label"},
    "th": {"class", "scope"},
    "td": {"class"},
}


class Elements(HTMLParser):
    """The elements of a piece of HTML with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def assert_harmless(markup: str) -> None:
    elements = Elements()
    elements.feed(markup)
    for tag, attributes in elements.seen:
        assert tag not in {"script", "style", "iframe", "svg", "form", "base", "meta", "input"}
        assert attributes.keys() <= ALLOWED.get(tag, set()), (tag, attributes)
        href = attributes.get("href") or ""
        assert re.match(r"(https?:|mailto:|\.\./|#|$)", href), href


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_stays_text(payload: str) -> None:
    assert_harmless(read(payload).html)


@given(
    st.lists(st.sampled_from([*PAYLOADS, "[", "](", "**", "*", "`", "> ", "- ", "\n", "|", "&"]))
)
@settings(max_examples=150, deadline=None)
def test_no_mixture_of_payloads_and_marks_gets_through(parts: list[str]) -> None:
    assert_harmless(read("".join(parts)).html)


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_at_all_is_harmless(text: str) -> None:
    assert_harmless(read(text).html)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_sanitiser_alone_holds(payload: str) -> None:
    assert_harmless(re.sub(r'href="(?!http)[^"]*"', "", clean(payload)))


def test_safe_html_is_trusted_by_templates_and_stays_a_text() -> None:
    assert SafeHtml("<p>x</p>").__html__() == "<p>x</p>"
    assert isinstance(html("x"), str)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("字" * 100_001, "P101"),
        ("行\n" * 3001, "P101"),
        ("# 题\n" * 301, "P101"),
        ("- " * 9 + "x", "P102"),
        ("> " * 9 + "x", "P102"),
        (" " * 24 + "- x", "P102"),
        ("[a](<" * 4000, "P103"),
        ("[" * 41, "P103"),
        ("![" * 41, "P103"),
    ],
)
def test_what_would_be_slow_is_refused(text: str, code: str) -> None:
    assert codes(text) == [code]
    assert read(text).html == ""


@pytest.mark.parametrize(
    "text",
    [
        "字" * 100_000,
        "- " * 8 + "x",
        "- - - - - - - - - - - -",
        "[" * 40,
        "[0,1) 和 [1,2)，" * 15,
        "[看](jiyao.pdf) " * 2000,
        "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 2000,
    ],
)
def test_what_is_only_much_is_accepted(text: str) -> None:
    assert codes(text) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["[a](<", "[a](", "![", "*a", "**a ", "`a", "|a", "> ", "- a\n", "甲\n\n"]
)
def test_no_passage_takes_long(unit: str) -> None:
    started = process_time()
    for size in (39 * len(unit), 100_000):
        read((unit * size)[:size])
    assert process_time() - started < 3
