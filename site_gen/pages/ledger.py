"""台账: every suggestion, to be filtered and counted; and the same as plain lists for readers
without scripts, by region, by what became of them and by year.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen import addresses
from site_gen.corpus.places import Place
from site_gen.docket.lists import StaticList, StaticListPage, static_lists
from site_gen.docket.row import Row
from site_gen.docket.rows import labels_of, parents_of
from site_gen.language import joined, say
from site_gen.pages.kinds import PageKind
from site_gen.pages.model import Page
from site_gen.pages.tags import tags_of_row
from site_gen.pages.things import dataset_of
from site_gen.pages.view import View, once

LISTED = "suggestion"
"""Static lists are of suggestions alone, so that what is counted there has one unit."""
_TITLES = (("region", say("按地方")), ("result", say("按现在怎样")), ("year", say("按年份")))


@dataclass(frozen=True, slots=True)
class ListLink:
    """One list and how many it has."""

    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class ListGroup:
    """The lists of one facet."""

    title: str
    options: tuple[ListLink, ...]


def _compose(view: View) -> Iterator[Page]:
    lists = lists_of(view)
    yield Page(
        address=addresses.LEDGER,
        kind="ledger",
        section="ledger",
        title=say("台账"),
        description=say("每一条建议：交给谁办，期限到哪天，怎么答复的，现在怎样。"),
        template="ledger.html",
        values={
            "groups": groups_of(lists),
            "total": sum(row.kind == LISTED for row in view.rows),
        },
        trail=((say("首页"), addresses.HOME),),
        things=(dataset_of(view, addresses.LEDGER),),
    )
    for listed in lists:
        if listed.facet != "region":
            yield from _list_pages(view, listed)


def _of_region(view: View, place: Place) -> Iterator[Page]:
    for listed in lists_of(view):
        if (listed.facet, listed.value) == ("region", place.id):
            yield from _list_pages(view, listed)


def _list_pages(view: View, listed: StaticList) -> Iterator[Page]:
    for page in listed.pages:
        yield _list_page(listed, page, tuple(_row(view, row) for row in page.rows))


def lists_of(view: View) -> tuple[StaticList, ...]:
    """The static lists of the site's suggestions."""
    return _lists_of_kind(view, LISTED)


@once
def _lists_of_kind(view: View, kind: str) -> tuple[StaticList, ...]:
    rows = (row for row in view.rows if row.kind == kind)
    return static_lists(rows, labels_of(view.corpus, view.rows), parents_of(view.corpus))


def list_of_region(view: View, region: str) -> ListLink | None:
    """The list of all suggestions in and below a region; None where there are none."""
    wanted = ("region", region)
    found = (one for one in lists_of(view) if (one.facet, one.value) == wanted)
    return next(map(_link, found), None)


def groups_of(lists: tuple[StaticList, ...]) -> tuple[ListGroup, ...]:
    """Links to the lists, facet by facet."""
    groups = (
        ListGroup(title, tuple(_link(listed) for listed in lists if listed.facet == facet))
        for facet, title in _TITLES
    )
    return tuple(group for group in groups if group.options)


def _link(listed: StaticList) -> ListLink:
    return ListLink(listed.label, listed.address, listed.total)


def _list_page(
    listed: StaticList, page: StaticListPage, rows: tuple[dict[str, object], ...]
) -> Page:
    return Page(
        address=page.address,
        kind="list",
        section="ledger",
        title=_title(listed, page),
        description=say("{label}的建议，一条一条列出。", label=listed.label),
        template="list.html",
        values={
            "total": listed.total,
            "page_no": page.number,
            "pages": len(listed.pages),
            "previous": page.previous,
            "next": page.next,
            "rows": rows,
            "alive": f"{addresses.LEDGER}?kind={LISTED}&{listed.query}",
        },
        trail=((say("首页"), addresses.HOME), (say("台账"), addresses.LEDGER)),
        indexed=False,
    )


def _row(view: View, row: Row) -> dict[str, object]:
    """A row as the component takes it."""
    return _row_of(view, row.id)


@once
def _row_of(view: View, row_id: str) -> dict[str, object]:
    """A row by its id; it stands in several lists."""
    row, places = view.row_at(row_id), view.corpus.places
    names = (places[each].name if each in places else each for each in row.values("region"))
    facts = [
        joined("、", names),
        joined("、", row.values("unit")),
        *(say("期限 {day}", day=day) for day in row.values("due")),
    ]
    return {
        "title": row.title,
        "address": row.address,
        "tags": tags_of_row(view, row_id),
        "context": row.context,
        "facts": tuple(fact for fact in facts if fact),
        "date": row.date,
    }


def _title(listed: StaticList, page: StaticListPage) -> str:
    """What the page is called; from the second on with its number."""
    title = say("台账：{label}", label=listed.label)
    if page.number == 1:
        return title
    return say("{title}，第 {page} 页", title=title, page=page.number)


PAGE = PageKind("ledger", say("台账"), _compose, _of_region)
