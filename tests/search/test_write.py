"""The search index on disk: the same bytes everywhere, made anew only where texts changed."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from site_gen.search import EnvironmentProblem, SearchReport, write_search
from site_gen.search.pagefind import Indexer, build_bundle
from tests.search.made_up import PARENTS, ROOT, make_rows

ROWS = make_rows(120)
SCRIPT = """
import sys
from pathlib import Path
from tests.search.made_up import PARENTS, make_rows
from site_gen.search import write_search
out, scratch = map(Path, sys.argv[1:3])
rows = make_rows(120)[:: int(sys.argv[3])]
write_search(rows, out, parents=PARENTS, scratch=scratch, jobs=2, smallest=30)
"""


def contents(folder: Path) -> Mapping[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write(folder: Path, rows: object = ROWS, scratch: str = "scratch") -> SearchReport:
    return write_search(
        rows,  # type: ignore[arg-type]
        folder / "out",
        parents=PARENTS,
        scratch=folder / scratch,
        jobs=1,
        smallest=30,
    )


def memory_folder(tmp_path: Path) -> Path:
    """A folder on another kind of file system where there is one: it lists files differently."""
    shm = Path("/dev/shm")
    return shm / f"search-{os.getpid()}" if os.access(shm, os.W_OK) else tmp_path / "other"


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path)
    other = memory_folder(tmp_path)
    surroundings = {"PYTHONHASHSEED": "77", "TZ": "America/Lima", "LC_ALL": "C"}
    try:
        subprocess.run(
            [sys.executable, "-c", SCRIPT, other / "elsewhere" / "out", other / "tmp", "-1"],
            env={**os.environ, **surroundings, "PYTHONPATH": str(ROOT)},
            cwd=tmp_path,
            check=True,
        )
        assert contents(other / "elsewhere" / "out") == contents(tmp_path / "out")
    finally:
        subprocess.run(["rm", "-rf", other], check=True)


def test_only_what_a_browser_needs_is_published(tmp_path: Path) -> None:
    write(tmp_path)
    kinds = {
        path.name if path.suffix in {".js", ".json"} else path.suffix
        for path in (tmp_path / "out").rglob("*")
        if path.is_file() and not path.name.startswith("text-")
    }

    assert not [path for path in (tmp_path / "out").rglob("*") if path.stat().st_size == 0]
    assert kinds == {
        *("pagefind.js", "pagefind-entry.json", ".pagefind"),
        *(".pf_meta", ".pf_index", "fragments.json", "index.json"),
    }


def test_unchanged_shards_are_not_indexed_again(tmp_path: Path) -> None:
    first = write(tmp_path)
    before = contents(tmp_path / "out")
    again = write(tmp_path)

    assert first.indexed == first.shards > 2
    assert again == replace(first, indexed=0)
    assert contents(tmp_path / "out") == before


def test_a_changed_text_indexes_its_shard_and_a_changed_facet_none(tmp_path: Path) -> None:
    write(tmp_path)
    text = next(row for row in ROWS if row.text)
    others = [row for row in ROWS if row is not text]

    late = write(tmp_path, [*others, replace(text, facets={**text.facets, "overdue": ("yes",)})])
    said = write(tmp_path, [*others, replace(text, text=text.text + "改了")])

    assert (late.indexed, said.indexed) == (0, 1)


def test_what_is_no_longer_used_leaves_the_scratch_folder(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "scratch" / "mine.txt").write_text("x", encoding="utf-8")
    report = write(tmp_path, [replace(row, text=row.text + "新") for row in ROWS])
    kept = {path.name for path in (tmp_path / "scratch").iterdir()} - {"mine.txt"}

    assert len(kept) == report.shards + 1
    assert (tmp_path / "scratch" / "mine.txt").exists()


def test_an_interrupted_run_leaves_nothing_that_counts_as_done(tmp_path: Path) -> None:
    write(tmp_path)
    whole = contents(tmp_path / "out")
    done = list((tmp_path / "scratch").iterdir())
    for path in done:
        (path / "fragments.json").unlink()
        path.rename(path.with_suffix(".part"))
    report = write(tmp_path)

    assert report.indexed == report.shards
    assert contents(tmp_path / "out") == whole


def test_each_row_has_a_fragment_of_its_own(tmp_path: Path) -> None:
    write(tmp_path)
    index = json.loads((tmp_path / "out" / "assets/search/index.json").read_bytes())
    for shard in index["shards"]:
        folder = tmp_path / "out" / "assets/search" / shard["name"]
        fragments = json.loads((folder / "fragments.json").read_bytes())
        assert len(set(fragments)) == len(fragments)
        assert "" not in fragments


def test_no_rows_give_an_engine_without_shards(tmp_path: Path) -> None:
    assert write(tmp_path, []) == SearchReport(rows=0, shards=0, indexed=0)


def test_a_missing_indexer_is_a_problem_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)

    with pytest.raises(EnvironmentProblem, match="Pagefind"):
        write(tmp_path)


@pytest.mark.parametrize("program", ["exit 1", "cat", "echo 你好,", "missing"])
def test_an_indexer_that_fails_is_a_problem_of_the_environment(
    tmp_path: Path, program: str
) -> None:
    script = tmp_path / "indexer"
    if program != "missing":
        script.write_text(f"#!/bin/sh\n{program}\n", encoding="utf-8")
        script.chmod(0o755)

    with pytest.raises(EnvironmentProblem):
        build_bundle(Indexer(script, "0"), ["<html><body>a</body></html>"], "x")
