"""Parcels dealt out to the members of a crew, and what they answer, by parcel."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from site_gen.parcels.plan import Parcel
from site_gen.parcels.surroundings import Sketch, Surroundings
from site_gen.processes.crew import Crew, crew
from site_gen.records.record import RecordId
from site_gen.verdict.member import Examiner, Ground, Looked

Answer = TypeVar("Answer")
FEW = 500
"""Files that one process reads in less time than others take to begin."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How many processes may look, and how many files are too few for more than one."""

    jobs: int = 1
    few: int = FEW


@dataclass(frozen=True, slots=True)
class Team:
    """The members of a crew, and the keys of each one's parcels."""

    members: Crew[Examiner]
    parts: Sequence[Sequence[str]]

    def sketches(self) -> dict[str, Sketch]:
        """What its parcels tell of themselves. Raises Lost."""
        return _by_parcel(self.parts, self.members.ask("sketches"))

    def look(
        self, around: Mapping[str, Surroundings], beyond: frozenset[RecordId] = frozenset()
    ) -> dict[str, Looked]:
        """What is found in those of its parcels of which it is told the surroundings. Raises Lost.

        Others are left alone. All records that there are may be ``beyond``: then a name that is
        nowhere is compared with theirs.
        """
        parts = [[key for key in part if key in around] for part in self.parts]
        given = [{key: around[key] for key in part} for part in parts]
        return _by_parcel(parts, self.members.ask("look", given, [beyond] * len(parts)))


def team(ground: Ground, parcels: Sequence[Parcel], effort: Effort, stack: ExitStack) -> Team:
    """Who works on some parcels as long as ``stack`` is open: no more than it is worth."""
    is_much = sum(len(one.files) for one in parcels) > effort.few
    parts = shares(parcels, min(effort.jobs, len(parcels)) if is_much else 1)
    members = stack.enter_context(crew(partial(Examiner, ground), parts))
    return Team(members, [[one.key for one in part] for part in parts])


def shares(parcels: Sequence[Parcel], number: int) -> list[list[Parcel]]:
    """The parcels in so many parts, of about as many files each."""
    parts: list[list[Parcel]] = [[] for _ in range(number)]
    for parcel in sorted(parcels, key=lambda one: (-len(one.files), one.key)):
        min(parts, key=lambda part: sum(len(one.files) for one in part)).append(parcel)
    return parts


def _by_parcel(
    parts: Sequence[Sequence[str]], answers: Sequence[Sequence[Answer]]
) -> dict[str, Answer]:
    return {
        key: answer
        for part, told in zip(parts, answers, strict=True)
        for key, answer in zip(part, told, strict=True)
    }
