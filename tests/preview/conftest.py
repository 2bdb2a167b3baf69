"""The preview of a small content folder, and a way to ask its server."""

from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from site_gen.preview.server import start_server
from tests.preview.folder import Previewed, previewed
from tests.sites.folder import SMALL, write

Ask = Callable[..., tuple[HTTPResponse, str]]


@pytest.fixture
def small(tmp_path: Path) -> Previewed:
    """A small content folder and its preview, with a secret beside."""
    (tmp_path / "secret.txt").write_text("SECRET", encoding="utf-8")
    return previewed(write(SMALL, tmp_path / "content"), tmp_path / "work")


@pytest.fixture
def port(small: Previewed) -> Iterator[int]:
    """Where the server of the small preview listens."""
    server = start_server(small.preview, 0)
    yield server.server_port
    server.shutdown()
    server.server_close()
    assert server.failure is None


@pytest.fixture
def ask(port: int) -> Ask:
    """A function that sends a request to that server."""

    def request(
        path: str, host: str = "127.0.0.1", method: str = "GET"
    ) -> tuple[HTTPResponse, str]:
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request(method, path, headers={"Host": f"{host}:{port}"})
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return response, text

    return request
