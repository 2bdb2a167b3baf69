"""The table of page kinds: one line a kind. The order is that of this table and of no list."""

from site_gen.pages import (
    case,
    cases,
    definitions,
    home,
    ledger,
    methods,
    not_found,
    overdue,
    page,
    places,
    platforms,
    reconciliation,
    region,
    regions,
    search,
    session,
    site_map,
    unit,
    units,
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
    units.PAGE,
    unit.PAGE,
    ledger.PAGE,
    search.PAGE,
    overdue.PAGE,
    reconciliation.PAGE,
    definitions.PAGE,
    site_map.PAGE,
    not_found.PAGE,
)
"""Every kind of page; their addresses come from :mod:`site_gen.addresses`."""
