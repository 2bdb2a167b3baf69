"""What the head of a record says, as rows of a summary: whatever the kind, from its vocabulary.

The rows come in the order in which records are written, the plain word first. What a page shows
elsewhere (title, source, 撤下) is left out, and so is what nobody wrote.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from site_gen.addresses import ledger_address
from site_gen.docket.texts import value_text
from site_gen.docket.traits import themes_of
from site_gen.language import joined, say
from site_gen.pages.lists import record_cell
from site_gen.pages.proofs import attachment
from site_gen.pages.session_facts import source_cell
from site_gen.pages.shapes import Cell, Fact, Value
from site_gen.pages.view import View
from site_gen.pages.words import amount, day_words
from site_gen.records.dates import PartialDate
from site_gen.records.model import Part
from site_gen.records.names import Evidence, Link, Reference
from site_gen.records.record import Record
from site_gen.vocabulary.fields import Field, field, fields_of
from site_gen.vocabulary.settings import YesNo

_ELSEWHERE = frozenset({"source", "taken_down"})


def head_facts(view: View, record: Record) -> tuple[Fact, ...]:
    """The rows of a record's head, its source last."""
    left_out = _ELSEWHERE | {record.kind.title}
    facts = list(_facts(view, record, record.head, left_out))
    source = source_cell(record.head.source)
    if source is not None:
        facts.append(Fact(label=field("record", "source").plain, value=source))
    return tuple(facts)


def part_facts(view: View, record: Record, part: Part) -> tuple[Fact, ...]:
    """The rows of a map inside a record, such as the fields of an item."""
    return tuple(_facts(view, record, part, frozenset()))


def _facts(view: View, record: Record, part: Part, left_out: frozenset[str]) -> Iterator[Fact]:
    for row in fields_of(*part.owners):
        if row.key in left_out or row.key not in type(part).model_fields:
            continue
        value = _value(view, record, row, getattr(part, row.key))
        if value:
            yield _fact(row, value)


def _fact(row: Field, value: Value) -> Fact:
    fact = Fact(label=row.plain, value=value)
    if row.plain != row.label:
        fact["official"] = row.label
    return fact


def _value(view: View, record: Record, row: Field, value: Any) -> Value | None:
    if value is None or value is YesNo.NO:
        return None
    if row.key == "themes":
        return _themes(view, record)
    if isinstance(value, tuple):
        return tuple(_cell(view, record, row, each) for each in value)
    if isinstance(value, Evidence):
        return _evidence(view, record, value)
    return _cell(view, record, row, value)


def _themes(view: View, record: Record) -> tuple[Cell, ...]:
    named = zip(getattr(record.head, "themes", ()), themes_of(view.corpus, record), strict=True)
    return tuple(Cell(text=str(name), address=ledger_address(theme=key)) for name, key in named)


def _cell(view: View, record: Record, row: Field, value: Any) -> Cell | str:
    """One value: a record as a link, an address as one, a map as its keys with their values."""
    if isinstance(value, Reference):
        return _referred(view, record, row.key, value)
    if isinstance(value, Part):
        return joined("；", (_worded(fact) for fact in part_facts(view, record, value)))
    if isinstance(value, PartialDate):
        return day_words(value)
    if isinstance(value, Mapping):
        return joined(
            "、", (amount(value_text(key), value_text(each)) for key, each in value.items())
        )
    text = value_text(value)
    return Cell(text=text, url=text) if text.startswith(("https://", "http://")) else text


def _worded(fact: Fact) -> str:
    return say("{label}：{words}", label=fact["label"], words=_words(fact["value"]))


def _words(value: Value) -> str:
    if isinstance(value, str | int):
        return str(value)
    return str(value["text"]) if isinstance(value, dict) else joined("、", map(_words, value))


def _referred(view: View, record: Record, key: str, reference: Reference) -> Cell | str:
    kinds = (refers.kind for refers in record.kind.refers if refers.field == key)
    targets = (view.corpus.target(reference, kind, record) for kind in kinds)
    target = next((each for each in targets if each), None)
    return record_cell(target) if target else str(reference.written)


def _evidence(view: View, record: Record, evidence: Evidence) -> tuple[Cell, ...]:
    cells = [_link(view, record, link) for link in evidence.links]
    return (*cells, Cell(text=evidence.text)) if evidence.text else tuple(cells)


def _link(view: View, record: Record, link: Link) -> Cell:
    if link.is_external:
        return Cell(text=link.label, url=link.target)
    address = attachment(view, record, link.target)
    return Cell(text=link.label, address=address) if address else Cell(text=link.label)
