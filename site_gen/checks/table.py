"""The table of checks: one line a check, in the order in which they run.

A check that is not named here does not run; a test looks for forgotten ones.
"""

from site_gen.checks import (
    histories,
    names,
    passages,
    plans,
    references,
    regions,
    reported,
    reviews,
    sessions,
)
from site_gen.checks.context import Check

CHECKS: tuple[Check, ...] = (
    regions.nameless,
    regions.codes,
    regions.parents,
    regions.tiles,
    names.taken,
    names.reserved,
    names.listed,
    names.units,
    names.themes,
    names.brands,
    names.crossing,
    references.heads,
    references.merges,
    references.linked_suggestions,
    references.attachments,
    passages.prose,
    histories.legal,
    histories.future,
    histories.dues,
    histories.extensions,
    histories.classes,
    histories.self_run,
    histories.noted,
    sessions.time_or_source,
    sessions.state,
    sessions.participants,
    sessions.withheld,
    sessions.solved_problems,
    sessions.taken_down,
    plans.names,
    plans.keys,
    plans.topics,
    plans.approved,
    reviews.units,
    reviews.mended,
    reviews.dates,
    reported.parts,
    reported.units,
    reported.time,
)
"""Every check across records."""
