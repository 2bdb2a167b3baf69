"""What a page tells programs of its things: one block of JSON-LD in the words of schema.org.

It stands in a ``<script>`` that no browser executes, because of its type: the policy of the site
asks nothing of such data blocks. Nothing in it can end the element: of ``<``, ``>`` and ``&`` only
the escapes of JSON are written. Addresses are told in full, or left out.

Sources: JSON-LD 1.1 (section 9, embedding in HTML), HTML (data blocks), https://schema.org.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from json import JSONEncoder

from site_gen.pages.model import Page, SiteAddress, SiteFrame
from site_gen.render import paths

_written = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ESCAPES = {
    ord(sign): f"\\u{ord(sign):04x}" for sign in ("<", ">", "&", "\u2028", "\u2029", "\x7f")
}
_START = '{"@context":"https://schema.org","@graph":['


def linked_data(frame: SiteFrame, page: Page, canonical: str) -> str:
    """The things of a page, and the way to it from home, as JSON; empty where there is nothing."""
    graph = [_written(_in_full(thing, frame.base_url)) for thing in page.things]
    if page.trail:
        graph.append(_breadcrumbs(frame.base_url, page, canonical))
    return f"{_START}{','.join(graph)}]}}".translate(_ESCAPES) if graph else ""


def _breadcrumbs(base_url: str, page: Page, canonical: str) -> str:
    item = f',"item":{_written(canonical)}' if canonical else ""
    last = f'"position":{len(page.trail) + 1},"name":{_written(page.title)}{item}'
    steps = f'{_steps(base_url, page.trail)},{{"@type":"ListItem",{last}}}'
    return f'{{"@type":"BreadcrumbList","itemListElement":[{steps}]}}'


@lru_cache(maxsize=1 << 10)
def _steps(base_url: str, trail: tuple[tuple[str, str], ...]) -> str:
    """The steps above a page; all pages of a region have the same."""
    found = (
        {"@type": "ListItem", "position": at, "name": name, "item": SiteAddress(address)}
        for at, (name, address) in enumerate(trail, 1)
    )
    return ",".join(_written(_in_full(step, base_url)) for step in found)


def _in_full(value: object, base_url: str) -> object:
    """A value with the addresses of the site in full; without them where the site has none."""
    if isinstance(value, Mapping):
        return dict(_told(value, base_url))
    if isinstance(value, list | tuple):
        return [_in_full(one, base_url) for one in value]
    return paths.absolute(base_url, value) if isinstance(value, SiteAddress) else value


def _told(values: Mapping[str, object], base_url: str) -> Iterator[tuple[str, object]]:
    for key, value in values.items():
        if base_url or not isinstance(value, SiteAddress):
            yield key, _in_full(value, base_url)
