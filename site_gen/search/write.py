"""Rows → the search index of the site, one Pagefind bundle for each shard of the ledger.

A shard whose texts did not change is taken from the scratch folder as it was; facets are left to
the ledger, whose shards hold the same rows in the same order.
"""

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from site_gen.docket.facets import Parents
from site_gen.docket.row import Row
from site_gen.docket.shards import SMALLEST, Shard, plan_shards
from site_gen.search.bundles import (
    ENGINE,
    FORMAT,
    NOTE,
    Bundle,
    Scratch,
    packed,
    starts_of,
    write_file,
)
from site_gen.search.pagefind import find_indexer

FOLDER = "assets/search"


@dataclass(frozen=True, slots=True)
class SearchReport:
    """What was written."""

    rows: int
    shards: int
    indexed: int
    """Shards that had to be indexed; the others were as before."""


def write_search(
    rows: Sequence[Row],
    out: Path,
    *,
    parents: Parents,
    scratch: Path,
    jobs: int,
    smallest: int = SMALLEST,
) -> SearchReport:
    """Write ``assets/search/…`` below ``out``, of rows that lie in regions as ``parents`` says.

    ``scratch`` keeps finished indexes for the next run; it may be removed at any time. Up to
    ``jobs`` shards are indexed at once; ``smallest`` is as for the ledger. Raises
    EnvironmentProblem when there is no indexer, or it fails.
    """
    shards = plan_shards(rows, parents, smallest)
    finished = Scratch(scratch, find_indexer())
    places = {finished.place(one): one for one in (ENGINE, *map(_bundle, shards))}
    missing = finished.missing(places)
    finished.make(missing, jobs)
    finished.forget(keep=places)
    _publish(out / FOLDER, shards, [*places], finished.indexer.version)
    indexed = sum(bundle is not ENGINE for bundle in missing.values())
    return SearchReport(len(rows), len(shards), indexed)


def _bundle(shard: Shard) -> Bundle:
    """Named after the shard, so that what is found says where it was found."""
    return Bundle(f"x-{shard.name}", tuple(row for row in shard.rows if row.text))


def _publish(out: Path, shards: Sequence[Shard], places: Sequence[Path], version: str) -> None:
    """The files of the site: the engine, then for each shard its index and its texts."""
    engine = f"engine-{version}-{places[0].name[:8]}"
    shutil.rmtree(out, ignore_errors=True)
    _copy(places[0], out / engine)
    entries = [_publish_shard(out, *pair) for pair in zip(shards, places[1:], strict=True)]
    index = {"format": FORMAT, "engine": engine, "shards": entries}
    write_file(out / "index.json", packed(index))


def _publish_shard(out: Path, shard: Shard, place: Path) -> Mapping[str, object]:
    _copy(place, out / shard.name)
    rows = packed("".join("1" if row.text else "0" for row in shard.rows))
    write_file(out / shard.name / "rows.json", rows)
    return {
        "name": shard.name,
        "key": shard.key,
        "version": place.name[:12],
        "rows": sha256(rows).hexdigest()[:12],
        "texts": starts_of(place),
    }


def _copy(finished: Path, folder: Path) -> None:
    shutil.copytree(finished, folder, ignore=shutil.ignore_patterns(NOTE), copy_function=_link)


def _link(file: str, target: str) -> None:
    """The same file under another name, or a copy where the file system has no such thing."""
    try:
        os.link(file, target)
    except OSError:
        shutil.copyfile(file, target)
