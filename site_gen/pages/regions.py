"""地方: every region of the site, as a tree of names with what each has recorded."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.addresses import REGIONS, region_address, region_anchor
from site_gen.corpus.places import Place
from site_gen.docket.metrics import SESSIONS
from site_gen.language import say
from site_gen.pages.areas import areas
from site_gen.pages.kinds import PageKind
from site_gen.pages.model import Page
from site_gen.pages.numbers import figure, unrecorded
from site_gen.pages.shapes import Figure
from site_gen.pages.view import View
from site_gen.statistics.numbers import Scope


@dataclass(frozen=True, slots=True)
class Branch:
    """A region in the tree; ``leaves`` have nothing below them, ``branches`` have."""

    id: str
    name: str
    address: str
    figure: Figure
    leaves: tuple["Branch", ...] = ()
    branches: tuple["Branch", ...] = ()


def _compose(view: View) -> Iterator[Page]:
    tops = [place for place in areas(view) if place.parent is None]
    tree = tuple(branch_of(view, place) for place in tops)
    yield Page(
        address=REGIONS,
        kind="regions",
        section="regions",
        title=say("地方"),
        description=say("选一个地方，看那里提了什么建议，办得怎样。"),
        template="regions.html",
        values={
            "roots": tuple(branch for branch in tree if branch.leaves or branch.branches),
            "alone": tuple(branch for branch in tree if not (branch.leaves or branch.branches)),
        },
        trail=((say("首页"), ""),),
    )


def branch_of(view: View, place: Place) -> Branch:
    """A region with all below it."""
    below = [branch_of(view, view.corpus.places[child]) for child in place.children]
    return Branch(
        id=region_anchor(place.id),
        name=place.name,
        address=region_address(place.id),
        figure=_figure(view, place.id),
        leaves=tuple(each for each in below if not (each.leaves or each.branches)),
        branches=tuple(each for each in below if each.leaves or each.branches),
    )


def _figure(view: View, region: str) -> Figure:
    if not view.numbers.is_recorded(SESSIONS, region):
        return unrecorded(SESSIONS.label)
    return figure(view.numbers.count(SESSIONS, Scope(region)))


PAGE = PageKind("regions", say("地方一览"), _compose)
