"""What a problem in the content is: a value with a place, a code and a remedy.

Nothing here decides whether there is a problem; the reader, the life cycle and
the checks do, and hand over :class:`Finding` values.
"""

from site_gen.findings.model import Edit, Finding, Rule, Severity, Where
from site_gen.findings.shown import shown

__all__ = ["Edit", "Finding", "Rule", "Severity", "Where", "shown"]
