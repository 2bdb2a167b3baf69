"""Checks of the tree of regions: codes, names, parents and tiles.

The tree itself is built by :mod:`site_gen.corpus.places`, which mends what it must to go on.
"""

from collections.abc import Iterator

from site_gen.checks.context import Context
from site_gen.findings import Finding
from site_gen.findings import content_rules as rules
from site_gen.records.divisions import DIVISIONS


def nameless(context: Context) -> Iterator[Finding]:
    """A region has a code, or a name of its own."""
    for place in context.corpus.places.values():
        if not place.head.keys_at.keys() & {"code", "name"}:
            yield rules.REGION_NAMELESS.at(place.record.where)


def codes(context: Context) -> Iterator[Finding]:
    """No two regions have one code."""
    owners: dict[str, str] = {}
    for place in sorted(context.corpus.places.values(), key=lambda place: place.id):
        code = place.head.code
        if code is not None and owners.setdefault(code, place.id) != place.id:
            yield rules.REGION_CODE_TWICE.at(code.where, code=code, other=owners[code])


def parents(context: Context) -> Iterator[Finding]:
    """A written 上级 exists, is needed, and does not lead back to the region."""
    places = context.corpus.places
    for place in places.values():
        written = place.head.parent
        if written is None:
            continue
        if place.head.code and DIVISIONS[place.head.code].parent:
            yield rules.PARENT_NOT_NEEDED.at(written.where, written=written)
        elif written not in places:
            if f"regions/{written}/region.yaml" not in context.unread:
                hint = context.nearest(written.where, written, places)
                yield rules.UNKNOWN_REGION.at(written.where, name=written, nearest=hint)
        elif place.parent is None:
            yield rules.REGION_CIRCLE.at(written.where, name=place.name)


def tiles(context: Context) -> Iterator[Finding]:
    """Two regions of one parent never share a tile."""
    taken: dict[tuple[str | None, tuple[int, int]], str] = {}
    for place in sorted(context.corpus.places.values(), key=lambda place: place.id):
        tile = place.head.tile
        if tile is None:
            continue
        owner = taken.setdefault((place.parent, tile), place.name)
        if owner != place.name:
            yield rules.TILE_TAKEN.at(place.head.at("tile"), other=owner)
