"""案例: the list of all case stories, each with how the things it tells stand today."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.addresses import CASES, record_address
from site_gen.docket.metrics import CASES as CASES_COUNTED
from site_gen.pages.case import cover_of, items_told
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import dated, newest, region_names
from site_gen.pages.model import Page
from site_gen.pages.numbers import figure
from site_gen.pages.shapes import Tag
from site_gen.pages.tags import tags_of
from site_gen.pages.view import View
from site_gen.prose import Shown
from site_gen.records.case import Case
from site_gen.records.dates import PartialDate
from site_gen.records.record import Record
from site_gen.statistics.numbers import Scope


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A case in a list: its picture, what it tells, and how that stands today."""

    title: str
    address: str
    region: str
    summary: str
    cover: Shown | None
    """Its picture; None without one."""
    alt: str
    when: PartialDate | None
    tags: tuple[Tag, ...]


def case_cards(view: View, records: tuple[Record, ...]) -> tuple[CaseCard, ...]:
    """Cards of cases, in the order given; what was taken down is left out."""
    return tuple(_card(view, record, record.head) for record in records
                 if isinstance(record.head, Case) and not record.is_withdrawn)  # fmt: skip


def _card(view: View, record: Record, head: Case) -> CaseCard:
    tags = [tag for entry in items_told(view, record) for tag in tags_of(view, entry)]
    return CaseCard(
        title=record.title,
        address=record_address(record),
        region=region_names(view, record),
        summary=str(head.summary or ""),
        cover=cover_of(view, record, head),
        alt=f"{record.title}（封面）",
        when=dated(record),
        tags=tuple(tag for position, tag in enumerate(tags) if tag not in tags[:position]),
    )


def _compose(view: View) -> Iterator[Page]:
    yield Page(
        address=CASES,
        kind="cases",
        section="cases",
        title="案例",
        description="一件事从提出来到办下去的经过，标题旁边写着它现在怎样。",
        template="cases.html",
        values={
            "total": figure(view.numbers.count(CASES_COUNTED, Scope())),
            "cases": case_cards(view, newest(view.corpus.kind("case"))),
        },
        trail=(("首页", ""),),
    )


PAGE = PageKind("cases", "案例", _compose)
