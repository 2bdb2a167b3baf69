"""Whether a text can hold grave personal information at all: quick, and never wrong with a no.

The patterns of the detectors, made wider, and in the characters that people write instead of the
plain ones, so that nothing has to be translated before it is known to be worth it.
"""

import re
from string import ascii_letters

from site_gen.privacy.digits import NEXT_SHORTEST, SHORTEST
from site_gen.privacy.plain import FILL, unescaped, written_as
from site_gen.privacy.wording import PROVINCES


def _one_of(plain: str) -> str:
    """What stands in a class for all characters that are one of these in plain form."""
    return re.escape(written_as(plain))


_DIGIT = _one_of("0123456789")
_UNSEEN = re.escape("".join(filter(re.compile(r"\w").match, written_as(f"{FILL} -."))))
"""Letters to Unicode, and to a reader a mark, a blank or nothing."""
_MARKS = rf"(?:[^\w\n{_DIGIT}]|[{_UNSEEN}])*+"
_MARKS = rf"{_MARKS}(?:\n{_MARKS})?"


def _followed_by(digits: int) -> str:
    """At a digit: so many more follow."""
    return rf"(?:{_MARKS}[{_DIGIT}]){{{digits}}}"


# All digits between two letters: each is looked at once, and mostly they are few.
_DIGITS = re.compile(rf"[{_DIGIT}]++(?:{_MARKS}[{_DIGIT}]++)*+")
_MOBILE = re.compile(
    rf"[{_one_of('1')}](?={_MARKS}[{_one_of('3456789')}]){_followed_by(SHORTEST - 1)}"
)
_LONGER = re.compile(rf"[{_DIGIT}](?<![{_DIGIT}]{{2}}){_followed_by(NEXT_SHORTEST - 1)}")

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
_WORDING = re.compile(
    rf"[{''.join(first for first, _ in _BEGINNINGS)}]"
    rf"(?:{'|'.join(rf'(?<=[{first}]){rest}' for first, rest in _BEGINNINGS)})"
)


def may_hold(text: str) -> bool:
    """Whether it takes a closer look to tell that nothing grave stands in a text."""
    written = unescaped(text.replace("&amp;", f"&{FILL}"))  # the most frequent, for speed
    if _WORDING.search(written):
        return True
    rows = [row for row in _DIGITS.findall(written) if len(row) >= SHORTEST]
    return any(_MOBILE.search(row) or _LONGER.search(row) for row in rows)
