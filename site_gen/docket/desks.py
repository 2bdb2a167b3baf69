"""What each listed unit has before it: items it leads or supports, its clocks, what it must mend.

Names are looked up from the record they stand in, former names included, so that two units of one
name in two regions stay apart. Nothing is counted here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from site_gen.corpus import Corpus
from site_gen.docket.entry import Entry
from site_gen.lifecycle import Due, Standing
from site_gen.records.record import RecordId


@dataclass(frozen=True, slots=True)
class Desk:
    """What one unit has, all in docket order.

    ``leads`` are the items it leads now, or answered without having been given them; ``clocks``
    every term that ever ran against it, with its item; ``mends`` the rectifications it owes or
    has done; ``reviewed`` its own evaluations and supervisions.
    """

    leads: tuple[Entry, ...] = ()
    supports: tuple[Entry, ...] = ()
    clocks: tuple[tuple[Entry, Due], ...] = ()
    mends: tuple[Entry, ...] = ()
    reviewed: tuple[Entry, ...] = ()

    @property
    def entries(self) -> Iterator[Entry]:
        """Everything that lies on it, some of it more than once."""
        yield from (*self.leads, *self.supports, *self.mends, *self.reviewed)
        yield from (entry for entry, _ in self.clocks)


EMPTY = Desk()
"""Of a unit that has nothing."""


@dataclass(slots=True)
class _Pile:
    """A desk while it is being filled."""

    leads: list[Entry] = field(default_factory=list)
    supports: list[Entry] = field(default_factory=list)
    clocks: list[tuple[Entry, Due]] = field(default_factory=list)
    mends: list[Entry] = field(default_factory=list)
    reviewed: list[Entry] = field(default_factory=list)

    def desk(self) -> Desk:
        return Desk(
            tuple(self.leads),
            tuple(self.supports),
            tuple(self.clocks),
            tuple(self.mends),
            tuple(self.reviewed),
        )


def desks_of(corpus: Corpus, entries: Iterable[Entry]) -> Mapping[RecordId, Desk]:
    """The desks of all units that have anything, by the unit's record."""
    piles: dict[RecordId, _Pile] = {}
    for entry in entries:
        if entry.standing is not None and entry.tracked is not None:
            _lay_item(corpus, entry, entry.standing, piles)
        elif entry.kind == "rectification":
            for pile in _piles(corpus, entry, entry.units, piles):
                pile.mends.append(entry)
        elif entry.kind == "target":
            for pile in _piles(corpus, entry, entry.units, piles):
                pile.reviewed.append(entry)
    return {unit: pile.desk() for unit, pile in piles.items()}


def _lay_item(
    corpus: Corpus, entry: Entry, standing: Standing, piles: dict[RecordId, _Pile]
) -> None:
    for pile in _piles(corpus, entry, entry.units, piles):
        pile.leads.append(entry)
    for pile in _piles(corpus, entry, standing.state.supporting, piles):
        pile.supports.append(entry)
    for due in standing.dues:
        for pile in _piles(corpus, entry, due.clock.units, piles):
            pile.clocks.append((entry, due))


def _piles(
    corpus: Corpus, entry: Entry, names: Iterable[str], piles: dict[RecordId, _Pile]
) -> Iterator[_Pile]:
    for name in dict.fromkeys(names):
        unit = corpus.find("unit", name, entry.record)
        if unit is not None and not unit.is_withdrawn:
            yield piles.setdefault(unit.id, _Pile())
