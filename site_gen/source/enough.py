"""The findings of one file while it is read, and when there are enough of them to stop.

A file with that many problems is not what it should be; reading on would only take time.
"""

from collections.abc import Iterable

from site_gen.findings import Finding, Severity, Where, file_rules, shown

MOST_ERRORS = 1000
"""After so many errors the rest of a file is not read."""

MOST_SLIPS = 20_000
"""After so many notices it is not read either: ``site-gen fmt`` would take too long."""


class Enough(Exception):
    """The rest of the file is not read; everything there is to say was reported."""


class Findings(list[Finding]):
    """What was found so far; reporting more than enough raises :class:`Enough`."""

    def __init__(self, path: str, found: Iterable[Finding]) -> None:
        super().__init__(found)
        self._path, self._errors, self._broken_off = path, 0, False

    def append(self, finding: Finding) -> None:
        """Report one problem."""
        super().append(finding)
        self._errors += finding.severity is Severity.ERROR
        if self._errors > MOST_ERRORS:
            self._break_off()
        if len(self) > MOST_SLIPS:
            super().append(file_rules.TOO_MANY_SLIPS.at(Where(self._path), limit=MOST_SLIPS))
            self._break_off()

    def _break_off(self) -> None:
        self._broken_off = True
        raise Enough

    def in_order(self) -> tuple[Finding, ...]:
        """Each once, by place; of very many, errors before the others, and how many are left."""
        return shown(self._path, self, self._broken_off)
