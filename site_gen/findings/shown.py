"""How many findings of one file are shown, and which: nobody reads thousands, and none is lost."""

from collections.abc import Iterable

from site_gen.findings.file_rules import MORE_FINDINGS
from site_gen.findings.model import Finding, Severity, Where

MOST_SHOWN = 500
"""Findings of one file that are shown; nobody reads more."""


def shown(path: str, findings: Iterable[Finding], broken_off: bool = False) -> tuple[Finding, ...]:
    """Each once, by place; of very many, errors before the others, and how many are left.

    ``broken_off``: the file was not read to its end, so there are more than were found.
    """
    every = sorted(dict.fromkeys(findings), key=_by_place)
    if len(every) <= MOST_SHOWN:
        return tuple(every)
    grave = sorted(every, key=lambda one: one.severity is not Severity.ERROR)
    number = f"{'至少 ' * broken_off}{len(every) - MOST_SHOWN}"
    more = MORE_FINDINGS.at(Where(path), number=number)
    return (more, *sorted(grave[:MOST_SHOWN], key=_by_place))


def _by_place(finding: Finding) -> tuple[int, int, str]:
    return finding.where.line, finding.where.column, finding.code
