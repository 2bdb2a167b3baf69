"""What an entry of the vocabulary is.

A closed list of words (the actions, the results, the stages …) is an
enumeration whose members carry everything the program says about them: the key
used in code and exports, the official term written in records, the plain word
shown to the public, and the definition. There is no second place where a word
is spelled.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Self

from site_gen.language import term as message


class Word(StrEnum):
    """A word of a closed list: ``KEY = key, term, plain, definition``.

    The member *is* its key (a ``str``), so exports need no translation. ``term``
    is the official Chinese term, the form written in records; ``plain`` is what
    the public reads (the term where nothing plainer exists); ``definition`` is
    one sentence for the definitions page, or empty where the word says it all.
    """

    term: str
    plain: str
    definition: str
    _name_of_list: ClassVar[str]

    def __new__(cls, key: str, term: str = "", plain: str = "", definition: str = "") -> Self:
        word = str.__new__(cls, key)
        word._value_ = key
        word.term = message(term or key)
        word.plain = message(plain) if plain else word.term
        word.definition = message(definition) if definition else ""
        return word

    def __init_subclass__(cls, heading: str, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls._name_of_list = message(heading)

    @classmethod
    def heading(cls) -> str:
        """The name of the list, in messages and on the definitions page."""
        return cls._name_of_list

    @classmethod
    def read(cls, written: str) -> Self | None:
        """The member that a record means by ``written``: its term, else its key."""
        return cls._by_form().get(written)

    @classmethod
    @cache
    def _by_form(cls) -> Mapping[str, Self]:
        forms: dict[str, Self] = {}
        for word in cls:
            forms.setdefault(word.term, word)
            forms.setdefault(word.value, word)
        return forms

    @classmethod
    def terms(cls) -> tuple[str, ...]:
        """The allowed words in Chinese, in the order of the list."""
        return tuple(word.term for word in cls)
