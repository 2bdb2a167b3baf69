"""A hostile or clumsy change to the small correct folder, and exactly what must be said about it.

A change is made of steps, each a function on the folder. What a case leads to is judged by whoever
runs it.
"""

import os
import socket
import stat
from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from tests.sites.folder import SMALL, write

Step = Callable[[Path], None]
"""Does one thing to the content folder whose path it is given."""


@dataclass(frozen=True)
class Case:
    """``steps`` change the small folder; ``found`` are the findings, ``path:line:column CODE``."""

    name: str
    steps: tuple[Step, ...]
    found: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.name

    def write(self, root: Path) -> Path:
        """The changed folder at ``root``."""
        write(SMALL, root)
        for step in self.steps:
            step(root)
        return root


def bad(name: str, found: str | tuple[str, ...], *steps: Step) -> Case:
    """A case of which something must be said."""
    return Case(name, steps, (found,) if isinstance(found, str) else found)


def good(name: str, *steps: Step) -> Case:
    """A case of which nothing may be said."""
    return Case(name, steps)


def file(path: str, content: str | bytes = "x") -> Step:
    """Adds or replaces a file."""

    def step(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content.encode() if isinstance(content, str) else content)

    return step


def raw_name(folder: str, name: bytes, content: bytes = b"x") -> Step:
    """Adds a file whose name is no text."""
    return file(f"{folder}/{os.fsdecode(name)}", content)


def edit(path: str, right: str, wrong: str) -> Step:
    """Writes something else in a file, where ``right`` stands first."""

    def step(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert right in text, (path, right)
        (root / path).write_text(text.replace(right, wrong, 1), encoding="utf-8", newline="")

    return step


def folder(path: str) -> Step:
    """Adds an empty folder."""
    return lambda root: (root / path).mkdir(parents=True)


def added(path: str, text: str) -> Step:
    """Writes something more at the end of a file."""

    def step(root: Path) -> None:
        with (root / path).open("a", encoding="utf-8") as stream:
            stream.write(text)

    return step


def gone(path: str) -> Step:
    """Takes a file away."""
    return lambda root: (root / path).unlink()


def moved(path: str, to: str) -> Step:
    """Gives a file or folder another name."""

    def step(root: Path) -> None:
        (root / to).parent.mkdir(parents=True, exist_ok=True)
        (root / path).rename(root / to)

    return step


def link(path: str, to: str) -> Step:
    """Adds a symbolic link, as written: it may lead nowhere."""

    def step(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(to)

    return step


def hard_link(path: str, to: str) -> Step:
    """Adds a second name of a file."""
    return lambda root: (root / path).hardlink_to(root / to)


def fifo(path: str) -> Step:
    """Adds a named pipe: whoever opens it waits for ever."""
    return lambda root: os.mkfifo(root / path)


def listening(path: str) -> Step:
    """Adds a socket, bound from its folder: addresses are no longer than a hundred bytes."""

    def step(root: Path) -> None:
        with chdir((root / path).parent), socket.socket(socket.AF_UNIX) as one:
            one.bind(Path(path).name)

    return step


def device(path: str) -> Step:
    """Adds a device that never ends, where the system lets us."""
    return lambda root: os.mknod(root / path, stat.S_IFCHR | 0o600, os.makedev(1, 5))
