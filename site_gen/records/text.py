"""What the reader hands to the models: text, lists and maps that know their place.

They are a ``str``, a ``list`` and a ``dict`` with a :class:`Where`, so that a
model, a value reader or a check can point at the very character it speaks of.
Nothing here interprets a text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from operator import itemgetter

from site_gen.findings import Edit, Where

_BLANKS = " \t\u3000\u00a0"
_OFFSET = itemgetter(0)


class Text(str):
    """A written text and the place where it begins.

    ``turns`` are the later lines of a text that was written on several: the
    offset at which each begins, and its place.
    """

    __slots__ = ("turns", "where")
    where: Where
    turns: tuple[tuple[int, Where], ...]

    def __new__(cls, text: str, where: Where, turns: tuple[tuple[int, Where], ...] = ()) -> "Text":
        value = str.__new__(cls, text)
        value.where = where
        value.turns = turns
        return value

    def __reduce__(self) -> tuple[type["Text"], tuple[str, Where, tuple[tuple[int, Where], ...]]]:
        return Text, (str(self), self.where, self.turns)

    def place(self, offset: int) -> Where:
        """Where the character at ``offset`` was written."""
        if not self.turns:
            return self.where.on(offset)
        turn = bisect_right(self.turns, offset, key=_OFFSET)
        begin, where = self.turns[turn - 1] if turn else (0, self.where)
        return where.on(offset - begin)

    def part(self, start: int, end: int | None = None) -> "Text":
        """The piece from ``start`` to ``end``, stripped, with its own places."""
        written = self[start:end]
        piece = written.strip()
        if len(piece) < len(written):
            start += len(written) - len(written.lstrip())
        if self.turns:
            inside = self.turns[slice(*self._turns_within(start, start + len(piece)))]
            turns = tuple((turn - start, there) for turn, there in inside)
            return Text(piece, self.place(start), turns)
        path, line, column = self.where
        return text_at(piece, path, line, column + start)

    def _turns_within(self, start: int, stop: int) -> tuple[int, int]:
        """The first of the turns behind ``start``, and of those at or behind ``stop``."""
        first = bisect_right(self.turns, start, key=_OFFSET)
        return first, max(first, bisect_left(self.turns, stop, key=_OFFSET))

    def turns_at(self, offset: int) -> bool:
        """Whether a later line begins at ``offset``."""
        at = bisect_left(self.turns, offset, key=_OFFSET)
        return at < len(self.turns) and self.turns[at][0] == offset

    def edits(self, new: str, start: int = 0, end: int | None = None) -> tuple[Edit, ...]:
        """``new`` in place of a piece, by default of all; none for a piece on several lines."""
        stop = len(self) if end is None else end
        first, last = self._turns_within(start, stop)
        if first < last:
            return ()
        return (Edit(self.place(start), self[start:stop], new),)

    def mark_edits(self, new: str, start: int, end: int) -> tuple[Edit, ...]:
        """``new`` in place of a mark and the blanks around it."""
        first = len(self[:start].rstrip(_BLANKS))
        return self.edits(new, first, len(self) - len(self[end:].lstrip(_BLANKS)))


def text_at(text: str, path: str, line: int, column: int) -> Text:
    """A text that was written on one line, at this place.

    What calling the classes gives, in a third of the time: nothing is made as often.
    """
    value = str.__new__(Text, text)
    value.where = tuple.__new__(Where, (path, line, column))
    value.turns = ()
    return value


class TextList(list[object]):
    """A written list and the place where it begins."""

    def __init__(self, items: Iterable[object], where: Where) -> None:
        super().__init__(items)
        self.where = where


class TextMap(dict[str, object]):
    """A written map: English keys, the place of the map and of each key."""

    def __init__(
        self, items: Mapping[str, object], where: Where, keys: Mapping[str, Where]
    ) -> None:
        super().__init__(items)
        self.where = where
        self.keys_at = dict(keys)
