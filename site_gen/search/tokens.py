"""Text → tokens, one for each character, so that search finds what is written and nothing else.

Word segmenters cut the text of an index and a query differently and lose every third match; a
phrase of characters does not. ``theme/assets/js/tokens.js`` does the same to what a reader types:
whatever changes here must change there, and a test compares both over all of Unicode.
"""

import re
from collections.abc import Iterable
from unicodedata import normalize

BOUNDARY = "zz"
"""Before each text of a row, and alone in a row without texts; no query holds it, so no phrase
reaches from one text into the next; every page has one token at least."""

# White space, and the marks that only tell where a line may break.
_DROPPED = re.compile(
    "[\t-\r\x1c-\x20\x85\xa0\xad\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]"
)
# Rarer Han characters lie outside these ranges, and their code is as good a token.
_ITSELF = re.compile("[0-9a-z\u3400-\u4dbf\u4e00-\u9fff]")


class _Tokens(dict[str, str]):
    """Character → its tokens; worked out once for each character that occurs."""

    def __missing__(self, character: str) -> str:
        folded = normalize("NFKC", character.upper().lower())
        kept = (one for one in folded if not _DROPPED.match(one))
        self[character] = " ".join(one if _ITSELF.match(one) else f"u{ord(one):x}" for one in kept)
        return self[character]


def tokens(text: str) -> str:
    """The tokens of a text, separated by spaces.

    NFKC, then folded by case character by character; white space is dropped. Han characters,
    ``a``–``z`` and ``0``–``9`` are tokens as they are, any other character is ``u`` and its code.
    """
    known = _Tokens()
    found = map(known.__getitem__, normalize("NFKC", text))
    return " ".join(token for token in found if token)


def joined_tokens(texts: Iterable[str]) -> str:
    """The tokens of several texts, one after the other, with a boundary before each."""
    return " ".join([BOUNDARY, *(f"{tokens(text)} {BOUNDARY}" for text in texts)])
