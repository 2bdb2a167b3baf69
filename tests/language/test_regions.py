"""Languages of a site and of its regions: what is translated is shown, the rest says what it is."""

from pathlib import Path

import pytest

from tests.pages.site import SESSION, session, write
from tests.preview.folder import previewed
from tests.preview.test_same import check_same
from tests.whole.conftest import build

COUNTY = "གཙང་ཆུ"
STORY = "ཚོགས་འདུའི་གནས་ཚུལ"
"""Words of a made-up translation; what they mean does not matter here."""
FILES = {
    **session("## 建议1 修复破损路面\n\n- 2023-05-12 交办：市水务局\n\n## 经过\n\n大家都来了。"),
    "regions/qingxi/region.yaml": (
        f"名称: {{zh-Hans: 清溪市, bo: {COUNTY}}}\n语言: bo\n联系: {{电话: '12345'}}\n"
    ),
    "regions/qingxi/sessions/2023/0512-shiqiao.bo.md": f"## {STORY}\n\n{STORY}\n",
    "regions/bailu/region.yaml": "名称: 白鹭县\n",
}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two regions, of which one is shown in Tibetan as far as it has been translated."""
    folder = tmp_path_factory.mktemp("tibetan")
    write(folder, FILES)
    return folder


@pytest.fixture(scope="module")
def site(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, as it is published."""
    return build(tmp_path_factory.mktemp("built") / "site", "--no-search", content=content)


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_pages_of_a_region_are_in_its_language_and_say_what_is_not(site: Path) -> None:
    shown = page(site, SESSION)

    assert '<html lang="bo">' in shown
    assert f"<p>{STORY}</p>" in shown
    assert "大家都来了" not in shown
    assert COUNTY in shown
    assert '<span lang="zh-Hans">修复破损路面</span>' in shown
    assert '<span lang="zh-Hans">这次协商</span>' in shown
    assert 'aria-label="主要栏目"' in shown


def test_pages_of_the_site_and_of_other_regions_stay_chinese(site: Path) -> None:
    for address in ("", "bailu/", "ledger/"):
        shown = page(site, address)
        assert '<html lang="zh-Hans">' in shown
        assert '<span lang="zh-Hans">' not in shown


def test_an_ordered_language_is_that_of_every_page(content: Path, tmp_path: Path) -> None:
    site = build(tmp_path / "site", "--no-search", "--language", "en", content=content)

    assert '<html lang="en">' in page(site, SESSION)
    assert ">This session<" in page(site, SESSION)
    assert '<div lang="zh-Hans">' in page(site, SESSION)
    assert '<html lang="en">' in page(site, "")


def test_the_language_of_a_site_is_the_first_it_names(content: Path, tmp_path: Path) -> None:
    write(tmp_path / "content", {**FILES, "site.yaml": "名称: 清溪公示\n语言: [en, zh-Hans]\n"})
    site = build(tmp_path / "site", "--no-search", content=tmp_path / "content")

    assert '<html lang="en">' in page(site, "bailu/")
    assert '<html lang="bo">' in page(site, SESSION)


def test_in_parts_and_kept_it_is_the_same(content: Path, site: Path, tmp_path: Path) -> None:
    kept = "--no-search", "--jobs", "2", "--cache", str(tmp_path / "cache")
    for name in ("one", "two"):
        build(tmp_path / name, *kept, content=content)
        made = (tmp_path / name / "SHA256SUMS").read_bytes()
        assert made == (site / "SHA256SUMS").read_bytes()


def test_what_was_kept_for_one_language_is_not_shown_in_another(
    content: Path, tmp_path: Path
) -> None:
    kept = "--no-search", "--cache", str(tmp_path / "cache")
    out = tmp_path / "site"
    build(out, *kept, content=content)
    build(out, *kept, "--language", "en", content=content)

    assert '<html lang="en">' in page(out, "bailu/")


def test_the_preview_shows_the_same(tmp_path: Path) -> None:
    write(tmp_path / "content", {**FILES, "site.yaml": "名称: 清溪公示\n语言: [en]\n"})
    one = previewed(tmp_path / "content", tmp_path / "work")

    assert check_same(one)
    assert '<html lang="bo">' in one.page(SESSION)
    assert '<html lang="en">' in one.page("bailu/")
