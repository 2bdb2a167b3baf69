"""Regions as the headings of lists: in the order of the tree, named with what they lie in."""

from collections.abc import Iterator

from site_gen.corpus.places import Place, in_order, upwards
from site_gen.pages.view import View


def areas(view: View) -> Iterator[Place]:
    """Every region, parents before children."""
    return in_order(view.corpus.places)


def full_name(view: View, region: str) -> str:
    """``四川省 阿坝藏族羌族自治州 理县``: the name with those above it, the widest first."""
    own = view.corpus.places[region].name if region in view.corpus.places else region
    return f"{names_above(view, region)} {own}".strip()


def names_above(view: View, region: str) -> str:
    """``四川省 阿坝藏族羌族自治州``: what a region lies in, the widest first."""
    chain = [place.name for place in upwards(region, view.corpus.places)]
    return " ".join(reversed(chain[1:]))
