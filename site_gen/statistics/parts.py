"""A total over regions and its parts: their sum less the double memberships is the total.

A session of two counties is listed in both and counted once in whatever holds both; the
difference is shown wherever parts stand beside their total.
"""

from dataclasses import dataclass

from site_gen.corpus import Corpus
from site_gen.corpus.places import in_order
from site_gen.docket.metrics import Metric
from site_gen.statistics.numbers import Count, Numbers, Scope


@dataclass(frozen=True, slots=True)
class Parts:
    """A total with its parts: what the region itself keeps, then each region directly below.

    ``own`` is None for the whole site. ``double`` is by how much the parts exceed the
    total, because what lies in several parts counts in each.
    """

    total: Count
    own: Count | None
    below: tuple[Count, ...]
    double: int


def parts_of(
    corpus: Corpus, numbers: Numbers, metric: Metric, region: str = "", year: str = ""
) -> Parts:
    """The parts of a region's total, of the whole site for ``""``."""
    places = corpus.places
    children = places[region].children if region else _topmost(corpus)
    total = numbers.count(metric, Scope(region, year=year))
    own = numbers.count(metric, Scope(region, own=True, year=year)) if region else None
    below = tuple(numbers.count(metric, Scope(child, year=year)) for child in children)
    together = sum(count.value for count in below) + (own.value if own else 0)
    return Parts(total, own, below, together - total.value)


def _topmost(corpus: Corpus) -> tuple[str, ...]:
    return tuple(place.id for place in in_order(corpus.places) if place.parent is None)
