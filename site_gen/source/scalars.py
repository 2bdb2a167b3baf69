"""Plain texts of heads and lists: what the notation would take for something else.

It judges how a text is written, never what it says.
"""

import re
import unicodedata
from functools import lru_cache

from site_gen.findings import Rule
from site_gen.findings import yaml_rules as rules

QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
"""A text in quotes that closes on its line."""

CUT = re.compile(r"(?:^|(?<=[ \t]))#")
"""A hash that begins a comment."""

COLON = re.compile(r":(?=\s|$)")
"""A colon that begins a value."""

_STARTS = {
    "&": rules.ANCHOR,
    "*": rules.ANCHOR,
    "!": rules.TAG,
    "%": rules.TAG,
    **dict.fromkeys("@`|>{[}],", rules.PLAIN_START),
}
_INDICATOR = re.compile(r"[-?:](?=\s|$)")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_NOT_TEXT = re.compile(
    r"""(?ix)
      yes | no | on | off | true | false | null | ~ | = | <<
    | [-+]?\.(?:inf|nan)
    | [-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?    # base 60
    | [-+]?\d[\d.]*_[\d_.]*
    | [-+]?0(?:x[\da-f_]+|b[01_]+|o[0-7_]+)
    | [-+]?\d+(?:\.\d*)?e[-+]?\d+
    """
)


def rule_of_start(text: str, at: int) -> Rule | None:
    """The rule that the beginning of an unquoted text breaks, if any."""
    rule = _STARTS.get(text[at])
    if rule is None and _INDICATOR.match(text, at):
        return rules.PLAIN_START
    return rule


def is_not_text(plain: str) -> bool:
    """Whether other programs would read these unquoted characters as no text."""
    return len(plain) <= 40 and plain.isascii() and _NOT_TEXT.fullmatch(plain) is not None


@lru_cache(maxsize=1_000)
def twin_form(key: str) -> str:
    """What a key looks like: equal for full-width, spaced and zero-width twins."""
    return "".join(_INVISIBLE.sub("", unicodedata.normalize("NFKC", key)).split())
