"""The contents that are counted: the fictional example and the real records, each once a worker."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from site_gen.corpus import Corpus, index
from site_gen.docket.build import build_docket
from site_gen.docket.entry import Entry
from site_gen.findings import Severity
from site_gen.load import load
from site_gen.records.table import KINDS
from site_gen.statistics.numbers import Numbers
from tests.statistics.again.drawn import draw

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 22)
SEEDS = (6, 8)
"""Between them and the example something is counted in every metric."""


@dataclass(frozen=True)
class Counted:
    """A content folder, indexed and counted by the program."""

    folder: Path
    corpus: Corpus
    entries: tuple[Entry, ...]
    numbers: Numbers


def count(folder: Path) -> Counted:
    """What the program makes of a folder, which has no mistakes."""
    loaded = load(folder, KINDS)
    assert [one for one in loaded.findings if one.severity is Severity.ERROR] == []
    corpus = index(loaded.records, {})
    entries = build_docket(corpus, TODAY)
    return Counted(folder, corpus, entries, Numbers(corpus, entries))


@pytest.fixture(scope="session", params=["examples/wuli", "content"])
def counted(request: pytest.FixtureRequest) -> Counted:
    """The example, then the real records."""
    return count(ROOT / str(request.param))


@pytest.fixture(scope="session", params=["examples/wuli", "content", *SEEDS])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Counted:
    """The example, the real records, and folders drawn by lot."""
    if isinstance(request.param, str):
        return count(ROOT / request.param)
    root = tmp_path_factory.mktemp("drawn")
    draw(root, request.param)
    return count(root)


@pytest.fixture(scope="session")
def example() -> Counted:
    """The example alone: it has the whole life cycle."""
    return count(ROOT / "examples" / "wuli")


SITE = {
    "site.yaml": "名称: 示例\n最小样本: 3\n",
    "regions/zhou/region.yaml": "名称: 云埠州\n",
    "regions/jia/region.yaml": "名称: 砾溪县\n上级: zhou\n",
    "regions/yi/region.yaml": "名称: 墨坪县\n上级: zhou\n",
}


def made(tmp_path: Path, files: Mapping[str, str]) -> Counted:
    """A made-up prefecture with two counties and these further files, counted."""
    for path, text in {**SITE, **files}.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return count(tmp_path)


def session(held: str, *items: str, **head: str) -> str:
    """A session with these suggestions, each given as its event lines."""
    lines = "".join(f"{key}: {value}\n" for key, value in head.items())
    numbered = (f"## 建议{number} 一件事\n\n{item}\n" for number, item in enumerate(items, 1))
    return f"---\n议题: 修路\n时间: {held}\n{lines}---\n\n" + "\n".join(numbered)
