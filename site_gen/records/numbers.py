"""Numbers as sources give them: exact, at least, below, about, unknown, masked.

Only exact figures are computed with; the others are shown in the words of
their source.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from site_gen.findings import value_rules as rules
from site_gen.language import joined, say
from site_gen.records.reading import (
    Refused,
    Report,
    expect_text,
    half_width,
    notice_commas,
    notice_word,
)
from site_gen.records.text import TextList, TextMap
from site_gen.vocabulary import Word
from site_gen.vocabulary.progress import Rating


class Precision(Word, heading="数字的确切程度"):
    """How exact a reported figure is."""

    EXACT = "exact", "确切"
    AT_LEAST = "at_least", "至少"
    BELOW = "below", "不到"
    ABOUT = "about", "大约"
    UNKNOWN = "unknown", "不详"
    MASKED = "masked", "已隐去", "来源隐去了"


@dataclass(frozen=True, slots=True)
class Figure:
    """A reported number: ``value`` is None when unknown or masked."""

    written: str
    precision: Precision
    value: Decimal | None

    @property
    def exact(self) -> int | None:
        """The number where it may be computed with, else None."""
        if self.precision is not Precision.EXACT or self.value is None:
            return None
        return int(self.value) if self.value == self.value.to_integral() else None

    def __str__(self) -> str:
        return self.written


_NUMBER = r"(?P<number>\d{1,15}(?:\.\d{1,6})?)(?P<unit>[百千万亿]?)"
_FIGURES = (
    (Precision.EXACT, re.compile(_NUMBER)),
    (Precision.AT_LEAST, re.compile(rf"{_NUMBER}(?:余|多|\+|以上)")),
    (Precision.BELOW, re.compile(rf"(?:近|不足|不到){_NUMBER}")),
    (Precision.ABOUT, re.compile(rf"(?:约|大约){_NUMBER}")),
    (Precision.ABOUT, re.compile(rf"{_NUMBER}左右")),
)
_UNITS = {"": 1, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def read_figure(value: object, report: Report) -> Figure:
    """A figure as its source has it: ``512``, ``3000余``, ``近2万``, ``不详`` …"""
    text = expect_text(value)
    if text in ("不详", "已隐去"):
        precision = Precision.UNKNOWN if text == "不详" else Precision.MASKED
        return Figure(str(text), precision, None)
    plain = half_width(text, report)
    for precision, form in _FIGURES:
        match = form.fullmatch(plain)
        if match:
            amount = Decimal(match["number"]) * _UNITS[match["unit"]]
            return Figure(plain, precision, amount)
    raise Refused(rules.NUMBER_UNREADABLE.at(text.where, value=text))


def read_count(value: object, report: Report) -> int:
    """A whole number from 0."""
    text = expect_text(value)
    plain = half_width(text, report)
    if not re.fullmatch(r"-?\d{1,18}", plain):
        raise Refused(rules.NUMBER_UNREADABLE.at(text.where, value=text))
    if plain.startswith("-") or int(plain) >= 100_000_000:
        raise Refused(rules.NUMBER_OUT_OF_RANGE.at(text.where, value=text))
    return int(plain)


def read_positive(value: object, report: Report) -> int:
    """A whole number from 1."""
    count = read_count(value, report)
    if count == 0:
        text = expect_text(value)
        raise Refused(rules.NUMBER_OUT_OF_RANGE.at(text.where, value=text))
    return count


def read_tile(value: object, report: Report) -> tuple[int, int]:
    """Row and column in the parent's tile grid, from 0."""
    if not isinstance(value, TextList):
        raise Refused(rules.TILE_UNREADABLE.at(value.where))  # type: ignore[attr-defined]
    if len(value) != 2 or not all(re.fullmatch(r"\d|[1-3]\d", str(part)) for part in value):
        raise Refused(rules.TILE_UNREADABLE.at(value.where))
    row, column = (int(str(part)) for part in value)
    return row, column


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rated in which word; ``spoken`` when one word stands for all."""

    by_rating: Mapping[Rating, int]
    spoken: bool = False

    @property
    def rating(self) -> Rating:
        """The most frequent word, the worse of a tie; 未反馈 only when nothing else."""
        rated = {word: n for word, n in self.by_rating.items() if word is not Rating.NO_RESPONSE}
        if not any(rated.values()):
            return Rating.NO_RESPONSE
        order = list(Rating)
        return max(rated, key=lambda word: (rated[word], order.index(word)))

    @property
    def any_dissatisfied(self) -> bool:
        """Any 不满意 counts as dissatisfaction for clocks and causes."""
        return self.by_rating.get(Rating.DISSATISFIED, 0) > 0

    def __str__(self) -> str:
        if self.spoken:
            return self.rating.term
        words = (
            say("{rating}{number}", rating=word.term, number=n)
            for word, n in self.by_rating.items()
        )
        return joined("、", words)


def read_counts(value: object, report: Report) -> Counts:
    """``满意`` alone, or ``满意21、基本满意2``: each word once, whole numbers."""
    text = expect_text(value)
    word = Rating.read(text)
    if word is not None:
        notice_word(text, word, report)
        return Counts({word: 1}, spoken=True)
    counts: dict[Rating, int] = {}
    notice_commas(text, report)
    for piece in re.split("[、,]", half_width(text, report)):
        match = re.fullmatch(r"(\D+)(\d{1,7}) ?(?:人|票|户)?", piece.strip())
        rating = Rating.read(match[1].strip()) if match else None
        if match is None or rating is None or rating in counts:
            raise Refused(rules.COUNTS_UNREADABLE.at(text.where, value=text))
        counts[rating] = int(match[2])
    for match in re.finditer("[a-z_]+", text):
        if rating := Rating.read(match[0]):
            notice_word(text.part(*match.span()), rating, report)
    if not any(counts.values()):
        raise Refused(rules.COUNTS_UNREADABLE.at(text.where, value=text))
    return Counts(counts)


def read_count_map(value: object, report: Report) -> Mapping[str, Figure]:
    """A map of free names to figures, as 分项 has it."""
    if not isinstance(value, TextMap):
        raise Refused(
            rules.MAP_EXPECTED.at(value.where, example="{满意: 22}")  # type: ignore[attr-defined]
        )
    return {key: read_figure(part, report) for key, part in value.items()}


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often a platform says it meets: ``times`` in every ``months``."""

    times: int
    months: int
    written: str

    def __str__(self) -> str:
        return self.written


_SPANS = {"月": 1, "季度": 3, "半年": 6, "年": 12}


def read_frequency(value: object, report: Report) -> Frequency:
    """``每季度1次``: 月, 季度, 半年 or 年."""
    text = expect_text(value)
    match = re.fullmatch(r"每(月|季度|半年|年)(\d{1,3})次", half_width(text, report))
    if not match or int(match[2]) == 0:
        raise Refused(rules.FREQUENCY_UNREADABLE.at(text.where, value=text))
    return Frequency(int(match[2]), _SPANS[match[1]], match[0])
