"""Checks of sessions and their items, and of what was taken down."""

import re
import unicodedata
from collections.abc import Iterator

from site_gen.checks.context import Context
from site_gen.findings import Finding
from site_gen.findings import content_rules as rules
from site_gen.records.record import Record
from site_gen.records.session import WRITTEN_STATES, Problem, Session, Suggestion
from site_gen.vocabulary.progress import ENDS, Result
from site_gen.vocabulary.settings import Disclosure

_MOST_PEOPLE = 1_000_000
_PEOPLE = re.compile(r"((?:(?<!\d)-)?\d+(?:\.\d+)?(?:[eE]\+?\d+)?)(?=[余多]?(?:人|名|位|户))")


def _sessions(context: Context) -> Iterator[tuple[Record, Session]]:
    for record in context.corpus.kind("session"):
        if isinstance(record.head, Session):
            yield record, record.head


def time_or_source(context: Context) -> Iterator[Finding]:
    """A session has 时间 or 来源; one that is written and unreadable has its own finding."""
    for record, head in _sessions(context):
        if not head.keys_at.keys() & {"held", "source"}:
            yield rules.NEITHER_TIME_NOR_SOURCE.at(record.where)


def state(context: Context) -> Iterator[Finding]:
    """状态 is written only as 延期 or 取消, and then with 原因."""
    for _, head in _sessions(context):
        if head.state is None:
            if head.reason is not None and "state" not in head.keys_at:
                yield rules.REASON_WITHOUT_STATE.at(head.at("reason"))
        elif head.state not in WRITTEN_STATES:
            yield rules.STATE_IS_DERIVED.at(head.at("state"), state=head.state.term)
        elif head.reason is None:
            yield rules.STATE_WITHOUT_REASON.at(head.at("state"), state=head.state.term)


def participants(context: Context) -> Iterator[Finding]:
    """Numbers of people are possible: at least 1, below a million."""
    for _, head in _sessions(context):
        if head.participants is None:
            continue
        for match in _PEOPLE.finditer(unicodedata.normalize("NFKC", head.participants)):
            if not 1 <= float(match[1]) < _MOST_PEOPLE:
                where = head.participants.where
                yield rules.PARTICIPANTS_IMPOSSIBLE.at(where, number=match[1])


def withheld(context: Context) -> Iterator[Finding]:
    """A withheld suggestion says why, and its heading says nothing."""
    for tracked in context.corpus.tracked:
        item, head = tracked.item, tracked.item.head
        if not isinstance(head, Suggestion) or head.disclosure is not Disclosure.WITHHELD:
            continue
        if head.disclosure_reason is None:
            yield rules.WITHHELD_WITHOUT_REASON.at(head.at("disclosure"))
        if item.heading:
            yield rules.WITHHELD_BUT_SHOWN.at(item.where, number=item.number)


def solved_problems(context: Context) -> Iterator[Finding]:
    """A problem is not 已解决 while its live suggestions all came to something else."""
    for tracked in context.corpus.tracked:
        head = tracked.item.head
        by = tracked.history.state.result_by
        if not isinstance(head, Problem) or by is None:
            continue
        if tracked.history.state.result is not Result.RESOLVED:
            continue
        results = list(_linked_results(context, tracked.record, head))
        if results and all(result not in (None, Result.RESOLVED) for result in results):
            yield rules.SOLVED_AGAINST_SUGGESTIONS.at(by.where)


def _linked_results(context: Context, record: Record, head: Problem) -> Iterator[Result | None]:
    for number in head.suggestions:
        linked = context.corpus.history_of.get((record.id, f"s{number}"))
        if linked is not None and linked.history.state.stage not in ENDS:
            yield linked.history.state.result


def taken_down(context: Context) -> Iterator[Finding]:
    """撤下 has happened already."""
    for record in context.corpus.records.values():
        taken = record.head.taken_down
        if taken is not None and taken.date.first > context.today:
            yield rules.TAKEN_DOWN_IN_FUTURE.at(taken.at("date"), when=taken.date)
