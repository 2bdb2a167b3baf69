"""The fragments that texts are put together from, as the files beside this module hold them.

A fragment may have slots: ``{thing}``, ``{part}``, ``{n}``, ``{village}``, ``{who}``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "fragments"
Choices = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """One theme with its words: what breaks, where, what is asked and what was done."""

    key: str
    name: str
    units: Choices
    things: Choices
    parts: Choices
    troubles: Choices
    asks: Choices
    works: Choices
    proofs: Choices


@cache
def topics() -> tuple[Topic, ...]:
    """Every theme, in the order of the file."""
    return tuple(map(_topic, _read("topics.txt").strip().split("\n\n")))


def _topic(block: str) -> Topic:
    words = _fields(block)
    key, name = words.pop("theme")
    return Topic(key, name, **words)


@cache
def phrases() -> Mapping[str, Choices]:
    """Phrases that fit any theme, by what they are for."""
    return _fields(_read("phrases.txt").strip())


@cache
def names() -> Mapping[str, Choices]:
    """Characters of place names: ``first`` and ``second``."""
    return _fields(_read("names.txt").strip())


@cache
def sentences() -> Choices:
    """Whole sentences of prose."""
    return tuple(_read("prose.txt").split("\n")[:-1])


@cache
def replies() -> Choices:
    """Whole answers that fit any theme."""
    return tuple(_read("replies.txt").split("\n")[:-1])


def _fields(block: str) -> dict[str, Choices]:
    return dict(_field(line) for line in _lines(block))


def _field(line: str) -> tuple[str, Choices]:
    key, _, words = line.partition(": ")
    return key, tuple(words.split())


def _lines(block: str) -> Iterator[str]:
    return (line for line in block.split("\n") if line)


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
