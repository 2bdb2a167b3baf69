"""Regions as the headings of lists: in the order of the tree, named with what they lie in."""

from collections.abc import Iterator

from site_gen.corpus.places import Place, in_order, upwards
from site_gen.pages.view import View


def areas(view: View) -> Iterator[Place]:
    """Every region, parents before children."""
    return in_order(view.corpus.places)


def below(view: View, region: str) -> Iterator[Place]:
    """A region and all below it, of the site all regions; parents before children."""
    if not region:
        yield from areas(view)
        return
    place = view.corpus.places[region]
    yield place
    for child in place.children:
        yield from below(view, child)


def full_name(view: View, region: str) -> str:
    """``四川省 阿坝藏族羌族自治州 理县``: the name with those above it, the widest first."""
    own = view.corpus.places[region].name if region in view.corpus.places else region
    return f"{names_above(view, region)} {own}".strip()


def names_above(view: View, region: str) -> str:
    """``四川省 阿坝藏族羌族自治州``: what a region lies in, the widest first."""
    chain = [place.name for place in upwards(region, view.corpus.places)]
    return " ".join(reversed(chain[1:]))
