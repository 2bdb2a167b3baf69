"""By what rows can be filtered: the table of facets, and the tree of regions.

A new facet is one line here; the ledger's files and its panel follow from the table. Which values
a row has is said by the row, what they are called by the labels that come with it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from site_gen.language import say

Labels = Mapping[str, Mapping[str, str]]
"""Facet key → value key → Chinese label."""
Parents = Mapping[str, str | None]
"""Region → the region above it, ``None`` at the top; the order is the one shown."""

Order = Literal["given", "count", "newest"]


@dataclass(frozen=True, slots=True)
class Facet:
    """One question that a row answers."""

    key: str
    label: str
    multiple: bool
    """Whether a row may have several values."""
    shape: Literal["list", "tree", "hidden"] = "list"
    """``tree``: values lie below each other; ``hidden``: never offered as a choice, though an
    address may ask for a value of it."""
    wide: bool = False
    """So many values that their labels travel with the rows instead of the index."""
    order: Order = "given"
    """How values are offered: as the labels have them, the most frequent or the newest first."""


_ASIDE = ("bulletin", "target")


def is_aside(kind: str) -> bool:
    """Whether rows of a kind only stand behind a number: single 交办, issues, units reviewed.

    A list shows them when the number is asked for.
    """
    return kind in _ASIDE or kind.endswith("assignment")


FACETS = (
    Facet("kind", say("类别"), multiple=False),
    Facet("region", say("地区"), multiple=True, shape="tree"),
    Facet("result", say("办理结果"), multiple=False),
    Facet("stage", say("办到哪一步"), multiple=False),
    Facet("overdue", say("超过期限"), multiple=False),
    Facet("promise_due", say("承诺到期"), multiple=False),
    Facet("compiled", say("记录来源"), multiple=False),
    Facet("year", say("年份"), multiple=True, order="newest"),
    Facet("theme", say("领域"), multiple=True, order="count"),
    Facet("unit", say("承办单位"), multiple=True, wide=True, order="count"),
    Facet("place", say("村（社区）"), multiple=True, wide=True, order="count"),
    Facet("metric", say("统计"), multiple=True, shape="hidden"),
    Facet("due", say("期限"), multiple=False, shape="hidden", wide=True),
    Facet("promise", say("承诺"), multiple=False, shape="hidden", wide=True),
)


def above(region: str, parents: Parents) -> Iterator[str]:
    """A region and all that it lies in, upwards; a loop in the tree ends it."""
    seen: set[str] = set()
    here: str | None = region
    while here is not None and here not in seen:
        seen.add(here)
        yield here
        here = parents.get(here)


def with_above(regions: Iterable[str], parents: Parents) -> tuple[str, ...]:
    """The regions and all they lie in, each once, in order of first mention."""
    return tuple(dict.fromkeys(up for region in regions for up in above(region, parents)))
