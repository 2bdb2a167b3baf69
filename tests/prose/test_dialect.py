"""Markdown as clerks write it: what counts, and what stays exactly as it was typed."""

import re
from copy import deepcopy
from html import unescape
from xml.etree.ElementTree import tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.prose import dialect
from tests.prose.texts import html, read

AS_TYPED = (
    "面积<50㎡",
    "A & B",
    "1*2*3",
    "长*宽*高",
    "2**3**4",
    "C#",
    "‹…›",
    r"C:\dir \* \\server",
    "【】",
    "&lt; &copy; &#65;",
    "<b>粗</b>",
    "[注] [1]: 见附件",
    "姓名____，电话____",
    "#3号路灯坏了",
    ">50㎡的房间",
    "{{7*7}} {% include 'a' %}",
    '--8<-- "secret.md"',
    "{: #id .class onclick=x }",
    "*** 三颗星",
    "``两个反引号``",
    "~~划掉~~",
    "H~2~O x^2^",
    "名字_里_有_横线",
    "བོད་ཡིག ꆈꌠꉙ 𠀀 👩‍👩‍👧",
)


@pytest.mark.parametrize("text", AS_TYPED)
def test_ordinary_text_stays_exactly_as_typed(text: str) -> None:
    assert unescape(re.sub(r"</?p>", "", html(text))) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**重点**", "<p><strong>重点</strong></p>"),
        ("这是**重点**内容", "<p>这是<strong>重点</strong>内容</p>"),
        ("（*强调*）", "<p>（<em>强调</em>）</p>"),
        ("`a<b`", "<p><code>a&lt;b</code></p>"),
        ("一行\n又一行", "<p>一行又一行</p>"),
        ("one\ntwo", "<p>onetwo</p>"),
        ("甲  \n乙", "<p>甲<br>乙</p>"),
        ("1、修路\n2、修桥", "<p>1、修路<br>2、修桥</p>"),
        ("（一）修路\n（二）修桥", "<p>（一）修路<br>（二）修桥</p>"),
        ("经过：\n- 甲\n- 乙", "<p>经过：</p><ul><li>甲</li><li>乙</li></ul>"),
        ("- 甲\n  - 乙", "<ul><li>甲<ul><li>乙</li></ul></li></ul>"),
        ("- 甲\n    - 乙", "<ul><li>甲<ul><li>乙</li></ul></li></ul>"),
        ("3. 甲\n4. 乙", '<ol start="3"><li>甲</li><li>乙</li></ol>'),
        ("> 引文", "<blockquote><p>引文</p></blockquote>"),
        ("    缩进不是代码", "<p>缩进不是代码</p>"),
        ("文字\n---", "<p>文字</p><hr>"),
    ],
)
def test_markdown_that_counts(text: str, expected: str) -> None:
    assert html(text) == expected


def test_a_line_break_between_latin_words_stays_a_space() -> None:
    assert read("one\ntwo").html == "<p>one\ntwo</p>"


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("## 经过\n\n### 第一天", ["h2", "h3"]),
        ("# 一\n\n## 二", ["h2", "h3"]),
        ("#### 四", ["h2"]),
        ("## 二\n\n###### 六", ["h2", "h3"]),
        (
            "# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5\n\n###### 6",
            ["h2", "h3", "h4", "h5", "h6", "h6"],
        ),
    ],
)
def test_headings_fit_below_the_pages_own(text: str, tags: list[str]) -> None:
    assert re.findall(r"<(h\d)>", html(text)) == tags


def test_hashes_at_the_end_of_a_heading() -> None:
    assert html("## 学 C#\n\n## 修路 ##") == "<h2>学 C#</h2><h2>修路</h2>"


def test_a_table_has_classes_for_its_sides_and_can_be_scrolled() -> None:
    table = html("| 名 | 数 |\n|:-:|--:|\n| 甲 | 1 |")
    assert "style" not in table
    assert '<th class="to-center" scope="col">名</th>' in table
    assert '<td class="to-end">1</td>' in table
    assert table.startswith(
        '<div class="prose__table" tabindex="0" role="region" aria-label="表格">'
    )


_PIECES = st.sampled_from(
    ["*", "**", "`", "[注]", "](a.md)", "![", "<http", "s://a.cn>", " ", "  ", "\n", "\n\n", "\\",
     "# ", "> ", "- ", "1. ", "|", "---", "_", "&lt;", "~", "字", "ab", "3"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=24).map("".join))
def test_a_text_without_marks_needs_no_look_for_them(text: str) -> None:
    """Looking for marks once more changes nothing: all that were there have been found."""
    root = dialect.parse(text)
    if not dialect.MARKED.search("".join(root.itertext())):
        again = deepcopy(root)
        dialect.marked(again)
        assert tostring(again) == tostring(root)
