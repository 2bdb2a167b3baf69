"""Work shared among processes; it may write files, but it changes no value of the caller."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from site_gen.processes.fork import forked, undisturbed

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
def beside(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Work in a process of its own while the caller goes on; gives how its result is waited for.

    Asked once at most. What is not finished when the context ends is given up.
    """
    with undisturbed() as former:
        other = _start(_done, work, former)
    try:
        yield partial(other.result, _done)
    finally:
        other.end()


def _done(work: Callable[[], Result]) -> Result:
    return work()


def _start(
    work: Callable[[Share], Result], share: Share, signals: set[int]
) -> _Other[Share, Result]:
    receiver, sender = Pipe(duplex=False)

    def report() -> None:
        receiver.close()
        with closing(sender):
            sender.send(work(share))

    process = forked(report, signals)
    sender.close()
    return _Other(share, process, receiver)
