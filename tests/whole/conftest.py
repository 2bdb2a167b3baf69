"""The fictional example, built once a worker as a clerk would build it."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from site_gen.pipeline import Compilation, compile_site

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "wuli"
TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Built:
    """A built site: its folder, its address below a sub-path, what it was made from."""

    folder: Path
    url: str
    compiled: Compilation


def build(
    out: Path, *options: str, env: dict[str, str] | None = None, content: Path = EXAMPLE
) -> Path:
    """``site-gen build`` in a process of its own; the output of a failure is shown."""
    command = [sys.executable, "-m", "site_gen", "build", str(content), "--out", str(out)]
    done = subprocess.run(
        [*command, "--today", TODAY.isoformat(), *options],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, static_server: Callable[[Path], str]) -> Built:
    """The example as published, served below a sub-path."""
    top = tmp_path_factory.mktemp("whole")
    folder = build(top / "deep" / "er")
    return Built(folder, static_server(top) + "deep/er/", compile_site(EXAMPLE, TODAY))
