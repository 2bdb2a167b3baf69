"""Which keys a model takes, under which names, and what lies behind each.

Made from the model's annotations and the vocabulary, once for each model; no
kind of record is known here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from site_gen.records.model import Part
from site_gen.records.reading import Reads, read_text
from site_gen.vocabulary.fields import fields_of

REASON_MARK = "；"
"""Before the form of a key that no one can write as a key of its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One key: ``part`` is the model of a nested map, ``many`` a list of such maps."""

    key: str
    label: str
    part: type[Part] | None
    many: bool
    is_line: bool
    """Whether its value can only be one text."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The entries of a model by every form in which their keys may be written."""

    by_form: Mapping[str, Entry]
    labels: Mapping[str, str]
    """English key → the label written in records."""

    @property
    def labels_and_keys(self) -> list[str]:
        """Every form in which a key may be written, the labels first."""
        return [*self.labels.values(), *self.labels]


@dataclass(frozen=True, slots=True)
class Words:
    """All keys below a model, for reading lines before their structure is known."""

    known: frozenset[str]
    lines: frozenset[str]
    """Keys whose value can only be one text."""
    inside: Mapping[str, frozenset[str]]
    """For keys of nested maps: the keys that may stand in them."""
    first: str
    """The key that is written first, as an example."""


@cache
def shape_of(model: type[Part]) -> Shape:
    """The shape of one model.

    A field ``<key>_reason`` without a row of its own is what ``；原因：`` adds to a key.
    """
    by_form: dict[str, Entry] = {}
    labels: dict[str, str] = {}
    for row in fields_of(*model.owners):
        field = model.model_fields.get(row.key)
        if field is None or row.key in labels:
            continue
        types = list(_types(field.annotation))
        part = next((one for one in types if isinstance(one, type) and issubclass(one, Part)), None)
        many = part is not None and tuple in types
        is_line = any(one is read_text for one in _readers(field.annotation, field.metadata))
        entry = Entry(row.key, row.label, part, many, is_line)
        labels[row.key] = row.label
        by_form.setdefault(row.label, entry)
        by_form.setdefault(row.key, entry)
        reason = f"{row.key}_reason"
        if reason in model.model_fields:
            form = REASON_MARK + reason
            by_form[form] = Entry(reason, form, None, many=False, is_line=True)
    return Shape(by_form, labels)


def _types(annotation: Any) -> Iterator[Any]:
    """Every type an annotation mentions; the origin before its arguments."""
    origin = get_origin(annotation)
    yield annotation if origin is None else origin
    for inner in get_args(annotation):
        yield from _types(inner)


def _readers(annotation: Any, metadata: list[Any]) -> Iterator[Any]:
    marks = [*metadata, *(mark for one in get_args(annotation) for mark in get_args(one))]
    return (mark.reader for mark in marks if isinstance(mark, Reads))


@cache
def words_of(model: type[Part]) -> Words:
    """All keys of a model and of what is nested in it."""
    known: set[str] = set()
    lines: set[str] = set()
    inside: dict[str, frozenset[str]] = {}
    for form, entry in shape_of(model).by_form.items():
        known.add(form)
        if entry.is_line:
            lines.add(form)
        if entry.part:
            below = words_of(entry.part)
            known |= below.known
            inside |= below.inside
            inside[form] = frozenset(shape_of(entry.part).by_form)
    first = next(iter(shape_of(model).labels.values()), "")
    return Words(frozenset(known), frozenset(lines), inside, first)
