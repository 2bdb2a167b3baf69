"""Entries for the pieces of records: topics of plans, units reviewed, rectifications, issues.

They have no life cycle of their own; what became of a topic is told by the sessions
and reviews that name it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from site_gen.addresses import path_of, record_address
from site_gen.corpus import Corpus
from site_gen.corpus.build import raised_on
from site_gen.docket.entry import Entry
from site_gen.docket.traits import session_state, themes_of
from site_gen.language import joined, say
from site_gen.records.dates import PartialDate
from site_gen.records.model import Part
from site_gen.records.plan import PlanTopic, YearPlan
from site_gen.records.record import Record
from site_gen.records.review import Rectification, Review, Target
from site_gen.records.session import Session
from site_gen.vocabulary.progress import Action
from site_gen.vocabulary.settings import SessionState

PART_LABELS = {
    "topic": say("计划议题"),
    "target": say("被监督评议的单位"),
    "rectification": say("整改事项"),
    "bulletin": say("社情民意期号"),
}
"""What the kinds of these entries are called."""


def parts_of(corpus: Corpus, record: Record, today: date) -> Iterator[Entry]:
    """The entries of a plan's topics, or of a review's units and rectifications."""
    head = record.head
    if isinstance(head, YearPlan):
        for topic in head.topics:
            yield _topic(corpus, record, topic, today)
    if isinstance(head, Review):
        for number, target in enumerate(head.targets, 1):
            yield _target(corpus, record, target, number, today)
            for part, measure in enumerate(target.rectifications, 1):
                yield _rectification(corpus, record, target, measure, (number, part), today)


def topic_anchor(topic: PlanTopic) -> str:
    """The fragment of a topic on its plan's page."""
    return f"t-{topic.key}"


def target_anchor(number: int) -> str:
    """The fragment of a reviewed unit, by its place in the file."""
    return f"d{number}"


def rectification_anchor(number: int, part: int) -> str:
    """The fragment of a rectification, by the places of its unit and itself."""
    return f"d{number}-z{part}"


def _entry(
    corpus: Corpus, record: Record, kind: str, anchor: str, title: str, part: Part, today: date
) -> Entry:
    return Entry(
        id=f"{path_of(record)}#{anchor}",
        kind=kind,
        record=record,
        address=f"{record_address(record)}#{anchor}",
        title=title,
        context="",
        regions=corpus.regions_of(record),
        when=raised_on(record),
        themes=themes_of(corpus, record),
        part=part,
        today=today,
    )


def _topic(corpus: Corpus, record: Record, topic: PlanTopic, today: date) -> Entry:
    entry = _entry(corpus, record, "topic", topic_anchor(topic), str(topic.title), topic, today)
    year = record.id.name
    return replace(
        entry,
        context=say("{year}年度协商计划", year=year),
        when=PartialDate(int(year)) if year.isdigit() else None,
        answers=answers_to(corpus, record, topic, today),
    )


def answers_to(corpus: Corpus, plan: Record, topic: PlanTopic, today: date) -> tuple[Record, ...]:
    """The sessions held and the reviews that name a topic of a plan."""
    named = corpus.by_topic.get((plan.id, str(topic.key)), ())
    return tuple(record for record in named if _took_place(record, today))


def _took_place(record: Record, today: date) -> bool:
    head = record.head
    if record.is_withdrawn:
        return False
    if isinstance(head, Session):
        return session_state(head, today) is SessionState.HELD
    when = raised_on(record)
    return when is None or when.first <= today


def _target(corpus: Corpus, record: Record, target: Target, number: int, today: date) -> Entry:
    units = _canonical(corpus, target.unit, record)
    entry = _entry(
        corpus, record, "target", target_anchor(number), joined("、", units), target, today
    )
    return replace(entry, context=record.title, units=units)


def _rectification(
    corpus: Corpus,
    record: Record,
    target: Target,
    measure: Rectification,
    place: tuple[int, int],
    today: date,
) -> Entry:
    anchor = rectification_anchor(*place)
    entry = _entry(corpus, record, "rectification", anchor, measure.measure, measure, today)
    units = _canonical(corpus, measure.unit or target.unit, record)
    return replace(entry, context=record.title, units=units)


def _canonical(corpus: Corpus, names: Iterable[str], record: Record) -> tuple[str, ...]:
    return tuple(dict.fromkeys(corpus.canonical(name, record) for name in names))


def bulletins(entries: Iterable[Entry]) -> Iterator[Entry]:
    """One entry for each different 期号 under which a region reported opinions."""
    seen: set[tuple[str, str, str]] = set()
    for entry in entries:
        if entry.kind != "opinion" or entry.tracked is None:
            continue
        for event in entry.tracked.history.effective:
            number = event.parts.get("issue_number")
            if event.action is not Action.REPORTED or number is None:
                continue
            key = (entry.record.id.region, f"{event.when.year:04}", str(number))
            if key not in seen:
                seen.add(key)
                yield _bulletin(entry, key, event.when)


def _bulletin(entry: Entry, key: tuple[str, str, str], when: PartialDate) -> Entry:
    region, year, number = key
    return Entry(
        id=f"bulletins/{region}/{year}/{number}",
        kind="bulletin",
        record=entry.record,
        address=entry.address,
        title=say("{year}年 {number}", year=year, number=number),
        context=entry.title,
        regions=(region,),
        when=when,
    )
