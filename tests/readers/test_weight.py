"""What keeps pages quick, kind by kind; how quick is measured by make weigh, and not here."""

from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser

from benchmarks.server import served
from tools.readers.stage import Stage
from tools.readers.visits import Visit, visit
from tools.reading_speed import HEAVIEST, meets

pytestmark = pytest.mark.browser

HEAD = "<!doctype html><meta charset=utf-8><title>页</title>"


@pytest.fixture(scope="module")
def visits(stage: Stage, chromium: Browser) -> dict[str, Visit]:
    """A first visit to a page of every kind."""
    return {
        name: visit(chromium, stage.url + address, slow=False)
        for name, address in stage.samples.items()
    }


def test_a_first_visit_is_light(visits: dict[str, Visit]) -> None:
    assert {name: each.bytes for name, each in visits.items() if each.bytes > HEAVIEST} == {}


def test_nothing_that_was_painted_moves(visits: dict[str, Visit]) -> None:
    assert {name: each.shift for name, each in visits.items() if each.shift} == {}


def test_only_one_sheet_and_one_script_hold_up_the_paint(visits: dict[str, Visit]) -> None:
    blocking = {tuple(sorted(map(_kind, each.blocking))) for each in visits.values()}

    assert blocking == {("modes.js", "site.css")}


def test_every_picture_keeps_its_room_and_waits_its_turn(visits: dict[str, Visit]) -> None:
    pictures = [(name, each) for name, visit in visits.items() for each in visit.pictures]

    assert pictures
    assert [(name, one.source) for name, one in pictures if not one.sized] == []
    assert [(name, one.source) for name, one in pictures if one.below and not one.late] == []


def test_a_heavy_and_restless_page_is_noticed(tmp_path: Path, chromium: Browser) -> None:
    noise = Random(0).randbytes(HEAVIEST).hex()  # compressed to half, which is still too much
    (tmp_path / "late.js").write_text(
        "requestAnimationFrame(() => setTimeout(() => document.body.prepend(...Array.from("
        f"{{ length: 9 }}, () => document.createElement('hr'))), 50)) // {noise}"
    )
    (tmp_path / "index.html").write_text(
        f"{HEAD}<script src=late.js></script><h1>字</h1><img src=data:,>", encoding="utf-8"
    )
    with served(tmp_path) as (url, _):
        seen = visit(chromium, url, slow=False)

    assert (seen.shift > 0, seen.bytes > HEAVIEST, len(seen.blocking)) == (True, True, 1)
    assert [picture.sized for picture in seen.pictures] == [False]
    assert not meets([seen])


def _kind(address: str) -> str:
    """A file of the theme without the mark of its content: ``site.css`` of ``site.1a2b3c.css``."""
    name = Path(address).name
    return f"{name.split('.')[0].split('-')[0]}{Path(name).suffix}"
