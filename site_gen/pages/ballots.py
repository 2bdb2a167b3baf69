"""票数: how those present voted on a unit, as bars with numbers.

A share is only given where every number is exact, the record is the office's own and there are
enough ballots; what a source gives as 30余 is shown as it is and never drawn.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from site_gen.docket.tones import Tone
from site_gen.language import joined, say
from site_gen.pages.shapes import Bar
from site_gen.pages.words import amount
from site_gen.records.numbers import Figure
from site_gen.vocabulary.progress import Rating

_TONES: Mapping[Rating, Tone] = {
    Rating.SATISFIED: "done",
    Rating.BASICALLY_SATISFIED: "active",
    Rating.DISSATISFIED: "late",
    Rating.NO_RESPONSE: "unknown",
}


@dataclass(frozen=True, slots=True)
class Ballots:
    """Bars, or words where some number is not exact; ``note`` says of how many they are."""

    bars: tuple[Bar, ...]
    whole: int
    """What a full bar stands for."""
    words: str
    note: str


def ballots_of(counts: Mapping[str, Figure], minimum_n: int, is_compiled: bool) -> Ballots:
    """The ballots on one unit."""
    exact = {word: figure.exact for word, figure in counts.items()}
    numbers = {word: number for word, number in exact.items() if number is not None}
    if len(numbers) < len(counts):
        words = joined("、", (amount(word, _words(figure)) for word, figure in counts.items()))
        return Ballots((), 0, words, say("来源的数不确切，不画图，也不算百分比"))
    whole = sum(number for word, number in numbers.items() if _is_rated(word))
    has_share = whole >= minimum_n and not is_compiled
    bars = tuple(_bar(word, number, whole * has_share) for word, number in numbers.items())
    return Ballots(bars, sum(numbers.values()), "", _note(whole, numbers, minimum_n, is_compiled))


def _words(figure: Figure) -> str:
    return figure.written if figure.value is None else say("{written} 票", written=figure.written)


def _is_rated(word: str) -> bool:
    """未反馈 is no rating; every other word is, those of the place included."""
    return Rating.read(word) is not Rating.NO_RESPONSE


def _bar(word: str, number: int, whole: int) -> Bar:
    """One word with its ballots; ``whole`` is 0 where no share may be given."""
    rating = Rating.read(word)
    shown = say("{n} 票", n=number)
    if whole and _is_rated(word):
        shown = say("{votes}（{share}%）", votes=shown, share=f"{100 * number / whole:.1f}")
    row = Bar(label=rating.plain if rating else word, value=number, shown=shown)
    if rating is not None:
        row["tone"] = _TONES[rating]
    return row


def _note(whole: int, numbers: Mapping[str, int], minimum_n: int, is_compiled: bool) -> str:
    unsaid = sum(number for word, number in numbers.items() if not _is_rated(word))
    note = say("共 {n} 票", n=whole)
    if unsaid:
        note = say("{note}，没有反馈的 {unsaid} 票不在内", note=note, unsaid=unsaid)
    if is_compiled:
        return say("{note}；从报道整理，不算百分比", note=note)
    return (
        note
        if whole >= minimum_n
        else say("{note}；不到 {minimum_n} 票，不算百分比", note=note, minimum_n=minimum_n)
    )
