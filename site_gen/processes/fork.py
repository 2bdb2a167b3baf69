"""One process more, forked: it has everything its parent has, and needs no copy of it.

It ends with its parent at the latest.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from signal import SIG_BLOCK, SIG_SETMASK, SIGINT, SIGTERM, pthread_sigmask
from threading import Thread


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


def forked(work: Callable[[], object], signals: set[int]) -> BaseProcess:
    """A process that has begun to work; called :func:`undisturbed`, whose ``signals`` wait there.

    It tells nobody what goes wrong: whoever misses what it should have made does that again, and
    reports what goes wrong then.
    """

    def alone() -> None:
        pthread_sigmask(SIG_SETMASK, signals)
        Thread(target=_end_with_parent, daemon=True).start()
        sys.stderr = StringIO()
        work()

    process = get_context("fork").Process(target=alone, daemon=True)
    process.start()
    return process


def _end_with_parent() -> None:
    """Ends this process when its parent is gone: nobody would use what it makes."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
