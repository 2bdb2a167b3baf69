"""The tree of regions: names, levels and parents, from the code table where it has them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from site_gen.records.divisions import DIVISIONS
from site_gen.records.record import Record
from site_gen.records.region import Region
from site_gen.vocabulary.settings import RegionLevel


@dataclass(frozen=True, slots=True)
class Place:
    """A region in the tree; ``parent`` is a folder name, None at the top.

    ``order`` sorts siblings: by code, then by folder.
    """

    id: str
    name: str
    level: RegionLevel
    parent: str | None
    head: Region
    record: Record
    children: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, str]:
        """By code, those without one last."""
        return (str(self.head.code or "~"), self.id)


def build_tree(regions: Iterable[Record]) -> Mapping[str, Place]:
    """Every region by folder name; parents that do not exist or run in a circle are None."""
    heads = {record.id.region: record for record in regions}
    folder_of = {
        str(_head(record).code): name for name, record in heads.items() if _head(record).code
    }
    parents = {name: _parent(_head(record), folder_of) for name, record in heads.items()}
    parents = {name: None if _circular(name, parents) else parents[name] for name in parents}
    parents = {name: above if above in heads else None for name, above in parents.items()}
    places = {name: _place(name, heads[name], parents) for name in heads}
    ordered = sorted(places.values(), key=lambda place: place.order)
    below: dict[str, list[str]] = {}
    for place in ordered:
        if place.parent is not None:
            below.setdefault(place.parent, []).append(place.id)
    return {place.id: replace(place, children=tuple(below.get(place.id, ()))) for place in ordered}


def _head(record: Record) -> Region:
    if not isinstance(record.head, Region):
        raise TypeError(record.id)
    return record.head


def _parent(head: Region, folder_of: Mapping[str, str]) -> str | None:
    """The nearest region above in the code table that has a folder, else what is written."""
    code = DIVISIONS[head.code].parent if head.code else ""
    while code:
        if code in folder_of:
            return folder_of[code]
        code = DIVISIONS[code].parent
    return str(head.parent) if head.parent else None


def _circular(name: str, parents: Mapping[str, str | None]) -> bool:
    seen: set[str] = set()
    here = parents.get(name)
    while here is not None and here not in seen:
        if here == name:
            return True
        seen.add(here)
        here = parents.get(here)
    return False


def _place(name: str, record: Record, parents: Mapping[str, str | None]) -> Place:
    head = _head(record)
    division = DIVISIONS.get(head.code) if head.code else None
    called = str(head.name) if head.name else (division.name if division else name)
    level = division.level if division else _level(name, parents)
    return Place(name, called, level, parents[name], head, record)


def _level(name: str, parents: Mapping[str, str | None]) -> RegionLevel:
    """Of a region without a code: one that others lie in is a prefecture, else a county."""
    has_children = any(above == name for above in parents.values())
    return RegionLevel.PREFECTURE if has_children else RegionLevel.COUNTY


def upwards(region: str, places: Mapping[str, Place]) -> Iterator[Place]:
    """The region itself and every region it lies in, the nearest first."""
    here = places.get(region)
    while here is not None:
        yield here
        here = places.get(here.parent) if here.parent else None


def area_of(region: str, places: Mapping[str, Place]) -> str:
    """The region below the topmost one in which a region lies, such as its prefecture.

    A topmost region, and one that is in no tree, is its own area.
    """
    way_up = [place.id for place in upwards(region, places)] or [region]
    return way_up[-2] if len(way_up) > 1 else way_up[0]


def in_order(places: Mapping[str, Place]) -> Iterator[Place]:
    """Every region, parents before children, siblings by code: the order of every list."""
    for place in sorted(places.values(), key=lambda place: place.order):
        if place.parent is None:
            yield from _with_below(place, places)


def _with_below(place: Place, places: Mapping[str, Place]) -> Iterator[Place]:
    yield place
    for child in place.children:
        yield from _with_below(places[child], places)
