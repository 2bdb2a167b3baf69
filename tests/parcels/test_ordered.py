"""What is ordered before any page is composed is all that pages ask for."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from site_gen.pages.model import SECTIONS
from site_gen.pipeline import Compilation, compile_site
from site_gen.render.shells import key_of
from site_gen.render.studio import likely_keys
from tests.parcels.apart import TODAY
from tests.parcels.province import PROVINCE, write
from tests.parcels.test_parts import ROOT

FOLDERS = ("examples/wuli", "content")


@cache
def site(folder: str) -> Compilation:
    """A site of the project's own content."""
    return compile_site(ROOT / folder, TODAY)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_page_is_of_a_section_that_there_is(folder: str) -> None:
    assert {page.section for page in site(folder).pages} <= set(SECTIONS)


def test_no_section_is_without_a_page() -> None:
    assert {page.section for folder in FOLDERS for page in site(folder).pages} == set(SECTIONS)


def test_pages_of_made_content_are_of_sections_that_there_are(tmp_path: Path) -> None:
    made = compile_site(write(PROVINCE, tmp_path), TODAY)

    assert {page.section for page in made.pages} <= set(SECTIONS)


@pytest.mark.parametrize("base_url", ["", "https://example.org/", "https://example.org/deep/er/"])
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_shell_that_a_page_needs_is_ordered(folder: str, base_url: str) -> None:
    compiled = site(folder)
    frame = replace(compiled.frame, base_url=base_url)
    needed = {key_of(page, frame) for page in compiled.pages}

    assert needed - likely_keys(frame, set(SECTIONS)) == set()
    assert len(needed) > len(SECTIONS)
