"""Fixtures of all tests: where the project lies, the browser, a server for built sites."""

from pathlib import Path

import pytest

pytest_plugins = ["tests.browser"]


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The checkout the tests run in."""
    return Path(__file__).resolve().parent.parent
