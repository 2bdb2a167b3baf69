"""Texts that can be shown in more than one language; as texts they are the Chinese ones.

They are a ``str``, so that whoever only shows, sorts or joins them need not know; but what is made
of one by ``+``, ``join`` or an f-string is a plain text again, which nobody can translate.
"""

from collections.abc import Iterable, Mapping

ORIGINAL = "zh-Hans"
"""The language that everything is written in first."""

Holes = tuple[tuple[str, object], ...]


class Message(str):
    """A text of the interface: a phrase of the catalogue, and what stands in its holes.

    ``msgid`` is the Chinese phrase with named holes (``{n} 条建议``); ``given`` has a value for
    each: a message, a text of the content, a number.
    """

    __slots__ = ("given", "msgid")
    msgid: str
    given: Holes

    def __new__(cls, text: str, msgid: str, given: Holes = ()) -> "Message":
        message = str.__new__(cls, text)
        message.msgid = msgid
        message.given = given
        return message

    def __str__(self) -> str:
        """The message itself, so that no ``str()`` on its way loses what it was made of."""
        return self

    def __reduce__(self) -> tuple[type["Message"], tuple[str, str, Holes]]:
        return type(self), (str.__str__(self), self.msgid, self.given)


class Joined(Message):
    """Texts joined by a mark of the catalogue; ``given`` has them without names."""

    __slots__ = ()


class Passage(str):
    """A text of the content that has been written in several languages."""

    __slots__ = ("by_language",)
    by_language: Mapping[str, str]

    def __new__(cls, text: str, by_language: Mapping[str, str]) -> "Passage":
        passage = str.__new__(cls, text)
        passage.by_language = by_language
        return passage

    def __str__(self) -> str:
        """The passage itself, as :meth:`Message.__str__`."""
        return self

    def __reduce__(self) -> tuple[type["Passage"], tuple[str, dict[str, str]]]:
        return Passage, (str.__str__(self), dict(self.by_language))


_KEPT = frozenset({str, int, Message, Joined, Passage})


def say(msgid: str, /, **given: object) -> Message:
    """The message of a Chinese phrase with these values in its holes.

    ``msgid`` has to stand here as it is, because catalogues are made from what is found in the
    program. A hole called ``n`` holds what is counted: other languages may say one thing and two
    things differently.
    """
    if not given:
        return Message(msgid, msgid)
    holes = tuple([(name, _held(value)) for name, value in given.items()])
    return Message(msgid.format_map(given), msgid, holes)


def _held(value: object) -> object:
    """A value as a message keeps it: a text without its place, a date as it is written."""
    return value if type(value) in _KEPT else str(value)


SINGLE = "single\x04"
"""Stands before a phrase that is the name of one thing, as gettext writes a context."""


def single(phrase: str) -> Message:
    """The name of one thing (提案 in 提案第3号), where other languages have another for several."""
    return Message(phrase, SINGLE + phrase)


def term(text: str) -> Message:
    """A word of a table (a status, the name of a number) as a message.

    Unlike that of :func:`say` it need not stand here: catalogues are made from the tables too.
    """
    return Message(text, text)


def joined(mark: str, texts: Iterable[str]) -> str:
    """Texts joined by a mark (``、``), as every language does it; one alone stays what it is."""
    parts = tuple(texts)
    if len(parts) == 1:
        return parts[0]
    return Joined(mark.join(parts), mark, tuple(("", part) for part in parts)) if parts else ""
