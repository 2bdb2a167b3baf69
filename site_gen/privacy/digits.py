"""Rows of digits in a plain text, however they are spaced, and the numbers that stand out in them.

What a number means is asked of the detectors; here is only where one may begin and end, and which
ways of spacing it are still one number.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from site_gen.privacy.plain import FILL, SPOKEN, View

Span = tuple[int, int, str]
"""Where something was found, from and to, and what it is in plain characters."""
SHORTEST = 11
"""Digits of the shortest number that anybody looks for, a mobile one."""
NEXT_SHORTEST = 15
"""Digits of the shortest of all others."""
_BETWEEN = r"[^\w\n]*+(?:\n[^\w\n]*+)?"
"""No blank line: no number goes on across it."""
_ROW = re.compile(
    rf"[0-9](?:{_BETWEEN}[0-9]){{0,{SHORTEST - 2}}}+"
    rf"(?P<long>(?:{_BETWEEN}[0-9])++(?:[^\w\n]{{0,3}}[Xx](?![A-Za-z]))?)?"
)
"""Short rows too, so that no digit is looked at twice."""
_DIGIT = re.compile(r"[0-9Xx]")
_WIDEST_GAP = 3
"""Marks between two digits of one number, blanks not counted."""
_MASKS = frozenset("*×＊●•#")
_TIGHT = frozenset(" -.~")
"""Marks that stand within numbers; others also stand between the numbers of a list."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SPLIT_LINE = re.compile(r"\r?\n[ \t]*(?:[>#][ \t]*)?")
_TOKEN = re.compile(r"[0-9A-Za-z]*")
_HEXADECIMAL = re.compile(r"(?=.*[a-f])[0-9a-f]{14,}")
_LETTERS_BESIDE = 8
"""More letters and digits than these right beside a number make it part of a checksum."""


@dataclass(frozen=True, slots=True)
class Number:
    """Some digits of a row that stand apart from their neighbours."""

    digits: str
    start: int
    end: int
    groups: tuple[int, ...]
    """How many digits stand together, from the first group to the last."""
    gaps: tuple[str, ...]
    """What stands between the groups."""

    @property
    def is_unbroken(self) -> bool:
        """Whether nothing that can be seen stands between its digits."""
        return len(self.groups) == 1

    @property
    def is_single(self) -> bool:
        """Whether each digit stands alone."""
        return set(self.groups) == {1}

    @property
    def is_tight(self) -> bool:
        """Whether only such marks stand between the groups as nobody separates a list with."""
        years = any(_YEAR.fullmatch(group) for group in self.written)
        return all(_TIGHT.issuperset(gap) for gap in self.gaps) and not years

    @property
    def is_wrapped(self) -> bool:
        """Whether it is broken once, by the end of a line."""
        return len(self.gaps) == 1 and _SPLIT_LINE.fullmatch(self.gaps[0]) is not None

    @property
    def written(self) -> Sequence[str]:
        """The groups themselves."""
        ends = [sum(self.groups[:count]) for count in range(len(self.groups) + 1)]
        return [self.digits[start:end] for start, end in pairwise(ends)]


@dataclass(frozen=True, slots=True)
class Row:
    """Digits that only marks, blanks and line ends stand between.

    ``gaps[i]`` is what can be seen before digit ``i``, ``apart[i]`` whether a number may begin
    there; both have one entry more than there are digits.
    """

    digits: str
    places: Sequence[int]
    gaps: Sequence[str]
    apart: Sequence[bool]

    def number(self, start: int, length: int) -> Number | None:
        """The digits from one place on, where they stand apart and may be one number."""
        end = start + length
        if end > len(self.digits) or not self.apart[end] or not self._begins(start):
            return None
        if self.gaps[start] == "." and self.digits[start - 1] == "0" and self.apart[start - 1]:
            return None  # decimals
        inner = [at for at in range(start + 1, end) if self.gaps[at]]
        gaps = tuple(self.gaps[at] for at in inner)
        if not _is_one(gaps):
            return None
        groups = tuple(after - before for before, after in pairwise((start, *inner, end)))
        place = self.places[start], self.places[end - 1] + 1
        return Number(self.digits[start:end], *place, groups, gaps)

    def _begins(self, start: int) -> bool:
        """Whether a number begins here, or the code of the country or a 0 to dial before it."""
        return any(
            self.digits.startswith(before, start - len(before)) and self.apart[start - len(before)]
            for before in ("", "86", "0086", "0", "17951")
            if len(before) <= start
        )


@dataclass(frozen=True, slots=True)
class Look:
    """A text, its plain form of the same length, and the rows of digits in it."""

    text: str
    plain: str
    rows: Sequence[Row]


def look_at(view: View) -> Look:
    """A text with every row in it that is long enough for a number."""
    rows = [_row(view, found.start(), found.end()) for found in _long_rows(view.plain)]
    return Look(view.text, view.plain, rows)


def _long_rows(plain: str) -> Iterator[re.Match[str]]:
    return (found for found in _ROW.finditer(plain) if found["long"])


def _row(view: View, start: int, end: int) -> Row:
    plain = view.plain
    places = [found.start() for found in _DIGIT.finditer(plain, start, end)]
    between = [plain[a + 1 : b].replace(FILL, "") for a, b in pairwise(places)]
    gaps = ["", *between, ""]
    spoken = [view.text[place] in SPOKEN for place in places]
    changes = [
        gap != "" or a != b or plain[place] in "Xx"
        for gap, (a, b), place in zip(between, pairwise(spoken), places[1:], strict=True)
    ]
    is_free = not _is_checksum(plain, places[0], places[-1])
    digits = "".join(plain[place].upper() for place in places)
    return Row(digits, places, gaps, [is_free, *changes, is_free])


def _is_checksum(plain: str, first: int, last: int) -> bool:
    """Whether the digits are part of a longer word of letters and digits, such as a hash."""
    before = _TOKEN.match(plain[max(0, first - 64) : first][::-1])
    after = _TOKEN.match(plain, last + 1, last + 65)
    ahead, behind = before[0][::-1] if before else "", after[0] if after else ""
    if len(ahead) + len(behind) > _LETTERS_BESIDE:
        return True
    return _HEXADECIMAL.fullmatch(ahead + plain[first : last + 1] + behind) is not None


def _is_one(gaps: Sequence[str]) -> bool:
    """Whether what stands between the groups may stand within a number."""
    return all(_may_stand(gap, gaps) for gap in dict.fromkeys(gaps))


def _may_stand(gap: str, gaps: Sequence[str]) -> bool:
    marks = "".join(gap.split())
    if len(marks) > _WIDEST_GAP:
        return False
    is_cell = "|" in marks and gap != "|"
    is_mask = len(marks) == _WIDEST_GAP and _MASKS.issuperset(marks) and len(set(gaps)) > 1
    return not is_cell and not is_mask
