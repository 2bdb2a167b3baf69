"""Tokens: what is indexed for a text, and that no phrase of a query can match anything else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.search.shadow import searchable, shadows, text_chunks
from site_gen.search.tokens import Alphabet, joined_tokens, tokens
from tests.search.made_up import make_rows
from tests.search.reference import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("宅基地", "宅 基 地"),
        ("G318线", "g 3 1 8 线"),
        ("3000+", "3 0 0 0 u2b"),
        ("2023-05", "2 0 2 3 u2d 0 5"),
        ("ＡＢＣ１２", "a b c 1 2"),
        ("三组 、\u3000四\n组", "三 组 u3001 四 组"),
        ("ཀོ", "uf40 uf7c"),
        ("ꆈꌠ", "ua188 ua320"),
        ("𠮷", "u20bb7"),
        ("零\u200b宽", "零 宽"),
        ("é", "ue9"),
        ("Straße", "s t r a s s e"),
        ("①㎡…", "1 m 2 u2e u2e u2e"),
        (" \t\n", ""),
    ],
)
def test_every_character_is_a_token(text: str, expected: str) -> None:
    assert tokens(text) == expected


@given(st.text())
def test_tokens_are_plain_words(text: str) -> None:
    assert tokens(text).replace(" ", "").isalnum() or not tokens(text)


@given(st.text(max_size=8), st.text(max_size=30), st.integers(0, 30))
def test_a_phrase_of_tokens_matches_exactly_what_is_written(
    needle: str, hay: str, place: int
) -> None:
    """Text and phrase as they were typed; folding what is folded already may join characters."""
    text = f"{hay[:place]}{needle}{hay[place:]}"
    for phrase in (needle, hay[1:4]):
        found = f" {tokens(phrase)} " in f" {tokens(text)} "
        assert found == (plain(phrase) in plain(text)) or not plain(phrase)


def test_texts_of_a_row_do_not_run_into_each_other() -> None:
    assert joined_tokens(["宅基", "地"]) == "宅 基 zz 地"


@pytest.mark.parametrize("texts", [[], [""], [" \n"], ["", "\u200b"]])
def test_a_page_has_one_token_at_least(texts: list[str]) -> None:
    assert "zz" in joined_tokens(texts).split()


def test_a_title_is_searched_whether_or_not_the_text_repeats_it() -> None:
    row = make_rows(3)[2]

    assert searchable(row) == (row.text,)
    assert shadows([replace(row, title="标题")])[0].startswith("标 题 zz ")


def test_a_row_without_a_text_is_never_found() -> None:
    row = make_rows(3)[2]

    assert shadows([replace(row, text="")]) == ["zz"]
    assert shadows([]) == ["zz"]


@given(st.lists(st.text(max_size=20)))
def test_an_alphabet_that_served_other_texts_says_the_same(texts: list[str]) -> None:
    alphabet = Alphabet()

    assert [tokens(text, alphabet) for text in texts] == [tokens(text) for text in texts]


def test_texts_for_excerpts_lie_in_short_files_and_leave_the_title_out() -> None:
    rows = make_rows(30)
    chunks = list(text_chunks(rows, size=300))

    assert [first for first, _ in chunks] == [
        sum(len(texts) for _, texts in chunks[:place]) for place in range(len(chunks))
    ]
    whole = [text for _, texts in chunks for text in texts]
    assert len(whole) == len(rows)
    assert not [row.id for row, text in zip(rows, whole, strict=True) if text.startswith(row.title)]
    assert len(chunks) > 5
