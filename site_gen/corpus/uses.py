"""Which attachments something public names: only they are published.

What was taken down, and what is withheld, names nothing: its pictures go with it.
"""

import re
from collections.abc import Iterable, Iterator

from site_gen.corpus.corpus import Corpus
from site_gen.findings import Where
from site_gen.records.case import Case
from site_gen.records.model import Part
from site_gen.records.names import Evidence
from site_gen.records.record import Item, Record
from site_gen.records.text import Text
from site_gen.vocabulary.settings import Disclosure

# Whatever might be a link or picture: a name too many is better than a picture that is not there.
_TARGET = re.compile(r"\]\(\s*<?([^\s<>()]+)")


_BARE = (str, dict, Where)
"""Texts, and the places of what is written: no evidence is in them."""


def used_attachments(corpus: Corpus) -> tuple[tuple[str, str], ...]:
    """Region and file name of every attachment that the site shows or links to, sorted."""
    named = {
        (record.id.region, name)
        for record in corpus.records.values()
        if not record.is_withdrawn
        for name in _named(record)
    }
    return tuple(sorted(named & corpus.attachments.keys()))


def _named(record: Record) -> Iterator[str]:
    yield from _in_values((record.head,))
    if isinstance(record.head, Case) and record.head.cover:
        yield str(record.head.cover)
    for item in record.items:
        if not _is_withheld(item):
            yield from _in_values((item.head,))
            for event in item.events:
                yield from _in_values(event.parts.values())
    for passages in (record.prose, *record.translations.values()):
        yield from _in_prose(passages)


def _is_withheld(item: Item) -> bool:
    return getattr(item.head, "disclosure", None) is Disclosure.WITHHELD


def _in_values(values: Iterable[object]) -> list[str]:
    """The files of all evidence in values and in the maps and lists among them."""
    found: list[str] = []
    for value in values:
        if not value or isinstance(value, _BARE):
            continue  # most are: nothing more need be asked of them
        if isinstance(value, Evidence):
            found += [link.target for link in value.links if not link.is_external]
        elif isinstance(value, Part):
            found += _in_values(vars(value).values())
        elif isinstance(value, tuple):
            found += _in_values(value)
    return found


def _in_prose(passages: Iterable[Text]) -> Iterator[str]:
    for passage in passages:
        yield from _TARGET.findall(passage)
