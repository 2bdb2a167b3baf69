"""Readers who look on while sites are swapped: through a web server, and at the files themselves.

Two sites take turns. Each says its number on every page and has a style sheet of its own; a page
and its style sheet belong together, and a page that was opened earlier still finds its own.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPException
from http.server import ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from site_gen.publish import Output, roll_back
from tests.browser import QuietHandler
from tests.publish.stage import Stage, mark_of, publisher

pytestmark = pytest.mark.slow
SWAPS = 50
TEXTS = "one", "two"
PAGES = ("", "regions/", "regions/1/", "ledger/")

Fetch = Callable[[str], str]


@pytest.fixture
def stage(out: Path, config_file: Path) -> Stage:
    """Our publisher on its stage, both sites published."""
    stage = Stage(out, publisher(config_file))
    for text in TEXTS:
        stage.publish(text)
    return stage


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a web server that shows a folder."""
    handler = partial(QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def over_http(root: str, file: str) -> str:
    with urlopen(root + file, timeout=10) as answer:
        text: str = answer.read().decode(errors="replace")
    return text


def from_disk(root: Path, file: str) -> str:
    path = root / file
    found = path if path.suffix else path / "index.html"
    return found.read_text(encoding="utf-8", errors="replace")


def visit(fetch: Fetch, seen: list[str], wrong: list[str]) -> None:
    """Opens some pages, and then what each of them needs; a page is left open for one swap."""
    for page in PAGES:
        try:
            document = fetch(page)
            text = document.partition("<h1>")[2].partition("</h1>")[0]
            seen.append(text)
            if text not in TEXTS or not document.rstrip().endswith("</html>"):
                wrong.append(f"{page}: a page that says {text!r}")
            elif fetch(mark_of(text)) != f"/* {text} */":
                wrong.append(f"{page}: not the style sheet of {text}")
            for asset in re.findall(r'(?:href|src)="(?:\.\./|\./)*(assets/[^"?#]+)"', document):
                fetch(asset)
        except (OSError, URLError, HTTPException) as error:
            wrong.append(f"{page}: {error!r}")


@contextmanager
def readers(*fetches: Fetch) -> Iterator[tuple[list[str], list[str]]]:
    """Readers at work: what they have seen, and what was wrong with it."""
    seen, wrong, over = list[str](), list[str](), Event()

    def read(fetch: Fetch) -> None:
        while not over.is_set():
            visit(fetch, seen, wrong)

    threads = [Thread(target=read, args=(fetch,)) for fetch in fetches]
    for thread in threads:
        thread.start()
    yield seen, wrong
    over.set()
    for thread in threads:
        thread.join()


def test_readers_notice_nothing_of_swaps_and_rollbacks(stage: Stage) -> None:
    with (
        served(stage.out) as address,
        readers(partial(over_http, address), partial(from_disk, stage.out)) as (seen, wrong),
    ):
        for number in range(SWAPS // 2):
            if number % 2:
                roll_back(Output(stage.out))
            else:
                stage.publish(TEXTS[0])
            stage.publish(TEXTS[1])

    assert wrong == []
    turns = sum(before != after for before, after in pairwise(seen))
    assert turns > SWAPS // 2, "the readers have hardly seen a swap"


def test_the_same_readers_notice_a_site_that_is_written_in_place(
    tmp_path: Path, stage: Stage
) -> None:
    in_place = tmp_path / "naive"
    shutil.copytree(stage.out, in_place)
    releases = [stage.out.resolve()]
    stage.publish(TEXTS[0])
    releases.append(stage.out.resolve())
    with readers(partial(from_disk, in_place)) as (_, wrong):
        for number in range(SWAPS):
            shutil.rmtree(in_place)
            shutil.copytree(releases[number % 2], in_place)

    assert wrong
