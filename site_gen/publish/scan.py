"""What documents of ours point at: a quick look at finished HTML and CSS, for the verification.

It reads what our templates and the sanitiser write, quotes balanced and names in lower case; it is
no general parser and repairs nothing.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import chain
from typing import NamedTuple

_ATTRIBUTES = r"""(?:[^<>"']++|"[^"]*+"|'[^']*+')*+"""
_SCRIPT, _STYLE = "[sS][cC][rR][iI][pP][tT]", "[sS][tT][yY][lL][eE]"
_TAG = re.compile(
    rf"<!--.*?-->|<{_SCRIPT}\b{_ATTRIBUTES}>.*?</{_SCRIPT}\s*>"
    rf"|<{_STYLE}\b{_ATTRIBUTES}>.*?</{_STYLE}\s*>"
    rf"""|<[a-zA-Z\u017f\u212a][^\s/<>"']*+{_ATTRIBUTES}>""",  # long s, sign of kelvin: letters
    re.DOTALL,
)
_START = re.compile(
    rf"""<(?:(?P<raw>script|style)\b|(?P<name>[a-zA-Z][^\s/<>"']*+))(?P<attributes>{_ATTRIBUTES})>""",
    re.IGNORECASE,
)
_RAW = re.compile(rf"<(?:script|style)\b{_ATTRIBUTES}>", re.IGNORECASE)
_BEGUN = re.compile(r"<(?:[a-z]|!--)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s="'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_OF_INTEREST = re.compile(r"\b(?:href|src|srcset|id|action|data|poster)\s*=", re.IGNORECASE)
# Most of our tags that are of interest are such a link, or such a place.
_INERT = r"""(?: (?:class|rel|datetime|title|data-metric|data-scope|data-date)="[^"]*+")*+"""
_LINK = re.compile(rf"""<a{_INERT} href="(?P<value>[^"]*+)"{_INERT}>""")
_PLACE = re.compile(rf"""<[a-z][a-z0-9]*+{_INERT} id="(?P<value>[^"]*+)"{_INERT}>""")
# Most of those that are not say what something is.
_SAYING = re.compile(
    r"""<(?:time|meta|span|p|li|div)"""
    r"""(?: (?:class|datetime|name|content|title|data-[a-z]++)="[^"<>\n]*+")*+>"""
)
_PLAIN = re.compile(
    r"""</?+(?!(?:script|style)\b)[a-z][a-z0-9-]*+(?=[\s/>])"""
    r"""(?:[^<>"'\n]++|"[^"<>\n]*+"|'[^'<>\n]*+')*+>"""
)
_CSS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*?))\s*\)|@import\s+["']([^"']+)""")

# What a browser fetches by itself, and what it follows when the reader asks.
_LOADED = {"src", "srcset", "poster", "data"}
_DRAWN = {"use", "image", "feimage"}
_LINKED_BUT_NOT_LOADED = {"canonical", "alternate", "next", "prev", "author", "license", "help"}


class Document(NamedTuple):
    """The places of a page that can be linked to, and what it points at, as written."""

    ids: frozenset[str]
    links: frozenset[str]
    """Followed when the reader asks."""
    loads: frozenset[str]
    """Fetched by the browser of its own accord."""


def scan_html(text: str) -> Document:
    """What a page points at."""
    return together(map(scan_tag, set(_TAG.findall(text))))


def scan_line(line: str) -> Document | None:
    """What one line of a page points at; None when a tag, or the like, may go on in the next."""
    tags = _TAG.findall(line)
    if line.count("<") != len(tags) + line.count("</") and _BEGUN.search(_TAG.sub("", line)):
        return None
    if line.rfind("<") > line.rfind(">"):
        return None
    if any(map(_RAW.fullmatch, tags) if "<s" in line or "<S" in line else ()):
        return None
    return together(map(scan_tag, tags))


def scan_plain(written: str) -> Document | None:
    """What a tag points at; None when it is more or less than one, or begins a script.

    No end of a line stands there, and no angle bracket but around it.
    """
    if link := _LINK.fullmatch(written):
        return _to(link["value"])
    if _SAYING.fullmatch(written):
        return NOTHING
    return scan_tag(written) if _PLAIN.fullmatch(written) else None


def together(parts: Iterable[Document]) -> Document:
    """What parts of a page point at."""
    parts = [part for part in parts if part is not NOTHING]
    if len(parts) < 2:
        return parts[0] if parts else NOTHING
    return Document(
        frozenset(chain.from_iterable(part.ids for part in parts)),
        frozenset(chain.from_iterable(part.links for part in parts)),
        frozenset(chain.from_iterable(part.loads for part in parts)),
    )


def scan_css(text: str) -> frozenset[str]:
    """What a style sheet loads."""
    return frozenset(next(filter(None, found), "").strip() for found in _CSS.findall(text))


_NONE = frozenset[str]()
NOTHING = Document(_NONE, _NONE, _NONE)


def scan_tag(written: str) -> Document:
    """What one tag points at."""
    if link := _LINK.fullmatch(written):
        return _to(link["value"])
    if place := _PLACE.fullmatch(written):
        return Document(frozenset({unescape(place["value"]).strip()}), frozenset(), frozenset())
    tag = _START.match(written)
    attributes = tag and tag["attributes"]
    if not tag or not attributes or not _OF_INTEREST.search(attributes):
        return NOTHING
    name, values = (tag["name"] or tag["raw"]).lower(), _values(attributes)
    links, loads = set[str](), set[str]()
    for key, value in values.items():
        if _is_loaded(name, key, values):
            loads.update(_candidates(value) if key == "srcset" else [value])
        elif key in {"href", "xlink:href", "action", "formaction"}:
            links.add(value)
    ids = frozenset({values["id"]}) if "id" in values else frozenset[str]()
    return Document(ids, frozenset(links), frozenset(loads))


def _to(link: str) -> Document:
    return Document(_NONE, frozenset((unescape(link).strip(),)), _NONE)


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
