"""Inputs by number, what came of them, and the smallest form of one that failed.

Input ``n`` of a run depends on the run's word and on ``n`` alone, so any part of a run can be made
again anywhere.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import process_time

from tests.fuzz.judge import codes_of, whole
from tests.fuzz.mutators import mutated
from tests.fuzz.seeds import Seed, seeds

EVERY_WHOLE = 200
"""One input in so many goes through the whole pipeline, pages included."""

SLOWEST = 10


@dataclass(frozen=True)
class Input:
    """One input of a run: its number, the seed it was made from, and its bytes."""

    number: int
    seed: Seed
    raw: bytes


@dataclass
class Tally:
    """What came of the inputs of a run so far."""

    inputs: int = 0
    valid: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, int, str]] = field(default_factory=list)
    failures: list[tuple[Input, str]] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Count the inputs of another part of the run as well."""
        self.inputs += other.inputs
        self.valid += other.valid
        self.kinds += other.kinds
        self.codes += other.codes
        self.slowest = sorted([*self.slowest, *other.slowest], reverse=True)[:SLOWEST]
        self.failures += other.failures


def input_of(word: str, number: int, known: Sequence[Seed]) -> Input:
    """Input ``number`` of the run that ``word`` names."""
    chance = Random(f"{word}/{number}")
    if number % EVERY_WHOLE == 0:
        known = [seed for seed in known if seed.path]
    kind = chance.choice(sorted({seed.kind for seed in known}))
    seed = chance.choice([seed for seed in known if seed.kind == kind])
    other = chance.choice(known)
    return Input(number, seed, mutated(chance, seed.raw, other.raw))


class Fuzz:
    """A project's records, a scratch folder with the small site in it, and the word of a run."""

    def __init__(self, root: Path, scratch: Path, word: str) -> None:
        self._root, self._scratch, self._word = root, scratch, word
        self.seeds = seeds(root, scratch)

    def run(self, numbers: Iterable[int]) -> Tally:
        """What comes of these inputs. An exception is a failure and ends nothing."""
        tally = Tally()
        for number in numbers:
            one = input_of(self._word, number, self.seeds)
            start = process_time()
            codes, broken = self.judge(one)
            seconds = process_time() - start
            tally.inputs += 1
            tally.valid += not codes and not broken
            tally.kinds[one.seed.kind] += 1
            tally.codes.update(codes)
            tally.failures += [(one, law) for law in broken]
            is_whole = number % EVERY_WHOLE == 0
            tally.slowest.append((0.0 if is_whole else seconds, number, one.seed.kind))
            if len(tally.slowest) > 10 * SLOWEST:
                tally.slowest = sorted(tally.slowest, reverse=True)[:SLOWEST]
        return tally

    def judge(self, one: Input) -> tuple[frozenset[str], tuple[str, ...]]:
        """The codes of an input's findings, and the laws that it breaks."""
        try:
            codes, broken = codes_of(one.seed.file, one.raw)
            if one.number % EVERY_WHOLE == 0:
                more, laws = whole(self._root, self._scratch, one.seed, one.raw)
                codes, broken = codes | more, (*broken, *laws)
        except Exception as error:  # noqa: BLE001 - what the code under test raises is the outcome
            return frozenset(), (f"{type(error).__name__}: {error}"[:300],)
        return codes, broken


def smallest(raw: bytes, fails: Callable[[bytes], bool], tries: int = 2000) -> bytes:
    """A part of ``raw`` that still fails and of which no piece can be left out."""
    size = len(raw) // 2
    while size and tries > 0:
        at = 0
        while at < len(raw) and tries > 0:
            shorter = raw[:at] + raw[at + size :]
            tries -= 1
            if fails(shorter):
                raw = shorter
            else:
                at += size
        size //= 2
    return raw
