"""View → pages and frame: every page kind in turn, then the records that none has a page for.

Pages about the whole site and pages of regions are made apart, so that a region can be done again
without the others.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from site_gen.corpus.places import Place, upwards
from site_gen.pages.areas import areas
from site_gen.pages.frame import frame_of
from site_gen.pages.kinds import PageKind
from site_gen.pages.model import Page
from site_gen.pages.record import pages_of_others
from site_gen.pages.table import PAGE_KINDS
from site_gen.pages.view import View

__all__ = [
    "compose",
    "compose_kinds",
    "compose_others",
    "compose_regions",
    "compose_site",
    "frame_of",
]


def compose(view: View) -> tuple[Page, ...]:
    """Every page of the site, by address."""
    pages = (*compose_site(view), *compose_regions(view, areas(view)))
    return tuple(sorted(pages, key=lambda page: page.address))


def compose_site(view: View) -> tuple[Page, ...]:
    """The pages about the whole site."""
    pages = compose_kinds(view, PAGE_KINDS)
    return (*pages, *compose_others(view, (page.address for page in pages)))


def compose_kinds(view: View, kinds: Iterable[PageKind]) -> tuple[Page, ...]:
    """The pages of some kinds about the whole site."""
    return tuple(page for kind in kinds for page in kind.site(view))


def compose_others(view: View, made: Iterable[str]) -> tuple[Page, ...]:
    """The pages of what the whole site keeps that has no kind of page; ``made`` are the others."""
    return tuple(_others(view, "", made))


def compose_regions(view: View, places: Iterable[Place]) -> tuple[Page, ...]:
    """The pages of some regions, without those of the regions that lie in them."""
    return tuple(page for place in places for page in _in_language(view, place))


def _in_language(view: View, place: Place) -> Iterator[Page]:
    """The pages of a region, in its own language where it or what it lies in has one."""
    ways = (each.head.language for each in upwards(place.id, view.corpus.places))
    language = next(filter(None, ways), None)
    pages = _of_region(view, place)
    if language is None:
        return pages
    return (replace(page, language=str(language)) for page in pages)


def _of_region(view: View, place: Place) -> Iterator[Page]:
    pages = [page for kind in PAGE_KINDS for page in kind.region(view, place)]
    yield from pages
    yield from _others(view, place.id, (page.address for page in pages))


def _others(view: View, region: str, made: Iterable[str]) -> Iterator[Page]:
    return pages_of_others(view, region, _OWN, made)


_OWN = frozenset(kind.key for kind in PAGE_KINDS)
"""The kinds of records that have a kind of page of their own."""
