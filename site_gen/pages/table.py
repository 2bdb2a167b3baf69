"""The table of page kinds: one line a kind."""

from site_gen.pages.kinds import PageKind

PAGE_KINDS: tuple[PageKind, ...] = ()
"""Every kind of page; their addresses come from :mod:`site_gen.addresses`."""
