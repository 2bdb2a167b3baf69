"""Killed at every system call that changes files, a publication leaves the old site or the new.

``make test`` strikes at every call from the manifest to the end of the swap and at a sample of
those before and after; ``make torture`` at all.
"""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from site_gen.docket.rows import parents_of
from site_gen.publish import NothingEarlier, Options, Output, publish, roll_back
from site_gen.publish.manifest import NAME
from site_gen.render import render_site
from site_gen.search import write_search
from tests.publish.conftest import Made
from tests.publish.stage import (
    Stage,
    back,
    leftovers,
    mark_of,
    publisher,
    ten_pages,
    tree,
    unlisted,
)
from tests.publish.strace import KILL, Point, points, struck

pytestmark = pytest.mark.slow
STRIDE = 1 if "TORTURE" in os.environ else 9


@pytest.fixture
def stage(out: Path, config_file: Path) -> Stage:
    """Our publisher on its stage."""
    return Stage(out, publisher(config_file))


def swap(found: Sequence[Point]) -> list[Point]:
    """From the manifest to the note of what was shown."""
    (begin, *_), (*_, end) = (
        [number for number, point in enumerate(found) if part in point.text]
        for part in (f"/{NAME}", "/history")
    )
    return list(found[begin : end + 1])


def chosen(found: Sequence[Point]) -> list[Point]:
    """The swap whole, of the rest a sample."""
    sample = set(found[::STRIDE]).union(swap(found))
    return [point for point in found if point in sample]


def test_a_publication_that_is_killed_shows_the_old_site_or_the_new(stage: Stage) -> None:
    found = stage.points()

    assert len(swap(found)) > 10
    assert list(stage.torn(chosen(found))) == []
    assert leftovers(stage.out) == set()
    assert unlisted(stage.out) <= {f for f in tree(stage.out) if f.startswith("assets/mark.")}


def test_a_first_publication_that_is_killed_shows_nothing_or_all(stage: Stage) -> None:
    found = points(stage.publishing("first"))
    for point in chosen(found):
        shutil.rmtree(Output(stage.out).releases)
        stage.out.unlink(missing_ok=True)
        status = struck(stage.publishing("first"), point, KILL)

        assert status == -9
        assert not stage.out.is_symlink() or unlisted(stage.out) == set()
        stage.publish("first")
        assert unlisted(stage.out) == set()
        assert leftovers(stage.out) == set()


def test_going_back_to_a_release_that_is_kept_may_be_killed(stage: Stage) -> None:
    again = swap_again(stage)
    for number, point in enumerate(again):
        texts = f"a{number:5}", f"b{number:5}"
        for text in texts:
            stage.publish(text)
        before = tree(stage.out)
        status = struck(stage.publishing(texts[0]), point, KILL)
        after = tree(stage.out)
        stage.publish(texts[0])

        assert status == -9
        assert after in (before, tree(stage.out))
        for mark in unlisted(stage.out):
            assert mark == mark_of((stage.out / mark).read_text()[3:-3]), "broken off"
        assert leftovers(stage.out) == set()


def swap_again(stage: Stage) -> list[Point]:
    """The points of showing a release again that lies there."""
    for text in ("first ", "second"):
        stage.publish(text)
    found = points(stage.publishing("first "))
    return swap(found)


def test_a_rollback_that_is_killed_shows_one_of_the_two(stage: Stage) -> None:
    for text in ("first ", "second"):
        stage.publish(text)
    found = points(back(stage.out))
    for number, point in enumerate(found):
        for text in (f"a{number:5}", f"b{number:5}"):
            stage.publish(text)
        before = tree(stage.out)
        status = struck(back(stage.out), point, KILL)
        after = tree(stage.out)
        if after == before:
            roll_back(Output(stage.out))
        else:
            with pytest.raises(NothingEarlier):
                roll_back(Output(stage.out))

        assert status == -9
        assert after in (before, tree(stage.out))
        stage.publish(f"c{number:5}")
        assert leftovers(stage.out) == set()


def test_search_indexes_that_were_not_finished_are_not_used(
    tmp_path: Path, out: Path, config_file: Path
) -> None:
    site, output, whole = ten_pages("find me"), Output(out), Output(tmp_path / "whole/site")
    options = Options(config_file)
    publish(site, whole, options, lambda _: None)

    def indexing() -> None:
        parents, built = parents_of(site.corpus), tmp_path / "built"
        write_search(site.rows, built, parents=parents, scratch=output.indexes, jobs=1)

    for point in points(indexing)[::STRIDE]:
        shutil.rmtree(output.indexes, ignore_errors=True)
        status = struck(indexing, point, KILL)  # or the indexer's, which then is missing
        publish(site, output, options, lambda _: None)

        assert status != 0
        assert tree(out) == tree(whole.link), point
        assert not list(output.indexes.glob("*.part"))


def test_publishers_that_write_in_place_are_found_out(tmp_path: Path, config_file: Path) -> None:
    def build(compiled: Made, out: Path) -> Path:
        built = out.with_name("built")
        shutil.rmtree(built, ignore_errors=True)
        render_site(compiled, config_file, built)
        return built

    def anew(compiled: Made, out: Path) -> None:
        built = build(compiled, out)
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(built, out)

    def file_by_file(compiled: Made, out: Path) -> None:
        built = build(compiled, out)
        for path in sorted(path for path in built.rglob("*") if path.is_file()):
            target = out / path.relative_to(built)
            target.parent.mkdir(parents=True, exist_ok=True)
            path.replace(target)

    for naive in (anew, file_by_file):
        stage = Stage(tmp_path / naive.__name__ / "site", naive)
        stage.out.parent.mkdir()
        found = stage.points()

        assert any(stage.torn(found[len(found) // 2 :: 10])), naive
