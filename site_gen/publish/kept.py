"""What is kept from one run to the next, each thing under a key that tells all it depends on.

A key is a digest of files as the file system has them (size, times, number), of values, and of the
program itself. Whatever is wrong with what was kept, it is made again: keeping saves time only.
"""

import os
import pickle
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import click

import site_gen
from site_gen.render.shells import load_host, theme_of

Stamp = tuple[int, int, int, int]
"""Size, time of content, time of change and number of a file."""
_SETTLED = 100_000_000
"""Nanoseconds after which a file that changes again certainly has another time."""
_NAME = "{}-{}.kept"
_OURS = re.compile(r"[a-z]+-[0-9a-f-]+\.(kept|part)")
_FOLDER: Stamp = 0, 0, 0, 0
"""What a folder has for a stamp: only that it is there, for its files have theirs."""


def digest(*parts: object) -> str:
    """A key made of plain values, whose text tells all of them."""
    return sha256(repr(parts).encode()).hexdigest()[:32]


def digest_of(value: object) -> str:
    """A key made of a value of our own; values with the same key are the same."""
    written = BytesIO()
    pickler = pickle.Pickler(written, protocol=5)
    pickler.fast = True  # whether two texts in it are one and the same object does not matter
    pickler.dump(value)
    return sha256(written.getbuffer()).hexdigest()[:32]


def stamp_of(path: Path | str) -> Stamp:
    """A file as the file system has it. Raises OSError."""
    return _stamp(Path(path).lstat())


def _stamp(state: os.stat_result) -> Stamp:
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino


def stamps_below(*folders: Path) -> Iterator[tuple[str, Stamp]]:
    """Everything below some folders, in a fixed order; links are not followed.

    A folder that cannot be opened has nothing in it.
    """
    for folder in folders:
        for entry in _inside(folder):
            if entry.is_dir(follow_symlinks=False):
                yield f"{entry.path}/", _FOLDER
                yield from stamps_below(Path(entry.path))
            else:
                yield entry.path, _stamp(entry.stat(follow_symlinks=False))


def _inside(folder: Path) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def program(*folders: Path) -> str:
    """This program with everything it runs on; ``folders`` are what it draws with."""
    own = Path(site_gen.__file__).parent
    libraries = Path(click.__file__).parent.parent
    stamps = (one for one in stamps_below(own, *folders) if "__pycache__" not in one[0])
    return digest(sys.version, stamp_of(libraries), *stamps)


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of things that were kept; ``since`` is when this run began, in nanoseconds.

    What depends on a file that has only just changed is not kept: it may change again unnoticed.
    """

    folder: Path
    since: int

    def has(self, kind: str, key: str) -> bool:
        """Whether something was kept under a key."""
        return (self.folder / _NAME.format(kind, key)).is_file()

    def get(self, kind: str, key: str) -> Any:
        """What was kept under a key; None when there is nothing, or nothing whole."""
        try:
            raw = (self.folder / _NAME.format(kind, key)).read_bytes()
        except OSError:
            return None
        whole, body = raw[:32], raw[32:]
        return pickle.loads(body) if sha256(body).digest() == whole else None  # noqa: S301

    def put(self, kind: str, key: str, value: object, stamps: Iterable[Stamp] = ()) -> None:
        """Keeps something, whole or not at all; what cannot be kept is made again."""
        if any(max(stamp[1], stamp[2]) > self.since - _SETTLED for stamp in stamps):
            return
        with suppress(OSError):
            self._write(kind, key, pickle.dumps(value, protocol=5))

    def _write(self, kind: str, key: str, body: bytes) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = self.folder / f"{kind}-{os.getpid()}.part"
        part.write_bytes(sha256(body).digest() + body)
        part.replace(self.folder / _NAME.format(kind, key))

    def drop(self, kind: str, key: str) -> None:
        """Removes what is not whole, so that it is made again."""
        with suppress(OSError):
            (self.folder / _NAME.format(kind, key)).unlink()

    def forget(self, used: Mapping[str, Iterable[str]]) -> None:
        """Removes what no key of this run has; what others have put there stays."""
        names = {_NAME.format(kind, key) for kind, keys in used.items() for key in keys}
        for entry in _inside(self.folder):
            if entry.name not in names and _OURS.fullmatch(entry.name):
                with suppress(OSError):
                    Path(entry.path).unlink()


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where things are kept, and the key of the program that keeps them."""

    store: Store
    program: str


def keeping_for(folder: Path, config: Path) -> Keeping:
    """What is kept in a folder by this program with the host's configuration and its theme."""
    theme = theme_of(load_host(config, Path(gettempdir()) / "site-gen-unused"))
    return Keeping(Store(folder, time.time_ns()), digest(program(theme), stamp_of(config)))


def whole(release: Path) -> str:
    """A release as the file system has it.

    A link from another release, or one less, changes it too: it is looked at when all are made.
    A copy made of links is in the same state, wherever it is.
    """
    start = len(str(release))
    return digest(*((path[start:], stamp) for path, stamp in stamps_below(release)))
