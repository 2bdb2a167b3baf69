"""What a kind of page is: a key, a name, and functions from the view to pages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from site_gen.corpus.places import Place
from site_gen.pages.model import Page
from site_gen.pages.view import View


def _none_of_site(_: View) -> Iterable[Page]:
    return ()


def _none_of_region(_: View, __: Place) -> Iterable[Page]:
    return ()


@dataclass(frozen=True, slots=True)
class PageKind:
    """One row of the table in :mod:`site_gen.pages.table`.

    ``site`` makes the pages of the kind that are about the whole site, ``region`` those of one
    region: what they show lies in it and below it, or is named by what lies there, so that
    regions can be worked on apart. ``term`` is what the kind is called in Chinese, for the site
    map and the documentation.
    """

    key: str
    term: str
    site: Callable[[View], Iterable[Page]] = _none_of_site
    region: Callable[[View, Place], Iterable[Page]] = _none_of_region
