"""What documents of ours point at: a quick look at finished HTML and CSS, for the verification.

It reads what our templates and the sanitiser write, quotes balanced and names in lower case; it is
no general parser and repairs nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_ATTRIBUTES = r"""(?:[^<>"']++|"[^"]*+"|'[^']*+')*+"""
_TAG = re.compile(
    rf"<!--.*?-->|<(?P<raw>script|style)\b(?P<given>{_ATTRIBUTES})>.*?</(?P=raw)\s*>"
    rf"|<(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>{_ATTRIBUTES})>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([^\s="'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_OF_INTEREST = re.compile(r"\b(?:href|src|srcset|id|action|data|poster)\s*=", re.IGNORECASE)
_CSS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*?))\s*\)|@import\s+["']([^"']+)""")

# What a browser fetches by itself, and what it follows when the reader asks.
_LOADED = {"src", "srcset", "poster", "data"}
_DRAWN = {"use", "image", "feimage"}
_LINKED_BUT_NOT_LOADED = {"canonical", "alternate", "next", "prev", "author", "license", "help"}


@dataclass(frozen=True, slots=True)
class Document:
    """The places of a page that can be linked to, and what it points at, as written."""

    ids: frozenset[str]
    links: frozenset[str]
    """Followed when the reader asks."""
    loads: frozenset[str]
    """Fetched by the browser of its own accord."""


def scan_html(text: str) -> Document:
    """What a page points at."""
    ids, links, loads = set[str](), set[str](), set[str]()
    for name, values in _tags(text):
        if "id" in values:
            ids.add(values["id"])
        for key, value in values.items():
            if _is_loaded(name, key, values):
                loads.update(_candidates(value) if key == "srcset" else [value])
            elif key in {"href", "xlink:href", "action", "formaction"}:
                links.add(value)
    return Document(frozenset(ids), frozenset(links), frozenset(loads))


def scan_css(text: str) -> frozenset[str]:
    """What a style sheet loads."""
    return frozenset(next(filter(None, found), "").strip() for found in _CSS.findall(text))


def _tags(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for tag in _TAG.finditer(text):
        written = tag["attributes"] or tag["given"] or ""
        if _OF_INTEREST.search(written):
            yield (tag["name"] or tag["raw"]).lower(), _values(written)


def _values(written: str) -> dict[str, str]:
    """Attributes by name; of one that stands twice the first counts, as in a browser."""
    found = dict[str, str]()
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), unescape(double or single or bare).strip())
    return found


def _is_loaded(name: str, key: str, values: dict[str, str]) -> bool:
    if key in _LOADED:
        return name != "a"
    if key not in {"href", "xlink:href"}:
        return False
    if name == "link":
        return not set(values.get("rel", "").lower().split()) <= _LINKED_BUT_NOT_LOADED
    return name in _DRAWN


def _candidates(srcset: str) -> Iterator[str]:
    """Addresses of ``a.jpg 1x, b.jpg 2x``."""
    return (candidate.split()[0] for candidate in srcset.split(",") if candidate.strip())
