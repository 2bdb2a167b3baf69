"""Chromium and a web server for the tests that look at pages as a reader does.

The browser is the system's, driven by Playwright; nothing is downloaded. A missing browser fails
the tests and does not skip them: a run without its browser tests must not look like a good one.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from tools.setup import find_chromium

QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
OWN_SCHEMES = ("http://127.0.0.1:", "data:", "blob:", "about:")

Serve = Callable[[Path], str]


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files, keeps nothing in caches and writes no log."""

    def end_headers(self) -> None:
        """Forbid caching: tests write a folder anew and look again."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base's name
        """Say nothing; the requests of a test are not news."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, one for each worker."""
    executable = find_chromium()
    if executable is None:
        pytest.fail("没有 Chromium：请先运行 make test，或用 CHROMIUM 指定它的路径", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        yield browser
        browser.close()


def watch(tab: Page) -> list[str]:
    """A list that fills with what no page of ours does: foreign requests and script errors."""
    problems: list[str] = []

    def look(request: Request) -> None:
        if not request.url.startswith(OWN_SCHEMES):
            problems.append(f"foreign request: {request.url}")

    tab.on("request", look)
    tab.on("pageerror", lambda error: problems.append(f"script error: {error}"))
    return problems


@contextmanager
def watched_tab(chromium: Browser) -> Iterator[Page]:
    """An empty tab in Chinese; fails at the end when a page erred or asked a foreign host."""
    context = chromium.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
    tab = context.new_page()
    problems = watch(tab)
    yield tab
    context.close()
    assert problems == []


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """An empty tab in Chinese; the test fails when a page errs or asks a foreign host."""
    with watched_tab(chromium) as tab:
        yield tab


@pytest.fixture(scope="session")
def static_server() -> Iterator[Serve]:
    """A function that serves a folder on a free local port and returns its address, with `/`."""
    servers: list[ThreadingHTTPServer] = []

    def serve(folder: Path) -> str:
        handler = partial(QuietHandler, directory=str(folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()
