"""A suggestion or a problem as a card: what was asked, what was answered, where it stands.

One composition for every page that shows items in full; lists use :mod:`site_gen.pages.lists`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_gen.addresses import item_address
from site_gen.docket.build import is_withheld
from site_gen.docket.entry import Entry
from site_gen.language import joined, say
from site_gen.pages.contacts import whom_to_ask
from site_gen.pages.dues import due_cells
from site_gen.pages.heads import part_facts
from site_gen.pages.joins import joined_facts
from site_gen.pages.shapes import Cell, Fact, Step, Tag, Value
from site_gen.pages.steps import steps_of, teller_of
from site_gen.pages.tags import notes_of, tags_of
from site_gen.pages.unit_cells import unit_cells
from site_gen.pages.view import View
from site_gen.pages.voices import Voices, voices_of
from site_gen.records.record import Item
from site_gen.records.session import Problem, Suggestion
from site_gen.vocabulary.fields import field
from site_gen.vocabulary.settings import Disclosure


@dataclass(frozen=True, slots=True)
class ItemCard:
    """One item in full. ``title`` is empty for a withheld one; ``withheld`` says why."""

    number: int
    kind: str
    title: str
    anchor: str
    address: str
    tags: tuple[Tag, ...]
    notes: tuple[str, ...]
    facts: tuple[Fact, ...]
    voices: Voices | None
    steps: tuple[Step, ...]
    withheld: str = ""
    is_summary: bool = False
    """Whether only a summary of what was said is public (摘要)."""


def item_card(view: View, entry: Entry) -> ItemCard:
    """The card of an entry; raises ValueError for one that has no life cycle."""
    tracked = entry.tracked
    if tracked is None:
        raise ValueError(f"{entry.id}: no item")
    item, teller = tracked.item, teller_of(view, tracked)
    hidden = teller.is_withheld
    return ItemCard(
        number=item.number,
        kind=item.kind.term,
        title="" if hidden else entry.title,
        anchor=item.anchor,
        address=item_address(entry.record, item),
        tags=tags_of(view, entry),
        notes=notes_of(entry),
        facts=tuple(_facts(view, entry, item)),
        voices=voices_of(teller, entry),
        steps=steps_of(teller),
        withheld=_why_withheld(item) if hidden else "",
        is_summary=_disclosure(item) is Disclosure.SUMMARY,
    )


def first_picture(cards: Iterable[ItemCard]) -> str:
    """The address of the first picture among the evidence of some items; empty without one."""
    steps = (step for card in cards for step in card.steps)
    proofs = (proof for step in steps for proof in step.get("evidence", ()))
    return next((proof["picture"].address for proof in proofs if "picture" in proof), "")


def _disclosure(item: Item) -> Disclosure:
    return item.head.disclosure if isinstance(item.head, Suggestion) else Disclosure.FULL


def _why_withheld(item: Item) -> str:
    reason = item.head.disclosure_reason if isinstance(item.head, Suggestion) else None
    return (
        say("{label}：{text}", label=Disclosure.WITHHELD.plain, text=reason)
        if reason
        else Disclosure.WITHHELD.plain
    )


def _facts(view: View, entry: Entry, item: Item) -> Iterator[Fact]:
    """Who has to do it and until when first; then what is known about it."""
    yield from _handling(view, entry)
    if isinstance(item.head, Suggestion) and item.head.disclosure is not Disclosure.WITHHELD:
        yield from _about(item.head)
    elif not isinstance(item.head, Suggestion | Problem):
        yield from part_facts(view, entry.record, item.head)
    if isinstance(item.head, Problem):
        yield from _linked(view, entry, item.head)
    else:
        yield from _linked_by(view, entry, item)
    yield from joined_facts(view, entry)
    if entry.is_live and not entry.is_compiled:
        yield from _known(say("找谁问"), whom_to_ask(view, entry))


def _handling(view: View, entry: Entry) -> Iterator[Fact]:
    standing = entry.standing
    if standing is None:
        return
    state, record = standing.state, entry.record
    if state.lead:
        yield from _known(say("交给谁"), unit_cells(view, record, state.lead), say("承办单位"))
    if state.supporting:
        yield from _known(say("谁配合"), unit_cells(view, record, state.supporting), say("会办"))
    if standing.dues:
        yield from _known(say("期限"), due_cells(standing.dues, standing.today))


_ABOUT = {
    key: field("suggestion", key).plain
    for key in ("raised_by", "type", "beneficiaries", "investment")
}


def _about(head: Suggestion) -> Iterator[Fact]:
    for key, label in _ABOUT.items():
        value = getattr(head, key)
        if value:
            yield Fact(label=label, value=value.plain if key == "type" else str(value))


def _linked(view: View, entry: Entry, head: Problem) -> Iterator[Fact]:
    """The suggestions that would solve a problem, each with where it stands."""
    wanted = {f"s{number}" for number in head.suggestions}
    cells = tuple(
        _item_cell(view, other) for other in _items(view, entry) if _anchor(other) in wanted
    )
    yield from _known(field("problem", "suggestions").plain, cells)


def _linked_by(view: View, entry: Entry, item: Item) -> Iterator[Fact]:
    """The problems that a suggestion would help to solve."""
    cells = tuple(
        Cell(text=_name(other), address=other.address)
        for other in view.entries_of(entry.record)
        if other.kind == "problem"
        and other.tracked is not None
        and isinstance(other.tracked.item.head, Problem)
        and str(item.number) in map(str, other.tracked.item.head.suggestions)
    )
    yield from _known(say("为了解决"), cells, say("问题"))


def _items(view: View, entry: Entry) -> tuple[Entry, ...]:
    return tuple(other for other in view.entries_of(entry.record) if other.tracked is not None)


def _anchor(entry: Entry) -> str:
    return entry.tracked.item.anchor if entry.tracked else ""


def _name(entry: Entry) -> str:
    """``建议1 修复破损路面``; a withheld item by its number alone."""
    if entry.tracked is None or is_withheld(entry.tracked):
        return entry.title
    item = entry.tracked.item
    named = say("{kind}{number}", kind=item.kind.term, number=item.number)
    return say("{named} {title}", named=named, title=entry.title)


def _item_cell(view: View, entry: Entry) -> Cell:
    standing = joined("；", (tag["label"] for tag in tags_of(view, entry)))
    return Cell(text=_name(entry), address=entry.address, note=standing)


def _known(label: str, value: Value, official: str = "") -> Iterator[Fact]:
    """A row, unless there is nothing to show in it."""
    if value:
        fact = Fact(label=label, value=value)
        if official:
            fact["official"] = official
        yield fact
