"""Values → the words a reader sees: dates, shares, safe outward links.

Pure text; markup stays in the templates.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from site_gen.language import say
from site_gen.language.days import MONTHS, day_message

_OUTWARD = ("http://", "https://", "mailto:", "tel:")
_CLAUSE = re.compile(r"[^，。；：！？—]+[，。；：！？”）—]*|[，。；：！？—]+")
_DATE = re.compile(r"(\d{4}-\d{2}(?:-\d{2})?)")
_PARTS = ("年", "月", "日")


def iso(value: object) -> str:
    """A date, whole or partial, for ``datetime=""``: ``2023-05-12``, ``2023-05``, ``2023``."""
    return value.isoformat() if isinstance(value, date) else str(value)


def when(value: object) -> str:
    """A date, whole or partial, in words: ``2023年5月12日``, ``2023年5月``, ``2023年``.

    Text that is no ISO date (``不详``) stays as it is; a time of day (``2023-05-12 19:30``) follows
    the day.
    """
    day, _, hour = iso(value).replace("T", " ").partition(" ")
    numbers = day.split("-")
    if len(numbers) > len(_PARTS) or not all(part.isdecimal() for part in numbers):
        return iso(value)
    if len(numbers) > 1 and not 1 <= int(numbers[1]) <= MONTHS:
        return iso(value)
    words = day_message(*map(int, numbers))
    return say("{day} {time}", day=words, time=hour) if hour else words


def outward(url: str) -> str:
    """A link that leaves the site, or ``'#'`` where the address is of no kind we link to."""
    return url if url.lower().startswith(_OUTWARD) else "#"


def clauses(text: str) -> list[str]:
    """A heading in the pieces between which it may break: each ends with a punctuation mark."""
    return _CLAUSE.findall(text)


def month(label: str) -> tuple[str, str]:
    """``5月`` as number and 月, so that a narrow screen can leave that out; else it is whole."""
    number = label.removesuffix(_PARTS[1])
    return (number, _PARTS[1]) if number != label else (label, "")


@lru_cache(maxsize=1 << 13)
def dates(text: str) -> Sequence[tuple[str, str]]:
    """A text cut after each of its ISO dates, which must not break: what stands before, and it."""
    pieces = _DATE.split(text)
    return tuple(zip(pieces[::2], [*pieces[1::2], ""], strict=True))


def share(part: int, whole: int) -> float:
    """How much of ``whole`` a part is, in hundredths for drawing (0 when there is no whole)."""
    return round(100 * part / whole, 2) if whole > 0 else 0.0
