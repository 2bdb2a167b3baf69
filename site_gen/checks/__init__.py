"""Rules across records. Each check is a generator of findings; its docstring is the rule.

What one file alone can tell was said when it was read; here all records are
known. Nothing is changed and nothing is counted.
"""

from collections.abc import Iterable
from datetime import date

from site_gen.checks.context import Context
from site_gen.checks.table import CHECKS
from site_gen.corpus import Corpus
from site_gen.findings import Finding, Severity, shown
from site_gen.records.record import RecordId

__all__ = ["CHECKS", "Context", "check"]


def check(
    corpus: Corpus,
    earlier: Iterable[Finding],
    today: date,
    beyond: frozenset[RecordId] = frozenset(),
) -> tuple[Finding, ...]:
    """What all checks find; ``earlier`` are the findings of reading.

    What points at a file of which nothing could be read is not reported a second time. Records
    ``beyond`` the corpus are known by name only: one of them may be meant.
    """
    refused = {one.where.path for one in earlier if one.severity is Severity.ERROR}
    read = {record.where.path for record in corpus.records.values()}
    context = Context(corpus, today, frozenset(refused - read), beyond=beyond)
    found: dict[str, list[Finding]] = {}
    for one in CHECKS:
        for finding in one(context):
            found.setdefault(finding.where.path, []).append(finding)
    return tuple(one for path, findings in found.items() for one in shown(path, findings))
