"""Which items are like an item: of its theme and its regions or their area, the newer first.

The lists are laid out once, so that the neighbours of every item of a province are found without
looking at each pair.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import merge
from itertools import islice

from site_gen.docket.entry import Entry
from site_gen.records.record import RecordId

_Regions = tuple[str, ...]
_Key = tuple[str, _Regions | str]
"""A theme (empty for any), and the regions or the area."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """The items of one channel: the newest first, in lists of what they have in common."""

    lists: Mapping[_Key, tuple[tuple[int, Entry], ...]]
    """What is of regions, or of a theme in these or in an area: each with its place among all."""
    area: Callable[[Entry], str]
    """The area of an entry, such as its prefecture."""

    def like(self, entry: Entry, most: int) -> tuple[Entry, ...]:
        """Up to ``most`` others: of its theme and regions, its theme and area, its regions."""
        return tuple(islice(self._others(entry), most))

    def _others(self, entry: Entry) -> Iterator[Entry]:
        here, area = entry.regions, self.area(entry)
        seen: set[RecordId] = {entry.record.id}
        ranks = (
            [(theme, here) for theme in entry.themes],
            [(theme, area) for theme in entry.themes],
            [("", here)],
        )
        for keys in ranks:
            for _, other in merge(*(self.lists.get(key, ()) for key in keys), key=_place):
                if other.record.id not in seen:
                    seen.add(other.record.id)
                    yield other


def _place(numbered: tuple[int, Entry]) -> int:
    return numbered[0]


def nearby(newest_first: Iterable[Entry], area: Callable[[Entry], str]) -> Nearby:
    """The lists of a channel; of each record one entry counts, as proposals and opinions have."""
    found: dict[_Key, list[tuple[int, Entry]]] = {}
    for place, entry in enumerate(newest_first):
        keys: list[_Key] = [("", entry.regions)]
        for theme in entry.themes:
            keys += [(theme, entry.regions), (theme, area(entry))]
        for key in keys:
            found.setdefault(key, []).append((place, entry))
    return Nearby({key: tuple(listed) for key, listed in found.items()}, area)
