"""The preview follows the content: the last good site stays while there are errors."""

from datetime import date
from pathlib import Path
from time import monotonic, sleep

import pytest

from site_gen.cli.options import HOST_CONFIG
from site_gen.preview import Preview
from site_gen.preview.watch import changes, snapshot
from tests.sites.folder import SMALL, write

SESSION = "regions/lixi/sessions/2023/0512-shigeng.md"
PAGE = "lixi/sessions/2023/0512-shigeng/index.html"


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """A preview of a small content folder, not built yet."""
    content = write(SMALL, tmp_path / "content")
    (tmp_path / "work").mkdir()
    return Preview(content, HOST_CONFIG, tmp_path / "work", lambda: date(2026, 11, 22))


def edit(preview: Preview, old: str, new: str) -> None:
    path = preview.content / SESSION
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def page(preview: Preview) -> str:
    """What the page of the session says in the site that is shown."""
    site = preview.shown.site
    return (site / PAGE).read_text(encoding="utf-8") if site else ""


def behind(preview: Preview) -> bool:
    return preview.shown.is_behind


def test_the_last_good_site_stays_while_there_are_errors(preview: Preview) -> None:
    preview.build()
    edit(preview, "题源: 群众出题", "题源: 群众")
    preview.build()

    assert preview.shown.version == 2
    assert behind(preview)
    assert "石埂村通村公路破损" in page(preview)
    edit(preview, "题源: 群众", "题源: 群众出题")
    edit(preview, "石埂村通村公路破损", "通村公路拓宽")
    preview.build()

    assert not behind(preview)
    assert "通村公路拓宽" in page(preview)


def test_old_sites_are_removed(preview: Preview, tmp_path: Path) -> None:
    for _ in range(4):
        preview.build()

    assert len(list((tmp_path / "work").glob("site-*"))) == 2


def test_errors_from_the_start_leave_nothing_to_see(preview: Preview) -> None:
    edit(preview, "题源: 群众出题", "题源: 群众")
    preview.build()

    assert preview.shown.site is None
    assert [finding.code for finding in preview.shown.findings] == ["V110"]


def test_a_change_is_noticed(preview: Preview) -> None:
    before = snapshot(preview.content)
    edit(preview, "石埂村通村公路破损", "通村公路拓宽")
    after = snapshot(preview.content)
    (preview.content / "new.md").touch()

    assert before != after != snapshot(preview.content)


def test_watching_tells_of_each_change(preview: Preview) -> None:
    watching = changes(preview.content)
    edit(preview, "石埂村通村公路破损", "通村公路拓宽")
    next(watching)


def test_a_slow_build_does_not_put_off_the_next_look(preview: Preview) -> None:
    watching = changes(preview.content)
    edit(preview, "石埂村通村公路破损", "通村公路拓宽")
    next(watching)
    sleep(0.4)  # what a build takes
    edit(preview, "通村公路拓宽", "石埂村通村公路破损")
    begin = monotonic()
    next(watching)

    assert monotonic() - begin < 4
