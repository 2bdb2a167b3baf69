"""Work in a process of its own while the caller goes on: a head start, and no promise of more.

Whatever it was to leave on disk, the caller looks for and makes what is missing; so nothing has
to be reported, and a process that dies costs time only.
"""

import os
import sys
from collections.abc import Callable
from io import StringIO
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from signal import SIG_BLOCK, SIG_SETMASK, SIGINT, SIGTERM, pthread_sigmask
from threading import Thread


def start(work: Callable[[], object]) -> BaseProcess:
    """Begin work in a forked process, which ends with the caller at the latest."""
    # An interruption in the middle of a fork would be lost: what its callbacks raise is ignored.
    former = pthread_sigmask(SIG_BLOCK, {SIGINT, SIGTERM})

    def alone() -> None:
        pthread_sigmask(SIG_SETMASK, former)
        Thread(target=_end_with_parent, daemon=True).start()
        sys.stderr = StringIO()  # what fails here fails again in the caller, which reports it
        work()

    try:
        process = get_context("fork").Process(target=alone, daemon=True)
        process.start()
    finally:
        pthread_sigmask(SIG_SETMASK, former)
    return process


def _end_with_parent() -> None:
    """Ends this process when its parent is gone: nobody would use what it makes."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
