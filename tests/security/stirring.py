"""A browser that loads many pages side by side, does to each what readers do, and hears the rest.

Pages stand in frames of a page of the same origin: that is cheap, and whatever executes in any of
them calls ``pwn``, which every frame has before anything of its own runs. The attacker's host is a
server of its own that notes what reaches it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from sys import exc_info
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage
from playwright.sync_api import Page as Tab

from tests.browser import QuietHandler

_META = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
ABREAST = 24
"""Pages that are looked at together."""

LISTEN = """
window.pwn = (number) => { console.log('PWN ' + number + ' ' + location.href); };
"""
STIR = """
async ([addresses, patience]) => {
  const astray = [];
  const frames = await Promise.all(addresses.map((address) => new Promise((done) => {
    const frame = document.createElement('iframe');
    frame.width = 900;
    frame.height = 600;
    frame.onload = () => done(frame);
    frame.src = address;
    document.body.append(frame);
  })));
  const stay = (event) => {
    const link = event.target.closest && event.target.closest('a');
    const button = event.target.closest && event.target.closest('button, input');
    const form = event.type === 'submit' ? event.target : null;
    const told = form && (event.submitter?.getAttribute('formaction') || form.action);
    const to = String((link && (link.href.baseVal ?? link.href)) || told || '');
    const works = /^[\\u0000-\\u0020]*((javascript|data|vbscript):|(https?:)?\\/\\/evil)/i.test(to);
    if ((link || form) && !works) event.preventDefault();
  };
  for (const frame of frames) {
    let page;
    try { page = frame.contentDocument; } catch { page = null; }
    if (!page) { astray.push(frame.src); continue; }
    page.addEventListener('click', stay, true);
    page.addEventListener('submit', stay, true);
    const watched = [...page.querySelectorAll('*')].filter((element) =>
      [...element.attributes].some(({ name }) => /^on|^(xlink:)?href$|action$|^src/i.test(name))
      || /^(a|button|input|summary|label|select|details)$/i.test(element.localName));
    for (const element of watched) {
      for (const name of ['mouseover', 'mouseenter', 'focus', 'pointerdown', 'keydown', 'toggle']) {
        element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
      }
      element.focus?.();
      if (element.click) element.click();
      else element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
  }
  await new Promise((done) => setTimeout(done, patience));
  frames.forEach((frame, place) => {
    let where = 'elsewhere';
    try { where = frame.contentWindow.location.href.split('#')[0]; } catch {}
    const meant = new URL(addresses[place], document.baseURI).href;
    if (where !== meant) astray.push(meant + ' -> ' + where);
    frame.remove();
  });
  return astray;
}
"""


@dataclass
class Heard:
    """What came of looking: who called ``pwn`` where, what left its address, who called out."""

    calls: set[tuple[int, str]] = field(default_factory=set)
    astray: list[str] = field(default_factory=list)
    outside: set[int] = field(default_factory=set)

    @property
    def numbers(self) -> set[int]:
        """The payloads that did anything."""
        return {number for number, _ in self.calls} | self.outside


class _Evil(BaseHTTPRequestHandler):
    """The attacker's server: answers everything with a script and notes the number asked for."""

    def __init__(self, hits: list[str], *request: Any) -> None:
        self.hits = hits
        super().__init__(*request)

    def do_GET(self) -> None:
        """Note it and answer."""
        self.hits.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript")
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        self.wfile.write(f"pwn({self.path.strip('/') or 0})".encode())

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base's name
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    """Frames are taken away while they load: that is no error."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a reader who left."""
        if not isinstance(exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Bare(QuietHandler):
    """Serves files, with the policy's ``<meta>`` taken out of pages and headers put in."""

    keeps_policy = False
    added: Mapping[str, str] = {}

    def end_headers(self) -> None:
        """The wanted headers."""
        for name, value in self.added.items():
            self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:  # noqa: N802 - the base's name
        """A file; a page without its policy."""
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        if self.keeps_policy or page.suffix != ".html" or not page.is_file():
            super().do_GET()
            return
        content = _META.sub(b"", page.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@dataclass
class Servers:
    """The servers of a test; all are stopped at its end."""

    running: list[ThreadingHTTPServer] = field(default_factory=list)
    hits: list[str] = field(default_factory=list)

    def site(self, folder: Path, policy: bool, added: Mapping[str, str] | None = None) -> str:
        """A folder served with its policy or without; the address ends with a slash."""
        kind = type("Served", (_Bare,), {"keeps_policy": policy, "added": added or {}})
        return f"http://127.0.0.1:{self._start(partial(kind, directory=str(folder)))}/"

    def evil(self) -> str:
        """The attacker's host and port."""
        return f"evil.localhost:{self._start(partial(_Evil, self.hits))}"

    def _start(self, handler: Any) -> int:
        server = _Server(("127.0.0.1", 0), handler)
        Thread(target=server.serve_forever, daemon=True).start()
        self.running.append(server)
        return server.server_port

    def stop(self) -> None:
        """Stop them."""
        for server in self.running:
            server.shutdown()
            server.server_close()


def listening(browser: Browser, heard: Heard) -> Tab:
    """A tab in which whatever executes is heard."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1200, "height": 900})
    context.add_init_script(LISTEN)
    tab = context.new_page()

    def note(message: ConsoleMessage) -> None:
        if message.text.startswith("PWN "):
            _, number, where = message.text.split(" ", 2)
            heard.calls.add((int(number), where))

    tab.on("console", note)
    tab.on("dialog", lambda dialog: dialog.dismiss())
    return tab


def stir(tab: Tab, address: str, pages: Iterable[str], heard: Heard, patience: int = 60) -> None:
    """Look at every page below ``address`` and do to it what readers do."""
    tab.goto(f"{address}robots.txt")
    for batch in _batches(list(pages)):
        heard.astray += tab.evaluate(STIR, [[address + page for page in batch], patience])


def _batches(pages: list[str]) -> Iterator[list[str]]:
    yield from (pages[start : start + ABREAST] for start in range(0, len(pages), ABREAST))
