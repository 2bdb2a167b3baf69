"""What the preview shows is what a build makes, byte for byte, whatever was edited before."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from site_gen.cli.options import HOST_CONFIG
from site_gen.pipeline import audit, derive
from site_gen.render import render_site
from tests.parcels.edits import Edit, edited, edits
from tests.parcels.province import PROVINCE, write
from tests.preview.folder import TODAY, Previewed, bytes_of, previewed, put

ALONE = "xiyi"
"""A region that many others name."""
FOR_SEARCH_ENGINES = {"robots.txt", "sitemap.xml"}


def address_of(file: str) -> str:
    """Where a file of a site is found."""
    return file.removesuffix("index.html") if f"/{file}".endswith("/index.html") else file


def check_same(one: Previewed, alone: Previewed | None = None) -> bool:
    """Checks that what is to be seen is what a build makes; whether the content has no errors.

    ``alone`` previews one region of the same content.
    """
    found = audit(one.content, TODAY)
    shown = one.preview.shown
    assert shown.is_behind == found.blocks, {*found.findings} ^ {*shown.findings}
    if found.blocks:
        return False
    assert shown.findings == found.findings
    with TemporaryDirectory() as folder:
        out = Path(folder)
        render_site(derive(found, one.content, TODAY), HOST_CONFIG, out)
        files = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
        assert differing(one, out, files - FOR_SEARCH_ENGINES) == []
        if alone is not None:
            own = {file for file in files if file.startswith(f"{ALONE}/")}
            assert differing(alone, out, own) == []
    return True


def differing(one: Previewed, out: Path, files: Iterable[str]) -> list[str]:
    """The files of a built site that are not to be seen as they are there."""
    return [
        file
        for file in sorted(files)
        if bytes_of(one.preview.answer(address_of(file))) != (out / file).read_bytes()
    ]


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to make it smaller takes minutes
)
@given(st.lists(edits(), min_size=1, max_size=5))
def test_after_changes(changes: list[list[Edit]]) -> None:
    with TemporaryDirectory() as folder:
        one = previewed(write(PROVINCE, Path(folder) / "content"), Path(folder) / "work")
        alone = previewed(one.content, Path(folder) / "alone", ALONE)
        for content in (*map(edited, changes), PROVINCE):
            put(content, one.content)
            one.take()
            alone.take()
            is_good = check_same(one, alone)
        assert is_good


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["examples/wuli", "content"])
def test_content_of_the_project(project_root: Path, tmp_path: Path, folder: str) -> None:
    assert check_same(previewed(project_root / folder, tmp_path / "work"))
