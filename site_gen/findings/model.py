"""A place in a file, a rule, the finding that a rule makes at a place, and its remedy.

Rules are constants (see the sibling modules, one per family); their messages
are Chinese sentences for clerks. This module knows none of them.
"""

from dataclasses import dataclass
from typing import NamedTuple

from site_gen.vocabulary.word import Word


class Where(NamedTuple):
    """A place in the content: path relative to its root, line and column from 1.

    A tuple, for there are more of these than of anything else.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    def on(self, offset: int) -> "Where":
        """The place so many characters further on in the same line."""
        path, line, column = self
        # Not by calling the class: that takes twice the time.
        return tuple.__new__(Where, (path, line, column + offset))


class Severity(Word, heading="严重程度"):
    """Whether a finding blocks publication."""

    ERROR = "error", "错误", "", "必须改好才能发布"
    WARNING = "warning", "提醒", "", "请看一看，不影响发布"
    NOTICE = "notice", "写法", "", "看得懂，但不是规范写法，site-gen fmt 会改写"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What to write in a file: ``new`` in place of ``old``, which stands at ``where``."""

    where: Where
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem at one place; ``str()`` is the line a clerk reads.

    ``edits`` are what ``site-gen fmt`` does about it; only slips that have one reading have any.
    """

    where: Where
    code: str
    severity: Severity
    message: str
    hint: str
    edits: tuple[Edit, ...] = ()

    def __str__(self) -> str:
        return f"{self.where}: {self.code} {self.message}。{self.hint}"


@dataclass(frozen=True, slots=True)
class Rule:
    """What one code means.

    ``message`` and ``hint`` are templates filled by :meth:`at`; ``explanation``,
    ``wrong`` and ``right`` are what ``site-gen explain CODE`` prints.
    """

    code: str
    message: str
    hint: str
    explanation: str
    wrong: str
    right: str
    severity: Severity = Severity.ERROR

    def at(self, where: Where, *edits: Edit, **details: object) -> Finding:
        """The finding of this rule at ``where``; raises KeyError for a missing detail."""
        return Finding(
            where=where,
            code=self.code,
            severity=self.severity,
            message=self.message.format(**details),
            hint=self.hint.format(**details),
            edits=edits,
        )
