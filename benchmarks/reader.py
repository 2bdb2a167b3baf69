"""What a reader waits for: bytes of first visits, time of searches and of facets, in Chromium.

Works on any built site: `python -m benchmarks.reader SITE`. Bytes are those of bodies as a server
sends them, compressed with gzip at level 6.
"""

import argparse
import json
from collections import Counter as Tally
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.province.fragments import topics
from benchmarks.server import Counter, served
from tests.browser import QUIET
from tools.setup import find_chromium

QUERIES = tuple(thing for topic in topics() for thing in topic.things[:4])[:41]
"""One to begin with, and forty more."""
FACETS = ("resolved", "in_progress", "planned", "deferred", "infeasible")
PATIENCE = 120_000
"""How long anything may take, in milliseconds."""

SETTLED = ".browse__results:not([aria-busy])"
PAINTED = """() => new Promise((done) => {
  const look = () => document.querySelector('.browse__results:not([aria-busy])')
    ? requestAnimationFrame(() => setTimeout(done)) : requestAnimationFrame(look);
  look();
})"""
SEARCH = f"""async (query) => {{
  const form = document.querySelector('#search form');
  const started = performance.now();
  form.elements.namedItem('q').value = query;
  form.requestSubmit();
  await ({PAINTED})();
  return performance.now() - started;
}}"""
CHOOSE = f"""async (value) => {{
  const box = document.querySelector(`[data-facet=result] input[value='${{value}}']`);
  if (!box) return null;
  const started = performance.now();
  box.click();
  await ({PAINTED})();
  const took = performance.now() - started;
  document.querySelector(`[data-facet=result] input[value='${{value}}']`).click();
  await ({PAINTED})();
  return took;
}}"""


def measure(site: Path) -> dict[str, float]:
    """Every figure by its name. Raises SystemExit where there is no browser."""
    executable = find_chromium()
    if executable is None:
        raise SystemExit("no Chromium: make test sets it up")
    with sync_playwright() as playwright, served(site) as (address, counter):
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        county, session = _places(site.resolve())
        figures = {
            **_visits(browser, address, counter, session),
            **_searches(browser, address, counter, f"&region={county}", "in one county"),
            **_searches(browser, address, counter, "", "everywhere"),
            **_ledger(browser, address, counter),
            "rows of the ledger": float(_rows(site.resolve())),
        }
        browser.close()
    return figures


def _places(site: Path) -> tuple[str, str]:
    """The region with the most sessions, and the address of one of them."""
    pages = sorted(site.glob("*/sessions/*/*/index.html"))
    if not pages:
        raise SystemExit(f"no sessions in {site}")
    county = Tally(page.relative_to(site).parts[0] for page in pages).most_common(1)[0][0]
    own = [page for page in pages if page.relative_to(site).parts[0] == county]
    return county, own[len(own) // 2].parent.relative_to(site).as_posix() + "/"


@contextmanager
def _tab(browser: Browser) -> Iterator[Page]:
    """A tab of a reader who has never been here."""
    context = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def _open(tab: Page, address: str) -> None:
    tab.goto(address, wait_until="networkidle")


def _visits(browser: Browser, address: str, counter: Counter, session: str) -> dict[str, float]:
    with _tab(browser) as tab:
        _open(tab, address)
        first = counter.take()
        _open(tab, address + session)
        return {
            "bytes of the first visit": float(first),
            "bytes of the second page, a session": float(counter.take()),
        }


def _searches(
    browser: Browser, address: str, counter: Counter, within: str, where: str
) -> dict[str, float]:
    with _tab(browser) as tab:
        counter.take()
        _open(tab, f"{address}search/?q={QUERIES[0]}{within}")
        tab.locator(SETTLED).wait_for(state="attached")
        first = counter.take()
        times = [tab.evaluate(SEARCH, query) for query in QUERIES[1:]]
        rest = counter.take()
    return {
        f"bytes of the first search {where}": float(first),
        f"bytes of each further search {where}": rest / len(times),
        f"ms of a search {where}": median(times),
        f"ms of the slowest search {where}": max(times),
    }


def _ledger(browser: Browser, address: str, counter: Counter) -> dict[str, float]:
    with _tab(browser) as tab:
        counter.take()
        _open(tab, f"{address}ledger/")
        tab.locator(SETTLED).wait_for(state="attached")
        data = counter.take("/assets/ledger/")
        times: list[Any] = [tab.evaluate(CHOOSE, value) for value in FACETS]
    known = [float(time) for time in times if time is not None]
    return {
        "bytes of the data of the ledger": float(data),
        "ms from choosing a facet to paint": median(known),
    }


def _rows(site: Path) -> int:
    """How many rows the ledger has."""
    index = json.loads((site / "assets" / "ledger" / "index.json").read_bytes())
    return sum(int(shard["rows"]) for shard in index["shards"])


def main() -> None:
    """Measure a site and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    for name, value in measure(parser.parse_args().site).items():
        print(f"{name:44} {value:12,.1f}")


if __name__ == "__main__":
    main()
