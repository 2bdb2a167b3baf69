"""Checks of supervisions and evaluations: their units, what was mended, their dates.

Ballots are shown as they are written; nothing about them can be wrong but their form.
"""

from collections.abc import Iterator

from site_gen.checks.context import Context
from site_gen.checks.names import look_up
from site_gen.checks.references import attached
from site_gen.findings import Finding
from site_gen.findings import content_rules as rules
from site_gen.records.record import Record
from site_gen.records.review import Rectification, Review


def _reviews(context: Context) -> Iterator[tuple[Record, Review]]:
    for record in context.corpus.kind("review"):
        if isinstance(record.head, Review):
            yield record, record.head


def _rectifications(context: Context) -> Iterator[Rectification]:
    for _, head in _reviews(context):
        for target in head.targets:
            yield from target.rectifications


def units(context: Context) -> Iterator[Finding]:
    """Units reviewed, and those that mend, are listed in the region or above."""
    for record, head in _reviews(context):
        for target in head.targets:
            named = [*target.unit, *(one for part in target.rectifications for one in part.unit)]
            for name in named:
                yield from look_up(context, "unit", name, record)


def evidence(context: Context) -> Iterator[Finding]:
    """Pictures and documents of what was mended lie in the region's attachments."""
    for record, head in _reviews(context):
        for target in head.targets:
            for part in target.rectifications:
                if part.evidence is not None:
                    yield from attached(context, part.evidence, record)


def mended(context: Context) -> Iterator[Finding]:
    """What was mended has evidence, or says that it has none."""
    for part in _rectifications(context):
        if part.done is not None and "evidence" not in part.keys_at:
            yield rules.MENDED_WITHOUT_EVIDENCE.at(part.at("done"))


def dates(context: Context) -> Iterator[Finding]:
    """What is written as done lies not in the future."""
    for part in _rectifications(context):
        if part.done is not None and part.done.first > context.today:
            yield rules.DONE_IN_FUTURE.at(part.at("done"), when=part.done, today=context.today)
