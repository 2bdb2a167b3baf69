"""What the reader hands to the models: text, lists and maps that know their place.

They are a ``str``, a ``list`` and a ``dict`` with a :class:`Where`, so that a
model, a value reader or a check can point at the very character it speaks of.
Nothing here interprets a text.
"""

from collections.abc import Iterable, Mapping

from site_gen.findings import Where


class Text(str):
    """A written text and the place where it begins."""

    __slots__ = ("where",)
    where: Where

    def __new__(cls, text: str, where: Where) -> "Text":
        value = super().__new__(cls, text)
        value.where = where
        return value

    def __reduce__(self) -> tuple[type["Text"], tuple[str, Where]]:
        return Text, (str(self), self.where)

    def part(self, start: int, end: int | None = None) -> "Text":
        """The piece from ``start`` to ``end``, stripped, with its own place.

        Right only within one line, which is what heads and event lines are.
        """
        piece = self[start:end]
        lead = len(piece) - len(piece.lstrip())
        place = Where(self.where.path, self.where.line, self.where.column + start + lead)
        return Text(piece.strip(), place)


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
