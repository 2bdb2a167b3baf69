"""计划议题: one topic of a year's plan, with what became of it.

Missed topics are as visible as held ones; of a plan that was compiled from reports nobody knows
whether a topic without a record was missed, and that is said.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_gen.docket.entry import Entry
from site_gen.docket.metrics import TOPICS_HELD, TOPICS_MISSED, TOPICS_SILENT
from site_gen.docket.traits import session_state
from site_gen.language import say
from site_gen.pages.balances import period_words
from site_gen.pages.lists import record_row
from site_gen.pages.mending import mending_tags
from site_gen.pages.sessions_list import outcome_tags
from site_gen.pages.shapes import Fact, Row, Tag
from site_gen.pages.view import View
from site_gen.records.dates import Period
from site_gen.records.plan import PlanTopic
from site_gen.records.session import Session
from site_gen.statistics.numbers import Scope
from site_gen.vocabulary.fields import field
from site_gen.vocabulary.settings import Origin, SessionState


@dataclass(frozen=True, slots=True)
class TopicCard:
    """A topic: what was planned, and the sessions and reviews that name it."""

    anchor: str
    title: str
    address: str
    tag: Tag
    facts: tuple[Fact, ...]
    answers: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """The topics of one origin: 点题, 选题, 出题."""

    title: str
    cards: tuple[TopicCard, ...]


def topic_groups(view: View, entries: Iterable[Entry]) -> Iterator[TopicGroup]:
    """Topics by who put them on the table, each group in the order of the plan."""
    found = tuple(entries)
    for origin in (*Origin, None):
        cards = tuple(
            topic_card(view, entry, entry.part)
            for entry in found
            if isinstance(entry.part, PlanTopic) and entry.part.origin is origin
        )
        if cards:
            yield TopicGroup(origin.plain if origin else say("没有写明谁提的题目"), cards)


def topic_card(view: View, entry: Entry, topic: PlanTopic) -> TopicCard:
    """The card of a topic."""
    return TopicCard(
        anchor=entry.id.partition("#")[2],
        title=entry.title,
        address=entry.address,
        tag=topic_tag(entry),
        facts=tuple(_facts(topic)),
        answers=tuple(_answers(view, entry, topic)),
    )


def topic_row(entry: Entry) -> Row:
    """A topic as a row of a list."""
    topic, row = entry.part, Row(title=entry.title, address=entry.address)
    row["tags"] = (topic_tag(entry),)
    if isinstance(topic, PlanTopic):
        origin = topic.origin.plain if topic.origin else ""
        words = (origin, *(str(fact["value"]) for fact in _facts(topic)))
        row["facts"] = tuple(word for word in words if word)
    return row


def topic_tag(entry: Entry) -> Tag:
    """Held, missed, or not yet due."""
    if TOPICS_HELD.counts(entry):
        return Tag(label=say("商量过了"), tone="done")
    if TOPICS_SILENT.counts(entry):
        return Tag(label=say("只有计划的报道，之后没有公开信息"), tone="unknown")
    if TOPICS_MISSED.counts(entry):
        return Tag(label=say("计划了没有开"), tone="late")
    topic = entry.part
    has_time = isinstance(topic, PlanTopic) and topic.period is not None and topic.period.is_known
    return Tag(
        label=say("时间还没到") if has_time else say("没有写什么时候，还没有开"), tone="waiting"
    )


def _facts(topic: PlanTopic) -> Iterator[Fact]:
    rows = (
        (say("计划时间"), _period(topic.period)),
        (field("topic", "form").plain, topic.form.plain if topic.form else ""),
        (field("topic", "organiser").plain, str(topic.organiser or "")),
    )
    for label, words in rows:
        if words:
            yield Fact(label=label, value=words)


def _period(period: Period | None) -> str:
    if period is None:
        return ""
    known = Scope(since=period.start, until=period.end)
    return period_words(known) if period.is_known else say("时间不详")


def _answers(view: View, entry: Entry, topic: PlanTopic) -> Iterator[Row]:
    """Everything that names the topic; what was not held says so."""
    for record in view.corpus.by_topic.get((entry.record.id, str(topic.key)), ()):
        if record.is_withdrawn:
            continue
        if isinstance(record.head, Session):
            state = session_state(record.head, view.today)
            held = state is SessionState.HELD
            tags = outcome_tags(view, record) if held else ()
            yield record_row(view, record, () if held else (state.plain,), tags)
        else:
            yield record_row(view, record, (record.kind.term,), mending_tags(view, record))
