"""The server of the preview: files of the last good site to this machine, and to nobody else.

A request with a foreign host name is refused, or any web page could read the preview through a name
that leads here.
"""

import re
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from site_gen.preview import notes
from site_gen.preview.live import Preview
from site_gen.preview.watch import changes

HOST = "127.0.0.1"
_OWN_NAME = re.compile(r"(?:127\.0\.0\.1|localhost)(?::[0-9]{1,5})?", re.IGNORECASE)
_PRIVATE = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""With every answer: nothing is kept, and pages of other sites may neither use nor frame it."""
_NOT_FOUND = "404.html"


class Handler(SimpleHTTPRequestHandler):
    """Answers from one moment's state of a preview."""

    extensions_map = {  # noqa: RUF012 - the base's name and shape
        **SimpleHTTPRequestHandler.extensions_map,
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript",
        ".wasm": "application/wasm",
    }

    def __init__(self, preview: Preview, *request: Any) -> None:
        self.shown = preview.shown
        super().__init__(*request, directory=str(self.shown.site or ""))

    def do_GET(self) -> None:
        """A file, a page with notes, or something of the preview's own."""
        names = self.headers.get_all("Host", [])
        if len(names) != 1 or not _OWN_NAME.fullmatch(names[0].strip()):
            self._send("", "text/plain", HTTPStatus.MISDIRECTED_REQUEST)
            return
        path = urlsplit(self.path).path
        if path == notes.VERSION:
            self._send(str(self.shown.version), "text/plain")
        elif path == notes.SCRIPT:
            self._send(notes.RELOAD, "text/javascript")
        elif path == notes.SHEET:
            self._send(notes.STYLE, "text/css")
        elif path == notes.FOLDER or self.shown.site is None:
            self._send(notes.findings_page(self.shown), "text/html")
        else:
            self._send_file(path, self.shown.site)

    def do_HEAD(self) -> None:
        """Only whole answers are given."""
        self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)

    def _send_file(self, path: str, site: Path) -> None:
        file = Path(self.translate_path(path))
        page = file / "index.html" if file.is_dir() and path.endswith("/") else file
        if page.suffix == ".html" and page.is_file():
            self._send_page(page, HTTPStatus.OK)
        elif file.exists():
            super().do_GET()
        else:
            self._send_page(site / _NOT_FOUND, HTTPStatus.NOT_FOUND)

    def _send_page(self, page: Path, status: HTTPStatus) -> None:
        text = page.read_text(encoding="utf-8") if page.is_file() else ""
        self._send(notes.annotated(text, self.shown), "text/html", status)

    def _send(self, text: str, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        content = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """Adds what every answer says."""
        for name, value in _PRIVATE.items():
            self.send_header(name, value)
        super().end_headers()

    def list_directory(self, path: Any) -> None:  # noqa: ARG002
        """A folder without a page is nothing to look at."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Requests are no news to somebody who writes records."""


def start_server(preview: Preview, port: int) -> ThreadingHTTPServer:
    """Serves in the background; port 0 takes a free one. Raises OSError when the port is taken."""
    server = ThreadingHTTPServer((HOST, port), partial(Handler, preview))
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def serve_preview(preview: Preview, port: int, tell: Callable[[str], None]) -> None:
    """Serves, and builds again whenever the content changes, until it is interrupted."""
    changed = changes(preview.content)
    with start_server(preview, port) as server:
        tell(preview.build())
        tell(f"在浏览器打开 http://{HOST}:{server.server_port}/ ，按 Ctrl-C 结束")
        for _ in changed:
            tell(preview.build())
