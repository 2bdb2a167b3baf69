"""Each detector finds its own examples and leaves the near ones alone; no number is shown whole."""

import re
from itertools import product

import pytest

from site_gen.privacy import masked, personal
from site_gen.privacy.detectors import DETECTORS, Detector
from site_gen.privacy.plain import view_of

HITS = [(one, text) for one in DETECTORS for text in one.hits]
MISSES = [(one, text) for one in DETECTORS for text in one.misses]


def called(value: object) -> str:
    """The name of a parametrised test."""
    return value.key if isinstance(value, Detector) else ascii(value)


def found(detector: Detector, text: str) -> list[str]:
    """What a detector finds in a text, masked."""
    return [hit.masked for hit in personal(text) if hit.detector is detector]


@pytest.mark.parametrize(("detector", "text"), HITS, ids=called)
def test_a_hit_is_found_wherever_it_stands(detector: Detector, text: str) -> None:
    assert found(detector, text)
    assert found(detector, f"答复如下：{text}。")
    assert found(detector, f"2023-05-12 办结：已解决\n\n{text}\n\n2023-05-20 评价：满意21")


@pytest.mark.parametrize(("detector", "text"), MISSES, ids=called)
def test_a_miss_is_left_alone(detector: Detector, text: str) -> None:
    assert found(detector, text) == []


@pytest.mark.parametrize("detector", DETECTORS, ids=called)
def test_a_detector_has_examples(detector: Detector) -> None:
    assert len(detector.hits) >= 2
    assert len(detector.misses) >= 2


def test_keys_are_unique() -> None:
    keys = [detector.key for detector in DETECTORS]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("detector", "text"), HITS, ids=called)
def test_what_is_masked_is_neither_shown_nor_found_again(detector: Detector, text: str) -> None:
    once = masked(f"他说“{text}”。")

    assert text not in once
    assert all(hit.value not in once for hit in personal(text))
    assert masked(once) == once
    assert all(hit.value not in repr(hit) for hit in personal(text))


@pytest.mark.parametrize(("detector", "text"), HITS, ids=called)
def test_a_hit_says_where_it_stands(detector: Detector, text: str) -> None:
    before = "三组院坝，满意21、"
    starts = {hit.start for hit in personal(before + text)}

    assert {start - len(before) for start in starts} == {hit.start for hit in personal(text)}


def test_the_plain_form_of_a_text_is_as_long_as_the_text() -> None:
    pieces = ("一", "&#49;", "&amp;", "&nope;", "%31", "%E4%B8%80", "%ff", "\\u0031", "\\ud800")
    for text in map("".join, product(pieces, repeat=2)):
        view = view_of(text)
        assert len(view.plain) == len(view.text) == len(text)


def test_no_pattern_repeats_what_may_share_characters() -> None:
    """A repetition of unbounded repetitions is where matching takes more than linear time."""
    nested = re.compile(r"\([^()]*[*+][^()]*\)(?:[*+](?!\+)|\{\d*,\}(?!\+))")
    patterns = _patterns()

    assert len(patterns) > 20
    assert [name for name, pattern in patterns.items() if nested.search(pattern)] == []


def _patterns() -> dict[str, str]:
    from site_gen.privacy import built, detectors, digits, plain, wording

    return {
        f"{module.__name__}.{name}": value.pattern
        for module in (built, detectors, digits, plain, wording)
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    }


HOSTILE = (
    "1",
    "1-",
    "13 ",
    "a@",
    "<",
    "川A",
    "家住1",
    "&#",
    "%3",
    "1\u200b",
    "联系人：王",
    "1f",
    "|1",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_rows_grow_no_faster_than_the_text(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every candidate costs a bounded amount, and there are no more of them than characters."""
    small, large = (_candidates(piece * size) for size in (300, 3000))

    assert large <= 11 * small + 100


def _candidates(text: str) -> int:
    from site_gen.privacy.digits import look_at

    return sum(len(row.digits) for row in look_at(view_of(text)).rows)
