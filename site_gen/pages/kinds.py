"""What a kind of page is: a key, a name, and a function from the view to pages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from site_gen.pages.model import Page
from site_gen.pages.view import View


@dataclass(frozen=True, slots=True)
class PageKind:
    """One row of the table in :mod:`site_gen.pages.table`.

    ``compose`` makes all pages of the kind; ``term`` is what the kind is called in
    Chinese, for the site map and the documentation.
    """

    key: str
    term: str
    compose: Callable[[View], Iterable[Page]]
