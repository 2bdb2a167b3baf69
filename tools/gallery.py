"""A gallery of the components: every example as it looks, with its name and what it was made from.

``make gallery`` writes it to site-gallery/; it is no part of any site. What is shown comes from
``theme/components/<name>/``: the comment that begins ``macro.html`` says what a component takes,
``examples.yaml`` has its states by name. An example that says ``like`` takes the arguments of
another one, ``repeat`` makes one of its lists so and so long; a component with ``inside`` is an
entry of a list.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import yaml
from PIL import Image, ImageDraw

from site_gen.attachments.rendition import Rendition
from site_gen.pages.model import Artifact, NavEntry, Page, SiteFrame
from site_gen.render import render_site

ROOT = Path(__file__).parents[1]
COMPONENTS = ROOT / "theme" / "components"
TEMPLATE = Path(__file__).with_suffix(".html")
STYLE = Path(__file__).with_suffix(".css")
OUT = ROOT / "site-gallery"
_HOST = "site_name: x\ntheme: {name: material, custom_dir: theme, language: zh, font: false}\n"
_SAMPLES = {"assets/sample.jpg": 640, "assets/sample-small.jpg": 320}


@dataclass(frozen=True)
class Example:
    """One state of one component."""

    component: str
    macro: str
    state: str
    arguments: Mapping[str, object]
    written: str = ""
    """As its file has it."""
    is_many: bool = False
    """Whether one of its lists was made very long."""

    def __str__(self) -> str:
        return f"{self.component}-{self.state}"


@dataclass(frozen=True)
class Component:
    """One component with its examples."""

    name: str
    comment: str
    examples: tuple[Example, ...]
    inside: str = ""
    """The class of the list that it is an entry of; empty where it stands by itself."""


def read_components(folder: Path = COMPONENTS) -> tuple[Component, ...]:
    """Every component, by name."""
    return tuple(_read(path) for path in sorted(folder.iterdir()) if path.is_dir())


def read_examples() -> list[Example]:
    """Every example of every component."""
    return [example for one in read_components() for example in one.examples]


def _read(folder: Path) -> Component:
    told = yaml.safe_load((folder / "examples.yaml").read_text(encoding="utf-8"))
    macro = (folder / "macro.html").read_text(encoding="utf-8")
    comment = macro.removeprefix("{#-").partition("-#}")[0].strip()
    examples = (
        _example(folder.name, told["macro"], state, told["examples"]) for state in told["examples"]
    )
    return Component(folder.name, comment, tuple(examples), told.get("inside", ""))


def _example(
    component: str, macro: str, state: str, told: Mapping[str, dict[str, object]]
) -> Example:
    written = told[state]
    dumped = yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=100)
    return Example(component, macro, state, _arguments(written, told), dumped, "repeat" in written)


def _arguments(
    written: Mapping[str, object], told: Mapping[str, dict[str, object]]
) -> Mapping[str, object]:
    like, repeat = written.get("like"), written.get("repeat")
    if not isinstance(like, str) or not isinstance(repeat, dict):
        return written
    arguments: Mapping[str, object] = told[like]
    for path, times in repeat.items():
        arguments = _repeated(arguments, path.split("."), times)
    return arguments


def _repeated(
    arguments: Mapping[str, object], path: Sequence[str], times: int
) -> Mapping[str, object]:
    """Arguments in which the list at the end of a path begins anew until it is long enough."""
    head, *rest = path
    listed = arguments[head]
    if not isinstance(listed, list):
        raise TypeError(f"no list: {head}")
    inner = (
        [_repeated(each, rest, times) for each in listed] if rest else islice(cycle(listed), times)
    )
    return {**arguments, head: list(inner)}


@dataclass(frozen=True)
class Gallery:
    """What the renderer asks of a compilation: one page, and the pictures on it."""

    frame: SiteFrame
    pages: tuple[Page, ...]
    artifacts: tuple[Artifact, ...]
    attachments: tuple[Rendition, ...] = ()


def gallery() -> Gallery:
    """The page of all components, in a frame that knows a public address, as QR codes need."""
    frame = SiteFrame(
        name="部件样张",
        host="",
        notice="",
        notice_text="",
        today=date(2026, 11, 22),
        base_url="https://host.example/",
        navigation=(NavEntry("home", "全部部件", ""),),
    )
    page = Page(
        address="",
        kind="gallery",
        section="home",
        title="部件样张",
        description="每个部件的每个例子，和它是从什么做出来的。",
        template=TEMPLATE.name,
        values={"components": read_components()},
    )
    pictures = (Artifact(address, _picture(width)) for address, width in _SAMPLES.items())
    return Gallery(frame, (page,), tuple(pictures))


def _picture(width: int) -> bytes:
    """A picture that shows nothing but its size."""
    size = (width, width * 3 // 4)
    picture = Image.new("RGB", size, "#857d6f")
    ImageDraw.Draw(picture).line([(0, size[1]), (size[0], 0)], "#fbf9f4", width // 40)
    held = BytesIO()
    picture.save(held, "JPEG")
    return held.getvalue()


def write_gallery(out: Path) -> None:
    """Writes the gallery into a folder."""
    with TemporaryDirectory() as folder:
        host = Path(folder)
        copytree(ROOT / "theme", host / "theme")
        (host / "docs").mkdir()
        (host / "theme" / "assets" / "css" / STYLE.name).write_bytes(STYLE.read_bytes())
        (host / "theme" / "pages" / TEMPLATE.name).write_bytes(TEMPLATE.read_bytes())
        (host / "mkdocs.yml").write_text(_HOST, encoding="utf-8")
        render_site(gallery(), host / "mkdocs.yml", out)


def _summary(components: Sequence[Component]) -> Iterator[str]:
    number = sum(len(each.examples) for each in components)
    yield f"{len(components)} 个部件，{number} 个例子：{OUT.relative_to(ROOT)}/index.html"


if __name__ == "__main__":
    write_gallery(OUT)
    print(*_summary(read_components()), sep="\n")
