"""Who may work with what is held in memory: one at a time, and who is waited for goes first."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from time import sleep


class Turns:
    """Turns at the content: of readers who wait for a page, and of the work that nobody waits for.

    A page takes a few thousandths of a second, a parcel some tenths; so readers wait for one
    parcel at most.
    """

    def __init__(self) -> None:
        self._turn = Lock()
        self._counting = Lock()
        self._waiting = 0

    @contextmanager
    def reader(self) -> Iterator[None]:
        """A turn of somebody who waits for an answer."""
        with self._counting:
            self._waiting += 1
        try:
            with self._turn:
                yield
        finally:
            with self._counting:
                self._waiting -= 1

    @contextmanager
    def worker(self) -> Iterator[None]:
        """A turn for work, when no reader is waiting."""
        while self._waiting:
            sleep(0.001)
        with self._turn:
            yield
