"""Runs everybody in turn and writes docs/benchmarks.md: `python -m benchmarks.run`.

A round is one run of each contender, in the same order; figures are medians over the rounds.
"""

import argparse
import platform
import shutil
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks import floor, reader
from benchmarks.contenders import CONTENDERS, OURS, Contender, Place, is_there, prime
from benchmarks.measure import on_two_cores, peak, size_of, timed, without_network
from benchmarks.prepare import fingerprint, prepare
from benchmarks.report import report
from benchmarks.results import Results, Row, load

FOLDER = Path(".cache/bench")
PAGE = Path("docs/benchmarks.md")
SEED = 1
LARGE = ("ours", "ours-search", "check")
SEARCHED = "ours-search"
SMALL_FILE, LARGE_FILE = "results.json", "results-large.json"


def run(contenders: tuple[Contender, ...], sessions: int, rounds: int) -> tuple[Results, Place]:
    """Measure all contenders, round by round, then the memory of each."""
    cores = on_two_cores()
    place = prepare(FOLDER.resolve(), sessions, SEED, (one.peer for one in contenders))
    log = place.root / "log.txt"
    log.unlink(missing_ok=True)
    rows = {one.key: Row(one.key, one.name) for one in contenders}
    there = [one for one in contenders if is_there(one)]
    for one in contenders:
        rows[one.key].missing = "" if one in there else "not there"
    if any(one.needs for one in there):
        timed(prime(place), log)
    for turn in range(rounds):
        for one in there:
            _measure(one, rows[one.key], place, log, turn)
    for one in there:
        one.before(place)
        rows[one.key].memory = peak(one.commands(place), log)
        _weigh(one, rows[one.key], place)
    return Results(sessions, rounds, _machine(cores), _versions(), list(rows.values())), place


def _measure(one: Contender, row: Row, place: Place, log: Path, turn: int) -> None:
    one.before(place)
    taken = timed(one.commands(place), log)
    row.wall.append(taken.wall)
    row.cpu.append(taken.cpu)
    print(f"{turn + 1}  {one.name:36} {taken.wall:8.1f} s {taken.cpu:8.1f} s", flush=True)


def _weigh(one: Contender, row: Row, place: Place) -> None:
    """What was written, and how large the page of a session is."""
    print(f"   {one.name:36} {row.memory:8.0f} MiB", flush=True)
    if one.output is None:
        return
    folder = one.output(place).resolve()
    size = size_of(folder)
    row.pages, row.files, row.bytes = size.pages, size.files, size.bytes
    pages = [path.stat().st_size for path in folder.glob("*/sessions/*/*/index.html")]
    row.page_bytes = sum(pages) / len(pages) if pages else 0.0


def _machine(cores: tuple[int, ...]) -> dict[str, str]:
    information = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    models = [line.partition(": ")[2] for line in information if line.startswith("model name")]
    memory = Path("/proc/meminfo").read_text(encoding="utf-8").split()[1]
    return {
        "processor": f"{models[0] if models else platform.machine()}, {len(cores)} cores used",
        "memory": f"{int(memory) / 1024**2:.0f} GiB",
        "system": f"{platform.system()} {platform.release()}",
        "network": "off" if without_network() else "not needed, but not cut off",
        "day": f"{datetime.now(UTC):%Y-%m-%d}",
    }


def _versions() -> dict[str, str]:
    git = ("git", "rev-parse", "--short", "HEAD")
    commit = subprocess.run(git, capture_output=True, text=True).stdout.strip()
    return {
        "this program": f"{version('site-gen')}, {commit}",
        "corpus": f"seed {SEED}, {fingerprint()}",
        "Python": platform.python_version(),
    }


def _chosen(only: str, large: bool) -> tuple[Contender, ...]:
    """The contenders that are asked for, by the beginnings of their keys."""
    if large:
        return tuple(one for one in OURS if one.key in LARGE)
    wanted = tuple(only.split())
    return tuple(one for one in CONTENDERS if not wanted or one.key.startswith(wanted))


def main() -> None:
    """Read the command line, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", help="beginnings of keys, with spaces between")
    parser.add_argument(
        "--large", action="store_true", help="this program alone, ten times as much"
    )
    parser.add_argument("--no-page", action="store_true", help="leave docs/benchmarks.md as it is")
    given = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    results, place = run(_chosen(given.only, given.large), given.sessions, given.rounds)
    if not given.large:
        results.floor = floor.measure(place)
        if results.row(SEARCHED):
            results.reader = reader.measure(place.out("ours"))
    kept = FOLDER / (LARGE_FILE if given.large else SMALL_FILE)
    results.keep(load(kept))
    results.save(kept)
    shutil.rmtree(place.out("ours-warm.releases"), ignore_errors=True)
    small = load(FOLDER / SMALL_FILE)
    if small and not given.no_page:
        PAGE.write_text(report(small, load(FOLDER / LARGE_FILE)), encoding="utf-8")


if __name__ == "__main__":
    main()
