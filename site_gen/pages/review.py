"""民主监督、民主评议: one supervision or evaluation, unit by unit.

How they voted, what was found, what was to be mended by when, and whether it was.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_gen.addresses import REVIEWS, record_address
from site_gen.corpus.places import Place
from site_gen.docket.entry import Entry
from site_gen.docket.parts import rectification_anchor, target_anchor
from site_gen.language import joined, say
from site_gen.pages.ballots import Ballots, ballots_of
from site_gen.pages.contacts import contact_facts, region_contact
from site_gen.pages.crossings import theme_cells, topic_cell
from site_gen.pages.exceptions import exceptions_of
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import region_names, trail_to
from site_gen.pages.mending import mending_tag, mending_tags
from site_gen.pages.model import Page
from site_gen.pages.proofs import proofs_of
from site_gen.pages.session import Notice, stub_page
from site_gen.pages.session_facts import source_cell
from site_gen.pages.shapes import Cell, Fact, Proof, Row, Tag, Value
from site_gen.pages.tags import compiled_words
from site_gen.pages.things import metas_of
from site_gen.pages.unit_cells import unit_cells
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.records.record import Record
from site_gen.records.review import Rectification, Review, Target
from site_gen.vocabulary.fields import field
from site_gen.vocabulary.settings import SourceNature


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing to be mended."""

    anchor: str
    title: str
    tag: Tag
    facts: tuple[Fact, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class UnitReviewed:
    """One unit: its ballots, what was found, what it must mend."""

    anchor: str
    units: tuple[Cell, ...]
    ballots: Ballots | None
    findings: str
    measures: tuple[Measure, ...]


def _of_region(view: View, place: Place) -> Iterator[Page]:
    for record in view.corpus.kept_by("review", place.id):
        if isinstance(record.head, Review):
            taken_down = record.is_withdrawn
            yield stub_page(view, record) if taken_down else _page(view, record, record.head)


def _page(view: View, record: Record, head: Review) -> Page:
    region = record.id.region
    return Page(
        address=record_address(record),
        kind="review",
        section="reviews",
        title=record.title,
        description=say(
            "{regions}{term}：{title}。各单位得了多少票，查出什么问题，改了没有。",
            regions=region_names(view, record),
            term=head.type.term,
            title=record.title,
        ),
        template="review.html",
        values={
            "kind": joined(" · ", (head.type.plain, region_names(view, record))),
            "headlines": _headlines(view, head),
            "notices": tuple(_notices(head)),
            "overview": tuple(_overview(view, record)),
            "targets": tuple(_targets(view, record, head)),
            "facts": tuple(_facts(view, record, head)),
            "exceptions": exceptions_of(record),
            "contact": contact_facts(region_contact(view, region)),
        },
        trail=(*trail_to(view, region), (say("监督和评议"), REVIEWS)),
        updated=_updated(head, view),
        meta=metas_of(record),
        is_article=True,
    )


def _headlines(view: View, head: Review) -> tuple[str, ...]:
    day = day_words(head.date) if head.date else say("时间不详")
    units = say("{n} 个单位", n=len(head.targets)) if head.targets else ""
    return tuple(
        part for part in (day, units, say("截至 {day}", day=day_words(view.today))) if part
    )


def _updated(head: Review, view: View) -> date | None:
    days = [head.date] + [part.done for each in head.targets for part in each.rectifications]
    known = [day.first for day in days if day is not None and day.is_full]
    return max((day for day in known if day <= view.today), default=None)


def _notices(head: Review) -> Iterator[Notice]:
    if head.is_compiled:
        reported = head.source.date if head.source else None
        words = compiled_words(reported or head.date)
        yield Notice(SourceNature.PRESS.plain, say("{words}。", words=words), "unknown")


def _overview(view: View, record: Record) -> Iterator[Row]:
    """Each unit with how what it must mend stands."""
    for entry in view.entries_of(record):
        if entry.kind == "target":
            tags = mending_tags(view, record, entry)
            facts = () if tags else (say("没有写明要改什么"),)
            yield Row(title=entry.title, address=entry.address, tags=tags, facts=facts)


def _targets(view: View, record: Record, head: Review) -> Iterator[UnitReviewed]:
    by_anchor = {entry.id.partition("#")[2]: entry for entry in view.entries_of(record)}
    for number, target in enumerate(head.targets, 1):
        yield UnitReviewed(
            anchor=target_anchor(number),
            units=unit_cells(view, record, target.unit),
            ballots=_ballots(view, target, head),
            findings=str(target.findings or ""),
            measures=tuple(
                _measure(view, by_anchor[rectification_anchor(number, part)])
                for part in range(1, len(target.rectifications) + 1)
            ),
        )


def _ballots(view: View, target: Target, head: Review) -> Ballots | None:
    if not target.ballots:
        return None
    return ballots_of(target.ballots, view.numbers.minimum_n, head.is_compiled)


def _measure(view: View, entry: Entry) -> Measure:
    part, record = entry.part, entry.record
    if not isinstance(part, Rectification):
        raise TypeError(entry.id)
    rows: tuple[tuple[str, Value], ...] = (
        ("unit", unit_cells(view, record, entry.units)),
        ("due", day_words(part.due) if part.due else say("没有写期限")),
        ("done", day_words(part.done) if part.done else ""),
    )
    return Measure(
        anchor=entry.id.partition("#")[2],
        title=entry.title,
        tag=mending_tag(entry, view.today),
        facts=tuple(
            Fact(label=field("rectification", key).plain, value=value)
            for key, value in rows
            if value
        ),
        proofs=proofs_of(view, record, part.evidence) if part.evidence else (),
    )


def _facts(view: View, record: Record, head: Review) -> Iterator[Fact]:
    yield Fact(label=say("做的是什么"), value=Cell(text=head.type.plain, official=_official(head)))
    if head.plan:
        value = topic_cell(view, record, head.plan)
        yield Fact(label=field("review", "plan").plain, value=value, official=say("计划议题"))
    if head.themes:
        yield Fact(label=field("review", "themes").plain, value=theme_cells(view, record))
    source = source_cell(head.source)
    if source is not None:
        yield Fact(label=field("record", "source").plain, value=source)


def _official(head: Review) -> str:
    return "" if head.type.plain == head.type.term else head.type.term


PAGE = PageKind("review", say("监督评议"), region=_of_region)
