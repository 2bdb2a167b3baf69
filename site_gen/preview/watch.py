"""Whether anything below a folder has changed, found out by looking at times and sizes.

Portable and good enough for one person's preview; it does not say what has changed.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

_INTERVAL = 0.7
"""Seconds between looks; longer for big folders, where a look takes longer."""
_SHARE = 25


def snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    """Time of change and size of every file, by path."""
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            try:
                state = path.lstat()
            except FileNotFoundError:
                continue
            found[str(path)] = (state.st_mtime_ns, state.st_size)
    return found


def changes(folder: Path) -> Iterator[None]:
    """Yields each time something has changed, from this call on; never ends."""
    return _changes(folder, snapshot(folder))


def _changes(folder: Path, before: dict[str, tuple[int, int]]) -> Iterator[None]:
    while True:
        begin = monotonic()
        now = snapshot(folder)
        cost = monotonic() - begin
        if now != before:
            before = now
            yield
        sleep(max(_INTERVAL, cost * _SHARE))
