"""What a page tells programs of its things: one block of JSON-LD in the words of schema.org.

It stands in a ``<script>`` that no browser executes, because of its type: the policy of the site
asks nothing of such data blocks. Nothing in it can end the element: of ``<``, ``>`` and ``&`` only
the escapes of JSON are written. Addresses are told in full, or left out.

Sources: JSON-LD 1.1 (section 9, embedding in HTML), HTML (data blocks), https://schema.org.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from json import JSONEncoder

from site_gen.language.message import ORIGINAL
from site_gen.language.speaker import speaker_of
from site_gen.pages.model import Page, SiteAddress, SiteFrame, language_of
from site_gen.render import paths

_written = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# What could end the element, or a line.
_ESCAPED = re.compile("[<>&\x7f\u2028\u2029]")


def linked_data(frame: SiteFrame, page: Page, canonical: str) -> str:
    """The things of a page, and the way to it from home, as JSON; empty where there is nothing."""
    language = language_of(page, frame)
    graph = [_written(_told(thing, frame.base_url, language)) for thing in page.things]
    if page.trail:
        steps = _steps(frame.base_url, language, page.trail)
        graph.append(f"{steps}{_last_step(page, canonical, language)}]}}")
    if not graph:
        return ""
    told = f'{{"@context":"https://schema.org","@graph":[{",".join(graph)}]}}'
    return _ESCAPED.sub(_escape, told)


def _escape(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"


@lru_cache(maxsize=1 << 10)
def _steps(base_url: str, language: str, trail: tuple[tuple[str, str], ...]) -> str:
    """The beginning of the way to a page; all pages of a region have the same."""
    found = (
        {"@type": "ListItem", "position": at, "name": name, "item": SiteAddress(address)}
        for at, (name, address) in enumerate(trail, 1)
    )
    steps = "".join(f"{_written(_told(step, base_url, language))}," for step in found)
    return f'{{"@type":"BreadcrumbList","itemListElement":[{steps}'


def _last_step(page: Page, canonical: str, language: str) -> str:
    item = f',"item":{_written(canonical)}' if canonical else ""
    name = _written(_told(page.title, "", language))
    return f'{{"@type":"ListItem","position":{len(page.trail) + 1},"name":{name}{item}}}'


def _told(value: object, base_url: str, language: str) -> object:
    """A value in a language, with the addresses of the site in full; without them where the site
    has none."""
    if type(value) is str:  # as most are
        return value
    if isinstance(value, SiteAddress):
        return paths.absolute(base_url, value)
    if isinstance(value, str):
        return value if language == ORIGINAL else speaker_of(language).text(value)
    if isinstance(value, Mapping):
        kept = value if base_url else {key: one for key, one in value.items() if _stays(one)}
        return {key: _told(one, base_url, language) for key, one in kept.items()}
    if isinstance(value, list | tuple):
        return [_told(one, base_url, language) for one in value if base_url or _stays(one)]
    return value


def _stays(value: object) -> bool:
    """Whether anything is left of a value without addresses: what has one and no name is nothing
    else than what is found there."""
    if type(value) is str:
        return True
    if isinstance(value, Mapping):
        return "name" in value or all(map(_stays, value.values()))
    if isinstance(value, list | tuple):
        return any(map(_stays, value))
    return not isinstance(value, SiteAddress)
