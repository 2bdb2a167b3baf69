"""A disk that fails at any system call: status 3 and a word in Chinese, or published all the same.

``make test`` fails a sample of the calls and the whole swap; ``make torture`` each, in every way.
"""

import os
import re
from collections.abc import Callable
from contextlib import redirect_stderr
from io import FileIO, TextIOWrapper
from itertools import cycle, product
from pathlib import Path

import click
import pytest

from site_gen.cli.edge import Program
from tests.publish.stage import Stage, leftovers, publisher, ten_pages, tree
from tests.publish.strace import Point, points, struck
from tests.publish.test_struck import swap

pytestmark = pytest.mark.slow
TORTURE = "TORTURE" in os.environ
STRIDE = 1 if TORTURE else 9
FAILURES = ("ENOSPC", "EIO", "EDQUOT", "EROFS", "EACCES")


@pytest.fixture
def stage(out: Path, config_file: Path) -> Stage:
    """Our publisher on its stage."""
    return Stage(out, publisher(config_file))


@pytest.fixture
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file for what a run says, on a disk that is in order."""
    return tmp_path_factory.mktemp("told") / "stderr"


def program(stage: Stage, text: str, told: Path) -> Callable[[], None]:
    """A publication at the edge of the program, later; what it says goes to a file."""

    @click.command()
    def build() -> None:
        stage.publisher(ten_pages(text), stage.out)

    group = Program("site-gen", commands={"build": build})

    def run() -> None:
        with redirect_stderr(TextIOWrapper(FileIO(told, "w"), "utf-8", write_through=True)):
            group(["build"])

    return run


def points_of_a_run(stage: Stage, told: Path) -> list[Point]:
    """The points of a publication after others, but for those that belong to the telling."""
    for number in range(3):
        stage.publish(f"{number:26}")
    found = points(program(stage, f"{3:26}", told))
    return [point for point in found if str(told) not in point.text]


def fails_well(stage: Stage, told: Path, point: Point, fault: str) -> None:
    """Checks that a run that meets a fault shows the old and says so, or the new."""
    text = f"{fault[-9:]}{point.call:>12}{point.number:05}"
    before = tree(stage.out)
    status = struck(program(stage, text, told), point, f"error={fault}")
    after, said = tree(stage.out), told.read_text(encoding="utf-8")
    stage.publish(text)
    new = tree(stage.out)

    assert status in {0, 3}, (point, said)
    assert after == (new if status == 0 else before), point
    assert status == 0 or re.match("[一-鿿]+：?.*。没有发布\n", said), (point, said)
    assert leftovers(stage.out) == set()


def test_one_call_that_fails(stage: Stage, told: Path) -> None:
    found = points_of_a_run(stage, told)
    if TORTURE:
        chosen = list(product(found, FAILURES))
    else:
        chosen = list(zip([*found[::STRIDE], *swap(found)], cycle(FAILURES), strict=False))
    for point, failure in chosen:
        fails_well(stage, told, point, failure)


@pytest.mark.parametrize("call", ["write", "mkdir", "rename"])
def test_a_disk_that_stays_as_bad(stage: Stage, told: Path, call: str) -> None:
    found = [point for point in points_of_a_run(stage, told) if point.call == call]
    for point in found[:: min(STRIDE, len(found) // 3)]:
        text = f"{'stays':>9}{point.call:>12}{point.number:05}"
        before = tree(stage.out)
        status = struck(program(stage, text, told), point, "error=ENOSPC", for_good=True)
        after = tree(stage.out)
        stage.publish(text)

        assert status in {0, 3}
        assert after == (tree(stage.out) if status == 0 else before)
        assert leftovers(stage.out) == set()
