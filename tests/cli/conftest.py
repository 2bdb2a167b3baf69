"""Fixtures of the command line's tests: a small correct content folder, and a way to run commands.

Most tests run in this process; those in :mod:`tests.cli.test_process` start a real one.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_gen.cli import main
from tests.sites.folder import SMALL, write

Run = Callable[..., Result]
TODAY = "2026-11-22"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small content folder without mistakes."""
    return write(SMALL, tmp_path / "content")


@pytest.fixture
def run() -> Run:
    """A function that runs a command line and returns how it ended and what it said."""

    def invoke(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return invoke


@pytest.fixture
def mistaken(content: Path) -> Path:
    """The same folder with one error, on line 9 of a session."""
    session = content / "regions/lixi/sessions/2023/0512-shigeng.md"
    text = session.read_text(encoding="utf-8")
    session.write_text(text.replace("题源: 群众出题", "题源: 群众"), encoding="utf-8")
    return content
