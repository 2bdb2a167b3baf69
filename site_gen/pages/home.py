"""首页: what the site is for, where to look, what is owed; numbers first, nothing decorative."""

from collections.abc import Iterator

from site_gen.addresses import HOME
from site_gen.docket.entry import Entry
from site_gen.docket.metrics import (
    CASES,
    FAMILIES,
    IN_HAND,
    OF_SUGGESTIONS,
    RATES,
    SESSIONS,
)
from site_gen.pages.areas import areas
from site_gen.pages.cases import case_cards
from site_gen.pages.changes import latest_refusals, latest_results
from site_gen.pages.grids import grids
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import item_row, newest, record_row
from site_gen.pages.model import Page
from site_gen.pages.numbers import figure, rate_figure, unrecorded
from site_gen.pages.progress import suggestions_figure
from site_gen.pages.regions import Branch, branch_of
from site_gen.pages.shapes import Figure, Row
from site_gen.pages.view import View
from site_gen.records.record import Record
from site_gen.statistics.numbers import Scope

SENTENCE = "群众在协商会上提了什么，交给谁办，怎么答复，现在怎样——一条一条查得到。"
SHOWN = 5
"""How many entries of each list stand on the first page."""
CASES_SHOWN = 3
_RESOLUTION = next(rate for rate in RATES if rate.key == "resolution_rate")


def _compose(view: View) -> Iterator[Page]:
    counted = with_life_cycle(view, Scope())
    yield Page(
        address=HOME,
        kind="home",
        section="home",
        title=str(view.corpus.site.name),
        description=SENTENCE,
        template="home.html",
        values={
            "sentence": SENTENCE,
            "numbers": tuple(_numbers(view)),
            "grids": grids(view),
            "reported": sum(len(view.reconciled(record)) for record in _statistics(view)),
            "others": _others(view),
            "results": latest_results(view, counted, SHOWN),
            "sessions": _sessions(view),
            "timed": is_timed(view, Scope()),
            "overdue": overdue_rows(view, Scope(), SHOWN),
            "owed": tuple(_owed(view)),
            "refused": latest_refusals(view, counted, SHOWN),
            "cases": case_cards(view, newest(view.corpus.kind("case")))[:CASES_SHOWN],
        },
    )


def with_life_cycle(view: View, scope: Scope) -> tuple[Entry, ...]:
    """The suggestions, proposals and opinions of a scope."""
    return tuple(entry for of in FAMILIES for entry in view.numbers.entries(of.all, scope))


def _owed(view: View) -> Iterator[Figure]:
    """What is owed, channel by channel; of suggestions always, of others where it is any."""
    for of in FAMILIES:
        for metric in (of.overdue, of.promise_due):
            count = view.numbers.count(metric, Scope())
            if count.value or of is OF_SUGGESTIONS:
                yield figure(count)


def is_timed(view: View, scope: Scope) -> bool:
    """Whether anything in a scope may have a clock; compiled records have none."""
    count = view.numbers.count
    return any(count(of.all, scope).value > count(of.compiled, scope).value for of in FAMILIES)


def overdue_rows(view: View, scope: Scope, most: int) -> tuple[Row, ...]:
    """The items that have been overdue for longest."""
    late = (entry for of in FAMILIES for entry in view.numbers.entries(of.overdue, scope))
    entries = sorted(late, key=_first_due)
    return tuple(item_row(view, entry, facts=tuple(entry.units)) for entry in entries[:most])


def _first_due(entry: Entry) -> tuple[str, str]:
    days = [str(due.day) for due in entry.standing.overdue if due.day] if entry.standing else []
    return min(days, default=""), entry.id


def _numbers(view: View) -> Iterator[Figure]:
    """Three numbers: what was talked over, what was suggested, what came of it."""
    if not view.numbers.is_recorded(SESSIONS):
        yield unrecorded(SESSIONS.label)
        return
    yield figure(view.numbers.count(SESSIONS, Scope()))
    yield suggestions_figure(view, Scope())
    if view.numbers.count(IN_HAND, Scope()).value:
        yield rate_figure(view.numbers.rate(_RESOLUTION, Scope()))
    else:
        yield figure(view.numbers.count(CASES, Scope()))


def _statistics(view: View) -> tuple[Record, ...]:
    return view.corpus.kind("statistic")


def _others(view: View) -> tuple[Branch, ...]:
    """Regions that have recorded sessions of their own and are no square of a grid."""
    shown = grids(view)
    squares = {cell["address"] for grid in shown for cell in grid.cells}
    squares |= {grid.address for grid in shown}
    found = (
        branch_of(view, place)
        for place in areas(view)
        if view.numbers.entries(SESSIONS, Scope(place.id, own=True))
    )
    return tuple(branch for branch in found if branch.address not in squares)


def _sessions(view: View) -> tuple[Row, ...]:
    held = [entry.record for entry in view.numbers.entries(SESSIONS, Scope())]
    return tuple(record_row(view, record) for record in newest(held)[:SHOWN])


PAGE = PageKind("home", "首页", _compose)
