"""Texts as a page in some language shows them: messages translated, foreign passages marked.

What no catalogue knows, and what stands in the content in another language, is shown as it was
written and says which language that is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import NamedTuple, Protocol, TypeGuard

from site_gen.language.catalogue import COUNTED, HOLE, Catalogue, catalogue_of
from site_gen.language.message import ORIGINAL, Joined, Message, Passage

_SCRIPTS = (
    (ORIGINAL, re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")),
    ("bo", re.compile("[\u0f00-\u0fff]")),
)
"""Languages that can be told by their script; everything else needs no mark."""


class Markup(Protocol):
    """What is markup already."""

    def __html__(self) -> str:
        """The markup."""
        ...


class Run(NamedTuple):
    """A piece of a text; ``language`` is empty where it needs no mark."""

    text: str
    language: str = ""
    is_markup: bool = False


def language_of(text: str) -> str:
    """The language that a text is written in, as far as its script tells; else empty."""
    return next((language for language, script in _SCRIPTS if script.search(text)), "")


@dataclass(frozen=True)
class Speaker:
    """Who says everything in one language."""

    catalogue: Catalogue

    @property
    def language(self) -> str:
        """The language that is spoken."""
        return self.catalogue.language

    def text(self, value: object) -> str:
        """Plain text, for places where nothing can be marked."""
        return "".join(run.text for run in self._runs(value))

    def markup(self, value: object) -> str:
        """Escaped text, in which every passage in another language is marked."""
        return "".join(map(_marked, _together(self._runs(value))))

    def _runs(self, value: object) -> Iterator[Run]:
        if _is_markup(value):
            yield Run(self._prose(value), "", True)
        elif isinstance(value, Joined):
            yield from self._joined(value)
        elif isinstance(value, Message):
            yield from self._message(value)
        elif isinstance(value, Passage):
            own = value.by_language.get(self.language)
            yield self._run(value) if own is None else Run(own)
        elif isinstance(value, str):
            yield self._run(value)
        else:
            yield from self._runs(str(value))

    def _prose(self, value: Markup) -> str:
        """Markup; what was written in another language stands in an element that says so."""
        own = getattr(value, "by_language", {}).get(self.language, value)
        language = getattr(own, "language", self.language)
        html = own.__html__()
        if not html or language == self.language or own is not value:
            return str(html)
        return f'<div lang="{language}">{html}</div>'

    def _run(self, text: str) -> Run:
        language = language_of(text)
        return Run(text, "" if language == self.language else language)

    def _joined(self, value: Joined) -> Iterator[Run]:
        mark = self.catalogue.phrase(value.msgid)
        for place, part in enumerate(value.parts):
            if place:
                yield self._run(value.msgid) if mark is None else Run(mark)
            yield from self._runs(part)

    def _message(self, value: Message) -> Iterator[Run]:
        given = value.given
        phrase = self.catalogue.phrase(value.msgid, given.get(COUNTED))
        own = "" if phrase or self.language == ORIGINAL else ORIGINAL
        pieces = HOLE.split(phrase or value.msgid.rpartition("\x04")[2])
        for place, piece in enumerate(pieces):
            if place % 2:
                yield from (_within(own, run) for run in self._runs(given[piece]))
            elif piece:
                yield Run(piece, own)


def _is_markup(value: object) -> TypeGuard[Markup]:
    """Asked for every value that is shown: to ask for the protocol would take very much longer."""
    return hasattr(value, "__html__")


def _within(language: str, run: Run) -> Run:
    """What stands in a phrase of some language: a number belongs to it, other words do not."""
    is_other = run.language or run.is_markup or any(map(str.isalpha, run.text))
    return run if is_other else run._replace(language=language)


def _together(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbours in one language as one run."""
    for (language, is_markup), same in groupby(runs, key=lambda run: run[1:]):
        yield Run("".join(run.text for run in same), language, is_markup)


def _marked(run: Run) -> str:
    if run.is_markup:
        return run.text
    text = escape(run.text).replace("&#x27;", "&#39;").replace("&quot;", "&#34;")
    return f'<span lang="{run.language}">{text}</span>' if run.language else text


def speaker_of(language: str) -> Speaker:
    """Who speaks a language, as far as there is a catalogue."""
    return Speaker(catalogue_of(language))
