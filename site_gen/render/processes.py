"""Work shared among processes, forked because they then need no copy of what they work on.

What the work is does not matter here; it may write files, but it changes no value of the caller.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import StringIO
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from signal import SIG_BLOCK, SIG_SETMASK, SIGINT, SIGTERM, pthread_sigmask
from threading import Thread
from typing import Generic, TypeVar

Share = TypeVar("Share")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Other(Generic[Share, Result]):
    """A process at work on a share."""

    share: Share
    process: BaseProcess
    receiver: Connection

    def result(self, work: Callable[[Share], Result]) -> Result:
        """What the process has made of its share; made here if it died before it could tell."""
        try:
            result: Result = self.receiver.recv()
        except EOFError:
            return work(self.share)
        return result

    def end(self) -> None:
        """Waits for the process, which has nothing left to do, or need not finish."""
        self.receiver.close()
        self.process.kill()
        self.process.join()


def in_processes(
    work: Callable[[Share], Result], first: Share, others: Sequence[Share]
) -> list[Result]:
    """The result for each share: of the first worked out here, of each other in a process.

    A share whose process dies is done again here, so that a passing weakness costs time only, and
    a defect shows itself where it can be reported. No process outlives this call or the caller.
    """
    started: list[_Other[Share, Result]] = []
    try:
        for share in others:
            with undisturbed() as former:
                started.append(_start(work, share, former))
        return [work(first), *(other.result(work) for other in started)]
    finally:
        for other in started:
            other.end()


@contextmanager
def undisturbed() -> Iterator[set[int]]:
    """Lets interruptions wait, and gives the signals that waited before.

    One that came in the middle of a fork would be lost: what callbacks of a fork raise is ignored.
    """
    former = pthread_sigmask(SIG_BLOCK, {SIGINT, SIGTERM})
    try:
        yield set(former)
    finally:
        pthread_sigmask(SIG_SETMASK, former)


def _start(
    work: Callable[[Share], Result], share: Share, signals: set[int]
) -> _Other[Share, Result]:
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)

    def report() -> None:
        receiver.close()
        pthread_sigmask(SIG_SETMASK, signals)
        Thread(target=end_with_parent, daemon=True).start()
        sys.stderr = StringIO()  # what fails here fails again in the parent, which reports it
        with closing(sender):
            sender.send(work(share))

    process = context.Process(target=report, daemon=True)
    process.start()
    sender.close()
    return _Other(share, process, receiver)


def end_with_parent() -> None:
    """Ends this process when its parent is gone: nobody would hear it, and the next run waits."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
