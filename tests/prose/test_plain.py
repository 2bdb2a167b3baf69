"""Passages made without the parser: the same as with it; what might matter is left to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.findings import Where
from site_gen.prose import render as prose
from site_gen.prose.plain import plain_html
from site_gen.prose.safe import clean
from site_gen.records.text import Text
from tests.prose.texts import TARGETS

_PIECES = st.sampled_from(
    ["# ", "## ", "###### ", "####### ", "#", "\n", "\n\n", "字", "经过", "“", "”", "。", "ab", "C",
     "3", "1. ", "十", "ཤི", ".", "、", "一", "一、", "（", "）", "(", ")", "-", "- ", "=", "---",
     ":", "—", " ", "  ", "；", "<", "&", "*", "_", "|", "[", "`", "\t", "\u3000", "①", "https://a.cn",
     "+", "%", "/"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=16).map("".join), st.integers(2, 4))
def test_what_is_made_without_the_parser_is_what_the_parser_makes(text: str, top: int) -> None:
    made = plain_html(text, top)
    if made is not None:
        parsed = prose._parsed(Text(text, Where("a.md")), TARGETS, "../", top)
        assert (clean(made), (), (), ()) == (
            parsed.html, parsed.links, parsed.pictures, parsed.problems,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("大家量了一遍，短了11厘米。", "<p>大家量了一遍，短了11厘米。</p>"),
        ("## 3户\n\n一早\n\nབཀྲ་ཤིས།", "<h2>3户</h2>\n<p>一早</p>\n<p>བཀྲ་ཤིས།</p>"),
        ("## 经过\n\n早上\n晚上\n\n“来了”", "<h2>经过</h2>\n<p>早上晚上</p>\n<p>“来了”</p>"),
        ("#### 经过\n早上", "<h2>经过</h2>\n<p>早上</p>"),
        ("早上\n# 经过", "<p>早上</p>\n<h2>经过</h2>"),
        ("one\ntwo", "<p>one\ntwo</p>"),
    ],
)
def test_headings_and_paragraphs_need_no_parser(text: str, expected: str) -> None:
    assert plain_html(text, 2) == expected


@pytest.mark.parametrize(
    "text",
    ["早上 \n晚上", " 早上", "- 早上", "1. 早上", "一、早上",
     "十一、早上", "3、早上", "3)早上", "（一）早上", "> 早上", "| 早上 |",
     "**早上**", "[早上](a.pdf)", "`早上`", "A & B", "早上<晚上", "早上\t晚上", "#早上", "学 C#",
     "早上\u00a0", "早上\x02", "早上\r\n晚上", "早上\n", "①早上", "---", "早上\n==="],
)  # fmt: skip
def test_everything_else_is_left_to_the_parser(text: str) -> None:
    assert plain_html(text, 2) is None
