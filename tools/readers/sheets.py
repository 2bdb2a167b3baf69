"""The Markdown pages that show the pictures: one of all page kinds, one of the walks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tools.readers.stage import Look
from tools.readers.walks import Walk

KINDS = """\
# 每一种页面的样子

这一页和图都由 `make screenshots` 生成：虚构的示例（`examples/wuli`）里每一种页面一行，最后是真实
记录（`content/`）的几张。哪一种页面没有图，命令就失败。长的页面只拍上面一段。
"""
WALKS = """\
# 四种读者怎么走

每一种读者从首页出发，最多三步走到要看的地方。图由 `make screenshots` 边走边拍，红框是下一步
要按的；同样的走法在 `make test` 里逐步核对（`tests/readers/test_walks.py`），走不通测试就失败。
"""
WIDTHS = {360: 150, 1280: 300}
"""Width of a screen → width of its picture in a table, in CSS pixels."""

SCENES = {360: 240, 1280: 300}
"""The same for pictures of walks."""


@dataclass(frozen=True)
class Line:
    """One line of the sheet: a page, and the looks it was taken in."""

    name: str
    """File name of its pictures without the ending."""
    title: str
    address: str
    looks: Sequence[Look]


def picture_path(look: Look, name: str) -> str:
    """Where the picture of a page lies, from the folder of all pictures."""
    return f"{look.key}/{name}.webp"


def kinds_page(groups: Mapping[str, Iterable[Line]]) -> str:
    """The page of all page kinds: heading → its lines."""
    return "\n".join((KINDS, *(line for group in groups.items() for line in _group(*group))))


def _group(heading: str, lines: Iterable[Line]) -> Iterator[str]:
    yield f"## {heading}\n"
    for line in lines:
        yield f"### {line.title}（`{line.address or '/'}`）\n"
        yield from _row([look.term for look in line.looks])
        yield from _row(["---"] * len(line.looks))
        yield from _row([_picture(line, look) for look in line.looks])
        yield ""


def _row(cells: Iterable[str]) -> Iterator[str]:
    yield f"| {' | '.join(cells)} |"


def _picture(line: Line, look: Look) -> str:
    path, words = picture_path(look, line.name), f"{line.title}，{look.term}"
    return f'<a href="{path}"><img src="{path}" width="{WIDTHS[look.width]}" alt="{words}"></a>'


def walks_page(walks: Iterable[Walk], folder: str) -> str:
    """The page of the walks; ``folder`` leads from it to the pictures."""
    return "\n".join((WALKS, *(line for walk in walks for line in _walk(walk, folder))))


def _walk(walk: Walk, folder: str) -> Iterator[str]:
    yield f"## {walk.reader}：{walk.question}\n"
    yield f"{walk.look.term}，{len(walk.steps)} 步。\n"
    words = [f"{n}. {step.words}{_typed(step.typed)}" for n, step in enumerate(walk.steps, 1)]
    words.append(f"到了：看得见“{'”“'.join(walk.sees)}”。")
    yield from _row(words)
    yield from _row(["---"] * len(words))
    paths = [f"{folder}/{scene_path(walk, number)}" for number in range(len(words))]
    width = SCENES[walk.look.width]
    yield from _row(
        f'<img src="{path}" width="{width}" alt="{each}">'
        for path, each in zip(paths, words, strict=True)
    )
    yield ""


def scene_path(walk: Walk, number: int) -> str:
    """Where the picture of one moment of a walk lies, from the folder of all pictures."""
    return f"walks/{walk.key}-{number}.webp"


def _typed(text: str) -> str:
    return f"：{text}" if text else ""
