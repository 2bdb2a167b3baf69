"""Every number on every page opens a list with exactly as many entries, and is in ``stats``."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page

from site_gen.docket.metrics import METRIC
from site_gen.records.dates import parse_date
from site_gen.statistics.numbers import Scope
from tests.whole.conftest import EXAMPLE, ROOT, TODAY, Built

pytestmark = pytest.mark.browser


class _Numbers(HTMLParser):
    """Collects (metric, scope, href, shown text) of everything with ``data-metric``."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str, str]] = []
        self._open: tuple[str, str, str, str] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if "data-metric" in given:
            href = given.get("href", "")
            self._open = (given["data-metric"], given.get("data-scope", ""), href, tag)
            self._text = []

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag == self._open[3]:
            self.found.append((*self._open[:3], "".join(self._text).strip()))
            self._open = None


def _numbers(folder: Path) -> Iterator[tuple[str, str, str, str, str]]:
    for path in sorted(folder.rglob("*.html")):
        parser = _Numbers()
        parser.feed(path.read_text(encoding="utf-8"))
        address = path.relative_to(folder).as_posix().removesuffix("index.html")
        for found in parser.found:
            yield address, *found


def _scope(written: str) -> Scope:
    given = dict(part.split("=", 1) for part in written.split("&") if part)
    dates = {key: parse_date(given.pop(key, "")) for key in ("since", "until")}
    since, until = (parsed[0] if parsed else None for parsed in dates.values())
    return Scope(
        region=given.pop("region", ""),
        own=given.pop("own", "") == "1",
        theme=given.pop("theme", ""),
        year=given.pop("year", ""),
        unit=given.pop("unit", ""),
        page=given.pop("page", ""),
        since=since,
        until=until,
    )


def test_numbers_link_to_lists_of_that_length(built: Built, page: Page) -> None:
    shown: dict[str, set[int]] = {}
    pages = set()
    for address, metric, scope, href, text in _numbers(built.folder):
        number = re.match(r"\d+", text)
        assert number, (address, metric, text)
        assert href, (address, metric, "没有链接")
        value = int(number[0])
        counted = built.compiled.numbers.count(METRIC[metric], _scope(scope)).value
        assert value == counted, (address, metric, scope)
        shown.setdefault(urljoin(built.url + address, href), set()).add(value)
        pages.add(address)
    assert len(shown) > 40
    assert len(pages) > 5
    for url in sorted(shown)[::25]:
        assert shown[url] == {_listed(page, url)}, url
    found = _listed_one_after_another(page, built.url + "ledger/", sorted(shown))
    assert {url: {count} for url, count in found.items()} == shown


def _listed(page: Page, url: str) -> int:
    """How many entries the list at ``url`` says it has, checked against what it lists."""
    page.goto(url)
    page.locator(".browse__results:not([aria-busy])").wait_for(state="attached")
    rows = page.locator(".row").count()
    match = re.search(r"共 (\d+) 条", page.locator("main").inner_text())
    count = int(match[1]) if match else 0
    assert rows == min(count, 20), url
    return count


STEP = """async (urls) => {
  const settled = () => document.querySelector('.browse__results:not([aria-busy])');
  const found = {};
  for (const url of urls) {
    window.history.pushState(null, '', url);
    window.dispatchEvent(new PopStateEvent('popstate'));
    const until = performance.now() + 10000;
    while (!settled()) {
      if (performance.now() > until) return { [url]: -2 };
      await new Promise((next) => setTimeout(next, 2));
    }
    const said = document.querySelector('.browse__count').textContent.match(/\\d+/);
    const count = said ? Number(said[0]) : 0;
    const rows = document.querySelectorAll('.row').length;
    found[url] = rows === Math.min(count, 20) ? count : -1;
  }
  return found;
}"""


def _listed_one_after_another(page: Page, ledger: str, urls: list[str]) -> dict[str, int]:
    """The same for many addresses, in one ledger that goes from one to the next.

    As by the back button: opening each anew would take minutes for hundreds of numbers.
    """
    page.goto(ledger)
    page.locator(".browse__results:not([aria-busy])").wait_for(state="attached")
    counts: dict[str, int] = page.evaluate(STEP, urls)
    return counts


def _printed() -> tuple[dict[tuple[str, str], int], dict[tuple[str, str], int]]:
    """What ``site-gen stats`` prints: counts by scope and metric, and itemised totals."""
    command = [sys.executable, "-m", "site_gen", "stats", str(EXAMPLE), "--format", "json"]
    done = subprocess.run(
        [*command, "--today", TODAY.isoformat()], cwd=ROOT, capture_output=True, check=True
    )
    printed = json.loads(done.stdout)
    counts = {
        (row["scope"], metric): value
        for row in printed["scopes"]
        for metric, value in row["counts"].items()
    }
    totals = {
        (row["scope"], row["metric"]): row["itemised"]
        for row in printed["reconciliation"]
        if row["itemised"] is not None
    }
    return counts, totals


def test_stats_prints_the_same_numbers(built: Built) -> None:
    """A count of a period stands among the itemised totals; one of a single record nowhere."""
    counts, totals = _printed()
    compared = 0
    for address, metric, scope, _, text in _numbers(built.folder):
        number = re.match(r"\d+", text)
        assert number
        if (scope, metric) in totals:
            expected = totals[scope, metric]
        elif "since=" in scope or "until=" in scope or "page=" in scope:
            continue
        else:
            expected = counts.get((scope, metric), 0)
        assert int(number[0]) == expected, (address, metric, scope)
        compared += 1
    assert compared > 500
