"""Fixtures of all tests: where the project lies, the browser, a server for built sites."""

from pathlib import Path
from signal import SIG_IGN, SIGINT, default_int_handler, getsignal, signal

import pytest

pytest_plugins = ["tests.browser"]


def pytest_configure() -> None:
    """Let programs that the tests start hear Ctrl-C.

    Started in the background, a shell makes its children ignore it, and theirs after them.
    """
    if getsignal(SIGINT) is SIG_IGN:
        signal(SIGINT, default_int_handler)


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The checkout the tests run in."""
    return Path(__file__).resolve().parent.parent
