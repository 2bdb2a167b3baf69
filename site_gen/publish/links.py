"""A link as written on a page → the file of the site that it means, or why it means none.

Pure: whether that file exists is the verification's question (:mod:`.verify`).
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from site_gen.render.paths import is_error_page

_OUTWARD = {"http", "https", "mailto", "tel"}

# A folder: no part of it is empty or begins with a dot, and no escape stands for a sign of ASCII.
_PLAIN = re.compile(
    r"(?P<folder>(?:(?:[\w-]|%[89A-Fa-f][0-9A-Fa-f])++/)*+)"
    r"(?:#(?P<fragment>[\w%.-]*+))?",
    re.ASCII,
)

_MOST = 1 << 15
"""Links that are remembered of one level."""


class Target(NamedTuple):
    """A file of the site and a place on it."""

    file: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """How links of a site are resolved; ``base_url`` is its public address, ``''`` if unknown."""

    base_url: str = ""

    def target(self, page: str, link: str) -> Target | None:
        """What a link in the file ``page`` means; None for one that leaves the site.

        Raises ValueError, with a Chinese message, for a link that no page of ours may have.
        """
        up = "../" * page.count("/")
        if up and link.startswith(up):
            rooted = link[len(up) :]
            return _from_root(_without_query(rooted) if "?" in rooted else rooted)
        inside = self._inside(page, link)
        parts = urlsplit(link if inside is None else f"./{inside}")
        if parts.scheme or parts.netloc:
            if parts.scheme in _OUTWARD:
                return None
            raise ValueError("不是站内地址，也不是可以用的网址")
        if not parts.path:
            return Target(page, unquote(parts.fragment))
        folder = page.rpartition("/")[0] if inside is None else ""
        return Target(_file(folder, unquote(parts.path)), unquote(parts.fragment))

    def _inside(self, page: str, link: str) -> str | None:
        """A link that starts at the root of the site, from there; None for any other."""
        base = self.base_url.rstrip("/")
        if base and (link == base or link.startswith(f"{base}/")):
            return link[len(base) :].lstrip("/")
        if not link.startswith("/") or link.startswith("//"):
            return None
        root = urlsplit(self.base_url).path.rstrip("/") + "/"
        if not is_error_page(page) or not link.startswith(root):
            raise ValueError("绝对路径，换一个目录就打不开")
        return link[len(root) :]


@dataclass(frozen=True, slots=True)
class Links:
    """Links of a site, each resolved once for all pages on one level."""

    site: Site
    _known: dict[str, dict[str, Target | None]] = field(default_factory=lambda: defaultdict(dict))
    """Way from a page to the root → link → what it means on every such page."""

    def known(self, page: str) -> Mapping[str, Target | None]:
        """Links that were resolved, with what they mean on a page."""
        return self._known["../" * page.count("/")]

    def target(self, page: str, link: str) -> Target | None:
        """Like :meth:`Site.target`."""
        if link.startswith("#"):
            return Target(page, _fragment(link))
        up = "../" * page.count("/")
        known = self._known[up]
        target = self.site.target(page, link)
        if (up and link.startswith(up)) or link.startswith(("https://", "http://")):
            if len(known) >= _MOST:
                known.clear()
            known[link] = target
        return target


def _without_query(link: str) -> str:
    """Where a link leads, whatever is asked for there."""
    before, mark, fragment = link.partition("#")
    return f"{before.partition('?')[0]}{mark}{fragment}"


@lru_cache(maxsize=1 << 15)
def _fragment(link: str) -> str:
    return unquote(urlsplit(link).fragment)


@lru_cache(maxsize=1 << 15)
def _from_root(link: str) -> Target:
    """What a link means that starts at the root of the site, as nearly all of ours do."""
    if plain := _PLAIN.fullmatch(link):
        return Target(f"{unquote(plain['folder'])}index.html", unquote(plain["fragment"] or ""))
    parts = urlsplit(f"./{link}")
    return Target(_file("", unquote(parts.path)), unquote(parts.fragment))


def _file(folder: str, path: str) -> str:
    """The file at a path that starts in a folder; a folder is served by its index."""
    if path.startswith("/"):
        raise ValueError("绝对路径，换一个目录就打不开")
    file = normpath(f"{folder}/{path}".lstrip("/"))
    if file.split("/")[0] == "..":
        raise ValueError("跑到网站外面去了")
    if path.endswith("/") or path.rpartition("/")[2] in {".", ".."}:
        return normpath(f"{file}/index.html")
    return file
