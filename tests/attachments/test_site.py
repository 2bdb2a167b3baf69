"""Attachments on the finished site: which are there, how pages show them, what is loaded."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Locator, Page

from site_gen.cli import main
from site_gen.pipeline import compile_site
from site_gen.render.attachments import write_attachments
from tests.attachments.files import pdf, photo, saved
from tests.browser import Serve
from tests.sites.bad_attachments import BAD
from tests.sites.changes import Change
from tests.sites.folder import SMALL, write
from tests.sites.paths import CASE, LIXI, SESSION

TODAY = date(2026, 11, 22)
FOLDER = f"{LIXI}attachments/"
NAMED = "封面: 路.jpg\n领域: 交通出行"
PROSE = "雨天走不了。\n\n![修好的路](路.jpg)\n\n[验收单](a.pdf)"
Content = dict[str, str]


def _content() -> Content:
    content = dict(SMALL)
    content[CASE] = content[CASE].replace("领域: 交通出行", NAMED).replace("雨天走不了。", PROSE)
    return content


def _folder(root: Path, content: Content) -> Path:
    write(content, root)
    (root / f"{FOLDER}路.jpg").write_bytes(saved(photo((2000, 1500))))
    (root / f"{FOLDER}a.pdf").write_bytes(pdf("Plan"))
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished site whose case has a cover, a picture and a document."""
    root = tmp_path_factory.mktemp("attachments")
    _folder(root / "content", _content())
    done = CliRunner().invoke(
        main, ["build", str(root / "content"), "--out", str(root / "site"), "--no-search"]
    )
    assert done.exit_code == 0, done.stderr
    return root / "site"


def test_only_what_was_made_anew_is_published(site: Path) -> None:
    files = sorted(path.name for path in (site / "attachments" / "lixi").iterdir())
    widths = {name.rpartition("-")[2] for name in files if name.endswith(".webp")}
    assert widths == {"1.webp", "480.webp", "960.webp", "1600.webp"}
    assert sum(name.endswith(".pdf") for name in files) == 1
    assert not [name for name in files if "路" in name or name.startswith("a.")]


def test_a_telephone_loads_the_small_picture(site: Path, page: Page, static_server: Serve) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{static_server(site)}lixi/cases/daolu/")
    picture = page.locator(".prose img")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.prose img').currentSrc")
    assert picture.evaluate("one => one.currentSrc").endswith("-480.webp")
    assert picture.evaluate("one => one.decode().then(() => one.naturalWidth > 0)")
    assert picture.evaluate("one => one.getBoundingClientRect().width") <= 360
    assert picture.get_attribute("alt") == "修好的路"


@pytest.mark.parametrize(
    ("address", "name"), [("cases/", ".case-card img"), ("lixi/cases/daolu/", ".prose img")]
)
def test_the_room_for_a_picture_is_kept_while_it_is_on_its_way(
    site: Path, page: Page, static_server: Serve, address: str, name: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{static_server(site)}{address}")
    picture = page.locator(name)
    picture.scroll_into_view_if_needed()
    picture.evaluate("one => one.decode()")
    there = _size(picture)
    page.route("**/*.webp", lambda route: route.abort())
    page.reload()
    assert there[1] > 100
    assert _size(page.locator(name)) == there


def _size(picture: Locator) -> tuple[float, float]:
    """Width and height in pixels, as a page has them."""
    box = picture.bounding_box()
    assert box is not None
    return box["width"], box["height"]


def test_a_document_says_how_much_it_is(tmp_path: Path) -> None:
    content = _content()
    content[SESSION] = content[SESSION].replace(
        "佐证：![竣工后的路段](jungong.png)", "佐证：[验收单](a.pdf)"
    )
    made = compile_site(_folder(tmp_path, content), TODAY)
    pages = [page for page in made.pages if "PDF，1 页，0.1 MB" in repr(page.values)]
    assert [page.address for page in pages] == ["lixi/sessions/2023/0512-shigeng/"]


def _withdrawn(content: Content) -> None:
    content[CASE] = content[CASE].replace(
        "领域:", "撤下: {日期: 2024-01-02, 原因: 本人要求}\n领域:"
    )


def _unnamed(content: Content) -> None:
    content[CASE] = SMALL[CASE]


@pytest.mark.parametrize("change", [_withdrawn, _unnamed])
def test_what_nothing_public_names_is_not_published(
    change: Callable[[Content], None], tmp_path: Path
) -> None:
    content = _content()
    change(content)
    made = compile_site(_folder(tmp_path, content), TODAY)
    assert {one.source.name for one in made.attachments} == {"jungong.png"}
    unused = {one.where.path for one in made.findings if one.code == "A120"}
    assert unused == {f"{FOLDER}路.jpg", f"{FOLDER}a.pdf"}


def test_what_was_made_is_kept_and_what_is_not_needed_is_forgotten(tmp_path: Path) -> None:
    made = compile_site(_folder(tmp_path / "content", _content()), TODAY).attachments
    kept = tmp_path / "kept"
    write_attachments(tmp_path / "first", made, kept, jobs=2)
    names = {path.name for path in kept.iterdir()}
    assert names == {path.name for path in (tmp_path / "first/attachments/lixi").iterdir()}
    one = next(kept.glob("*-480.webp"))
    one.write_bytes(b"as it was kept")
    write_attachments(tmp_path / "second", made, kept)
    assert (tmp_path / "second/attachments/lixi" / one.name).read_bytes() == b"as it was kept"
    write_attachments(tmp_path / "third", (), kept)
    assert list(kept.iterdir()) == []


def test_a_file_that_changes_meanwhile_is_noticed(tmp_path: Path) -> None:
    made = compile_site(_folder(tmp_path / "content", _content()), TODAY).attachments
    (tmp_path / "content" / f"{FOLDER}路.jpg").write_bytes(saved(photo((20, 20))))
    with pytest.raises(OSError, match="变了"):
        write_attachments(tmp_path / "out", made, None)


_ONE_EACH = {change.code: change for change in BAD}.values()


@pytest.mark.parametrize("change", _ONE_EACH, ids=str)
def test_the_command_line_tells_what_is_wrong_and_where(change: Change, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["check", str(change.write(tmp_path))])
    path, line, code = change.place()
    assert f"{path}:{line}:1: {code} " in done.output
    assert done.exit_code == (0 if code in ("A106", "A115", "A117", "A120") else 1)
    assert "Traceback" not in done.output
