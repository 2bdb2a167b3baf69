"""Checks of histories: legal transitions, dates against today, terms, local classes.

What is legal is decided by the life cycle; here its refusals become findings, together
with what needs the region: its terms and its classes.
"""

from collections.abc import Iterator
from functools import partial

from site_gen.checks.context import Context
from site_gen.corpus import Tracked
from site_gen.corpus.places import upwards
from site_gen.findings import Finding, Where, content_rules, history_rules
from site_gen.lifecycle import Deadlines
from site_gen.records.actions import ACTION_RULES
from site_gen.records.dates import PartialDate
from site_gen.records.events import Event
from site_gen.records.session import Suggestion
from site_gen.vocabulary.progress import Action, Result
from site_gen.vocabulary.settings import DeadlineKind, SuggestionType

_UNIT_ACTIONS = frozenset({Action.REFERRED, Action.ASSIGNED, Action.RETURNED, Action.EXTENDED})


def legal(context: Context) -> Iterator[Finding]:
    """Every event may happen where its item stands, and in the order of its dates."""
    for tracked in context.corpus.tracked:
        for finding in tracked.history.findings:
            if not _is_doubtful(context, tracked, finding):
                yield finding


def _is_doubtful(context: Context, tracked: Tracked, finding: Finding) -> bool:
    """Whether the finding may only follow from another, which is reported already.

    What comes after a line that could not be read may well be legal; a unit that is listed
    nowhere may be the one that answers.
    """
    item, line = tracked.item, finding.where.line
    if finding.code == history_rules.OUT_OF_ORDER.code:
        return False
    if finding.code == history_rules.VOIDS_NOTHING.code:
        voids = next(one.parts["voids"].written for one in item.events if one.where.line == line)
        return any(written.startswith(voids) for written in item.unread)
    if finding.code == history_rules.REPLY_BY_OTHERS.code and _has_unknown_unit(context, tracked):
        return True
    return any(written.where.line < line for written in item.unread)


def _has_unknown_unit(context: Context, tracked: Tracked) -> bool:
    assigned = (one for one in tracked.item.events if one.action is Action.ASSIGNED)
    units = (unit for one in assigned for unit in (*one.content, *one.parts.get("supporting", ())))
    return any(context.corpus.find("unit", unit, tracked.record) is None for unit in units)


def future(context: Context) -> Iterator[Finding]:
    """No event lies after today, on any day its date may mean."""
    for tracked in context.corpus.tracked:
        for event in tracked.item.events:
            for when, where in ((event.when, event.where), *_evidence_days(event)):
                if when.first > context.today:
                    yield history_rules.IN_FUTURE.at(where, when=when, today=context.today)


def _evidence_days(event: Event) -> Iterator[tuple[PartialDate, Where]]:
    evidence = event.parts.get("evidence")
    for link in evidence.links if evidence else ():
        if link.when is not None:
            yield link.when, event.at("evidence")


def dues(context: Context) -> Iterator[Finding]:
    """A due date is not before its 交办, an extension not before what it extends."""
    for tracked in context.corpus.tracked:
        assigned: Event | None = None
        former: PartialDate | None = None
        for event in tracked.history.effective:
            if event.action is Action.ASSIGNED:
                assigned, former = event, None
            due = event.content if event.action is Action.EXTENDED else event.parts.get("due")
            if due is None or assigned is None:
                continue
            if due.last < assigned.when.first:
                yield history_rules.DUE_BEFORE_ASSIGNED.at(
                    event.at("due"), due=due, assigned=assigned.when
                )
            elif former is not None and due.last < former.first:
                yield history_rules.EXTENDED_BACKWARDS.at(event.where, due=due, former=former)
            former = due


def promises(context: Context) -> Iterator[Finding]:
    """A 承诺 is not over before the 办结 that makes it."""
    for tracked in context.corpus.tracked:
        for event in tracked.item.events:
            promise = event.parts.get("promise")
            day = promise.when if promise else None
            if day is not None and day.last < event.when.first:
                yield history_rules.PROMISED_FOR_THE_PAST.at(
                    event.at("promise"), promise=day, when=event.when
                )


