"""Work on bytes of strangers in a process of its own, with bounded time and memory.

For parsers that are no match for hostile input: whatever they run into, only their process ends.
"""

import os
import resource
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from io import StringIO
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from pypdf.errors import LimitReachedError

Result = TypeVar("Result")

SECONDS = 30
"""Of the processor, for one file; a document of 300 pages takes about 10."""
_PATIENCE = 10 * SECONDS  # of the clock, on a machine that is busy
_MEMORY = 3_000_000_000
_EXHAUSTED = 75
_FAILED = 1  # how a process ends that raised something


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Result]):
    """``result`` is None when the work failed; ``exhausted`` says that it took too much."""

    result: Result | None = None
    exhausted: bool = False


def contained(work: Callable[[bytes], Result], raw: bytes) -> Outcome[Result]:
    """What ``work`` makes of the bytes, unless it fails or takes too long or too much memory."""
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, raw, receiver, sender))
    process.start()
    sender.close()
    with closing(receiver):
        result, is_late = _heard(receiver)
    if is_late:
        process.kill()
    process.join()
    return Outcome(result, exhausted=result is None and process.exitcode != _FAILED)


def _heard(receiver: Connection) -> tuple[Any, bool]:
    """What the process told, if anything, and whether nothing was to be heard for too long."""
    try:
        return (receiver.recv(), False) if receiver.poll(_PATIENCE) else (None, True)
    except EOFError:
        return None, False


def _work(
    work: Callable[[bytes], object], raw: bytes, receiver: Connection, sender: Connection
) -> None:
    """The other process; what is wrong with the bytes shows in how it ends, not in words."""
    receiver.close()
    sys.stderr = StringIO()
    _limit(resource.RLIMIT_CPU, SECONDS)
    _limit(resource.RLIMIT_AS, _MEMORY)
    try:
        result = work(raw)
    except (MemoryError, RecursionError, LimitReachedError):
        os._exit(_EXHAUSTED)
    sender.send(result)
    sender.close()


def _limit(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
