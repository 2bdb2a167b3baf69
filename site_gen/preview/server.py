"""The server of the preview: what is to be seen of the content to this machine, to nobody else.

A request with a foreign host name is refused, or any web page could read the preview through a name
that leads here. Nothing is looked up on the disk by what was asked for.
"""

import gc
import re
import sys
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from threading import Thread
from typing import Any
from urllib.parse import quote, unquote

from site_gen.preview import notes
from site_gen.preview.live import Preview
from site_gen.preview.site import Absent, Document, File
from site_gen.preview.watch import Watch

HOST = "127.0.0.1"
_OWN_NAME = re.compile(r"(?:127\.0\.0\.1|localhost)(?::[0-9]{1,5})?", re.IGNORECASE)
_PRIVATE = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""With every answer: nothing is kept, and pages of other sites may neither use nor frame it."""
_STATUS = {
    Absent.OUTSIDE: HTTPStatus.NOT_FOUND,
    Absent.LATER: HTTPStatus.SERVICE_UNAVAILABLE,
}
_PATIENCE = 1.0
"""Seconds after which it is seen that a request went wrong, when nothing else happens."""
_INDEX = re.compile("/index[.]html$")
_KINDS = {
    ".css": "text/css",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""What files of the site are, by the end of their name; of anything else nothing is said."""


class Handler(BaseHTTPRequestHandler):
    """Answers from what a preview shows at the moment."""

    def __init__(self, preview: Preview, *request: Any) -> None:
        self._preview = preview
        self._shown = preview.shown
        super().__init__(*request)

    def do_GET(self) -> None:
        """A page, a file, a page with notes, or something of the preview's own."""
        names = self.headers.get_all("Host", [])
        if len(names) != 1 or not _OWN_NAME.fullmatch(names[0].strip()):
            self._send("", "text/plain", HTTPStatus.MISDIRECTED_REQUEST)
            return
        path = re.split("[?#]", self.path, maxsplit=1)[0]
        if path == notes.VERSION:
            self._send(str(self._shown.version), "text/plain")
        elif path == notes.SCRIPT:
            self._send(notes.RELOAD, "text/javascript")
        elif path == notes.SHEET:
            self._send(notes.STYLE, "text/css")
        elif path == notes.FOLDER:
            self._send(notes.findings_page(self._shown), "text/html")
        else:
            self._answer(_INDEX.sub("/", unquote(path)).removeprefix("/"))

    def do_HEAD(self) -> None:
        """Only whole answers are given."""
        self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)

    def _answer(self, address: str) -> None:
        answer = self._preview.answer(address)
        if isinstance(answer, Document):
            self._send_page(answer, HTTPStatus.OK)
        elif isinstance(answer, File):
            self._send_file(answer)
        elif answer is not Absent.NOWHERE:
            self._send_absent(answer)
        elif self._is_folder(address):
            self._send_on(f"{address}/")
        else:
            self._send_page(self._preview.missing, HTTPStatus.NOT_FOUND)

    def _is_folder(self, address: str) -> bool:
        """Whether a page was asked for without the slash at its end."""
        last = address.rpartition("/")[2]
        is_name = bool(last) and "." not in last
        return is_name and isinstance(self._preview.answer(f"{address}/"), Document)

    def _send_on(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", f"/{quote(address)}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send_page(self, page: Document, status: HTTPStatus) -> None:
        text = notes.annotated(page.content.decode(), self._shown, is_behind=page.is_behind)
        self._send(text, "text/html", status)

    def _send_absent(self, absent: Absent) -> None:
        page = notes.absent_page(absent, self._shown, self._preview.home)
        self._send(page, "text/html", _STATUS.get(absent, HTTPStatus.OK))

    def _send_file(self, file: File) -> None:
        kind = _KINDS.get(PurePosixPath(file.name).suffix, "application/octet-stream")
        self._send_bytes(file.content, kind)

    def _send(self, text: str, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._send_bytes(text.encode(), f"{kind}; charset=utf-8", status)

    def _send_bytes(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """Adds what every answer says."""
        for name, value in _PRIVATE.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Requests are no news to somebody who writes records."""


class Server(ThreadingHTTPServer):
    """The server; what goes wrong in a request is kept for whoever started it."""

    daemon_threads = True
    failure: BaseException | None = None

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """A reader that goes away is no failure."""
        error = sys.exc_info()[1]
        if not isinstance(error, ConnectionError):
            self.failure = error


def start_server(preview: Preview, port: int) -> Server:
    """Serves in the background; port 0 takes a free one. Raises OSError when the port is taken."""
    server = Server((HOST, port), partial(Handler, preview))
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def serve_preview(preview: Preview, watch: Watch, port: int, tell: Callable[[str], None]) -> None:
    """Serves, and follows what changes in the content, until it is interrupted.

    Raises what goes wrong in a request, too.
    """
    with start_server(preview, port) as server:
        tell(f"在浏览器打开 http://{HOST}:{server.server_port}/{preview.home} ，按 Ctrl-C 结束")
        while server.failure is None:
            changed = watch.changed(min(preview.pause, _PATIENCE))
            told = preview.take(watch.stamps) if changed else preview.proceed()
            if told:
                tell(told)
                _settle(preview)
        raise server.failure


def _settle(preview: Preview) -> None:
    """Looks for circles from now on, but not in what is held: that is a million things to look at,
    a second each time, and nearly all of them stay."""
    if not preview.shown.left:
        gc.freeze()
        gc.enable()
