"""The timeline of an item: every event in plain words, corrections visible, nothing left out.

Of a withheld item the dates, actions and closed words are shown, never free text.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from site_gen.addresses import item_address
from site_gen.corpus import Tracked
from site_gen.corpus.links import KIND_OF_WORD
from site_gen.docket.build import is_withheld
from site_gen.docket.tones import TONES, Tone
from site_gen.language import joined, say
from site_gen.lifecycle import Step as FoldStep
from site_gen.pages.lists import record_cell
from site_gen.pages.proofs import proofs_of
from site_gen.pages.shapes import Cell, Fact, Proof, Step
from site_gen.pages.tags import VERDICT_TONES
from site_gen.pages.unit_cells import named_cell
from site_gen.pages.view import View, once
from site_gen.pages.words import day_words, promise_words
from site_gen.records.dates import PartialDate, Promise
from site_gen.records.events import Event
from site_gen.records.names import Evidence, Reference, Voids
from site_gen.records.numbers import Counts
from site_gen.records.record import Item, Record
from site_gen.vocabulary import Word
from site_gen.vocabulary.fields import fields_of
from site_gen.vocabulary.progress import Action, AdoptionScope, Result

_TONES: Mapping[Action, Tone] = {
    Action.STARTED: "active",
    Action.INTERIM: "active",
    Action.REPLIED: "active",
    Action.REHANDLING: "active",
    Action.NOT_FILED: "stalled",
    Action.NOT_ADOPTED: "stalled",
    Action.RETURNED: "stalled",
    Action.DISPUTED: "stalled",
    Action.MERGED: "moved",
    Action.CONVERTED: "moved",
    Action.WITHDRAWN: "moved",
}


class Teller(NamedTuple):
    """What is needed to put the events of one item into words."""

    view: View
    tracked: Tracked
    regions: tuple[str, ...]
    """Those of the record, in which its names are looked up."""
    is_withheld: bool

    @property
    def record(self) -> Record:
        """The record that the item stands in."""
        return self.tracked.record

    def units(self, names: Any) -> str:
        """Units as written, each with its present name where that differs."""
        return _units(self.view, (tuple(names), self.regions)) if names else ""

    def target(self, reference: Reference) -> Cell:
        """The item or record that a reference means, as a link."""
        kind = KIND_OF_WORD.get(reference.kind, self.record.kind.key)
        record = self.view.corpus.target(reference, kind, self.record)
        if record is None:
            return Cell(text=str(reference.written))
        item = _item_of(record, reference)
        if item is None:
            return record_cell(record)
        named = say("{kind}{number}", kind=item.kind.term, number=item.number)
        here = record is self.record
        context = named if here else joined("，", (record.title, named))
        return Cell(text=context, address=item_address(record, item))


def teller_of(view: View, tracked: Tracked) -> Teller:
    """What tells of an item."""
    return Teller(view, tracked, view.corpus.regions_of(tracked.record), is_withheld(tracked))


@once
def _units(view: View, named: tuple[tuple[str, ...], tuple[str, ...]]) -> str:
    names, regions = named
    return joined("、", (_unit(view, str(name), regions) for name in names))


def _unit(view: View, name: str, regions: tuple[str, ...]) -> str:
    found = view.corpus.look_up("unit", name, regions)
    return (
        name
        if found is None or found.title == name
        else say("{name}（现{title}）", name=name, title=found.title)
    )


def _item_of(record: Record, reference: Reference) -> Item | None:
    if reference.item is None or record.is_withdrawn:
        return None
    wanted = reference.item
    return next(
        (item for item in record.items if (item.kind.term, item.number) == wanted),
        None,
    )


def steps_of(teller: Teller) -> tuple[Step, ...]:
    """The timeline of an item, oldest first, begun by the day it was raised."""
    history = teller.tracked.history
    told = [_told(teller, step) for step in history.steps]
    written = any(step.event.action is Action.RAISED for step in history.steps)
    if history.raised is None or written:
        return tuple(told)
    first = Step(date=history.raised, title=Action.RAISED.plain, official=Action.RAISED.term)
    return (first, *told)


def _told(teller: Teller, step: FoldStep) -> Step:
    event = step.event
    title_of = _TITLES.get(event.action)
    title = title_of(teller, event) if title_of else event.action.plain
    official = official_of(event)
    shown = Step(
        date=event.when, title=title, official="" if official == title else official,
        tone=tone_of(event), voided=step.voided_by is not None,
    )  # fmt: skip
    if not teller.is_withheld:
        shown["text"] = _text(event)
        shown["facts"] = _facts(teller, event)
        shown["evidence"] = _evidence(teller, event)
    return shown


def tone_of(event: Event) -> Tone:
    """The colour of an event's mark; the result's or finding's own where it has one."""
    if event.action is Action.CLOSED:
        return TONES[event.content]
    if event.action is Action.LOOKBACK:
        return VERDICT_TONES[event.content]
    if event.action is Action.FEEDBACK:
        return "stalled" if event.content.any_dissatisfied else "done"
    return _TONES.get(event.action, "waiting")


def official_of(event: Event) -> str:
    """The official term of an event, with the word of a result or a finding."""
    if isinstance(event.content, Word):
        return say("{label}：{text}", label=event.action.term, text=event.content.term)
    return event.action.term


def _assigned(teller: Teller, event: Event) -> str:
    return say("交给{units}处理", units=teller.units(event.content))


