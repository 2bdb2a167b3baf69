"""The example as its readers get it: built, compressed, served; and the browser of all tests."""

from collections.abc import Iterator

import pytest

from tools.readers.stage import EXAMPLE, Stage, staged


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The example, with the address of one page of every kind."""
    with staged(EXAMPLE, tmp_path_factory.mktemp("readers") / "site") as found:
        yield found
