"""Four readers get from the first page to what they came for, in three steps at most."""

from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from tools.readers.samples import ROOT
from tools.readers.sheets import walks_page
from tools.readers.stage import Stage, opened
from tools.readers.walks import FARTHEST, WALKS, Astray, Step, Walk, scenes

pytestmark = pytest.mark.browser

LONG = Step("再点", "link", "首页")


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.key)
def test_a_reader_arrives(walk: Walk, stage: Stage, chromium: Browser) -> None:
    with opened(chromium, walk.look) as tab:
        seen = [scene.number for scene in scenes(walk, tab, stage.url)]

    assert seen == list(range(len(walk.steps) + 1))


def test_a_walk_that_is_too_long_is_noticed(stage: Stage, chromium: Browser) -> None:
    walk = replace(WALKS[0], steps=(LONG,) * (FARTHEST + 1))

    with opened(chromium, walk.look) as tab, pytest.raises(Astray):
        list(scenes(walk, tab, stage.url))


def test_what_is_not_on_the_screen_at_the_end_is_noticed(stage: Stage, chromium: Browser) -> None:
    walk = replace(WALKS[0], steps=(), ends="/", sees=("案例",))

    with opened(chromium, walk.look) as tab, pytest.raises(Astray):
        list(scenes(walk, tab, stage.url))


def test_what_is_written_down_is_what_is_walked() -> None:
    written = (ROOT / "docs" / "walks.md").read_text(encoding="utf-8")

    assert written == walks_page(WALKS, "screenshots"), "make screenshots"