def _referred(teller: Teller, event: Event) -> str:
    return say("转给{units}", units=teller.units(event.content))


def _replied(teller: Teller, event: Event) -> str:
    who = teller.units(event.parts.get("unit"))
    return say("{who}答复", who=who) if who else event.action.plain


def _interim(teller: Teller, event: Event) -> str:
    who = teller.units(event.parts.get("unit"))
    return say("{who}先答复一部分", who=who) if who else event.action.plain


def _closed(_: Teller, event: Event) -> str:
    return str(event.content.plain)


def _rated(_: Teller, event: Event) -> str:
    counts: Counts = event.content
    return say("{label}：{text}", label=event.action.plain, text=counts)


def _extended(_: Teller, event: Event) -> str:
    return say("期限延到{day}", day=day_words(event.content))


def _adopted(_: Teller, event: Event) -> str:
    partly = event.parts.get("scope") is AdoptionScope.PARTIAL
    return say("采纳了一部分") if partly else event.action.plain


def _reported(_: Teller, event: Event) -> str:
    return say("报到{level}", level=event.content.plain)


_TITLES: Mapping[Action, Callable[[Teller, Event], str]] = {
    Action.ASSIGNED: _assigned,
    Action.REFERRED: _referred,
    Action.REPLIED: _replied,
    Action.INTERIM: _interim,
    Action.CLOSED: _closed,
    Action.LOOKBACK: _closed,
    Action.FEEDBACK: _rated,
    Action.EXTENDED: _extended,
    Action.ADOPTED: _adopted,
    Action.REPORTED: _reported,
}
_BY_WHOM = frozenset(
    {Action.FILED, Action.ADOPTED, Action.TAKEN_UP, Action.SUPERVISED, Action.REHANDLING}
)
_WHERE = frozenset({Action.POSTED, Action.LODGED})
_SAYS_WHO_OR_WHERE = _BY_WHOM | _WHERE


def _text(event: Event) -> str:
    """The free text of an event, where its content is one and no fact shows it."""
    content = event.content
    if not isinstance(content, str) or isinstance(content, Word):
        return ""
    return "" if event.action in _SAYS_WHO_OR_WHERE else str(content)


def _facts(teller: Teller, event: Event) -> tuple[Fact, ...]:
    content = _content_fact(teller, event)
    facts = [
        _part_fact(teller, key, value)
        for key, value in event.parts.items()
        if _is_fact(value) and (event.action, key) not in _IN_TITLE
    ]
    return tuple(facts) if content is None else (content, *facts)


def _is_fact(value: Any) -> bool:
    """Evidence has a place of its own, unless it is nothing but words."""
    return not (isinstance(value, Evidence) and value.links)


_IN_TITLE = frozenset(
    {
        (Action.REPLIED, "unit"),
        (Action.INTERIM, "unit"),
        (Action.ADOPTED, "scope"),
    }
)


def _content_fact(teller: Teller, event: Event) -> Fact | None:
    """The content of an event that is neither its text nor in its title."""
    content = event.content
    if event.action is Action.REHANDLING:
        return Fact(label=say("为什么"), value=content.plain)
    if isinstance(content, Reference):
        return Fact(label=say("在哪里看"), value=teller.target(content))
    if content is None or event.action not in _SAYS_WHO_OR_WHERE:
        return None
    if event.action in _WHERE:
        return Fact(label=say("在哪里"), value=str(content))
    return Fact(label=say("由谁"), value=named_cell(teller.view, teller.record, str(content)))


_LABELS = {row.key: row.plain for row in fields_of("event")}


def _part_fact(teller: Teller, key: str, value: Any) -> Fact:
    label = _LABELS[key]
    if key in ("unit", "supporting"):
        return Fact(label=label, value=teller.units(value))
    if key == "local_class":
        return Fact(label=say("本地分类"), value=_class_cell(teller, str(value)))
    return Fact(label=label, value=_value_words(value))


def _value_words(value: Any) -> str:
    if isinstance(value, str):
        return value.plain if isinstance(value, Word) else str(value)
    if isinstance(value, PartialDate):
        return day_words(value)
    if isinstance(value, Promise):
        return promise_words(value)
    if isinstance(value, Evidence):
        return value.text
    return str(value.written) if isinstance(value, Voids) else str(value)


def _class_cell(teller: Teller, letter: str) -> Cell:
    """A local letter with what it means there: alone it means something else elsewhere."""
    meant = _classes(teller).get(letter, ())
    if not meant:
        return Cell(text=say("{letter}：含义没有说明", letter=letter))
    plain, official = (joined("或", words) for words in zip(*map(_both_words, meant), strict=True))
    cell = Cell(text=say("{letter}：{word}", letter=letter, word=plain))
    if official != plain:
        cell["official"] = official
    return cell


def _both_words(result: Result) -> tuple[str, str]:
    return result.plain, result.term


def _classes(teller: Teller) -> Mapping[str, tuple[Result, ...]]:
    places = teller.view.corpus.places
    here: str | None = teller.record.id.region
    while here is not None and here in places:
        classes = places[here].head.classes
        if classes is not None:
            return classes
        here = places[here].parent
    return {}


def _evidence(teller: Teller, event: Event) -> tuple[Proof, ...]:
    found = [value for value in event.parts.values() if not _is_fact(value)]
    return tuple([proof for one in found for proof in proofs_of(teller.view, teller.record, one)])
