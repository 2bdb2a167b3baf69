"""Whether what a command line said about a file of the corpus is what had to be said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tests.records.corpus import Case

_CHINESE = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True)
class Seen:
    """A finding as ``site-gen check --format json`` writes it."""

    path: str
    line: int
    column: int
    code: str
    severity: str
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.line}:{self.column} {self.code}"


def complaints(case: Case, status: int, found: Sequence[Seen]) -> list[str]:
    """What is not as it should be; nothing where all is."""
    right = 0 if case.is_valid else 1
    told = [f"status {status}"] if status != right else []
    said = [str(one) for one in found]
    told += [f"missing: {one}" for one in case.expected if one not in said]
    told += [f"too much: {one} {one.message}" for one in found if str(one) not in case.expected]
    told += [f"twice: {one}" for one in set(said) if said.count(one) > case.expected.count(one)]
    told += [f"elsewhere: {one.path}" for one in found if one.path != case.place]
    told += [f"no word for a clerk: {one}" for one in found if not _is_for_a_clerk(one)]
    if case.is_valid:
        told += [f"blocks: {one}" for one in found if one.severity == "error"]
    return told


def _is_for_a_clerk(seen: Seen) -> bool:
    """Chinese in both halves, and no brace of a template left unfilled."""
    return all(_CHINESE.search(text) and "{}" not in text for text in (seen.message, seen.hint))
