"""A file → the same in its canonical form: what its notices say is written, and blanks are tidied.

Only what means the same is written anew; comments, blank lines, quotes and prose stay as they
are, and a file with errors is left alone. What is canonical is decided where a text is read.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from site_gen.findings import Edit, Finding, Severity
from site_gen.records.text import Text
from site_gen.source.decoding import decode

Reading = tuple[Iterable[Text], Sequence[Finding]]
"""The passages of prose in a file, and its findings."""

_MOST_ROUNDS = 100
"""A round writes what one reading reports; very many slips, or some within others, take more."""


@dataclass(frozen=True, slots=True)
class Canonical:
    """The bytes to write; those that were given where there are errors."""

    raw: bytes
    errors: tuple[Finding, ...] = ()


def canonical(raw: bytes, read: Callable[[bytes], Reading]) -> Canonical:
    """The canonical form of a file that ``read`` reads."""
    now = raw
    for _ in range(_MOST_ROUNDS):
        prose, findings = read(now)
        errors = tuple(one for one in findings if one.severity is Severity.ERROR)
        if errors:
            return Canonical(raw, errors)
        before, now = now, _rewritten(now, prose, findings)
        if now == before:
            break
    return Canonical(now)


def _rewritten(raw: bytes, prose: Iterable[Text], findings: Iterable[Finding]) -> bytes:
    text, _ = decode("", raw)
    lines = (text or "").split("\n")
    _apply({edit for finding in findings for edit in finding.edits}, lines)
    kept = {
        line
        for passage in prose
        for line in range(passage.where.line, passage.where.line + passage.count("\n") + 1)
    }
    lines = [line if at in kept else line.rstrip() for at, line in enumerate(lines, 1)]
    return ("\n".join(lines) + ("\n" if lines[-1] else "")).encode()


def _apply(edits: Iterable[Edit], lines: list[str]) -> None:
    """Write the edits from the last to the first; one within another waits for the next round."""
    line, free = -1, 0
    for edit in sorted(edits, reverse=True):
        at, start = edit.where.line - 1, edit.where.column - 1
        end = start + len(edit.old)
        if at != line:
            line, free = at, len(lines[at])
        if end <= free and lines[at].startswith(edit.old, start):
            lines[at] = lines[at][:start] + edit.new + lines[at][end:]
            free = start
