"""How long a command takes and how much memory it and everything it starts hold together.

Time is measured in runs that nothing looks at. Memory is measured in a run of its own: the
proportional set sizes of all processes of the command's session are added up twenty times a
second, and the largest sum is told. Pages that processes share are counted once.
"""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

RATE = 20
"""Looks at the memory, per second."""
MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Command:
    """What is run, and where."""

    arguments: tuple[str, ...]
    folder: Path


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the wall and of all processors; ``status`` is the last exit status."""

    wall: float
    cpu: float
    status: int


class Failed(Exception):
    """A command of a benchmark did not end well."""


def on_two_cores() -> tuple[int, ...]:
    """Keep this process and what it starts on two cores; which ones."""
    cores = tuple(sorted(os.sched_getaffinity(0))[:2])
    os.sched_setaffinity(0, cores)
    return cores


@cache
def without_network() -> tuple[str, ...]:
    """What to put before a command so that it has no network; empty where that is not allowed."""
    prefix = ("unshare", "-n")
    try:
        allowed = subprocess.run((*prefix, "true"), capture_output=True).returncode == 0
    except FileNotFoundError:
        return ()
    return prefix if allowed else ()


def timed(commands: Sequence[Command], log: Path) -> Taken:
    """Run commands one after the other. Raises Failed when one does not end well."""
    wall = cpu = 0.0
    for command in commands:
        started = time.perf_counter()
        process = _start(command, log)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall += time.perf_counter() - started
        cpu += used.ru_utime + used.ru_stime
        _demand(process, command, log)
    return Taken(wall, cpu, 0)


def peak(commands: Sequence[Command], log: Path) -> float:
    """The most memory, in MiB, that the processes of a command held together."""
    most = 0
    for command in commands:
        process = _start(command, log)
        while process.poll() is None:
            most = max(most, sum(map(_proportional, _session(process.pid))))
            time.sleep(1 / RATE)
        _demand(process, command, log)
    return most / MIB


def _start(command: Command, log: Path) -> subprocess.Popen[bytes]:
    """A session of its own, so that everything it starts can be found again."""
    with log.open("ab") as out:
        return subprocess.Popen(
            (*without_network(), *command.arguments),
            cwd=command.folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env=_environment(),
        )


def _environment() -> Mapping[str, str]:
    """The same for everybody; no colours, no news of themes."""
    return {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}


def _demand(process: subprocess.Popen[bytes], command: Command, log: Path) -> None:
    if process.returncode:
        told = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise Failed(f"{' '.join(command.arguments)}: {process.returncode}\n{told}")


def _session(leader: int) -> Iterator[int]:
    """The processes of a session, those included whose parent is gone."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(fields[3]) == leader:
                yield int(entry.name)


def _proportional(process: int) -> int:
    """The proportional set size of a process in bytes; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


@dataclass(frozen=True, slots=True)
class Size:
    """What a build wrote."""

    pages: int
    files: int
    bytes: int


def size_of(folder: Path) -> Size:
    """Count what lies below a folder; a link to one is followed."""
    files = [path for path in folder.resolve().rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return Size(pages, len(files), sum(path.stat().st_size for path in files))
