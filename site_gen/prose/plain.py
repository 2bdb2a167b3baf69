"""Passages that are only headings and paragraphs → HTML without the parser; most are no more.

It makes what the parser makes. Whatever might mean anything else is left to that: a line that
begins with anything but a letter, a number or a quotation mark, or that enumerates, and any
character but letters, digits and the punctuation of ordinary sentences.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

LEVELS = ("h2", "h3", "h4", "h5", "h6")

_HAN = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff“”‘’…—"
_BREAK = re.compile(rf"(?<=[{_HAN}])[ \t]*\n[ \t]*(?=[{_HAN}])")

_LETTERS = r"0-9A-Za-z\u4e00-\u9fff\u0f00-\u0fff\ua000-\ua48c"  # Latin, Han, Tibetan, Yi
_ENUMERATES = r"[一二三四五六七八九十]+、|[0-9]+[.、．)）]"
_LINE = (
    rf"(?!{_ENUMERATES})[{_LETTERS}“《]"
    rf"(?:[{_LETTERS}，。、；：？！“”‘’（）《》—…·.,:;/%()=-]|[ ](?!\n|\Z))*+(?=\n|\Z)"
)
_PLAIN = re.compile(rf"(?:\n*+(?:#{{1,6}} )?{_LINE})*+")
"""Without blanks at the end of a line, which are kept."""


def joined(text: str) -> str:
    """A text without its line breaks between two Han characters, which are no spaces."""
    return _BREAK.sub("", text) if "\n" in text else text


def levels(used: Iterable[str], top: int) -> Mapping[str, str]:
    """Written headings (``h1``) → shown ones: consecutive, the highest of level ``top``."""
    return {tag: LEVELS[min(top + n, 6) - 2] for n, tag in enumerate(sorted(set(used)))}


def plain_html(text: str, top: int) -> str | None:
    """The HTML of a passage that needs no parser; None for one that may."""
    if not _PLAIN.fullmatch(text):
        return None
    blocks = list(_blocks(text))
    shown = {"p": "p", **levels((tag for tag, _ in blocks if tag != "p"), top)}
    return "\n".join(f"<{shown[tag]}>{joined(words)}</{shown[tag]}>" for tag, words in blocks)


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Headings and paragraphs, each with the tag it is written as."""
    lines: list[str] = []
    for line in (*text.split("\n"), ""):
        if line and not line.startswith("#"):
            lines.append(line)
            continue
        if lines:
            yield "p", "\n".join(lines)
            lines = []
        if line:
            marks, _, words = line.partition(" ")
            yield f"h{len(marks)}", words
