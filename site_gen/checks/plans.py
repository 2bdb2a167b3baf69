"""Checks of annual plans: their names, the keys of their topics, and who names a topic.

Whether a topic was held is no check: it is derived and shown.
"""

import re
from collections.abc import Iterator

from site_gen.checks.context import Context
from site_gen.findings import Finding
from site_gen.findings import content_rules as rules
from site_gen.findings.model import Where
from site_gen.records.names import Reference
from site_gen.records.plan import YearPlan
from site_gen.records.record import Record

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _plans(context: Context) -> Iterator[tuple[Record, YearPlan]]:
    for record in context.corpus.kind("plan"):
        if isinstance(record.head, YearPlan):
            yield record, record.head


def names(context: Context) -> Iterator[Finding]:
    """The file of a plan is named after its year."""
    for record, _ in _plans(context):
        if not re.fullmatch(r"\d{4}", record.id.name):
            yield rules.PLAN_NAME_NOT_A_YEAR.at(record.where, name=record.id.name)


def keys(context: Context) -> Iterator[Finding]:
    """The key of a topic is readable in an address, and used once in a plan."""
    for _, plan in _plans(context):
        seen: dict[str, Where] = {}
        for topic in plan.topics:
            if not _KEY.fullmatch(topic.key):
                yield rules.TOPIC_KEY_UNREADABLE.at(topic.key.where, key=topic.key)
            first = seen.setdefault(str(topic.key), topic.key.where)
            if first != topic.key.where:
                yield rules.TOPIC_TWICE.at(topic.key.where, key=topic.key, line=first.line)


def topics(context: Context) -> Iterator[Finding]:
    """A 计划议题 names a topic that the plan of that year has."""
    for record in context.corpus.records.values():
        reference = getattr(record.head, "plan", None)
        if not isinstance(reference, Reference) or context.corpus.topic(reference, record):
            continue
        region = reference.region or record.id.region
        year = reference.name.partition(" ")[0]
        if f"regions/{region}/plans/{year}.yaml" in context.unread:
            continue
        known = (
            f"{plan.id.name} {topic.key}"
            for plan, head in _plans(context)
            if plan.id.region == region
            for topic in head.topics
        )
        written = reference.written
        hint = context.nearest(written.where, reference.name, known)
        yield rules.UNKNOWN_TOPIC.at(written.where, name=written, nearest=hint)


def approved(context: Context) -> Iterator[Finding]:
    """审定 has happened already."""
    for _, plan in _plans(context):
        when = plan.approval.date if plan.approval else None
        if plan.approval is not None and when is not None and when.first > context.today:
            where = plan.approval.at("date")
            yield rules.DONE_IN_FUTURE.at(where, when=when, today=context.today)
