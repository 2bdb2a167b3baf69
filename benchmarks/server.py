"""A web server that compresses as real ones do, and counts what it sends."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

LEVEL = 6
"""The level of gzip; what is compressed already is sent as it is."""
COMPRESSED = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".pagefind"})
CACHED = "max-age=600"


class Counter:
    """Bytes of bodies sent, by address."""

    def __init__(self) -> None:
        """Nothing was sent yet."""
        self.sent: list[tuple[str, int]] = []

    def take(self, within: str = "") -> int:
        """How much was sent since the last time, of addresses that contain a text; starts anew."""
        found = sum(size for address, size in self.sent if within in address)
        self.sent.clear()
        return found


class Handler(SimpleHTTPRequestHandler):
    """Serves files compressed and lets browsers keep them."""

    def __init__(self, *args: Any, counter: Counter, **options: Any) -> None:
        """Tell ``counter`` of everything that is sent."""
        self.counter = counter
        super().__init__(*args, **options)

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The head of an answer, and its body, compressed where that is of use."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        body, packed = path.read_bytes(), path.suffix in COMPRESSED
        body = gzip.compress(body, LEVEL, mtime=0) if packed else body
        self.counter.sent.append((self.path, len(body)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", CACHED)
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return BytesIO(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base's name
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, Counter]]:
    """The address of a folder, with ``/`` at the end, and what is sent of it."""
    counter = Counter()
    handler = partial(Handler, directory=str(folder.resolve()), counter=counter)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", counter
        server.shutdown()
