"""Checks of histories: legal transitions, dates against today, terms, local classes.

What is legal is decided by the life cycle; here its refusals become findings, together
with what needs the region: its terms and its classes.
"""

from collections.abc import Iterator

from site_gen.checks.context import Context
from site_gen.corpus import Tracked
from site_gen.corpus.places import upwards
from site_gen.findings import Finding, content_rules, history_rules
from site_gen.lifecycle import Deadlines
from site_gen.records.actions import ACTION_RULES
from site_gen.records.events import Event
from site_gen.records.session import Suggestion
from site_gen.vocabulary.progress import Action, Result
from site_gen.vocabulary.settings import DeadlineKind, SuggestionType

_UNIT_ACTIONS = frozenset({Action.REFERRED, Action.ASSIGNED, Action.RETURNED, Action.EXTENDED})


def legal(context: Context) -> Iterator[Finding]:
    """Every event may happen where its item stands, and in the order of its dates."""
    for tracked in context.corpus.tracked:
        yield from tracked.history.findings


def future(context: Context) -> Iterator[Finding]:
    """No event lies after today, on any day its date may mean."""
    for tracked in context.corpus.tracked:
        for event in tracked.item.events:
            if event.when.first > context.today:
                yield history_rules.IN_FUTURE.at(event.where, when=event.when, today=context.today)


def dues(context: Context) -> Iterator[Finding]:
    """A due date is not before its 交办, an extension not before what it extends."""
    for tracked in context.corpus.tracked:
        assigned: Event | None = None
        for event in tracked.history.effective:
            if event.action is Action.ASSIGNED:
                assigned = event
            due = event.content if event.action is Action.EXTENDED else event.parts.get("due")
            if due is not None and assigned is not None and due.last < assigned.when.first:
                yield history_rules.DUE_BEFORE_ASSIGNED.at(
                    event.at("due"), due=due, assigned=assigned.when
                )


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
