"""The prose of a record as a page shows it: its passages rendered, links relative to the page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_gen.corpus.links import targets_of
from site_gen.pages.view import View
from site_gen.prose import SafeHtml, TranslatedHtml, render_prose
from site_gen.records.record import Record
from site_gen.records.text import Text

LESSONS = frozenset({"启示", "经验", "经验启示", "体会", "学到什么"})
"""Headings under which a story says what others can learn from it; the contract calls it 启示."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a story under one heading; what stands before the first has none."""

    html: SafeHtml
    has_heading: bool
    is_lesson: bool
    pictures: tuple[str, ...]
    """The file names of what it shows."""


def prose_of(view: View, record: Record, address: str, top: int = 2) -> SafeHtml:
    """All passages of a record for the page at ``address``; empty where it has none.

    ``top`` is the level of the highest headings. Translations come with it.
    """
    targets = targets_of(view.corpus, record)
    base = "../" * address.count("/") or "./"

    def shown(passages: Iterable[Text]) -> SafeHtml:
        rendered = (render_prose(passage, targets, base, top) for passage in passages)
        return SafeHtml("\n".join(passage.html for passage in rendered))

    if not record.translations:
        return shown(record.prose)
    translated = {language: shown(own) for language, own in record.translations.items()}
    return TranslatedHtml(shown(record.prose), translated)


def chapters_of(view: View, record: Record, address: str) -> Iterator[Chapter]:
    """The passages of a story for the page at ``address``, without those of nothing but a heading.

    The others keep the order in which they were written.
    """
    targets = targets_of(view.corpus, record)
    base = "../" * address.count("/") or "./"
    for passage in record.prose:
        heading = _heading(passage)
        if _is_told(passage):
            shown = render_prose(passage, targets, base)
            yield Chapter(shown.html, bool(heading), heading in LESSONS, shown.pictures)


def _heading(passage: Text) -> str:
    first = passage.partition("\n")[0]
    return first.lstrip("#＃").strip() if first.startswith(("#", "＃")) else ""


def _is_told(passage: Text) -> bool:
    """Whether anything stands below the headings."""
    return any(line.strip() and not line.startswith(("#", "＃")) for line in passage.split("\n"))
