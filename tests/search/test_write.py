"""The search index on disk: the same bytes everywhere, made anew only where texts changed."""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from signal import SIGKILL, SIGTERM

import pytest

from site_gen.docket.shards import plan_shards
from site_gen.processes.shares import beside
from site_gen.search import EnvironmentProblem, SearchReport, write_search
from site_gen.search.pagefind import Indexer, build_bundle
from site_gen.search.shadow import excerpt_text
from tests.search.made_up import PARENTS, ROOT, make_rows

ROWS = make_rows(120)
SHARDS = plan_shards(ROWS, PARENTS, 30)
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
        *(".pf_meta", ".pf_index", "rows.json", "index.json"),
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
        (path / "note.json").unlink()
        path.rename(path.with_suffix(".part"))
    report = write(tmp_path)

    assert report.indexed == report.shards
    assert contents(tmp_path / "out") == whole


def test_each_row_with_a_text_has_a_page_of_its_own(tmp_path: Path) -> None:
    write(tmp_path)
    index = json.loads((tmp_path / "out" / "assets/search/index.json").read_bytes())
    texts = {shard.name: [bool(row.text) for row in shard.rows] for shard in SHARDS}
    for shard in index["shards"]:
        folder = tmp_path / "out" / "assets/search" / shard["name"]
        marks = json.loads((folder / "rows.json").read_bytes())
        (meta,) = folder.glob("*.pf_meta")
        named = rb"x-%s_[0-9a-f]+" % shard["name"].encode()
        names = re.findall(named, gzip.decompress(meta.read_bytes()))
        chunks = len(list(folder.glob("index/*")))

        assert [mark == "1" for mark in marks] == texts[shard["name"]]
        assert len(set(names)) == len(names) == marks.count("1") + chunks
    assert not all(all(marks) for marks in texts.values())


def test_texts_for_excerpts_are_those_of_the_rows_with_one(tmp_path: Path) -> None:
    write(tmp_path)
    for shard in SHARDS:
        folder = tmp_path / "out" / "assets/search" / shard.name
        files = sorted(folder.glob("text-*.json"), key=lambda file: int(file.stem[5:]))
        texts = [text for file in files for text in json.loads(file.read_bytes())]

        assert texts == [excerpt_text(row) for row in shard.rows if row.text]


def test_a_row_without_a_text_changes_no_index(tmp_path: Path) -> None:
    write(tmp_path)
    silent = replace(next(row for row in ROWS if not row.text), id="sessions/x#s0")
    report = write(tmp_path, [*ROWS, silent])

    assert report.indexed == 0


def begin(folder: Path) -> AbstractContextManager[Callable[[], SearchReport]]:
    return beside(partial(write, folder))


def children() -> list[int]:
    found = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return [int(child) for of_thread in found for child in of_thread.read_text().split()]


def test_an_index_made_beside_has_the_same_bytes(tmp_path: Path) -> None:
    report = write(tmp_path / "at-once")
    with begin(tmp_path / "early") as finished:
        early = finished()

    assert early == report
    assert contents(tmp_path / "early" / "out") == contents(tmp_path / "at-once" / "out")


def test_an_index_whose_process_dies_is_finished_all_the_same(tmp_path: Path) -> None:
    write(tmp_path / "whole")
    before = set(children())
    with begin(tmp_path / "torn") as finished:
        (process,) = set(children()) - before
        os.kill(process, SIGKILL)
        finished()

    assert contents(tmp_path / "torn" / "out") == contents(tmp_path / "whole" / "out")


def test_what_is_abandoned_goes_on_in_no_process(tmp_path: Path) -> None:
    before = set(children())
    with pytest.raises(KeyboardInterrupt), begin(tmp_path):
        assert set(children()) > before
        raise KeyboardInterrupt

    assert set(children()) == before


ABANDONED = """
import sys, time
from pathlib import Path
from tests.search.made_up import PARENTS, make_rows
from functools import partial
from site_gen.processes.shares import beside
from site_gen.search import write_search
out, scratch = map(Path, sys.argv[1:3])
rows = make_rows(4000)
search = partial(write_search, rows, out, parents=PARENTS, scratch=scratch, jobs=2, smallest=30)
with beside(search):
    print("begun", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("signal", [SIGKILL, SIGTERM])
def test_no_process_outlives_a_build_that_is_killed(tmp_path: Path, signal: int) -> None:
    command = [sys.executable, "-c", ABANDONED, str(tmp_path / "out"), str(tmp_path / "scratch")]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, start_new_session=True
    ) as builder:
        assert builder.stdout is not None
        assert builder.stdout.readline()
        while not list((tmp_path / "scratch").glob("*")):
            time.sleep(0.01)
        os.kill(builder.pid, signal)
    end = time.monotonic() + 30
    while time.monotonic() < end and not is_over(builder.pid):
        time.sleep(0.01)

    assert is_over(builder.pid)


def is_over(group: int) -> bool:
    """Whether no process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


def test_what_somebody_spoiled_is_made_anew(tmp_path: Path) -> None:
    write(tmp_path)
    before = contents(tmp_path / "out")
    published = tmp_path / "out" / "assets/search"
    (published / SHARDS[0].name / "text-0.json").write_text("[]", encoding="utf-8")
    next((tmp_path / "scratch").glob(f"*/index/x-{SHARDS[1].name}_*")).unlink()
    report = write(tmp_path)

    assert report.indexed == 2
    assert contents(tmp_path / "out") == before


def test_a_site_that_is_removed_leaves_the_finished_indexes(tmp_path: Path) -> None:
    write(tmp_path)
    kept = contents(tmp_path / "scratch")
    shutil.rmtree(tmp_path / "out")

    assert contents(tmp_path / "scratch") == kept


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
        build_bundle(Indexer(script, "0"), ["a"], "x", bool)
