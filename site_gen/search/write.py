"""Rows → the search index of the site, one Pagefind bundle for each shard of the ledger.

A shard whose texts did not change is taken from the scratch folder as it was; facets are left to
the ledger, whose shards hold the same rows in the same order.
"""

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Self

from site_gen.docket.facets import Parents
from site_gen.docket.row import Row
from site_gen.docket.shards import SMALLEST, Shard, plan_shards
from site_gen.processes.fork import forked, undisturbed
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


class Indexing:
    """Indexes that are being made; in a ``with`` statement, nothing goes on after it."""

    def __init__(self, scratch: Scratch, shards: Sequence[Shard], jobs: int) -> None:
        """Look which indexes are missing; nothing is made yet."""
        self._scratch = scratch
        self._shards = shards
        self._jobs = jobs
        self._places = {scratch.place(one): one for one in (ENGINE, *map(_bundle, shards))}
        self._missing = scratch.missing(self._places)
        self._process: BaseProcess | None = None

    def start(self) -> None:
        """Begin to make what is missing, in a process of its own: a head start, and no promise."""
        if self._missing:
            work = partial(self._scratch.make, self._missing, self._jobs)
            with undisturbed() as signals:
                self._process = forked(work, signals)

    def finish(self, out: Path) -> SearchReport:
        """Wait, make what is missing still, and write ``assets/search/…`` below ``out``.

        Raises EnvironmentProblem when the indexer fails.
        """
        if self._process is not None:
            self._process.join()
        self._scratch.make(self._scratch.missing(self._missing), self._jobs)
        self._scratch.forget(keep=self._places)
        _publish(out / FOLDER, self._shards, [*self._places], self._scratch.indexer.version)
        rows = sum(len(shard.rows) for shard in self._shards)
        indexed = sum(bundle is not ENGINE for bundle in self._missing.values())
        return SearchReport(rows, len(self._shards), indexed)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._process is not None:
            # The programs that it has started end as their input does.
            self._process.kill()
            self._process.join()


def begin_search(
    rows: Sequence[Row],
    *,
    parents: Parents,
    scratch: Path,
    jobs: int,
    smallest: int = SMALLEST,
) -> Indexing:
    """Begin to index rows that lie in regions as ``parents`` says, while the caller goes on.

    ``scratch`` keeps finished indexes for the next run; it may be removed at any time. Up to
    ``jobs`` shards are indexed at once; ``smallest`` is as for the ledger. Raises
    EnvironmentProblem when there is no indexer.
    """
    indexing = _planned(rows, parents, scratch, jobs, smallest)
    indexing.start()
    return indexing


def write_search(
    rows: Sequence[Row],
    out: Path,
    *,
    parents: Parents,
    scratch: Path,
    jobs: int,
    smallest: int = SMALLEST,
) -> SearchReport:
    """The same at once: write ``assets/search/…`` below ``out``; see :func:`begin_search`."""
    return _planned(rows, parents, scratch, jobs, smallest).finish(out)


def _planned(
    rows: Sequence[Row], parents: Parents, scratch: Path, jobs: int, smallest: int
) -> Indexing:
    shards = plan_shards(rows, parents, smallest)
    return Indexing(Scratch(scratch, find_indexer()), shards, jobs)


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
