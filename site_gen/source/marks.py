"""The marks of event lines and fields in another form than the canonical one.

It reports slips that were recognised elsewhere and says what to write; it recognises nothing.
"""

import re
from collections.abc import Mapping, Sequence

from site_gen.findings import Rule, key_rules
from site_gen.findings import body_rules as rules
from site_gen.records.reading import Report
from site_gen.records.text import Text

_CANONICAL: Mapping[str, tuple[str, Rule]] = {
    "colon": ("：", rules.COLON_SLIP),
    "mark": ("；", rules.SEMICOLON_SLIP),
}
"""By the group of the pattern that finds the mark."""


def notice_marks(text: Text, found: Sequence[re.Match[str]], report: Report) -> None:
    """One notice a text for each kind of half-width mark among the groups ``colon``, ``mark``."""
    if ":" not in text and ";" not in text:
        return
    for group, (canonical, rule) in _CANONICAL.items():
        written = [match for match in found if match.groupdict().get(group)]
        slips = [match.span(group) for match in written if match[group] != canonical]
        edits = [edit for span in slips for edit in text.mark_edits(canonical, *span)]
        if slips:
            report(rule.at(text.place(slips[0][0]), *edits))


def notice_label(text: Text, found: re.Match[str], canonical: str, report: Report) -> None:
    """Report the group ``label`` where it is another form of a key than its Chinese label."""
    if found["label"] != canonical:
        label = text.part(*found.span("label"))
        edits = label.edits(canonical)
        report(key_rules.KEY_SLIP.at(label.where, *edits, key=label, canonical=canonical))
