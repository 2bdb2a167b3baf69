"""The servers of the tests of what browsers execute."""

from collections.abc import Iterator

import pytest

from tests.security.stirring import Servers


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    """Servers that are stopped at the end."""
    started = Servers()
    yield started
    started.stop()
