"""What is said in a language: what the catalogue knows, and the rest marked as what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.language import Passage, joined, say, single, term
from site_gen.language.catalogue import Catalogue
from site_gen.language.speaker import Speaker
from site_gen.prose import SafeHtml, TranslatedHtml

ENGLISH = Speaker(
    Catalogue(
        "en",
        {
            "{n} 条建议": ("{n} suggestion", "{n} suggestions"),
            "{unit}答复": ("{unit} replied",),
            "提案": ("Proposals",),
            "single\x04提案": ("Proposal",),
            "、": (", ",),
            "{label}：{text}": ("{label}: {text}",),
            "{day}前": ("by {day}",),
        },
        lambda n: int(n != 1),
    )
)
TIBETAN = Speaker(Catalogue("bo"))


@pytest.mark.parametrize(
    ("value", "markup"),
    [
        (say("{n} 条建议", n=1), "1 suggestion"),
        (say("{n} 条建议", n=2), "2 suggestions"),
        (term("提案"), "Proposals"),
        (single("提案"), "Proposal"),
        (say("{unit}答复", unit="县水务局"), '<span lang="zh-Hans">县水务局</span> replied'),
        (
            say("{label}：{text}", label=term("提案"), text=say("{n} 条建议", n=1)),
            "Proposals: 1 suggestion",
        ),
        (say("没有译过"), '<span lang="zh-Hans">没有译过</span>'),
        (say("JSON（{what}）", what=term("提案")),
         '<span lang="zh-Hans">JSON（</span>Proposals<span lang="zh-Hans">）</span>'),
        ("石桥村 <b>", '<span lang="zh-Hans">石桥村 &lt;b&gt;</span>'),
        ("བོད་ཡིག", '<span lang="bo">བོད་ཡིག</span>'),
        ("G317, 2023-05", "G317, 2023-05"),
        (joined("、", [term("提案"), "甲"]), 'Proposals, <span lang="zh-Hans">甲</span>'),
        (Passage("理县", {"zh-Hans": "理县", "en": "Li <County>"}), "Li &lt;County&gt;"),
        (Passage("理县", {"zh-Hans": "理县", "bo": "x"}), '<span lang="zh-Hans">理县</span>'),
        (7, "7"),
        (SafeHtml("<p>经过</p>"), '<div lang="zh-Hans"><p>经过</p></div>'),
        (SafeHtml(), ""),
        (TranslatedHtml("<p>经过</p>", {"en": SafeHtml("<p>Story</p>")}), "<p>Story</p>"),
    ],
)  # fmt: skip
def test_what_stands_between_two_tags(value: object, markup: str) -> None:
    assert ENGLISH.markup(value) == markup


def test_what_stands_where_nothing_can_be_marked() -> None:
    assert ENGLISH.text(say("{unit}答复", unit="县水务局")) == "县水务局 replied"


def test_a_language_without_a_catalogue_shows_everything_and_marks_it() -> None:
    assert TIBETAN.markup(say("{n} 条建议", n=2)) == '<span lang="zh-Hans">2 条建议</span>'
    assert TIBETAN.markup("བོད་ཡིག") == "བོད་ཡིག"


@given(st.text(max_size=20), st.text(max_size=20))
def test_nothing_that_a_record_says_becomes_markup(one: str, other: str) -> None:
    shown = ENGLISH.markup(say("{label}：{text}", label=one, text=other))
    outside = shown.replace('<span lang="zh-Hans">', "").replace('<span lang="bo">', "")

    assert "<" not in outside.replace("</span>", "")
    assert outside.count('"') == 0


@given(st.lists(st.text(max_size=6), max_size=4))
def test_the_language_of_the_originals_says_what_is_written(texts: list[str]) -> None:
    message = say("{what}：{names}", what="甲", names=joined("、", texts))

    assert Speaker(Catalogue("zh-Hans")).text(message) == message
