"""Pictures of every kind of page and of the walks of readers, for the documentation.

``make screenshots`` builds the example and the real records, and writes docs/screenshots
(with a page that shows all of them) and docs/walks.md. Pictures are looked at by people; that
each kind of page has one, and that the walks can be walked, is asserted.
"""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tools.readers.pictures import show, take_page, take_screen, write
from tools.readers.samples import ASKED, ROOT, Incomplete
from tools.readers.sheets import Line, kinds_page, picture_path, scene_path, walks_page
from tools.readers.stage import CONTENT, EXAMPLE, Look, Stage, chromium, opened, staged
from tools.readers.walks import WALKS, scenes

DOCS = ROOT / "docs"
OUT = DOCS / "screenshots"
LIGHT = (Look("360", "手机", 360), Look("1280", "电脑", 1280))
LOOKS = (
    LIGHT[0],
    Look("360-contrast", "手机，高对比", 360, mode="contrast"),
    LIGHT[1],
    Look("1280-contrast", "电脑，高对比", 1280, mode="contrast"),
)
MORE = (
    Look("360-dark", "手机，深色", 360, dark=True),
    Look("360-large", "手机，大字", 360, mode="large"),
)
"""How the pages look that are met most, besides."""
MET_MOST = ("home", "session")
REAL = {
    "real-home": "",
    "real-prefecture": "aba-zhou/",
    "real-county": "lixian/",
    "real-session": "beichuan/sessions/2023/shiyi/",
    "real-reconciliation": "reconciliation/",
}
OVERVIEW = ("home", "region", "session")
OVERVIEW_HEIGHT, GAP, GROUND = 760, 24, "#d9d5cb"


def main() -> None:
    """Build both sites, take every picture, write the pages that show them."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        out = Path(folder) / OUT.name
        with staged(EXAMPLE, Path(folder) / "example") as stage:
            example = list(_example(stage))
            _shoot(browser, stage, example, out)
            _walk(browser, stage, out)
        with staged(CONTENT, Path(folder) / "content", every_kind=False) as stage:
            real = [_line(stage, name, address, LIGHT) for name, address in REAL.items()]
            _shoot(browser, stage, real, out)
        _overview(out)
        groups = {"虚构的示例": example, "真实记录": real}
        (out / "README.md").write_text(kinds_page(groups), encoding="utf-8")
        shutil.rmtree(OUT)
        shutil.copytree(out, OUT)
    (DOCS / "walks.md").write_text(walks_page(WALKS, OUT.name), encoding="utf-8")


def _example(stage: Stage) -> Iterator[Line]:
    for name, address in sorted({**stage.samples, **ASKED}.items()):
        looks = (*LOOKS, *MORE) if name in MET_MOST else LOOKS
        yield _line(stage, name, address, looks)


def _line(stage: Stage, name: str, address: str, looks: tuple[Look, ...]) -> Line:
    title = stage.titles.get(address.partition("?")[0])
    if title is None:
        raise Incomplete(f"选作“{name}”的一页没有了：{address}")
    return Line(name, title, address, looks)


def _shoot(browser: Browser, stage: Stage, lines: list[Line], out: Path) -> None:
    """Every line in its looks, with one tab for each look."""
    for look in (*LOOKS, *MORE):
        with opened(browser, look) as tab:
            for line in (line for line in lines if look in line.looks):
                show(tab, stage.url + line.address)
                take_page(tab, look.screen, out / picture_path(look, line.name))


def _walk(browser: Browser, stage: Stage, out: Path) -> None:
    for walk in WALKS:
        with opened(browser, walk.look) as tab:
            for scene in scenes(walk, tab, stage.url):
                take_screen(scene.tab, out / scene_path(walk, scene.number))


def _overview(out: Path) -> None:
    """The first screens of three pages beside each other, for the README."""
    shots = [Image.open(out / picture_path(LIGHT[0], name)).convert("RGB") for name in OVERVIEW]
    width = LIGHT[0].width
    size = (len(shots) * (width + GAP) + GAP, OVERVIEW_HEIGHT + 2 * GAP)
    sheet = Image.new("RGB", size, GROUND)
    for number, shot in enumerate(shots):
        sheet.paste(shot.crop((0, 0, width, OVERVIEW_HEIGHT)), (GAP + number * (width + GAP), GAP))
    write(sheet, out / "overview.webp")


if __name__ == "__main__":
    main()
