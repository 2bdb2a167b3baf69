"""工作法: named ways of working. What a source does not tell of one is said to be missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen import addresses
from site_gen.corpus.places import Place
from site_gen.docket.metrics import METHODS
from site_gen.language import say
from site_gen.pages.areas import areas, full_name, names_above
from site_gen.pages.exceptions import exceptions_of
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import RecordLink, trail_to
from site_gen.pages.meetings import meetings
from site_gen.pages.model import Page
from site_gen.pages.numbers import figure, unrecorded
from site_gen.pages.passages import prose_of
from site_gen.pages.session import stub_page
from site_gen.pages.session_facts import source_cell
from site_gen.pages.things import metas_of
from site_gen.pages.view import View
from site_gen.records.method import Method
from site_gen.records.record import Record
from site_gen.statistics.numbers import Scope


@dataclass(frozen=True, slots=True)
class MethodArea:
    """A region with its methods."""

    name: str
    above: str
    links: tuple[RecordLink, ...]


def _compose(view: View) -> Iterator[Page]:
    yield _directory(view)


def _of_region(view: View, place: Place) -> Iterator[Page]:
    for record in view.corpus.kept_by("method", place.id):
        if isinstance(record.head, Method):
            taken_down = record.is_withdrawn
            yield stub_page(view, record) if taken_down else _page(view, record, record.head)


def _directory(view: View) -> Page:
    count = view.numbers.count(METHODS, Scope())
    return Page(
        address=addresses.METHODS,
        kind="methods",
        section="methods",
        title=say("工作法"),
        description=say("各地商量事情的办法：怎么收题目，怎么坐下来议，怎么盯着办。"),
        template="methods.html",
        values={
            "total": (figure(count),) if count.value else (unrecorded(METHODS.label),),
            "areas": tuple(_areas(view)),
        },
        trail=((say("首页"), addresses.HOME),),
    )


def _areas(view: View) -> Iterator[MethodArea]:
    for place in areas(view):
        records = view.corpus.of_region("method", place.id)
        links = tuple(_link(view, one) for one in records if not one.is_withdrawn)
        if links:
            yield MethodArea(place.name, names_above(view, place.id), links)


def _link(view: View, record: Record) -> RecordLink:
    return RecordLink(
        title=record.title,
        address=addresses.record_address(record),
        region=full_name(view, record.id.region),
        when=None,
        note="" if isinstance(record.head, Method) and record.head.steps else say("步骤待补充"),
    )


def _page(view: View, record: Record, head: Method) -> Page:
    address = addresses.record_address(record)
    place = full_name(view, record.id.region)
    return Page(
        address=address,
        kind="method",
        section="methods",
        title=record.title,
        description=say(
            "{place}的工作法：{title}。一步一步怎么做，哪些协商用过。",
            place=place,
            title=record.title,
        ),
        template="method.html",
        values={
            "place": place,
            "steps": tuple(str(step) for step in head.steps),
            "source": source_cell(head.source),
            "prose": prose_of(view, record, address),
            "exceptions": exceptions_of(record),
            "sessions": meetings(view, view.corpus.used_by.get(record.id, ())),
        },
        trail=trail_to(view, record.id.region),
        meta=metas_of(record),
        is_article=True,
    )


PAGE = PageKind("methods", say("工作法"), _compose, _of_region)
