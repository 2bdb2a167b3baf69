"""A builder that is killed at any moment leaves one whole site, and the next run goes on."""

import os
import subprocess
import sys
import time
from pathlib import Path
from signal import SIGKILL, SIGTERM, Signals

import pytest

from site_gen.publish import Busy, Options, Output, publish
from tests.publish.conftest import COLUMNS, made
from tests.render.sample import ROOT

PATIENCE = 60


def shown(out: Path) -> set[str]:
    """What the pages of the site say that is shown: one number, if it is whole."""
    site = out.resolve(strict=True)
    pages = [site / address for address in COLUMNS]
    texts = [page if page.suffix else page / "index.html" for page in pages]
    return {
        text.read_text(encoding="utf-8").partition("<h1>")[2].partition("</h1>")[0]
        for text in texts
    }


def first_line(builder: subprocess.Popen[bytes]) -> None:
    """Waits until the first site is published."""
    if builder.stdout is None or not builder.stdout.readline():
        pytest.fail("the builder stopped by itself")


@pytest.mark.slow
@pytest.mark.parametrize("signal", [SIGKILL, SIGTERM])
def test_a_killed_builder_leaves_a_whole_site(
    out: Path, config_file: Path, signal: Signals
) -> None:
    command = [sys.executable, "-m", "tests.publish.builder", str(out), str(config_file)]
    env = os.environ | {"TMPDIR": str(out.parent)}
    for moment in (0.0, 0.13, 0.29, 0.41, 0.62):
        with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE) as builder:
            first_line(builder)
            time.sleep(moment)
            builder.send_signal(signal)
        checked = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=out)

        assert checked.returncode == 0
        assert len(shown(out)) == 1

    wait_until_free(out, config_file)

    assert shown(out) == {"好"}
    assert {path.name for path in Output(out).releases.glob(".*")} <= {".site-gen", ".indexes"}


def wait_until_free(out: Path, config: Path) -> None:
    """Publishes once more, as soon as processes of the killed builder have let go."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            publish(made("好"), Output(out), Options(config), lambda _: None)
        except Busy:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return
