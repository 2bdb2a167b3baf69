"""The table of page kinds: one line a kind."""

from site_gen.pages import (
    case,
    cases,
    definitions,
    home,
    methods,
    not_found,
    overdue,
    page,
    places,
    platforms,
    reconciliation,
    region,
    regions,
    session,
    site_map,
)
from site_gen.pages.kinds import PageKind

PAGE_KINDS: tuple[PageKind, ...] = (
    home.PAGE,
    regions.PAGE,
    region.PAGE,
    session.PAGE,
    cases.PAGE,
    case.PAGE,
    page.PAGE,
    methods.PAGE,
    platforms.PAGE,
    places.PAGE,
    overdue.PAGE,
    reconciliation.PAGE,
    definitions.PAGE,
    site_map.PAGE,
    not_found.PAGE,
)
"""Every kind of page; their addresses come from :mod:`site_gen.addresses`."""
