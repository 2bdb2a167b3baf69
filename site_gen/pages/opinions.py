"""社情民意: how many pieces were collected, how many issues came out, how many were taken up.

Pieces and issues are counted apart and never added: one issue may carry several pieces, and one
piece may be reported to several levels.
"""

from collections.abc import Iterator

from site_gen.addresses import HOME, OPINIONS, opinions_address
from site_gen.corpus.places import Place
from site_gen.docket.metrics import (
    BULLETINS,
    OF_OPINIONS,
    OPINIONS_BY_LEVEL,
    OPINIONS_REPORTED,
    OPINIONS_TAKEN_UP,
)
from site_gen.docket.metrics import OPINIONS as COLLECTED
from site_gen.language import say
from site_gen.pages import picks
from site_gen.pages.channels import (
    by_standing,
    keeps,
    parts,
    parts_caption,
    parts_columns,
    plain_row,
    rate_figures,
)
from site_gen.pages.kinds import PageKind
from site_gen.pages.lists import trail_to
from site_gen.pages.model import Page
from site_gen.pages.numbers import bar, figure
from site_gen.pages.picks import first
from site_gen.pages.progress import status_bars
from site_gen.pages.shapes import Bar, Figure
from site_gen.pages.view import View
from site_gen.statistics.numbers import Scope
from site_gen.vocabulary.progress import ReportLevel

SHOWN = 8
"""How many of the newest pieces stand on the page of the whole site."""
PARTS_COUNTED = (COLLECTED, BULLETINS, OPINIONS_TAKEN_UP)
_LABELS = (say("收集的"), say("编发的"), say("被采用的"))


def _compose(view: View) -> Iterator[Page]:
    if view.corpus.kind("opinion"):
        yield _index(view)


def _of_region(view: View, place: Place) -> Iterator[Page]:
    if keeps(view, "opinion", place):
        yield _page_of(view, place)


def _index(view: View) -> Page:
    entries = first(view, picks.COLLECTED, Scope()).entries
    return Page(
        address=OPINIONS,
        kind="opinions",
        section="opinions",
        title=say("社情民意"),
        description=say("群众和委员反映了什么，报给了哪一级，被谁采用，后来怎样。"),
        template="opinions.html",
        values={
            **_values(view, Scope()),
            "part_columns": parts_columns(*_LABELS),
            "parts": tuple(parts(view, "opinion", OPINIONS, PARTS_COUNTED)),
            "parts_caption": parts_caption(view, "opinion"),
            "newest": tuple(plain_row(view, entry) for entry in entries[:SHOWN]),
            "groups": (),
        },
        trail=((say("首页"), HOME),),
    )


def _page_of(view: View, place: Place) -> Page:
    scope = Scope(place.id, own=True)
    return Page(
        address=opinions_address(place.id),
        kind="region_opinions",
        section="opinions",
        title=say("{name}的社情民意", name=place.name),
        description=say(
            "{name}收集的每一件社情民意信息：报给了哪一级，被谁采用，后来怎样。", name=place.name
        ),
        template="opinions.html",
        values={
            **_values(view, scope),
            "part_columns": (),
            "parts": (),
            "newest": (),
            "groups": by_standing(view, OF_OPINIONS, scope),
        },
        trail=trail_to(view, place.id),
    )


def _values(view: View, scope: Scope) -> dict[str, object]:
    return {
        "counts": tuple(opinion_numbers(view, scope)),
        "rates": tuple(rate_figures(view, OF_OPINIONS, scope)),
        "levels": tuple(_levels(view, scope)),
        "whole": view.numbers.count(COLLECTED, scope).value,
        "statuses": status_bars(view, scope, OF_OPINIONS),
    }


def opinion_numbers(view: View, scope: Scope) -> Iterator[Figure]:
    """Pieces collected, issues that came out, pieces taken up: three numbers, never summed."""
    for metric, label in zip(PARTS_COUNTED, _LABELS, strict=True):
        yield figure(view.numbers.count(metric, scope), label)


def _levels(view: View, scope: Scope) -> Iterator[Bar]:
    """How many pieces were reported to each level, from the lowest; none where none was."""
    if not view.numbers.count(OPINIONS_REPORTED, scope).value:
        return
    for level, metric in zip(ReportLevel, OPINIONS_BY_LEVEL, strict=True):
        yield bar(view.numbers.count(metric, scope), say("报到{word}", word=level.plain))


PAGE = PageKind("opinions", say("社情民意一览"), _compose, _of_region)
