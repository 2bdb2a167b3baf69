"""Rows → the files from which a browser builds the ledger: an index, columns and cards.

The columns of a shard hold what rows are filtered by, each coded by a dictionary of its own, so
that tens of thousands of rows stay small and none becomes an object. The cards hold what a shown
row says, in short files, because a page of the list needs only a few. What is here derives
nothing: it repeats the rows as they are.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain
from typing import NamedTuple

from site_gen.docket.facets import FACETS, Facet, Labels, Parents, is_aside, with_above
from site_gen.docket.row import Row
from site_gen.docket.shards import SMALLEST, Shard, plan_shards
from site_gen.docket.tones import TONES

FOLDER = "assets/ledger"
FORMAT = 1
"""Raised when a change would mislead a script that knows the older files."""
CARDS = 200
"""Rows in a file of cards, about 15 KB compressed; a page of the list needs one or a few."""


def ledger_files(
    rows: Iterable[Row], labels: Labels, parents: Parents, *, smallest: int = SMALLEST
) -> dict[str, bytes]:
    """The index and the shards of the ledger as address → content, ``assets/ledger/…``.

    ``smallest`` is the number of rows that are worth a shard, the same as for the search index.
    Raises ValueError for a facet that the table of facets does not have, a defect of ours.
    """
    shards = plan_shards(rows, parents, smallest)
    _refuse_unknown_facets(shards)
    parts = [_Part(shard, *_facets_of(shard.rows)) for shard in shards]
    files = {part.shard.name: dict(_shard_files(part, labels)) for part in parts}
    index = {
        "format": FORMAT,
        "facets": [_definition(facet) for facet in FACETS],
        "labels": _shared_labels(parts, labels),
        "regions": _tree(parts, labels, parents),
        "tones": {str(key): tone for key, tone in TONES.items()},
        "aside": [kind for kind in labels.get("kind", {}) if is_aside(kind)],
        "cards": CARDS,
        "shards": [_entry(part, files[part.shard.name].values()) for part in parts],
    }
    written = {f"{FOLDER}/index.json": _packed(index)}
    for of_shard in files.values():
        written |= of_shard
    return written


class _Part(NamedTuple):
    """A shard with what its rows have of each facet: row by row, and all together."""

    shard: Shard
    values: Mapping[str, Sequence[tuple[str, ...]]]
    used: Mapping[str, frozenset[str]]


def _facets_of(
    rows: Sequence[Row],
) -> tuple[Mapping[str, Sequence[tuple[str, ...]]], Mapping[str, frozenset[str]]]:
    values = {facet.key: [row.values(facet.key) for row in rows] for facet in FACETS}
    used = {key: frozenset(chain.from_iterable(set(column))) for key, column in values.items()}
    return values, used


def _shard_files(part: _Part, labels: Labels) -> Iterator[tuple[str, bytes]]:
    shard, folder = part.shard, f"{FOLDER}/{part.shard.name}"
    yield f"{folder}/columns.json", _packed(_columns(part, labels))
    for number, first in enumerate(range(0, len(shard.rows), CARDS)):
        cards = [_card(row) for row in shard.rows[first : first + CARDS]]
        yield f"{folder}/cards-{number}.json", _packed(cards)


def _packed(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _refuse_unknown_facets(shards: Iterable[Shard]) -> None:
    given = set(chain.from_iterable(row.facets for shard in shards for row in shard.rows))
    unknown = sorted(given - {facet.key for facet in FACETS})
    if unknown:
        raise ValueError(f"not in the table of facets: {', '.join(unknown)}")


def _definition(facet: Facet) -> dict[str, object]:
    return {
        "key": facet.key,
        "label": facet.label,
        "shape": facet.shape,
        "order": facet.order,
    }


def _entry(part: _Part, contents: Iterable[bytes]) -> dict[str, object]:
    """What the index says of a shard: which files, which rows, whom it concerns."""
    shard = part.shard
    return {
        "name": shard.name,
        "version": sha256(b"".join(contents)).hexdigest()[:12],
        "key": shard.key,
        "rows": len(shard.rows),
        "regions": sorted(part.used["region"]),
        "years": sorted(part.used["year"]),
    }


def _used(parts: Iterable[_Part], facet: str) -> set[str]:
    return set(chain.from_iterable(part.used[facet] for part in parts))


def _shared_labels(parts: Sequence[_Part], labels: Labels) -> dict[str, dict[str, str]]:
    """Labels of the narrow facets, those included that no row has: a link may ask for them."""
    narrow = [facet.key for facet in FACETS if not facet.wide and facet.key != "region"]
    return {key: _labels_of(_used(parts, key), labels.get(key, {})) for key in narrow}


def _labels_of(used: Iterable[str], labels: Mapping[str, str]) -> dict[str, str]:
    """All labels in their own order, then the values that have none, which show their key."""
    return dict(labels) | {value: value for value in sorted(used) if value not in labels}


def _tree(parts: Iterable[_Part], labels: Labels, parents: Parents) -> list[list[object]]:
    """``[key, label, place of its parent or -1]`` for each region used and all above it."""
    used = _used(parts, "region")
    shown = set(with_above(sorted(used), parents))
    order = [region for region in parents if region in shown]
    order += sorted(shown - set(order))
    place = {region: number for number, region in enumerate(order)}
    names = labels.get("region", {})
    return [
        [region, names.get(region, region), place.get(parents.get(region) or "", -1)]
        for region in order
    ]


def _card(row: Row) -> list[str]:
    return [row.title, row.address, row.context]


def _columns(part: _Part, labels: Labels) -> dict[str, object]:
    return {
        "dates": _coded([row.date for row in part.shard.rows]),
        "facets": {
            facet.key: _facet_column(facet, part, labels.get(facet.key, {}))
            for facet in FACETS
            if part.used[facet.key]
        },
    }


def _coded(texts: Sequence[str]) -> dict[str, object]:
    """A column of texts as its different texts, in order of appearance, and a number per row."""
    place = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    return {"values": list(place), "rows": [place[text] for text in texts]}


def _facet_column(facet: Facet, part: _Part, labels: Mapping[str, str]) -> dict[str, object]:
    """A facet as its values, the different sets of values, and a set's number per row.

    Filtering looks at the sets, of which there are few, before it looks at the rows.
    """
    written = part.values[facet.key]
    set_of = {values: tuple(dict.fromkeys(values)) for values in dict.fromkeys(written)}
    values = sorted(part.used[facet.key])
    number = {value: place for place, value in enumerate(values)}
    place = {values_of: n for n, values_of in enumerate(dict.fromkeys(set_of.values()))}
    place_of = {values: place[values_of] for values, values_of in set_of.items()}
    column: dict[str, object] = {
        "values": values,
        "sets": [[number[value] for value in values_of] for values_of in place],
        "rows": [place_of[values] for values in written],
    }
    if facet.wide:
        column["labels"] = [labels.get(value, value) for value in values]
    return column
