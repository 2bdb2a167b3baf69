"""A message is its Chinese text wherever a text is wanted, and keeps what it was made of."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.language import Message, Passage, joined, say, single, term
from site_gen.language.days import day_message, month_message
from site_gen.language.message import Joined
from site_gen.publish.kept import digest_of

TEXTS = st.text(max_size=8)


@given(TEXTS, st.integers(0, 99))
def test_a_message_is_its_text(what: str, n: int) -> None:
    message = say("{what} {n} 条", what=what, n=n)

    assert message == f"{what} {n} 条"
    assert hash(message) == hash(f"{what} {n} 条")
    assert isinstance(str(message), Message)


@given(TEXTS)
def test_braces_of_the_content_are_no_holes(what: str) -> None:
    assert say("原因：{why}", why=f"{{n}}{what}") == f"原因：{{n}}{what}"


@given(TEXTS, st.integers(0, 99))
def test_a_message_comes_from_another_process_as_it_went(what: str, n: int) -> None:
    message = say("{what}：{inner}", what=what, inner=say("{n} 条", n=n))
    again = pickle.loads(pickle.dumps(message))

    assert (again, again.msgid, again.given) == (message, message.msgid, message.given)
    assert type(again.given["inner"]) is Message


def test_a_key_tells_what_a_message_was_made_of() -> None:
    one, other = say("{n} 条", n=3), say("{n}{unit}", n=3, unit=" 条")

    assert one == other
    assert digest_of(one) != digest_of(other)
    assert digest_of(one) == digest_of(say("{n} 条", n=3))


def test_several_texts_are_joined_and_one_stays_what_it_is() -> None:
    assert joined("、", ["甲", "乙"]) == "甲、乙"
    assert isinstance(joined("、", ["甲", "乙"]), Joined)
    assert joined("、", [term("甲")]) is not None
    assert isinstance(joined("、", [term("甲")]), Message)
    assert joined("、", []) == ""


def test_the_name_of_one_thing_is_told_from_that_of_several() -> None:
    assert single("提案") == term("提案") == "提案"
    assert single("提案").msgid != term("提案").msgid


@pytest.mark.parametrize(
    ("given_date", "words"),
    [((2023,), "2023年"), ((2023, 5), "2023年5月"), ((2023, 12, 1), "2023年12月1日")],
)
def test_a_date_in_words(given_date: tuple[int, ...], words: str) -> None:
    assert day_message(*given_date) == words


def test_a_date_whose_year_was_said() -> None:
    assert (month_message(5), month_message(5, 3)) == ("5月", "5月3日")


def test_a_passage_is_its_chinese_text() -> None:
    passage = Passage("理县", {"zh-Hans": "理县", "en": "Li County"})
    again = pickle.loads(pickle.dumps(passage))

    assert passage == "理县"
    assert isinstance(str(passage), Passage)
    assert again.by_language == passage.by_language
