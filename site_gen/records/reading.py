"""How a written text becomes a value: the contract between texts and readers.

A reader takes a :class:`Text` and either returns the value, reporting slips of
typing on the way, or raises :class:`Refused` with the finding. The same readers
serve heads, lists and event lines; :class:`Reads` fits one into a pydantic model.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from unicodedata import decimal, normalize

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import core_schema

from site_gen.findings import Finding
from site_gen.findings import value_rules as rules
from site_gen.records.text import Text
from site_gen.vocabulary import Word

W = TypeVar("W", bound=Word)

Report = Callable[[Finding], None]
"""Where a reader leaves the notices of slips that have only one reading."""


class Refused(ValueError):
    """A text that has no reading, or more than one; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


@dataclass(frozen=True, slots=True, eq=False)
class Reads:
    """Annotation that makes pydantic read a field with ``reader``.

    ``reader`` is called with the written value and the report of the validation
    context. ``schema`` is the JSON Schema of what may be written (see
    :mod:`site_gen.records.written`), ``words`` are those of a closed list.
    """

    reader: Callable[[Any, Report], Any]
    schema: Mapping[str, Any]
    words: tuple[Word, ...] = ()

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        def validate(value: Any, info: ValidationInfo[Report]) -> Any:
            return self.reader(value, info.context)

        return core_schema.with_info_plain_validator_function(validate)


def read_text(value: object, report: Report) -> Text:
    """A non-empty text of one or more lines, exactly as written."""
    return expect_text(value)


def expect_text(value: object) -> Text:
    """``value`` as a text, or :class:`Refused` at the place of the list or map."""
    if isinstance(value, Text):
        return value
    raise Refused(rules.TEXT_EXPECTED.at(value.where))  # type: ignore[attr-defined]


def notice_word(text: Text, word: Word, report: Report) -> None:
    """Report a word that is written in another form than its term."""
    if text != word.term:
        edits = text.edits(word.term)
        report(rules.WORD_SLIP.at(text.where, *edits, value=text, canonical=word.term))


_COMMA = re.compile("[,，]")


def notice_commas(text: Text, report: Report, start: int = 0, end: int | None = None) -> None:
    """Report commas in a piece, by default all, in which only ``、`` separates."""
    stop = len(text) if end is None else end
    if commas := [match.span() for match in _COMMA.finditer(text, start, stop)]:
        edits = [edit for span in commas for edit in text.mark_edits("、", *span)]
        report(rules.NAME_SLIP.at(text.where, *edits, value=text))


def plain_form(text: str) -> str:
    """The text with half-width letters, digits and marks.

    Raised and circled digits stay what they are: ``5²`` is no way to write 52.
    """
    return "".join(map(_plain, text))


def _plain(char: str) -> str:
    if char.isdecimal():
        return str(decimal(char))
    return char if char.isnumeric() else normalize("NFKC", char)


def half_width(text: Text, report: Report) -> str:
    """The text with half-width letters and marks; full-width digits are slips."""
    plain = plain_form(text)
    wide = [at for at, one in enumerate(text) if one.isdecimal() and not one.isascii()]
    edits = [edit for at in wide for edit in text.edits(_plain(text[at]), at, at + 1)]
    if wide:
        report(rules.NUMBER_SLIP.at(text.where, *edits, value=text, canonical=plain))
    return plain


def word_reader(words: type[W]) -> Callable[[object, Report], W]:
    """A reader of one of ``words``; it lists the allowed ones and never guesses."""

    def read(value: object, report: Report) -> W:
        text = expect_text(value)
        word = words.read(text)
        if word is None:
            allowed = "、".join(words.terms())
            heading = words.heading()
            raise Refused(
                rules.WORD_UNKNOWN.at(text.where, value=text, list=heading, allowed=allowed)
            )
        notice_word(text, word, report)
        return word

    return read
