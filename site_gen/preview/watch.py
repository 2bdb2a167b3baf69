"""Whether anything below a folder has changed: told by the system, found out by looking.

What the system tells is a reason to look at once; the look decides, for not every file system
tells, and none tells all. Where nothing is told, looks follow each other at intervals.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Self

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

Stamp = tuple[int, int, int, int]
"""Size, time of content, time of change and number of a file."""
Stamps = Mapping[str, Stamp]
"""Every file below a folder by its path there; folders too, with a slash at their end."""

_TOLD: tuple[type[FileSystemEvent], ...] = (
    FileCreatedEvent,
    FileModifiedEvent,
    FileClosedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
)
"""What is worth a look; not that a file was read, which happens here all the time."""
_FOLDER: Stamp = 0, 0, 0, 0
"""What a folder has for a stamp: only that it is there, for its files have theirs."""
_INTERVAL = 1.0
"""Seconds between looks where nothing is told; longer for big folders, where a look costs more."""
_SELDOM = 5.0
"""The same where the system tells of changes, though not of all."""
_SHARE = 25
_SETTLING = 0.03
"""Seconds in which what belongs to one change follows: a program writes, renames, sets times."""


def stamps_of(folder: Path) -> dict[str, Stamp]:
    """What lies below a folder at present; links are not followed.

    A folder that cannot be opened, or goes away meanwhile, has nothing in it.
    """
    return dict(_below(str(folder), ""))


def _below(folder: str, at: str) -> Iterator[tuple[str, Stamp]]:
    try:
        with os.scandir(folder) as entries:
            inside = list(entries)
    except OSError:
        return
    for entry in inside:
        try:
            state = entry.stat(follow_symlinks=False)
        except FileNotFoundError:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield f"{at}{entry.name}/", _FOLDER
            yield from _below(entry.path, f"{at}{entry.name}/")
        else:
            yield at + entry.name, _stamp(state)


def stamp_of(path: Path) -> Stamp | None:
    """How a file is at present; None when there is none."""
    try:
        return _stamp(path.lstat())
    except OSError:
        return None


def _stamp(state: os.stat_result) -> Stamp:
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino


class Watch(FileSystemEventHandler):
    """Looks at a folder again and again; in a ``with`` statement it is told when to."""

    def __init__(self, folder: Path) -> None:
        self.stamps: Stamps = stamps_of(folder)
        """How the folder was at the last look."""
        self._folder = folder
        self._told = Event()
        self._due = monotonic() + _INTERVAL
        self._observer = Observer()

    def __enter__(self) -> Self:
        try:
            self._observer.schedule(
                self, str(self._folder), recursive=True, event_filter=list(_TOLD)
            )
            self._observer.start()
            self._told.set()  # for what has changed before it listened
        except OSError:
            pass  # the system watches no more folders, or not this one: then it is looked at
        return self

    def __exit__(self, *_: object) -> None:
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002 - the look decides
        """Something may have changed."""
        self._told.set()

    def changed(self, seconds: float) -> bool:
        """Whether something has changed since the last look; waits so long for it to happen."""
        end = monotonic() + seconds
        while True:
            now = monotonic()
            told = self._told.wait(max(0.0, min(end, self._due) - now))
            if (told or monotonic() >= self._due) and self._look(told=told):
                return True
            if monotonic() >= end:
                return False

    def _look(self, *, told: bool) -> bool:
        while told:
            self._told.clear()
            told = self._told.wait(_SETTLING)
        begin = monotonic()
        now = stamps_of(self._folder)
        end = monotonic()
        interval = _SELDOM if self._observer.is_alive() else _INTERVAL
        self._due = end + max(interval, (end - begin) * _SHARE)
        before, self.stamps = self.stamps, now
        return now != before
