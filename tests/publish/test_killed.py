"""A builder that is killed at any moment leaves one whole site, and the next run goes on."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from random import Random
from signal import SIGKILL, SIGTERM, Signals

import pytest

from site_gen.publish import Options, Output, publish
from tests.publish.conftest import COLUMNS, made
from tests.publish.stage import leftovers, unlisted
from tests.render.sample import ROOT

pytestmark = pytest.mark.slow
PATIENCE = 30
MOMENTS = 34 if "TORTURE" in os.environ else 1
CASES = list(product(("parent", "group", "worker"), (SIGKILL, SIGTERM), range(MOMENTS)))

Builder = subprocess.Popen[str]


def shown(out: Path) -> set[str]:
    """What the pages of the site say that is shown: one number, if it is whole."""
    site = out.resolve(strict=True)
    pages = [*site.glob("regions/*/index.html"), *(site / address for address in COLUMNS)]
    texts = [page if page.suffix else page / "index.html" for page in pages]
    return {
        text.read_text(encoding="utf-8").partition("<h1>")[2].partition("</h1>")[0]
        for text in texts
    }


@contextmanager
def building(out: Path, config: Path) -> Iterator[tuple[Builder, Callable[[], str]]]:
    """A builder that has published twice, in a process group of its own; and its next line."""
    command = [sys.executable, "-m", "tests.publish.builder", str(out), str(config)]
    (out.parent / "scratch").mkdir(exist_ok=True)
    env = os.environ | {"TMPDIR": str(out.parent / "scratch")}
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as builder:

        def told() -> str:
            line = builder.stdout.readline() if builder.stdout else ""
            return line.strip() or pytest.fail("the builder stopped by itself")

        try:
            told(), told()
            yield builder, told
        finally:
            if builder.poll() is None:
                builder.kill()


def workers(builder: Builder) -> list[int]:
    children = Path(f"/proc/{builder.pid}/task/{builder.pid}/children")
    return [int(child) for child in children.read_text().split()]


def wait_for(what: Callable[[], object]) -> None:
    """Waits until something is so."""
    end = time.monotonic() + PATIENCE
    while not what():
        if time.monotonic() > end:
            pytest.fail("waited in vain")
        time.sleep(0.005)


def is_over(group: int) -> bool:
    """Whether no process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize(("target", "signal", "number"), CASES)
def test_a_builder_that_is_struck(
    out: Path, config_file: Path, target: str, signal: Signals, number: int
) -> None:
    moment = Random(f"{target}{signal}{number}").uniform(0, 0.9)
    with building(out, config_file) as (builder, told):
        time.sleep(moment)
        if target == "worker":
            wait_for(lambda: workers(builder))
            os.kill(workers(builder)[-1], signal)
            goes_on(told)
            builder.kill()
        elif target == "group":
            os.killpg(builder.pid, signal)
        else:
            builder.send_signal(signal)
        builder.wait(PATIENCE)
        published = (builder.stdout.read().split() if builder.stdout else [])[-1:]
    wait_for(lambda: is_over(builder.pid))  # orphans end by themselves

    assert unlisted(out) == set()
    assert len(shown(out)) == 1
    assert not published or int(shown(out).pop()) - int(published[0]) in {0, 1}
    if signal == SIGTERM and target == "parent":
        assert not Output(out).staging.exists()
        assert not any((out.parent / "scratch").iterdir())
    publish(made("好"), Output(out), Options(config_file), lambda _: None)

    assert shown(out) == {"好"}
    assert leftovers(out) == {"scratch"}
    # Of a killed run an empty folder may stay where the system keeps what is temporary.
    assert not any(path.is_file() for path in (out.parent / "scratch").rglob("*"))


def goes_on(told: Callable[[], str]) -> None:
    """Checks that a builder still publishes."""
    first = int(told())

    assert int(told()) == first + 1
