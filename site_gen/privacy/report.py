"""Findings → the same findings, with nothing personal left in what they say.

Every rule may quote what somebody wrote; here is the one place where quotations are masked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from site_gen.findings import Finding
from site_gen.privacy.scan import masked


def discreet(findings: Iterable[Finding]) -> Iterator[Finding]:
    """What may be shown of findings; the edits that ``fmt`` makes are no text that is shown."""
    for finding in findings:
        where = finding.where._replace(path=masked(finding.where.path))
        message, hint = masked(finding.message), masked(finding.hint)
        yield replace(finding, where=where, message=message, hint=hint)
