"""年度协商计划: what a year was to deal with, topic by topic, and what became of it."""

from collections.abc import Iterator
from datetime import date

from site_gen.addresses import PLANS, record_address
from site_gen.corpus.places import Place
from site_gen.docket.metrics import (
    RATES,
    TOPICS,
    TOPICS_AHEAD,
    TOPICS_HELD,
    TOPICS_MISSED,
    TOPICS_SILENT,
)
from site_gen.language import joined, say
from site_gen.pages.contacts import contact_facts, region_contact
from site_gen.pages.exceptions import exceptions_of
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import trail_to
from site_gen.pages.model import Page
from site_gen.pages.numbers import figure, rate_figure
from site_gen.pages.session import Notice, stub_page
from site_gen.pages.session_facts import source_cell
from site_gen.pages.shapes import Fact, Figure
from site_gen.pages.tags import compiled_words
from site_gen.pages.things import metas_of
from site_gen.pages.topics import topic_groups, topic_row
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.records.plan import YearPlan
from site_gen.records.record import Record
from site_gen.statistics.numbers import Scope
from site_gen.vocabulary.fields import field
from site_gen.vocabulary.settings import SourceNature

PLAN_RATE = next(rate for rate in RATES if rate.key == "plan_rate")


def _of_region(view: View, place: Place) -> Iterator[Page]:
    for record in view.corpus.kept_by("plan", place.id):
        if isinstance(record.head, YearPlan):
            taken_down = record.is_withdrawn
            yield stub_page(view, record) if taken_down else _page(view, record, record.head)


def _page(view: View, record: Record, head: YearPlan) -> Page:
    region, year = record.id.region, record.id.name
    name = view.corpus.places[region].name
    entries = view.entries_of(record)
    return Page(
        address=record_address(record),
        kind="plan",
        section="plans",
        title=plan_title(record),
        description=say(
            "{name}{year}年计划商量哪些事，哪些商量过了，哪些没有开。", name=name, year=year
        ),
        template="plan.html",
        values={
            "kind": joined(" · ", (record.kind.term, name)),
            "notices": tuple(_notices(head)),
            "numbers": tuple(plan_numbers(view, Scope(region, own=True, year=year))),
            "missed": tuple(topic_row(one) for one in entries if TOPICS_MISSED.counts(one)),
            "groups": tuple(topic_groups(view, entries)),
            "facts": tuple(_facts(head)),
            "exceptions": exceptions_of(record),
            "contact": contact_facts(region_contact(view, region)),
        },
        trail=(*trail_to(view, region), (say("年度计划"), PLANS)),
        updated=_updated(head, view.today),
        meta=metas_of(record),
        is_article=True,
    )


def _updated(head: YearPlan, today: date) -> date | None:
    """The day on which it was approved; what was held since is told by other records."""
    day = head.approval.date if head.approval else None
    return day.first if day and day.is_full and day.first <= today else None


def plan_title(record: Record) -> str:
    """``2023年计划商量的事``."""
    return say("{name}年计划商量的事", name=record.id.name)


def plan_numbers(view: View, scope: Scope) -> Iterator[Figure]:
    """How many of the planned were held, how many were missed, how many are to come."""
    count, rate = view.numbers.count, view.numbers.rate(PLAN_RATE, scope)
    yield figure(count(TOPICS, scope), say("计划商量的事"))
    if rate.denominator.value:
        yield rate_figure(rate, TOPICS_MISSED)
        yield figure(count(TOPICS_MISSED, scope))
        yield figure(count(TOPICS_AHEAD, scope))
    else:
        yield figure(count(TOPICS_HELD, scope))
    if view.numbers.entries(TOPICS_SILENT, scope):
        yield figure(count(TOPICS_SILENT, scope))


def _notices(head: YearPlan) -> Iterator[Notice]:
    if head.is_compiled:
        day = head.source.date if head.source else None
        yield Notice(
            SourceNature.PRESS.plain, say("{known}。", known=compiled_words(day)), "unknown"
        )


def _facts(head: YearPlan) -> Iterator[Fact]:
    approval = head.approval
    if approval is not None:
        day = day_words(approval.date) if approval.date else ""
        label = field("year_plan", "approval")
        yield Fact(
            label=label.plain,
            value=joined("，", filter(None, (approval.body, day))),
            official=label.label,
        )
    source = source_cell(head.source)
    if source is not None:
        yield Fact(label=field("record", "source").plain, value=source)


PAGE = PageKind("plan", say("年度协商计划"), region=_of_region)
