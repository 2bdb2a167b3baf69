"""Text → tokens, one for each character, so that search finds what is written and nothing else.

Word segmenters cut the text of an index and a query differently and lose every third match; a
phrase of characters does not. ``theme/assets/js/tokens.js`` does the same to what a reader types:
whatever changes here must change there, and a test compares both over all of Unicode.
"""

import re
from collections.abc import Iterable
from unicodedata import normalize

BOUNDARY = "zz"
"""Between the texts of a row, and alone where there is nothing; no query holds it, so no phrase
reaches from one text into the next."""

# White space, and the marks that only tell where a line may break.
_DROPPED = re.compile(
    "[\t-\r\x1c-\x20\x85\xa0\xad\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]"
)
# Rarer Han characters lie outside these ranges, and their code is as good a token.
_ITSELF = re.compile("[0-9a-z\u3400-\u4dbf\u4e00-\u9fff]")


class Alphabet(dict[int, str]):
    """Code point → its tokens, a space behind each; worked out once for each that occurs.

    One for many texts saves most of the work: a province writes with some thousand characters.
    """

    def __missing__(self, code: int) -> str:
        folded = normalize("NFKC", chr(code).upper().lower())
        self[code] = "".join(f"{_token(one)} " for one in folded if not _DROPPED.match(one))
        return self[code]


def _token(character: str) -> str:
    return character if _ITSELF.match(character) else f"u{ord(character):x}"


def tokens(text: str, alphabet: Alphabet | None = None) -> str:
    """The tokens of a text, separated by spaces.

    NFKC, then folded by case character by character; white space is dropped. Han characters,
    ``a``–``z`` and ``0``–``9`` are tokens as they are, any other character is ``u`` and its code.
    """
    known = Alphabet() if alphabet is None else alphabet
    return normalize("NFKC", text).translate(known)[:-1]


def joined_tokens(texts: Iterable[str], alphabet: Alphabet | None = None) -> str:
    """The tokens of several texts with a boundary between them; one token at least."""
    return f" {BOUNDARY} ".join(tokens(text, alphabet) for text in texts) or BOUNDARY
