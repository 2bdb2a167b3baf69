"""What documents of ours point at: a quick look at finished HTML and CSS, for the verification.

It reads what our templates and the sanitiser write, quotes balanced and names in lower case; it is
no general parser and repairs nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import chain

_ATTRIBUTES = r"""(?:[^<>"']++|"[^"]*+"|'[^']*+')*+"""
_TAG = re.compile(
    rf"<!--.*?-->|<(?P<raw>script|style)\b(?P<given>{_ATTRIBUTES})>.*?</(?P=raw)\s*>"
    r"""|<(?P<name>[a-zA-Z][^\s/<>"']*+)"""
    rf"(?P<attributes>{_ATTRIBUTES})>",
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
    pieces = [_piece(written) for written in {tag[0] for tag in _TAG.finditer(text)}]
    return Document(
        frozenset(chain.from_iterable(piece.ids for piece in pieces)),
        frozenset(chain.from_iterable(piece.links for piece in pieces)),
        frozenset(chain.from_iterable(piece.loads for piece in pieces)),
    )


def scan_css(text: str) -> frozenset[str]:
    """What a style sheet loads."""
    return frozenset(next(filter(None, found), "").strip() for found in _CSS.findall(text))


_NOTHING = Document(frozenset(), frozenset(), frozenset())


@lru_cache(maxsize=1 << 15)
def _piece(written: str) -> Document:
    """What one tag contributes; pages of a site have most of their tags in common."""
    tag = _TAG.match(written)
    attributes = tag and (tag["attributes"] or tag["given"])
    if not tag or not attributes or not _OF_INTEREST.search(attributes):
        return _NOTHING
    name, values = (tag["name"] or tag["raw"]).lower(), _values(attributes)
    links, loads = set[str](), set[str]()
    for key, value in values.items():
        if _is_loaded(name, key, values):
            loads.update(_candidates(value) if key == "srcset" else [value])
        elif key in {"href", "xlink:href", "action", "formaction"}:
            links.add(value)
    ids = frozenset({values["id"]}) if "id" in values else frozenset[str]()
    return Document(ids, frozenset(links), frozenset(loads))


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
