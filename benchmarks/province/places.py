"""Regions of the made-up province: prefectures, counties, townships and villages.

No name is one that the table of administrative divisions has.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random

from benchmarks.province.fragments import names, topics
from site_gen.records.divisions import DIVISIONS

PREFECTURES = 21
COUNTIES = 183
TOWNS = 6
VILLAGES = 4
GRID = 5
"""Columns of a tile grid."""

ONSETS = ("b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "q", "r", "s", "t", "w", "x", "z")
RHYMES = ("ai", "an", "ao", "ei", "en", "in", "ing", "ong", "ou", "ui", "un", "ue")
SYLLABLES = tuple(onset + rhyme for onset in ONSETS for rhyme in RHYMES)


@dataclass(frozen=True, slots=True)
class Town:
    """A township: its name and those of its villages."""

    name: str
    villages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A region of the tree, with the names that sessions held there use."""

    slug: str
    name: str
    parent: str
    tile: tuple[int, int] | None
    towns: tuple[Town, ...]
    weight: float
    """How many sessions it holds, against others."""

    @property
    def prefix(self) -> str:
        """What its own offices begin with: 省, 市 or 县."""
        return self.name[-1]

    @property
    def offices(self) -> tuple[str, ...]:
        """Names of its departments."""
        wanted = 1 if self.prefix == "县" else 3
        found = (unit for topic in topics() for unit in topic.units[:wanted])
        return tuple(self.prefix + unit for unit in dict.fromkeys(found))

    @property
    def governments(self) -> tuple[str, ...]:
        """The township governments that handle suggestions."""
        return tuple(f"{town.name}政府" for town in self.towns[:2])


def province(seed: int) -> tuple[Region, ...]:
    """The province, its prefectures and its counties; parents before what lies below them."""
    rng = Random(f"{seed}/places")
    known = {name[:2] for name in (division.name for division in DIVISIONS.values())}
    stems = _stems(rng, known)
    slugs = _slugs(rng)
    top = Region(next(slugs), next(stems) + "省", "", None, (), 0.0)
    cities = [_city(rng, next(slugs), next(stems), top, place) for place in range(PREFECTURES)]
    counties = [
        _county(rng, next(slugs), stems, cities[place % PREFECTURES], place // PREFECTURES)
        for place in range(COUNTIES)
    ]
    return (top, *cities, *counties)


def _city(rng: Random, slug: str, stem: str, top: Region, place: int) -> Region:
    towns = _towns(rng, set(), 2)
    return Region(slug, stem + "市", top.slug, divmod(place, GRID), towns, 0.6)


def _county(rng: Random, slug: str, stems: Iterator[str], city: Region, place: int) -> Region:
    weight = rng.choice((0.4, 0.7, 1.0, 1.0, 1.3, 2.2))
    towns = _towns(rng, set(), TOWNS)
    return Region(slug, next(stems) + "县", city.slug, divmod(place, GRID), towns, weight)


def _towns(rng: Random, known: set[str], count: int) -> tuple[Town, ...]:
    stems = _stems(rng, known)
    return tuple(
        Town(
            next(stems) + rng.choice("镇镇乡"),
            tuple(next(stems) + rng.choice(("村", "村", "村", "社区")) for _ in range(VILLAGES)),
        )
        for _ in range(count)
    )


def _stems(rng: Random, known: set[str]) -> Iterator[str]:
    """Two characters each, none twice and none of ``known``."""
    while True:
        stem = rng.choice(names()["first"]) + rng.choice(names()["second"])
        if stem not in known:
            known.add(stem)
            yield stem


def _slugs(rng: Random) -> Iterator[str]:
    """Names of folders, none twice."""
    pairs = [first + second for first in SYLLABLES for second in SYLLABLES]
    rng.shuffle(pairs)
    return islice(pairs, None)
