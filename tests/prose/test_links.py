"""Links and pictures: where they lead, and what is said about those that lead nowhere."""

import pytest

from tests.prose.texts import FIRST_LINE, codes, html, read


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("record:sessions/lixian/2023/0512-shiqiao", "../lixian/sessions/2023/0512-shiqiao/"),
        ("jiyao.pdf", "../attachments/lixian/jiyao.pdf"),
        ("privacy.md", "../privacy/"),
        ("#s1", "#s1"),
    ],
)
def test_a_link_within_the_site_is_relative(written: str, href: str) -> None:
    assert html(f"[看]({written})") == f'<p><a href="{href}">看</a></p>'


@pytest.mark.parametrize(
    "url",
    ["https://www.gov.cn/?a=1&amp;b=2".replace("&amp;", "&"), "http://a.cn/", "mailto:a@b.cn"],
)
def test_a_link_off_the_site_says_so(url: str) -> None:
    prose = read(f"[看]({url})")
    assert prose.links == (url,)
    assert 'rel="noopener nofollow"' in prose.html


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\u200bscript:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/",
        "/etc/passwd",
        "\\\\evil\\x",
        'https://a.cn/"onclick=alert(1)',
    ],
)
def test_other_schemes_and_hosts_are_refused(written: str) -> None:
    prose = read(f"[点这里]({written})")
    assert {problem.code for problem in prose.problems} <= {"P110", "P111"}
    assert prose.problems
    assert "href" not in prose.html
    assert "点这里" in prose.html


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[a](record:sessions/lixian/2023/0512-shiqao)", "P110"),
        ("[a](nichts.pdf)", "P110"),
        ("[a](../../etc/passwd)", "P110"),
        ("[a](unbekannt.md)", "P110"),
        ("![a](https://example.org/a.jpg)", "P112"),
        ("![a](//example.org/a.jpg)", "P112"),
        ("![a](data:image/png;base64,AAAA)", "P112"),
        ("![a](nichts.jpg)", "P113"),
        ("![a](jiyao.pdf)", "P113"),
        ("![](jungong.jpg)", "P114"),
        ("![ ](jungong.jpg)", "P114"),
    ],
)
def test_what_leads_nowhere_is_a_finding(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "target", ["x.pdf", "x y.pdf", "x  y.pdf", " x.pdf ", "<x y.pdf>", "x(1).pdf", ""]
)
def test_a_finding_names_the_line_of_its_target(target: str) -> None:
    prose = read(f"## 经过\n\n好的。\n看[这里]({target})。\n\n还有[那里]({target})。")
    assert [problem.where.line - FIRST_LINE for problem in prose.problems] == [3, 5]


def test_a_picture_alone_becomes_a_figure_with_its_words() -> None:
    assert html("![竣工后](jungong.jpg)") == (
        '<div class="prose__pictures"><figure><img src="../attachments/lixian/jungong.jpg"'
        ' alt="竣工后" loading="lazy" decoding="async"><figcaption>竣工后</figcaption>'
        "</figure></div>"
    )


def test_pictures_on_neighbouring_lines_stand_together() -> None:
    assert html("![前](jungong.jpg)\n![后](jungong.jpg)").count("prose__pictures") == 1
    assert read("![前](jungong.jpg)").pictures == ("jungong.jpg",)


def test_a_picture_within_a_sentence_stays_there() -> None:
    assert html("见![图](jungong.jpg)。").startswith("<p>见<img ")


def test_marks_within_an_address_in_brackets_leave_no_trace_of_the_parser() -> None:
    assert "klzzwxh" not in read("<https://a.example/`x`>").html
