"""Catalogues: what the phrases of the interface are in another language, read from PO files."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from site_gen.language.message import ORIGINAL

FOLDER = Path(__file__).parent.parent / "data" / "locale"
"""Where the catalogues lie, ``<language>.po``."""
HOLE = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
COUNTED = "n"
"""The hole that holds what is counted."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The phrases of a language: for each Chinese one its forms, of which a number chooses one."""

    language: str
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    form_of: Callable[[int], int] = field(default=lambda _: 0, repr=False)

    def phrase(self, msgid: str, counted: object = None) -> str | None:
        """What a Chinese phrase is in this language; None where nobody has translated it."""
        forms = self.phrases.get(msgid)
        if forms is None:
            return None
        form = self.form_of(counted) if isinstance(counted, int) else -1
        return forms[form] if form < len(forms) else forms[-1]


def languages() -> tuple[str, ...]:
    """The languages that the interface can speak, at least in part."""
    return (ORIGINAL, *sorted(path.stem for path in FOLDER.glob("*.po")))


@cache
def catalogue_of(language: str) -> Catalogue:
    """The catalogue of a language; empty where there is none."""
    path = FOLDER / f"{language}.po"
    return read(path) if path.is_file() else Catalogue(language)


def read(path: Path) -> Catalogue:
    """A PO file as a catalogue: what is not translated, or not surely (fuzzy), is left out."""
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        found = read_po(file, locale=_locale(path.stem))
    phrases = {}
    for entry in found:
        forms = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
        if entry.id and all(forms) and not entry.fuzzy:
            phrase = entry.id if isinstance(entry.id, str) else entry.id[0]
            phrases[f"{entry.context}\x04{phrase}" if entry.context else phrase] = forms
    return Catalogue(path.stem, phrases, _form_of(found.plural_expr))


def _locale(language: str) -> str:
    return language.replace("-", "_")


def _form_of(expression: str) -> Callable[[int], int]:
    """The number of a form, as the header of a PO file says it."""
    from gettext import c2py

    chosen: Callable[[int], int] = c2py(expression)
    return chosen
