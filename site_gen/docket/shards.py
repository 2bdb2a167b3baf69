"""Rows → shards: the parts in which a browser loads the ledger and the search index.

A reader who looks at one prefecture or one year should not have to load the rest, and a part
whose rows did not change should keep its bytes. Few parts start faster than many, so small ones
are joined. Nothing here knows how a shard is written.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from itertools import groupby

from site_gen.docket.facets import Parents, above
from site_gen.docket.row import Row, newest_first

SMALLEST = 1500
"""Rows that are worth a part of their own: about 2 s of indexing, 100 KB of ledger."""
MOST = 24
"""About as many parts as a browser opens without noticeable delay."""
NOWHERE = "no-region"


@dataclass(frozen=True, slots=True)
class Shard:
    """Rows that travel together, the newest first."""

    name: str
    """Of its first area and first year: ``'aba-zhou-2021'``."""
    rows: tuple[Row, ...]

    @property
    def key(self) -> str:
        """Which rows it holds in which order, so that two files about it can be matched."""
        ids = json.dumps([row.id for row in self.rows])
        return sha256(ids.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class _Group:
    area: str
    year: str
    rows: tuple[Row, ...]


def plan_shards(
    rows: Iterable[Row], parents: Parents, smallest: int = SMALLEST
) -> tuple[Shard, ...]:
    """Every row in exactly one shard, by area and year, the shards sorted by name.

    Years of an area are joined, oldest first, until they are worth a shard; areas that are not
    worth one are joined.
    """
    groups = _groups(rows, parents)
    least = _least(sum(len(group.rows) for group in groups), smallest)
    shards: list[list[_Group]] = []
    small: list[_Group] = []
    for _, of_area in groupby(groups, key=lambda group: group.area):
        parts = _joined(of_area, least)
        if _size(parts[0]) < least:
            small += parts[0]
        else:
            shards += parts
    shards += _joined(small, least)
    return tuple(sorted(map(_shard, shards), key=lambda shard: shard.name))


def area_of(row: Row, parents: Parents) -> str:
    """The area of a row's first region: the region below the topmost one in which it lies.

    Below a province that is a prefecture; a region that is topmost itself is its own area.
    """
    regions = row.values("region")
    return _area(regions[0], parents) if regions else NOWHERE


def _area(region: str, parents: Parents) -> str:
    way_up = tuple(above(region, parents))
    return way_up[-2] if len(way_up) > 1 else way_up[0]


def _groups(rows: Iterable[Row], parents: Parents) -> list[_Group]:
    area = cache(partial(_area, parents=parents))
    found: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        regions = row.values("region")
        within = area(regions[0]) if regions else NOWHERE
        found[within, row.date[:4] or "undated"].append(row)
    # What lies nowhere comes last, so that a shard is seldom named after it.
    order = sorted(found, key=lambda key: (key[0] == NOWHERE, key))
    return [_Group(*key, tuple(found[key])) for key in order]


def _least(total: int, smallest: int) -> int:
    """Doubled as the site grows, so that the plan seldom changes as a whole."""
    while total > smallest * MOST:
        smallest *= 2
    return smallest


def _joined(groups: Iterable[_Group], least: int) -> list[list[_Group]]:
    """Neighbours joined until each part has at least so many rows; the rest goes to the last."""
    parts: list[list[_Group]] = []
    for group in groups:
        if not parts or _size(parts[-1]) >= least:
            parts.append([])
        parts[-1].append(group)
    if len(parts) > 1 and _size(parts[-1]) < least:
        rest = parts.pop()
        parts[-1] += rest
    return parts


def _size(part: list[_Group]) -> int:
    return sum(len(group.rows) for group in part)


def _shard(part: list[_Group]) -> Shard:
    name = f"{part[0].area}-{part[0].year}"
    return Shard(name, newest_first(row for group in part for row in group.rows))
