"""Writes the made-up province to a folder: `python -m benchmarks.corpus --sessions N --seed S OUT`.

The same arguments give the same bytes. Sessions dominate, as they do in reality; the other
kinds are there so that every part of a build has something to do.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

from benchmarks.province import listings, others
from benchmarks.province.pictures import picture
from benchmarks.province.places import SYLLABLES, Region, province
from benchmarks.province.sessions import Meeting, Written
from benchmarks.province.tale import TODAY

YEARS = ((2022, 8), (2023, 14), (2024, 20), (2025, 26), (2026, 32))
"""Years with their shares of all sessions, in per cent."""
PROPOSALS, OPINIONS, CASES = 0.04, 0.02, 0.004
"""So many of each for one session."""
FOLLOWING, COMPILED = 0.04, 0.05
"""Shares of sessions that take up an earlier one, and that were compiled from reports."""


@dataclass(slots=True)
class Maker:
    """A corpus while it is written."""

    out: Path
    seed: int
    regions: dict[str, Region]
    sessions: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Region → names of its sessions so far."""
    pictures: set[tuple[str, str]] = field(default_factory=set)
    folders: set[Path] = field(default_factory=set)

    def rng(self, *key: object) -> Random:
        """A generator of its own for each record, so that one more changes no other."""
        return Random("/".join(map(str, (self.seed, *key))))

    def city(self, region: Region) -> Region:
        """The prefecture of a county; any other region itself."""
        return self.regions[region.parent] if region.prefix == "县" else region

    def write(self, path: str, text: str) -> None:
        """A text below the folder."""
        target = self.out / path
        if target.parent not in self.folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self.folders.add(target.parent)
        target.write_text(text, encoding="utf-8")

    def record(self, region: Region, folder: str, written: Written) -> None:
        """A record of a region, and which pictures it needs."""
        self.write(f"regions/{region.slug}/{folder}/{written.name}.md", written.text)
        self.pictures |= {(region.slug, name) for name in written.pictures}


def make(out: Path, sessions: int, seed: int) -> None:
    """Write the whole corpus; ``out`` is new or empty."""
    maker = Maker(out, seed, {region.slug: region for region in province(seed)})
    _lists(maker)
    holders = [region for region in maker.regions.values() if region.weight]
    bounds = list(accumulate(region.weight for region in holders))
    for number in range(sessions):
        rng = maker.rng("session", number)
        _session(maker, rng, rng.choices(holders, cum_weights=bounds)[0])
    for kind, share in (("proposals", PROPOSALS), ("opinions", OPINIONS)):
        for number in range(1, max(3, int(sessions * share)) + 1):
            rng = maker.rng(kind, number)
            _channel(maker, rng, kind, rng.choices(holders, cum_weights=bounds)[0], number)
    _cases(maker, max(3, int(sessions * CASES)))
    for slug, name in sorted(maker.pictures):
        target = out / "regions" / slug / "attachments" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(picture(name, slug))


def _lists(maker: Maker) -> None:
    top = next(iter(maker.regions.values()))
    for path, text in listings.site_files(top):
        maker.write(path, text)
    for region in maker.regions.values():
        for path, text in listings.region_files(region):
            maker.write(f"regions/{region.slug}/{path}", text)
        if region.prefix == "市":
            _prefecture(maker, region)


def _prefecture(maker: Maker, region: Region) -> None:
    """What only prefectures have: plans, reported totals and a method of their own."""
    rng = maker.rng("prefecture", region.slug)
    folder = f"regions/{region.slug}"
    for year in (2025, 2026):
        maker.write(f"{folder}/plans/{year}.yaml", listings.plan(rng, region, year))
    maker.write(f"{folder}/statistics/2025.yaml", listings.statistic(rng, region, 2025))
    maker.record(region, "methods", others.method(rng, region, region))


def any_day(rng: Random) -> date:
    """A day of the years covered, the present year up to today only."""
    year = rng.choices(*zip(*YEARS, strict=True))[0]
    last = min(TODAY, date(year, 12, 28))
    return date(year, 1, 4) + timedelta(days=rng.randrange((last - date(year, 1, 4)).days))


def _session(maker: Maker, rng: Random, region: Region) -> None:
    day = any_day(rng)
    known = maker.sessions[region.slug]
    name = f"{day:%m%d}-{rng.choice(SYLLABLES)}{rng.choice(SYLLABLES)}-{len(known) + 1}"
    earlier = [one for one in known if one < f"{day:%Y/%m%d}"] if rng.random() < FOLLOWING else []
    follows = rng.choice(earlier) if earlier else ""
    meeting = Meeting(rng, region, maker.city(region), day, follows, rng.random() < COMPILED)
    maker.record(region, f"sessions/{day.year}", meeting.written(name))
    known.append(f"{day.year}/{name}")


def _channel(maker: Maker, rng: Random, kind: str, region: Region, number: int) -> None:
    day = any_day(rng)
    write = others.proposal if kind == "proposals" else others.opinion
    written = write(rng, region, maker.city(region), day, number)
    maker.record(region, f"{kind}/{day.year}", written)


def _cases(maker: Maker, count: int) -> None:
    rng = maker.rng("cases")
    told = [(slug, name) for slug, names in maker.sessions.items() for name in names]
    for number, (slug, name) in enumerate(rng.sample(told, min(count, len(told))), 1):
        region = maker.regions[slug]
        maker.record(region, "cases", others.case(rng, region, maker.city(region), name, number))


def records_of(out: Path) -> Iterator[Path]:
    """The sessions of a corpus, in the order of their paths."""
    return iter(sorted(out.glob("regions/*/sessions/*/*.md")))


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    make(given.out, given.sessions, given.seed)


if __name__ == "__main__":
    main()
