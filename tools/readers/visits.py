"""First visits to a page, as the browser itself tells of them: paint, shifts, bytes, what blocks.

A visit is cold: a profile of its own, nothing kept. A slow one has the network and the processor
of a cheap phone far from a mast, as Lighthouse has them.
"""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from tools.readers.pictures import BROWSED, SETTLED
from tools.readers.stage import Look, opened

PHONE = Look("phone", "手机，360 像素宽", 360)
LATENCY, DOWN, UP, SLOWER = 150, 1_600_000 // 8, 750_000 // 8, 4
"""Milliseconds for an answer, bytes a second, times slower: 150 ms, 1.6 Mbit/s, 750 kbit/s, 4."""
PATIENCE = 60_000
"""How long a page may take to load, in milliseconds."""
TOLD = """() => new Promise((done) => {
  const told = { paint: 0, largest: '', shift: 0 };
  const name = (e) => e ? [e.localName, ...e.classList].join('.') : '';
  new PerformanceObserver((list) => {
    const last = list.getEntries().at(-1);
    Object.assign(told, { paint: last.startTime, largest: name(last.element) });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) told.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done({ ...told,
    blocking: performance.getEntriesByType('resource')
      .filter((entry) => entry.renderBlockingStatus === 'blocking').map((entry) => entry.name),
    images: Array.from(document.images, (image) => ({
      source: image.getAttribute('src'),
      sized: image.hasAttribute('width') && image.hasAttribute('height'),
      late: image.loading === 'lazy',
      below: image.getBoundingClientRect().top >= innerHeight,
    })),
  }), 300);
})"""


@dataclass(frozen=True)
class Picture:
    """An image element of a page as it comes."""

    source: str
    sized: bool
    """Whether its room is kept before it is there."""
    late: bool
    """Whether it is fetched only when it comes near."""
    below: bool
    """Whether it lies below the first screen."""


@dataclass(frozen=True)
class Visit:
    """What a first visit was like."""

    paint: float
    """When the largest thing of the first screen was painted, in milliseconds."""
    largest: str
    """What that was, as a selector."""
    shift: float
    """How far things moved that had been painted already; 0 is not at all. The sum of all shifts,
    which is at least the figure that browsers report."""
    bytes: int
    """Everything that was sent, compressed, with its headers."""
    requests: int
    blocking: tuple[str, ...]
    """Addresses without which nothing is painted."""
    pictures: tuple[Picture, ...]


def visit(browser: Browser, address: str, *, slow: bool) -> Visit:
    """Visit a page for the first time."""
    with opened(browser, PHONE) as tab:
        session = tab.context.new_cdp_session(tab)
        sent = _counted(session)
        if slow:
            _slow_down(session)
        tab.goto(address, timeout=PATIENCE)
        _settle(tab, address)
        told = tab.evaluate(TOLD)
    return Visit(
        told["paint"],
        told["largest"],
        told["shift"],
        sum(sent),
        len(sent),
        tuple(told["blocking"]),
        tuple(Picture(**each) for each in told["images"]),
    )


def _counted(session: CDPSession) -> list[int]:
    """A list that fills with the sizes of answers, as they came over the wire."""
    sent: list[int] = []

    def count(event: dict[str, Any]) -> None:
        sent.append(int(event["encodedDataLength"]))

    session.on("Network.loadingFinished", count)
    session.send("Network.enable")
    return sent


def _slow_down(session: CDPSession) -> None:
    network = {"offline": False, "latency": LATENCY}
    speed = {"downloadThroughput": DOWN, "uploadThroughput": UP}
    session.send("Network.emulateNetworkConditions", {**network, **speed})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def _settle(tab: Page, address: str) -> None:
    """Until what was asked for in the address is listed, where anything was."""
    if "?" in address and tab.locator(BROWSED).count():
        tab.wait_for_selector(SETTLED, timeout=PATIENCE)
