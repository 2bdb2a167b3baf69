"""Fixtures of the publisher's tests: a made-up compilation of a few pages, and how to build it.

The pages use a plain template of the tests and the real frame, so that nothing here depends on
what real pages show.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from site_gen.corpus import Corpus, index
from site_gen.docket.row import Row
from site_gen.pages.model import Artifact, Page
from tests.render.conftest import config_file as config_file
from tests.render.sample import FRAME, FakeCompilation, make_page

TODAY = date(2026, 11, 22)
COLUMNS = ("", "regions/", "ledger/", "map/", "search/", "404.html")


@dataclass(frozen=True)
class Made(FakeCompilation):
    """What the publisher asks for besides pages: rows to search, and the corpus they are from."""

    rows: tuple[Row, ...] = ()
    corpus: Corpus = field(default_factory=lambda: index((), {}))
    public: frozenset[str] = frozenset()


def made(text: str = "石桥村", *more: Page, artifacts: tuple[Artifact, ...] = ()) -> Made:
    """A site of the columns that the frame links to; every page says ``text``."""
    pages = tuple(make_page(address, text) for address in COLUMNS)
    return Made(FRAME, (*pages, *more), artifacts, (), rows=(_row(text),))


def _row(text: str) -> Row:
    return Row("page/a", "map/", "page", text, "", "2023", {}, text)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where a site goes."""
    return tmp_path / "site"
