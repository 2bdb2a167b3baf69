"""The summary list of a session: when, where, who; plain words first, only what is known."""

from collections.abc import Callable, Iterator

from site_gen.addresses import record_address
from site_gen.language import joined
from site_gen.pages.crossings import theme_cells, topic_cell
from site_gen.pages.lists import record_cell, region_cells
from site_gen.pages.shapes import Cell, Fact, Value
from site_gen.pages.unit_cells import named_cell
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.records.model import Source
from site_gen.records.names import Reference
from site_gen.records.record import Record
from site_gen.records.session import Session
from site_gen.vocabulary.fields import field
from site_gen.vocabulary.settings import Nature

_OFFICE_WORDS = frozenset({"method", "timing", "origin", "announced", "plan", "follows"})
"""Keys whose official term is none that people use; it stands small beside the plain word."""

Show = Callable[[View, Record, Session], Value | None]


def session_facts(view: View, record: Record, head: Session) -> tuple[Fact, ...]:
    """The rows of the summary list, in the order in which records are written."""
    return tuple(_rows(view, record, head))


def _rows(view: View, record: Record, head: Session) -> Iterator[Fact]:
    for key, show in _SHOWN.items():
        # A session without a place may have a village in its stead.
        if getattr(head, key) or key == "place":
            value = show(view, record, head)
            if value:
                yield _fact("session", key, value)
    source = source_cell(head.source)
    if source is not None:
        yield _fact("record", "source", source)


def _fact(owner: str, key: str, value: Value) -> Fact:
    row = field(owner, key)
    fact = Fact(label=row.plain, value=value)
    if key in _OFFICE_WORDS:
        fact["official"] = row.label
    return fact


def source_cell(source: Source | None) -> Cell | None:
    """Where a record was compiled from: title, publisher, day, and whether anybody asked."""
    if source is None:
        return None
    day = day_words(source.date) if source.date else ""
    known = [str(source.publisher or ""), day, source.nature.plain]
    cell = Cell(text=str(source.title), note=joined("，", (part for part in known if part)))
    if source.url:
        cell["url"] = str(source.url)
    return cell


def _held(_: View, __: Record, head: Session) -> Value | None:
    return day_words(head.held) if head.held else None


def _place(_: View, __: Record, head: Session) -> Value | None:
    village = "".join((head.village.township, head.village.village)) if head.village else None
    return str(head.place) if head.place else village


def _named(kind: str, key: str) -> Show:
    """Names as links to the records they are of."""

    def show(view: View, record: Record, head: Session) -> Value | None:
        cells = []
        for name in getattr(head, key):
            found = view.corpus.find(kind, name, record)
            cells.append(
                Cell(text=str(name), address=record_address(found))
                if found
                else Cell(text=str(name))
            )
        return tuple(cells)

    return show


def _brands(_: View, __: Record, head: Session) -> Value | None:
    return joined("、", head.brand)


def _word(key: str) -> Show:
    def show(_: View, __: Record, head: Session) -> Value | None:
        word = getattr(head, key)
        return str(word.plain) if word else None

    return show


def _text(key: str) -> Show:
    def show(_: View, __: Record, head: Session) -> Value | None:
        return str(getattr(head, key) or "")

    return show


def _host(view: View, record: Record, head: Session) -> Value | None:
    return named_cell(view, record, head.host) if head.host else None


def _nature(_: View, __: Record, head: Session) -> Value | None:
    return None if head.nature is Nature.CONSULTATION else head.nature.plain


def _announced(_: View, __: Record, head: Session) -> Value | None:
    return day_words(head.announced) if head.announced else None


def _plan(view: View, record: Record, head: Session) -> Value | None:
    return topic_cell(view, record, head.plan) if head.plan else None


def _themes(view: View, record: Record, _: Session) -> Value | None:
    return theme_cells(view, record)


def _regions(view: View, record: Record, head: Session) -> Value | None:
    return region_cells(view, record)[1:] if head.regions else None


def _references(kind: str, key: str) -> Show:
    def show(view: View, record: Record, head: Session) -> Value | None:
        return tuple(_referred(view, record, kind, each) for each in getattr(head, key))

    return show


def _referred(view: View, record: Record, kind: str, reference: Reference) -> Cell:
    target = view.corpus.target(reference, kind, record)
    return record_cell(target) if target else Cell(text=str(reference.written))


_SHOWN: dict[str, Show] = {
    "held": _held,
    "place": _place,
    "platform": _named("platform", "platform"),
    "method": _named("method", "method"),
    "brand": _brands,
    "form": _word("form"),
    "nature": _nature,
    "timing": _word("timing"),
    "origin": _word("origin"),
    "channel": _text("channel"),
    "announced": _announced,
    "plan": _plan,
    "themes": _themes,
    "host": _host,
    "participants": _text("participants"),
    "regions": _regions,
    "proposals": _references("proposal", "proposals"),
    "follows": _references("session", "follows"),
    "consensus": _text("consensus"),
}
