"""What an event says, in words the public reads: for pages, search and lists alike."""

import re
from typing import Any

from site_gen.language import joined
from site_gen.records.dates import PartialDate
from site_gen.records.events import Event
from site_gen.records.names import Evidence, Reference, Voids
from site_gen.vocabulary import Word

# The marks of headings, quotes and lists. Every pattern here is linear in what it reads.
_LINE_MARKS = re.compile(r"^\s*(?:(?:#{1,6}|>|[-*+]|\d{1,3}[.)])(?:\s+|$))+")
_RULER = " \t|:-"
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_STRONG = re.compile(r"\*\*([^*]+)\*\*")


def value_text(value: Any) -> str:
    """A value of an event as text: terms for words, names joined by ``、``."""
    if isinstance(value, str):
        return value.plain if isinstance(value, Word) else str(value)
    if isinstance(value, tuple):
        return joined("、", (value_text(part) for part in value))
    if isinstance(value, Evidence):
        return joined("、", [link.label for link in value.links] + [value.text] * bool(value.text))
    if isinstance(value, Reference | Voids):
        return str(value.written)
    return "" if value is None else str(value)


def event_text(event: Event) -> str:
    """Everything an event line says, for searching; a local letter alone says nothing."""
    pieces = [event.action.plain, value_text(event.content)]
    pieces += [value_text(value) for key, value in event.parts.items() if key != "local_class"]
    return " ".join(filter(None, pieces))


def prose_text(passage: str) -> str:
    """A Markdown passage without its marks, as one line; for searching, so quick, not exact."""
    lines = (_LINE_MARKS.sub("", line) for line in passage.splitlines() if line.strip(_RULER))
    words = " ".join(line.strip("| ").replace("|", " ") for line in lines)
    return _STRONG.sub(r"\1", _LINK.sub(r"\1", words)).strip()


def day_text(when: PartialDate | None) -> str:
    """A date as written; empty where unknown."""
    return str(when) if when else ""
