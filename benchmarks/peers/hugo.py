"""A project of Hugo with a small theme of its own: base, page, section, partials.

Sessions carry their values as parameters of the front matter, and templates lay them out; the
body of a page is Markdown. Feeds and the site map are as Hugo writes them by default.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

from benchmarks.peers import markdown
from benchmarks.peers.plain import Corpus, Leaf

THEME = Path(__file__).parent / "theme"
BY_TEMPLATE = ("session",)
"""Kinds that a template of their own lays out; of all others the body is Markdown."""


def write(corpus: Corpus, folder: Path) -> None:
    """Write the project into a new folder."""
    shutil.copytree(THEME, folder)
    branches = _branches(corpus)
    for leaf in corpus.leaves:
        target = folder / "content" / file_of(leaf.address, branches)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(_page(leaf, corpus)), encoding="utf-8")
    for address, content in corpus.files():
        target = folder / "static" / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    (folder / "hugo.json").write_text(json.dumps(_settings(corpus), ensure_ascii=False))


def _branches(corpus: Corpus) -> set[str]:
    """Addresses below which others lie; first parts are sections in any case."""
    found = {""}
    for leaf in corpus.leaves:
        parts = leaf.address.rstrip("/").split("/")
        found |= {"/".join(parts[:depth]) + "/" for depth in range(1, len(parts))}
        found |= {leaf.address} if len(parts) == 1 else set()
    return found


def file_of(address: str, branches: set[str]) -> str:
    """The source of the page at an address."""
    path = unquote(address)
    return f"{path}_index.md" if address in branches else f"{path.rstrip('/')}.md"


def link(address: str) -> str:
    """A link from the root."""
    path, _, anchor = address.partition("#")
    path = quote(unquote(path.partition("?")[0]))
    return f"/{path}#{anchor}" if anchor else f"/{path}" if path else ""


def _page(leaf: Leaf, corpus: Corpus) -> Iterator[str]:
    head: dict[str, object] = {
        "title": leaf.title,
        "description": leaf.description,
        "type": leaf.kind,
        "trail": [{"title": title, "address": address} for title, address in leaf.trail],
    }
    if leaf.updated:
        head["date"] = str(leaf.updated)
    if leaf.kind in BY_TEMPLATE:
        head["values"] = leaf.values
    yield json.dumps(head, ensure_ascii=False, indent=1)
    yield ""
    if leaf.kind in BY_TEMPLATE:
        yield from markdown.prose(leaf, corpus, link)
    else:
        yield markdown.page(leaf, corpus, link)


def _settings(corpus: Corpus) -> dict[str, object]:
    return {
        "baseURL": "https://province.example/",
        "languageCode": "zh-Hans",
        "title": corpus.name,
        "buildFuture": True,
        "markup": {"goldmark": {"parser": {"attribute": {"block": True, "title": True}}}},
        "params": {
            "host": corpus.host,
            "nav": [{"title": title, "address": address} for title, address in corpus.navigation],
            "foot": [{"title": title, "address": address} for title, address in corpus.foot],
        },
    }
