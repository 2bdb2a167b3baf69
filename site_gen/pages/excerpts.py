"""Long lists on pages of many regions: some of it, and every region below with its count.

A list that fits is shown whole. Of a longer one a page shows the first, then a table of the regions
next below with how many each has; their pages have the rest, down to the counties, whose lists are
always whole. So nothing disappears, and a page about a province is not longer than one about a
county.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from site_gen.corpus.places import Place, upwards
from site_gen.docket.metric import Metric
from site_gen.language import say
from site_gen.pages.numbers import number_cell
from site_gen.pages.shapes import Cell, Column, Value
from site_gen.pages.view import View
from site_gen.statistics.numbers import Scope

WHOLE = 50
"""A list of so many is shown whole wherever it stands."""
FIRST = 20
"""So many of a longer list stand on a page of many regions."""

_Listed = TypeVar("_Listed")


@dataclass(frozen=True, slots=True)
class Excerpt(Generic[_Listed]):
    """What a page shows of a list: what belongs to its own region, and the first of the others.

    ``missing`` is how many are shown on the pages of the regions below alone.
    """

    own: tuple[_Listed, ...]
    first: tuple[_Listed, ...] = ()
    missing: int = 0


def excerpt(
    view: View,
    region: str,
    found: Sequence[_Listed],
    is_own: Callable[[_Listed], bool],
    ordered: Callable[[Iterable[_Listed]], Iterable[_Listed]],
) -> Excerpt[_Listed]:
    """What the page of a region (of the site: ``""``) shows of what was found in and below it."""
    if len(found) <= WHOLE or not has_parts(view, region):
        return Excerpt(tuple(found))
    own = tuple(one for one in found if region and is_own(one))
    below = tuple(ordered(one for one in found if not region or not is_own(one)))
    return Excerpt(own, below[:FIRST], max(len(below) - FIRST, 0))


def has_parts(view: View, region: str) -> bool:
    """Whether anything lies below a region; below the site all regions do."""
    return not region or bool(view.corpus.places[region].children)


def parts_of(view: View, region: str) -> tuple[Scope, ...]:
    """The regions next below one.

    Of a site that lies in one region those below that one, and before them what is its own.
    """
    places = view.corpus.places
    if region:
        return tuple(Scope(child) for child in places[region].children)
    tops = sorted((one for one in places.values() if one.parent is None), key=_order)
    if len(tops) == 1 and tops[0].children:
        return Scope(tops[0].id, own=True), *parts_of(view, tops[0].id)
    return tuple(Scope(top.id) for top in tops)


def _order(place: Place) -> tuple[str, str]:
    return place.order


def part_columns(*labels: str) -> tuple[Column, ...]:
    """The headings of a table of parts."""
    return (Column(label=say("地方")), *(Column(label=label, numeric=True) for label in labels))


def part_rows(
    view: View,
    region: str,
    metrics: Sequence[Metric],
    address: Callable[[str], str],
    theme: str = "",
) -> Iterator[tuple[Value, ...]]:
    """The parts of which anything is counted, each leading to its own page.

    Of a theme nothing is counted that is a region's own, without those below it.
    """
    for part in parts_of(view, region):
        scope = part._replace(theme=theme)
        counts = [view.numbers.count(metric, scope) for metric in metrics]
        if any(count.value for count in counts):
            name = view.corpus.places[scope.region].name
            said = Cell(
                text=say("{name}本级", name=name) if scope.own else name,
                address=address(scope.region),
            )
            yield said, *map(number_cell, counts)


def in_regions(
    view: View, found: Iterable[_Listed], region: Callable[[_Listed], str]
) -> Iterator[tuple[Place, tuple[_Listed, ...]]]:
    """What was found, region by region, in the order of every list of regions."""
    grouped: dict[str, list[_Listed]] = {}
    for one in found:
        grouped.setdefault(region(one), []).append(one)
    for key in sorted(grouped, key=lambda each: _path_to(view, each)):
        yield view.corpus.places[key], tuple(grouped[key])


def _path_to(view: View, region: str) -> tuple[tuple[str, str], ...]:
    return tuple(place.order for place in upwards(region, view.corpus.places))[::-1]
