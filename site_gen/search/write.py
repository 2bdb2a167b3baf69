"""Rows → the search index of the site, one Pagefind bundle for each shard of the ledger.

The only place of this package that writes files. A shard whose texts did not change is taken
from the scratch folder as it was; facets are left to the ledger, whose shards hold the same rows
in the same order.
"""

import gzip
import json
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path

from site_gen.docket.facets import Parents
from site_gen.docket.row import Row
from site_gen.docket.shards import SMALLEST, Shard, plan_shards
from site_gen.search.pagefind import Indexer, build_bundle, find_indexer
from site_gen.search.shadow import shadow_page, text_chunks
from site_gen.search.tokens import BOUNDARY

FOLDER = "assets/search"
FORMAT = 1
# The engine belongs to no shard; it needs an index of its own to start, which finds nothing.
_ENGINE_PAGES = (f"<html><body>{BOUNDARY}</body></html>",)
_ENGINE_FILES = ("pagefind.js", "wasm.unknown.pagefind")
_INDEX_FILES = ("pagefind-entry.json", "*.pf_meta", "index/*.pf_index")


@dataclass(frozen=True, slots=True)
class SearchReport:
    """What was written."""

    rows: int
    shards: int
    indexed: int
    """Shards that had to be indexed; the others were as before."""


@dataclass(frozen=True, slots=True)
class _Work:
    """Where one run reads and writes."""

    indexer: Indexer
    scratch: Path
    out: Path


@dataclass(frozen=True, slots=True)
class _Bundle:
    """An index to be made: what its files are called and what it is made of."""

    language: str
    pages: tuple[str, ...]
    wanted: tuple[str, ...]
    """Patterns of the files that a browser needs."""

    def digest(self, version: str) -> str:
        """Same digest, same bytes."""
        made_of = json.dumps([version, FORMAT, self.language, self.wanted, self.pages])
        return sha256(made_of.encode()).hexdigest()[:24]


def write_search(
    rows: Sequence[Row],
    out: Path,
    *,
    parents: Parents,
    scratch: Path,
    jobs: int,
    smallest: int = SMALLEST,
) -> SearchReport:
    """Write ``assets/search/…`` below ``out`` for rows that lie in regions as ``parents`` says.

    ``scratch`` keeps finished indexes for the next run; it may be removed at any time. Up to
    ``jobs`` shards are indexed at once; ``smallest`` is as for the ledger. Raises
    EnvironmentProblem when there is no indexer.
    """
    work = _Work(find_indexer(), scratch, out / FOLDER)
    shards = plan_shards(rows, parents, smallest)
    engine = _Bundle("x", _ENGINE_PAGES, _ENGINE_FILES + _INDEX_FILES)
    bundles = [engine, *map(_bundle, shards)]
    scratch.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        fresh = list(pool.map(lambda bundle: _made(work, bundle), bundles))
    digests = [bundle.digest(work.indexer.version) for bundle in bundles]
    _forget(scratch, keep=digests)
    _publish(work, shards, digests)
    return SearchReport(rows=len(rows), shards=len(shards), indexed=sum(fresh[1:]))


def _bundle(shard: Shard) -> _Bundle:
    """Named after the shard, so that what is found says where it was found."""
    return _Bundle(f"x-{shard.name}", tuple(map(shadow_page, shard.rows)), _INDEX_FILES)


def _made(work: _Work, bundle: _Bundle) -> bool:
    """Have the bundle in the scratch folder; whether it had to be made."""
    done = work.scratch / bundle.digest(work.indexer.version)
    if done.is_dir():
        return False
    part = done.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    files = build_bundle(work.indexer, bundle.pages, bundle.language)
    for name in sorted(files):
        if any(fnmatchcase(name, pattern) for pattern in bundle.wanted):
            _write(part / name, files[name])
    _write_json(part / "fragments.json", _fragments(files, len(bundle.pages)))
    part.rename(done)
    return True


def _fragments(files: Mapping[str, bytes], pages: int) -> list[str]:
    """For each page the name by which a search result tells it."""
    names = [""] * pages
    for name in files:
        if name.startswith("fragment/"):
            content = gzip.decompress(files[name]).removeprefix(b"pagefind_dcd")
            number = int(json.loads(content)["url"].removeprefix("/"))
            names[number] = name.removesuffix(".pf_fragment").rpartition("_")[2]
    return names


def _forget(scratch: Path, keep: Iterable[str]) -> None:
    """Drop what this run did not use, or it would pile up day by day."""
    for path in sorted(set(scratch.iterdir()) - {scratch / name for name in keep}):
        if re.fullmatch(r"[0-9a-f]{24}(\.part)?", path.name):
            shutil.rmtree(path)


def _publish(work: _Work, shards: Sequence[Shard], digests: Sequence[str]) -> None:
    """The files of the site: the engine, then for each shard its index and its texts."""
    engine = f"engine-{work.indexer.version}-{digests[0][:8]}"
    shutil.rmtree(work.out, ignore_errors=True)
    shutil.copytree(work.scratch / digests[0], work.out / engine)
    (work.out / engine / "fragments.json").unlink()
    entries = [_publish_shard(work, *pair) for pair in zip(shards, digests[1:], strict=True)]
    index = {"format": FORMAT, "engine": engine, "shards": entries}
    _write_json(work.out / "index.json", index)


def _publish_shard(work: _Work, shard: Shard, digest: str) -> Mapping[str, object]:
    folder = work.out / shard.name
    shutil.copytree(work.scratch / digest, folder)
    starts = []
    for number, (first, texts) in enumerate(text_chunks(shard.rows)):
        starts.append(first)
        _write_json(folder / f"text-{number}.json", texts)
    return {
        "name": shard.name,
        "key": shard.key,
        "version": digest[:12],
        "texts": {"starts": starts, "version": _texts_version(folder, len(starts))},
    }


def _texts_version(folder: Path, files: int) -> str:
    digest = sha256()
    for number in range(files):
        digest.update((folder / f"text-{number}.json").read_bytes())
    return digest.hexdigest()[:12]


def _write_json(path: Path, value: object) -> None:
    _write(path, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
