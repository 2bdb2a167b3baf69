"""A project of MkDocs with the Material theme, which Zensical reads as it stands.

Pages that no entry of the navigation names are left out of it: a tree of ten thousand entries on
each page would be slow, large and of no use to a reader, so this is the choice in its favour.
"""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import yaml

from benchmarks.peers import markdown
from benchmarks.peers.plain import Corpus, Leaf

EXTENSIONS = ["attr_list", "tables", "md_in_html", {"toc": {"permalink": True}}]


def write(corpus: Corpus, folder: Path) -> None:
    """Write the project into a new folder: ``mkdocs.yml`` and ``docs/``."""
    docs = folder / "docs"
    known = {leaf.address for leaf in corpus.leaves}
    shown = set(corpus.pictures.values())
    for leaf in corpus.leaves:
        target = docs / file_of(leaf.address)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(_page(leaf, known, shown, corpus)), encoding="utf-8")
    for address, content in corpus.files():
        target = docs / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    settings = yaml.safe_dump(_settings(corpus), allow_unicode=True, sort_keys=False)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")


def file_of(address: str) -> str:
    """The source of the page at an address."""
    return f"{unquote(address)}index.md"


def _page(leaf: Leaf, known: set[str], shown: set[str], corpus: Corpus) -> Iterator[str]:
    head = {"title": leaf.title, "description": leaf.description}
    yield f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n\n# {leaf.title}\n"
    here = unquote(leaf.address)

    def link(address: str) -> str:
        path, _, anchor = address.partition("#")
        path = path.partition("?")[0]
        if not address or (path not in known and path not in shown):
            return ""
        target = file_of(path) if path in known else path
        relative = posixpath.relpath(target, here or ".")
        return f"{relative}#{anchor}" if anchor else relative

    trail = (f"[{title}]({link(address)})" for title, address in leaf.trail if link(address))
    yield " / ".join(trail) + "\n"
    yield markdown.page(leaf, corpus, link)


def _settings(corpus: Corpus) -> dict[str, object]:
    entries = [("首页", ""), *((t, a) for t, a in (*corpus.navigation, *corpus.foot) if a)]
    return {
        "site_name": corpus.name,
        "site_url": "https://province.example/",
        "copyright": f"主办：{corpus.host}",
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": [{"search": {"lang": "zh"}}],
        "markdown_extensions": EXTENSIONS,
        "validation": {
            "omitted_files": "ignore",
            "unrecognized_links": "ignore",
            "anchors": "ignore",
        },
        "nav": [{title: file_of(address)} for title, address in dict.fromkeys(entries)],
    }
