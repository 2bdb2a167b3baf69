"""``make fuzz``: any number of inputs on several processes, and what came of them, on screen."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from site_gen.findings.catalogue import RULES
from tests.fuzz.engine import SLOWEST, Fuzz, Input, Tally, smallest

ROOT = Path(__file__).resolve().parents[2]
SHARE = 2000
"""Inputs that a process takes at a time."""


def _part(word: str, start: int, stop: int) -> Tally:
    with TemporaryDirectory() as scratch:
        return Fuzz(ROOT, Path(scratch), word).run(range(start, stop))


def _tallies(word: str, number: int, jobs: int) -> Iterator[Tally]:
    starts = range(0, number, SHARE)
    stops = [min(start + SHARE, number) for start in starts]
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(_part, [word] * len(stops), starts, stops)


def _save(failures: list[tuple[Input, str]], word: str, folder: Path) -> None:
    """The smallest form of one failure of each sort, as a file that holds the input."""
    first = {law.partition(":")[0]: (one, law) for one, law in reversed(failures)}
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        fuzz = Fuzz(ROOT, Path(scratch), word)
        for begin, (one, law) in first.items():

            def fails(raw: bytes, one: Input = one, begin: str = begin) -> bool:
                laws = fuzz.judge(replace(one, raw=raw))[1]
                return any(law.partition(":")[0] == begin for law in laws)

            name = f"{word}-{one.number}.{one.seed.kind}"
            (folder / name).write_bytes(smallest(one.raw, fails))
            print(f"  {folder / name}: {law}")


def _report(tally: Tally, word: str, seconds: float) -> None:
    rate = tally.inputs / max(seconds, 0.001)
    print(f"\n{tally.inputs} inputs of seed {word} in {seconds:.0f} s, {rate:.0f} a second")
    print(f"valid: {tally.valid}; failures: {len(tally.failures)}")
    print("kinds: " + ", ".join(f"{kind} {n}" for kind, n in sorted(tally.kinds.items())))
    print("slowest (CPU seconds, input, kind):")
    for cost, number, kind in tally.slowest[:SLOWEST]:
        print(f"  {cost:.3f}  {number}  {kind}")
    print(f"codes reached: {len(tally.codes)} of {len(RULES)}")
    print("  " + ", ".join(f"{code} {n}" for code, n in tally.codes.most_common()))
    print("never reached: " + ", ".join(sorted(set(RULES) - tally.codes.keys())))


def main() -> int:
    """Run, report, save what failed; 1 when something did."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=1_000_000)
    parser.add_argument("--seed", default="0")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--failures", type=Path, default=Path(".cache/fuzz"))
    given = parser.parse_args()
    tally, start = Tally(), monotonic()
    for part in _tallies(given.seed, given.number, given.jobs):
        tally.add(part)
        end = "\n" if tally.inputs % 100_000 == 0 else "\r"
        print(f"{tally.inputs} inputs, {len(tally.failures)} failures", end=end, flush=True)
    _report(tally, given.seed, monotonic() - start)
    if tally.failures:
        _save(tally.failures, given.seed, given.failures)
    return bool(tally.failures)


if __name__ == "__main__":
    sys.exit(main())
