"""Which attachments something public names: only they are published.

What was taken down, and what is withheld, names nothing: its pictures go with it.
"""

import re
from collections.abc import Iterable, Iterator

from site_gen.corpus.corpus import Corpus
from site_gen.records.case import Case
from site_gen.records.model import Part
from site_gen.records.names import Evidence
from site_gen.records.record import Item, Record
from site_gen.records.text import Text
from site_gen.vocabulary.settings import Disclosure

# Whatever might be a link or picture: a name too many is better than a picture that is not there.
_TARGET = re.compile(r"\]\(\s*<?([^\s<>()]+)")


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
            yield from _in_values(value for one in item.events for value in one.parts.values())
    for passages in (record.prose, *record.translations.values()):
        yield from _in_prose(passages)


def _is_withheld(item: Item) -> bool:
    return getattr(item.head, "disclosure", None) is Disclosure.WITHHELD


def _in_values(values: Iterable[object]) -> Iterator[str]:
    """The files of all evidence in values and in the maps and lists among them."""
    for value in values:
        if not value or isinstance(value, str):
            continue  # most are: of texts and of nothing nothing more need be asked
        if isinstance(value, Evidence):
            yield from (link.target for link in value.links if not link.is_external)
        elif isinstance(value, Part):
            yield from _in_values(vars(value).values())
        elif isinstance(value, tuple):
            yield from _in_values(value)


def _in_prose(passages: Iterable[Text]) -> Iterator[str]:
    for passage in passages:
        yield from _TARGET.findall(passage)
