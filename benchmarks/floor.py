"""What parts of the work cost when nothing else is done: the least that a build could take.

Each figure is the seconds of one pass over the same corpus, in this process, without a cache:
reading all files, YAML events of the heads, writing as many pages, a template that lays out
sessions, and Pagefind over pages that are ready.
"""

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import jinja2
import pagefind_bin  # type: ignore[import-untyped]
import yaml

from benchmarks.contenders import Place
from benchmarks.corpus import records_of

TEMPLATE = """<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><nav>{% for entry in range(24) %}
<a href="../../{{ entry }}/">{{ entry }}</a>{% endfor %}</nav>
<main><h1>{{ title }}</h1>
{% for item in items %}<article id="s{{ loop.index }}"><h2>{{ item[0] }}</h2><ol>
{% for line in item[1:] %}<li class="step"><p class="step__date"><time>{{ line[:10] }}</time></p>
<div class="step__body"><p class="step__title">{{ line[10:] }}</p></div></li>{% endfor %}
</ol></article>{% endfor %}</main><footer>{{ title }}</footer></body></html>
"""


def measure(place: Place) -> dict[str, float]:
    """Seconds of each part, by its name."""
    sessions = list(records_of(place.corpus))
    texts = [path.read_text(encoding="utf-8") for path in sessions]
    pages = _pages(place)
    scratch = place.out("floor")
    figures = {
        "s to read all files of the corpus": _timed(lambda: _read(place.corpus)),
        "s of PyYAML events over all heads": _timed(lambda: _events(texts)),
        "s of Jinja over all sessions": _timed(lambda: _render(texts)),
        "s to write as many pages of the same size": _timed(lambda: _write(scratch, pages)),
    }
    _ready(scratch, texts)
    figures["s of Pagefind alone, a token a character"] = _timed(lambda: _index(scratch))
    shutil.rmtree(scratch, ignore_errors=True)
    return figures


def _timed(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _read(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            path.read_bytes()


def _events(texts: list[str]) -> None:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for text in texts:
        for _ in yaml.parse(text.split("---\n", 2)[1], Loader=loader):
            pass


def _pages(place: Place) -> list[int]:
    """Sizes of the pages that this program wrote, or of so many sessions where it wrote none."""
    folder = place.out("ours").resolve()
    written = [path.stat().st_size for path in folder.rglob("*.html")]
    return written or [25_000] * len(list(records_of(place.corpus)))


def _write(folder: Path, sizes: list[int]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    content = b"x" * max(sizes)
    for number, size in enumerate(sizes):
        target = folder / str(number % 500) / str(number)
        target.mkdir(parents=True)
        (target / "index.html").write_bytes(content[:size])


def _items(text: str) -> Iterator[list[str]]:
    for block in text.split("\n## ")[1:]:
        heading, _, rest = block.partition("\n")
        yield [heading, *(line[2:] for line in rest.split("\n") if line.startswith("- "))]


def _render(texts: list[str]) -> None:
    template = jinja2.Environment(autoescape=True).from_string(TEMPLATE)
    for text in texts:
        template.render(title=text.split("\n", 2)[1], items=list(_items(text)))


def _ready(folder: Path, texts: list[str]) -> None:
    """Pages with every character of every record as a word of its own, as we index them."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for number, text in enumerate(texts):
        words = " ".join(text.replace("<", ""))
        page = f"<html lang=x><body><h1>{number}</h1><p>{words}</p></body></html>"
        (folder / f"{number}.html").write_text(page, encoding="utf-8")


def _index(folder: Path) -> None:
    program = (str(pagefind_bin.get_executable()), "--site", str(folder))
    subprocess.run(program, check=True, capture_output=True)
