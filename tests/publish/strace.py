"""Work in a process of its own, struck at one chosen system call: killed there, or told it failed.

The process is forked, so that what is warm here is warm there, and traced by strace, which counts
its calls. Only calls that change files are of interest. A machine on which nothing may be traced
is told by a skipped test; a missing strace is an error.
"""

import ctypes
import os
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import pytest

CHANGING = """
    open openat creat write pwrite64 writev sendfile copy_file_range fallocate ftruncate truncate
    mkdir mkdirat rename renameat renameat2 unlink unlinkat rmdir symlink symlinkat link linkat
    chmod fchmod fchmodat fchmodat2 chown fchown fchownat lchown utimensat futimesat setxattr
    fsetxattr lsetxattr fsync fdatasync sync syncfs flock mknod mknodat
"""
KILL = "signal=KILL"
_OPENING = {"open", "openat"}
_ANY_TRACER = (0x59616D61, ctypes.c_ulong(-1))  # prctl: PR_SET_PTRACER, PR_SET_PTRACER_ANY
_CALL = re.compile(r"(\d+) +(\w+)\((.*)")

Work = Callable[[], object]


@dataclass(frozen=True)
class Point:
    """A system call of a run: the ``number``-th of this name in its thread, counted from one."""

    call: str
    number: int
    text: str = ""


def points(work: Work) -> list[Point]:
    """Every call of a run, in their order, that changes files or the lock on them."""
    with TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        status = _traced(work, ["-o", str(log), "-s", "200"])
        if status != 0:
            pytest.fail(f"the traced run ended with {status}")
        return _changes(log.read_text(encoding="utf-8", errors="replace").splitlines())


def struck(work: Work, point: Point, fault: str, *, for_good: bool = False) -> int:
    """How a run ended that met ``fault`` at a point: its exit status, negative for a signal.

    A fault is :data:`KILL`, or ``error=ENOSPC`` and the like; ``for_good`` it is met at all later
    calls of that name too.
    """
    when = f"{point.number}{'+' * for_good}"
    injection = f"inject={point.call}:{fault}:when={when}"
    return _traced(work, ["-o", "/dev/null", "-e", injection])


def _changes(lines: Sequence[str]) -> list[Point]:
    seen, found = Counter[tuple[str, str]](), []
    for line in lines:
        if match := _CALL.match(line):
            thread, call, rest = match.groups()
            seen[thread, call] += 1
            if call not in _OPENING or re.search("O_WRONLY|O_RDWR|O_CREAT", rest):
                found.append(Point(call, seen[thread, call], rest))
    return found


def _traced(work: Work, options: Sequence[str]) -> int:
    """Forks, attaches the tracer, lets go, and waits for the end."""
    gate, opener = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(opener)
        _perform(work, gate)
    os.close(gate)
    trace = "trace=" + ",".join(f"?{call}" for call in CHANGING.split())
    command = ["strace", "-f", "-e", trace, *options, "-p", str(child)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as tracer:
        told = tracer.stderr.readline() if tracer.stderr else b""
        os.close(opener)
        _, status = os.waitpid(child, 0)
        if b" attached" not in told:
            pytest.skip(f"nothing may be traced here: {told.decode().strip()}")
        tracer.communicate()
    return os.waitstatus_to_exitcode(status)


def _perform(work: Work, gate: int) -> NoReturn:
    status = 1
    try:
        ctypes.CDLL(None).prctl(*_ANY_TRACER, 0, 0, 0)
        os.read(gate, 1)
        work()
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 1
    finally:
        os._exit(status)
