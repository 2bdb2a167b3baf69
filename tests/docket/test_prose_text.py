"""Prose as search reads it: the words of a passage without the marks of Markdown."""

from time import perf_counter

import pytest

from site_gen.docket.texts import prose_text


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("## 困难\n路面**破损**。", "困难 路面破损。"),
        ("- 一条\n- 见[老支书](record:sessions/a/2023/b)", "一条 见老支书"),
        ("1. 先修路\n2023. 不是序号", "先修路 2023. 不是序号"),
        ("> 引用\n---\n![竣工后](a.jpg)", "引用 竣工后"),
        ("| 甲 | 乙 |\n|---|:-:|\n| 1 | 2 |", "甲   乙 1   2"),
        ("面积<50㎡ 1*2*3 A & B -5度", "面积<50㎡ 1*2*3 A & B -5度"),
        ("", ""),
    ],
)
def test_marks_are_left_out_and_words_stay(passage: str, expected: str) -> None:
    assert prose_text(passage) == expected


@pytest.mark.parametrize("piece", ["[", "[a](", "*", "**", "- ", "|", "-", "# ", "![a](b"])
def test_a_long_hostile_passage_costs_little(piece: str) -> None:
    started = perf_counter()
    prose_text(piece * 50_000 + "x")

    assert perf_counter() - started < 1
