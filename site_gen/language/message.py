"""Texts that can be shown in more than one language; as texts they are the Chinese ones.

They are a ``str``, so that whoever only shows, sorts or joins them need not know; but what is made
of one by ``+``, ``join`` or an f-string is a plain text again, which nobody can translate.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

ORIGINAL = "zh-Hans"
"""The language that everything is written in first."""
SINGLE, SHORT = "single\x04", "short\x04"
"""Contexts of phrases, as gettext writes them: the name of one thing; where there is no room."""
_NOTHING: Mapping[str, object] = {}


class Message(str):
    """A text of the interface: a phrase of the catalogue, and what stands in its holes.

    ``msgid`` is the Chinese phrase with named holes (``{n} 条建议``); ``given`` has a value for
    each: a message, a text of the content, a number.
    """

    # There is one for every word of every page, so they are made without a function of their own.
    __slots__ = ("given", "msgid")
    msgid: str
    given: Mapping[str, object]

    def __str__(self) -> str:
        """The message itself, so that no ``str()`` on its way loses what it was made of."""
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return message, (str.__str__(self), self.msgid, self.given)


class Joined(Message):
    """Texts joined by a mark of the catalogue."""

    __slots__ = ("parts",)
    parts: tuple[str, ...]

    def __reduce__(self) -> tuple[Any, ...]:
        return _joined, (self.msgid, self.parts)


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


_new = str.__new__


def message(text: str, msgid: str, given: Mapping[str, object] = _NOTHING) -> Message:
    """The message that is this text in Chinese."""
    made = _new(Message, text)
    made.msgid = msgid
    made.given = given
    return made


_KEPT = frozenset({str, int, Message, Joined, Passage})
"""What a message keeps as it is; of everything else its text: no place of a text, no date."""


def say(msgid: str, /, **given: object) -> Message:
    """The message of a Chinese phrase with these values in its holes.

    ``msgid`` has to stand here as it is, because catalogues are made from what is found in the
    program. A hole called ``n`` holds what is counted: other languages may say one thing and two
    things differently.
    """
    if not given:
        return term(msgid)
    for value in given.values():
        if type(value) not in _KEPT:
            given = {name: v if type(v) in _KEPT else str(v) for name, v in given.items()}
            break
    made = _new(Message, msgid.format_map(given))
    made.msgid = msgid
    made.given = given
    return made


@cache
def term(text: str) -> Message:
    """A word of a table (a status, the name of a number) as a message.

    Unlike that of :func:`say` it need not stand here: catalogues are made from the tables too.
    """
    return message(text, text)


@cache
def single(phrase: str) -> Message:
    """The name of one thing (提案 in 提案第3号), where other languages have another for several."""
    return message(phrase, SINGLE + phrase)


@cache
def short(phrase: str) -> Message:
    """A phrase where there is room for three letters, as below a column of a chart."""
    return message(phrase, SHORT + phrase)


def joined(mark: str, texts: Iterable[str]) -> str:
    """Texts joined by a mark (``、``), as every language does it; one alone stays what it is."""
    parts = tuple(texts)
    if len(parts) > 1:
        return _joined(mark, parts)
    return parts[0] if parts else ""


def _joined(mark: str, parts: tuple[str, ...]) -> Joined:
    made = _new(Joined, mark.join(parts))
    made.msgid = mark
    made.given = _NOTHING
    made.parts = parts
    return made
