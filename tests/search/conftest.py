"""Fixtures of the search tests: a made-up site in several shards, and its address."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.search.made_up import MadeUpSite, make_rows, write_site


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> MadeUpSite:
    """Three hundred rows, written once for all tests of a worker."""
    folder = tmp_path_factory.mktemp("made-up")
    return write_site(make_rows(), folder / "out", folder / "scratch", smallest=60)


@pytest.fixture(scope="session")
def site_url(made_up: MadeUpSite, static_server: Callable[[Path], str]) -> str:
    """The address of the made-up site, below a sub-path."""
    return static_server(made_up.folder) + "some/path/"
