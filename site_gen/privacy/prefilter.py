"""Whether a text can hold personal information at all: quick, and never wrong with a no.

The patterns of the detectors, made wider, and in the characters that people write instead of the
plain ones, so that nothing has to be translated before it is known to be worth it.
"""

import re
from collections.abc import Sequence
from string import ascii_letters, digits

from site_gen.privacy.digits import NEXT_SHORTEST, SHORTEST
from site_gen.privacy.plain import FILL, unescaped, written_as
from site_gen.privacy.wording import PROVINCES, SURNAMES


def _one_of(plain: str) -> str:
    """What stands in a class for all characters that are one of these in plain form."""
    return re.escape(written_as(plain))


_DIGIT = _one_of("0123456789")
_UNSEEN = re.escape("".join(filter(re.compile(r"\w").match, written_as(f"{FILL} -."))))
"""Letters to Unicode, and to a reader a mark, a blank or nothing."""
_MARKS = rf"[^\w\n{_DIGIT}]*+(?:[{_UNSEEN}]++[^\w\n{_DIGIT}]*+)*+"
_MARKS = rf"{_MARKS}(?:\n{_MARKS})?"
_LETTER = rf"[^\W{_DIGIT}{_UNSEEN}]"


def _followed_by(count: int) -> str:
    """At a digit: so many more digits follow."""
    return rf"(?:{_MARKS}[{_DIGIT}]){{{count}}}"


# All digits between two letters: each is looked at once. A day, or what else has no more digits
# than that, is passed over, for texts are full of days.
_DAY = (
    rf"[{_DIGIT}]{{1,4}}+(?:[^\w\n{_DIGIT}]?[{_DIGIT}]{{1,3}}+){{0,2}}+"
    rf"(?:(?={_LETTER})|(?!{_MARKS}[{_DIGIT}]))"
)
_DIGITS = re.compile(rf"(?:[^{_DIGIT}]++|{_DAY})*+([{_DIGIT}]++(?:{_MARKS}[{_DIGIT}]++)*+|\Z)")
_MOBILE = re.compile(
    rf"[{_one_of('1')}](?={_MARKS}[{_one_of('3456789')}]){_followed_by(SHORTEST - 1)}"
)
# None of the others begins like two days one after the other, with 0 or 20.
_LONGER = re.compile(
    rf"(?![{_one_of('0')}]|[{_one_of('2')}]{_MARKS}[{_one_of('0')}])"
    rf"[{_DIGIT}]{_followed_by(NEXT_SHORTEST - 1)}"
)

_GAP = rf"[{_one_of(FILL + ' ')}]{{0,4}}+"
# First characters → what follows, where something begins that is known by words, or a tag that
# may hide it. Beyond the basic plane are characters of all kinds.
_BEGINNINGS = (
    (_one_of(PROVINCES), rf"{_GAP}[{_one_of(ascii_letters)}]"),
    (rf"{_one_of('@<')}\U00010000-\U0010ffff", ""),
    (_one_of("([（【"), rf"{_GAP}[{_one_of('aA')}][{_one_of('tT')}]"),
    (_one_of("家现暂租"), rf"[{_one_of('住')}]"),
    (_one_of("住"), rf"[{_one_of('在址')}]"),
    (_one_of("家"), rf"[{_one_of('庭')}][{_one_of('住地')}]"),
    (_one_of("户"), rf"[{_one_of('籍口')}][{_one_of('地所')}]"),
)
_BLANK = _one_of(" \t")
_PART = _one_of(f"{ascii_letters}{digits}_-")
# What is no error, but told: doors of flats, names, numbers of documents and accounts.
_LESS_GRAVE = (
    (_one_of("元"), rf"{_GAP}[{_DIGIT}]"),
    (_one_of("人名主"), rf"[ \t]{{0,4}}+[:：][ \t]{{0,4}}+[{_one_of(SURNAMES)}]"),
    (
        _one_of("证件Q信卡机码号"),
        rf"[{_BLANK}]{{0,4}}+[{_one_of(':为是')}][{_BLANK}]{{0,4}}+[{_PART}]{{6}}",
    ),
)


def _any(beginnings: Sequence[tuple[str, str]]) -> re.Pattern[str]:
    """One of the first characters, with what follows it."""
    firsts = "".join(first for first, _ in beginnings)
    rests = "|".join(rf"(?<=[{first}]){rest}" for first, rest in beginnings)
    return re.compile(rf"[{firsts}](?:{rests})")


_GRAVE_WORDING = _any(_BEGINNINGS)
_WORDING = _any((*_BEGINNINGS, *_LESS_GRAVE))


def may_hold(text: str) -> bool:
    """Whether it takes a closer look to tell that nothing personal stands in a text."""
    return _may_hold(text, _WORDING)


def may_hold_grave(text: str) -> bool:
    """Whether it takes a closer look to tell that nothing grave stands in a text."""
    return _may_hold(text, _GRAVE_WORDING)


def _may_hold(text: str, wording: re.Pattern[str]) -> bool:
    written = unescaped(text.replace("&amp;", f"&{FILL}"))  # the most frequent, for speed
    if wording.search(written):
        return True
    rows = [row for row in _DIGITS.findall(written) if len(row) >= SHORTEST]
    return any(_MOBILE.search(row) or _LONGER.search(row) for row in rows)
