"""Every kind of page has a picture in the documentation; a kind without a page is missed."""

import pytest

from site_gen.pages.model import Page
from site_gen.pipeline import compile_site
from tools.readers.samples import ROOT, Incomplete, samples
from tools.readers.sheets import picture_path
from tools.readers.stage import EXAMPLE, TODAY
from tools.screenshots import LOOKS, OUT

PAGES = compile_site(EXAMPLE, TODAY).pages
SIZES = {page.address: len(page.values) for page in PAGES}
BUDGET = 8 * 1024 * 1024
"""Bytes that the pictures may take in the documentation."""


def without(kind: str = "", template: str = "") -> list[Page]:
    return [page for page in PAGES if kind != page.kind and template != page.template]


def test_every_kind_and_every_template_has_a_page() -> None:
    found = samples(PAGES, SIZES).values()

    assert {(page.kind, page.template) for page in found} == {
        (page.kind, page.template) for page in PAGES
    }


@pytest.mark.parametrize(("kind", "template"), [("plan", ""), ("", "stub.html")])
def test_a_kind_and_a_template_without_a_page_are_missed(kind: str, template: str) -> None:
    with pytest.raises(Incomplete, match=kind or template):
        samples(without(kind, template), SIZES)


def test_a_chosen_page_that_is_gone_is_missed() -> None:
    left = [page for page in PAGES if page.address != "yanhuang/"]

    with pytest.raises(Incomplete, match="yanhuang"):
        samples(left, SIZES)


def test_every_kind_has_its_pictures_in_the_documentation() -> None:
    wanted = {picture_path(look, name) for name in samples(PAGES, SIZES) for look in LOOKS}
    there = {path.relative_to(OUT).as_posix() for path in OUT.rglob("*.webp")}

    assert wanted <= there, "make screenshots"


def test_the_pictures_are_small_and_all_shown() -> None:
    paths = sorted(OUT.rglob("*.webp"))
    pages = ("README.md", "docs/walks.md", "docs/screenshots/README.md")
    shown = "".join((ROOT / page).read_text(encoding="utf-8") for page in pages)

    assert sum(path.stat().st_size for path in paths) < BUDGET
    assert [path.name for path in paths if path.relative_to(OUT).as_posix() not in shown] == []
