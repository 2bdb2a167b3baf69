"""首页: what the site is for, where to look, what is owed; numbers first, nothing decorative."""

from collections.abc import Iterable, Iterator

from site_gen.addresses import HOME, region_address
from site_gen.corpus.places import upwards
from site_gen.docket.metrics import (
    CASES,
    FAMILIES,
    IN_HAND,
    OF_SUGGESTIONS,
    RATES,
    SESSIONS,
)
from site_gen.language import say
from site_gen.pages.areas import areas
from site_gen.pages.cases import case_cards
from site_gen.pages.changes import feed_of, groups_of
from site_gen.pages.excerpts import WHOLE, parts_of
from site_gen.pages.grids import Grid, grid_of, grids
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import item_row, newest, record_row
from site_gen.pages.model import Page
from site_gen.pages.numbers import figure, rate_figure, unrecorded
from site_gen.pages.picks import HELD, LATE, first
from site_gen.pages.progress import suggestions_figure
from site_gen.pages.regions import Branch, branch_of
from site_gen.pages.shapes import Figure, Row
from site_gen.pages.things import site_of
from site_gen.pages.view import View
from site_gen.records.record import Record
from site_gen.statistics.numbers import Scope

SENTENCE = say("群众在协商会上提了什么，交给谁办，怎么答复，现在怎样——一条一条查得到。")
SHOWN = 3
"""How many entries of each list stand on the first page."""
SESSIONS_SHOWN = 5
CASES_SHOWN = 3
_RESOLUTION = next(rate for rate in RATES if rate.key == "resolution_rate")


def _compose(view: View) -> Iterator[Page]:
    shown, changes = home_grids(view), groups_of(view, "", SHOWN)
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
            "grids": shown,
            "reported": sum(len(view.reconciled(record)) for record in _statistics(view)),
            "others": _others(view, shown),
            "changes": changes,
            "sessions": () if changes else _sessions(view),
            "timed": is_timed(view, Scope()),
            "overdue": overdue_rows(view, Scope(), SHOWN),
            "owed": tuple(_owed(view)),
            "cases": case_cards(view, _cases(view)),
        },
        things=tuple(site_of(view.corpus)),
        feed=feed_of(view, ""),
    )


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
    longest = first(view, LATE, scope).entries[:most]
    return tuple(item_row(view, entry, facts=tuple(entry.units)) for entry in longest)


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


def home_grids(view: View) -> tuple[Grid, ...]:
    """The grids of the site; of very many squares only the outermost, the others stand inside."""
    squares = sum(place.head.tile is not None for place in view.corpus.places.values())
    if squares <= WHOLE:
        return grids(view)
    shown: list[Grid] = []
    for place in areas(view):
        grid = None if _inside(view, place.id, shown) else grid_of(view, place)
        shown += [] if grid is None else [grid]
    return tuple(shown)


def _inside(view: View, region: str, shown: Iterable[Grid]) -> bool:
    """Whether a region is a square of a grid, or lies in one."""
    squares = {cell["address"] for grid in shown for cell in grid.cells}
    way_up = upwards(region, view.corpus.places)
    return any(region_address(place.id) in squares for place in way_up)


def _others(view: View, shown: tuple[Grid, ...]) -> tuple[Branch, ...]:
    """Regions that have recorded sessions of their own and are no square of a grid.

    Of very many only the outermost.
    """
    squares = {cell["address"] for grid in shown for cell in grid.cells}
    squares |= {grid.address for grid in shown}
    found = [
        place.id
        for place in areas(view)
        if view.numbers.count(SESSIONS, Scope(place.id, own=True)).value
        and region_address(place.id) not in squares
    ]
    if len(found) > WHOLE:
        parts = dict.fromkeys(scope.region for scope in parts_of(view, ""))
        found = [each for each in parts if region_address(each) not in squares]
    return tuple(branch_of(view, view.corpus.places[region]) for region in found)


def _sessions(view: View) -> tuple[Row, ...]:
    """The newest sessions, where there is no result to tell of."""
    held = first(view, HELD, Scope()).entries[:SESSIONS_SHOWN]
    return tuple(record_row(view, entry.record) for entry in held)


def _cases(view: View) -> tuple[Record, ...]:
    kept = (record for record in view.corpus.kind("case") if not record.is_withdrawn)
    return newest(kept)[:CASES_SHOWN]


PAGE = PageKind("home", say("首页"), _compose)
