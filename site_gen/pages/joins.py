"""Items that were put together: each side says where the other is.

The item that went into another says so in its own timeline; here is what the other one says.
"""

from collections.abc import Iterator

from site_gen.docket.entry import Entry
from site_gen.language import joined, say
from site_gen.pages.shapes import Cell, Fact
from site_gen.pages.tags import tags_of
from site_gen.pages.view import View
from site_gen.vocabulary.progress import Stage

_LABELS = (
    (Stage.MERGED, say("并进来的"), say("并案")),
    (Stage.CONVERTED, say("从哪里转来"), say("转为")),
)


def joined_facts(view: View, entry: Entry) -> Iterator[Fact]:
    """What was merged into an item, and what was converted into it."""
    if entry.tracked is None:
        return
    found = view.joined.get((entry.record.id, entry.tracked.item.anchor), ())
    if not found:
        return
    entries = [view.entry_of(one) for one in found]
    for stage, label, official in _LABELS:
        cells = tuple(_cell(view, one) for one in entries if one is not None and one.stage is stage)
        if cells:
            yield Fact(label=label, value=cells, official=official)


def _cell(view: View, entry: Entry) -> Cell:
    """An item as a link, with what it belongs to."""
    notes = [entry.context, *(tag["label"] for tag in tags_of(view, entry)[1:])]
    return Cell(text=entry.title, address=entry.address, note=joined("；", filter(None, notes)))