def roles(context: Context) -> Iterator[Finding]:
    """No unit leads and supports in one 交办."""
    for tracked in context.corpus.tracked:
        for event in tracked.item.events:
            if event.action is not Action.ASSIGNED:
                continue
            canonical = partial(context.corpus.canonical, record=tracked.record)
            lead = {canonical(unit) for unit in event.content}
            for unit in event.parts.get("supporting", ()):
                if canonical(unit) in lead:
                    yield history_rules.SUPPORTS_ITSELF.at(unit.where, unit=unit)


def extensions(context: Context) -> Iterator[Finding]:
    """延期 stays within 延期至多, counted from the 交办."""
    for tracked in context.corpus.tracked:
        deadlines = context.corpus.deadlines(tracked.record, tracked.item)
        if deadlines is not None:
            yield from _extended_too_far(tracked, deadlines)


def _extended_too_far(tracked: Tracked, deadlines: Deadlines) -> Iterator[Finding]:
    rule = deadlines.term(DeadlineKind.EXTENSION)
    assigned: Event | None = None
    for event in tracked.history.effective if rule else ():
        if event.action is Action.ASSIGNED and event.when.is_full:
            assigned = event
        if event.action is Action.EXTENDED and assigned is not None and rule is not None:
            latest = rule[0].after(assigned.when.first)
            if event.content.first > latest:
                yield history_rules.EXTENDED_TOO_FAR.at(
                    event.where, due=event.content, limit=rule[0], latest=latest
                )


def classes(context: Context) -> Iterator[Finding]:
    """A local class letter is defined by the region, and means the result it stands with."""
    for tracked in context.corpus.tracked:
        for event in tracked.item.events:
            letter = event.parts.get("local_class")
            if letter is None:
                continue
            where = event.at("local_class")
            defined = _classes_of(context, tracked)
            if letter not in defined:
                if _may_be_unread(context, tracked):
                    continue
                known = "、".join(defined) or "没有规定"
                yield content_rules.CLASS_UNDEFINED.at(where, letter=letter, known=known)
            elif event.content not in defined[letter]:
                meaning = "、".join(result.term for result in defined[letter])
                yield content_rules.CLASS_MISMATCH.at(
                    where, letter=letter, meaning=meaning, result=event.content.term
                )


def _classes_of(context: Context, tracked: Tracked) -> dict[str, tuple[Result, ...]]:
    """办理结果分类 is inherited whole, from the nearest region that has one."""
    for place in upwards(tracked.record.id.region, context.corpus.places):
        if place.head.classes is not None:
            return dict(place.head.classes)
    return {}


def _may_be_unread(context: Context, tracked: Tracked) -> bool:
    """Whether the region, or what its classes come from, could not be read."""
    region = tracked.record.id.region
    if f"regions/{region}/region.yaml" in context.unread:
        return True
    places = list(upwards(region, context.corpus.places))
    if any(place.head.parent and place.parent is None for place in places):
        return True  # a parent that is none has a finding of its own
    return any(
        key in place.head.keys_at and getattr(place.head, key) is None
        for place in places
        for key in ("code", "parent", "classes")
    )


def self_run(context: Context) -> Iterator[Finding]:
    """自办 has no unit: nothing is given to one, returned by one or extended for one."""
    for tracked in context.corpus.tracked:
        head = tracked.item.head
        if not isinstance(head, Suggestion) or head.type is not SuggestionType.SELF_RUN:
            continue
        for event in tracked.item.events:
            if event.action in _UNIT_ACTIONS:
                term = ACTION_RULES[event.action].action.term
                yield history_rules.SELF_RUN_WITH_UNIT.at(event.where, action=term)


def noted(context: Context) -> Iterator[Finding]:
    """据报道 stands only in a record that names its source."""
    for tracked in context.corpus.tracked:
        if tracked.record.head.source is not None:
            continue
        for event in tracked.item.events:
            if event.action is Action.NOTED:
                yield history_rules.NOTED_WITHOUT_SOURCE.at(event.where)
