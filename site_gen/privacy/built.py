"""Files of a finished site → what is personal in them, also where only the markup hid it.

Quick rather than thorough: the records themselves were looked at before, and pages repeat each
other, so a line that was seen is not looked at again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from site_gen.findings import Severity
from site_gen.privacy.detectors import DETECTORS
from site_gen.privacy.scan import Hit, found_by

_GRAVE = tuple(one for one in DETECTORS if one.severity is Severity.ERROR)
_APART = "\n\n"
"""Between two texts that are not one: no number goes on across it."""
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|ruby|s|samp|small|span"
    r"|strong|sub|sup|time|u|var|wbr)(?![A-Za-z0-9-])[^<>]*>|<!--[^<>]*-->",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[A-Za-z/!?][^<>]*>")
_DRAWN = re.compile(r"""\s(?:d|points|viewBox|transform|style|integrity)=(?:"[^"]*"|'[^']*')""")
_NUMBERS = re.compile(r"@|(?:[0-9][^0-9]{0,12}){11}|%[0-9A-F]{2}")
_SHORT = 14
"""No tag of so many characters holds a number or an address of a mailbox."""
# What stands between the values of data, and never within one.
_STRUCTURE = dict.fromkeys(map(ord, ',;:[]{}()|\n\t"'), _APART)


def in_page(lines: Iterable[str]) -> Sequence[Hit]:
    """What a reader of HTML sees or a program finds in its attributes."""
    text = _APART.join(lines)
    shown = _TAG.sub(_APART, _INLINE.sub("", text))
    attributes = (_DRAWN.sub("", tag) for tag in set(_TAG.findall(text)))
    long = (tag for tag in attributes if len(tag) > _SHORT)
    written = sorted(tag for tag in long if _NUMBERS.search(tag))
    return found_by(_GRAVE, f"{shown}{_APART}{_APART.join(written)}")


def in_data(lines: Iterable[str]) -> Sequence[Hit]:
    """What stands in the values of JSON, CSV, scripts, feeds and plain text."""
    return found_by(_GRAVE, _APART.join(lines).translate(_STRUCTURE))


def unseen(text: str, seen: set[str]) -> Iterator[str]:
    """The lines that were not seen yet; they are now."""
    for line in text.split("\n"):
        if line not in seen:
            seen.add(line)
            yield line
