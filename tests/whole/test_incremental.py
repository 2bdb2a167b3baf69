"""Whatever happens to content: with what was kept, the same is published and told as without."""

import os
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from site_gen.cli import main
from site_gen.publish import Output
from tests.publish.stage import unlisted
from tests.publish.turns import Content, Turn, province, put, turns

EXAMPLES = 150 if "TORTURE" in os.environ else 4
SETTLED = 0.12
"""Seconds after which files are known to have been left alone."""


@dataclass
class Life:
    """Content that changes, published again and again with what was kept."""

    folder: Path
    content: Content = field(default_factory=dict)
    fresh: int = 0

    def turn(self, content: Content) -> None:
        """Changes the content."""
        put(content, self.content, self.folder / "content")
        self.content = content

    def _run(self, *options: str) -> tuple[int, str]:
        command = ["build", str(self.folder / "content"), *options]
        run = CliRunner().invoke(main, [*command, "--no-search", "--today", "2026-11-22"])
        return run.exit_code, "\n".join(line for line in run.stderr.split("\n") if "……" not in line)

    def check(self, jobs: int) -> bool:
        """Publishes with and without what was kept; whether it was published."""
        out, other = self.folder / "site", self.folder / f"fresh{self.fresh}"
        self.fresh += 1
        cache = ("--cache", str(self.folder / "kept"))
        with_kept = self._run("--out", str(out), *cache, "--jobs", str(jobs))
        without = self._run("--out", str(other), "--jobs", "1")
        assert with_kept == without
        if with_kept[0] == 0:
            assert (out / "SHA256SUMS").read_bytes() == (other / "SHA256SUMS").read_bytes()
            with suppress(FileNotFoundError):
                names = (Output(out).releases / "history").read_text(encoding="utf-8").split()
                for name in names:
                    assert unlisted(Output(out).releases / name) == set()
        return with_kept[0] == 0


@pytest.mark.slow
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.generate),
)
@given(turns(3), st.integers(1, 2), st.booleans())
def test_content_that_changes_again_and_again(changes: list[Turn], jobs: int, waits: bool) -> None:
    with TemporaryDirectory() as folder:
        life = Life(Path(folder))
        life.turn(province())
        time.sleep(SETTLED)
        assert life.check(2)
        for change in changes:
            before = life.content
            life.turn(change.of(before))
            time.sleep(SETTLED * waits)
            if not life.check(jobs):
                life.turn(before)
