"""What RFC 4287 and JSON Feed 1.1 demand of a feed, looked for in a file; nothing is repaired."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

NS = "{http://www.w3.org/2005/Atom}"
_TEXT = {"title", "subtitle", "rights", "summary", "content"}
# Element → what it must have once, may have once, may have often (RFC 4287, 4.1.1 and 4.1.2).
_FEED = ({"id", "title", "updated"}, {"subtitle", "generator", "icon", "logo", "rights"})
_ENTRY = ({"id", "title", "updated"}, {"published", "summary", "content", "rights", "source"})
_OFTEN = {"author", "contributor", "category", "link"}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_TAG_URI = re.compile(r"tag:[a-z0-9.-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*")


def atom_problems(raw: bytes) -> list[str]:
    """What is wrong with an Atom feed document; raises ParseError for what is no XML."""
    root = ElementTree.fromstring(raw)
    found = [f"root is {root.tag}"] if root.tag != f"{NS}feed" else []
    found += _children(root, _FEED, {"entry"})
    entries = root.findall(f"{NS}entry")
    for entry in entries:
        found += _children(entry, _ENTRY, set())
        found += _links(entry, needs_alternate=entry.find(f"{NS}content") is None)
        if root.find(f"{NS}author") is None and entry.find(f"{NS}author") is None:
            found.append("no author")
    found += _links(root, needs_alternate=False)
    ids = Counter(one.text for one in root.iter(f"{NS}id"))
    found += [f"twice: {one}" for one, times in ids.items() if times > 1]
    found += [f"no tag URI: {one}" for one in ids if not _TAG_URI.fullmatch(one or "")]
    return found + list(_constructs(root))


def _children(parent: Element, allowed: tuple[set[str], set[str]], more: set[str]) -> list[str]:
    once, at_most_once = allowed
    names = Counter(child.tag.removeprefix(NS) for child in parent)
    found = [f"{name}: {names[name]} times" for name in once if names[name] != 1]
    found += [f"{name}: {names[name]} times" for name in at_most_once if names[name] > 1]
    unknown = names.keys() - once - at_most_once - more - _OFTEN
    return found + [f"unknown: {name}" for name in unknown]


def _links(parent: Element, *, needs_alternate: bool) -> Iterator[str]:
    links = parent.findall(f"{NS}link")
    kinds = Counter(
        (one.get("rel", "alternate"), one.get("type"), one.get("hreflang")) for one in links
    )
    yield from (f"link without href: {one.attrib}" for one in links if not one.get("href"))
    yield from (f"links alike: {kind}" for kind, times in kinds.items() if times > 1)
    if needs_alternate and not any(one.get("rel", "alternate") == "alternate" for one in links):
        yield "no alternate link"


def _constructs(root: Element) -> Iterator[str]:
    for one in root.iter():
        name = one.tag.removeprefix(NS)
        if name in _TEXT and (one.get("type", "text") != "text" or len(one)):
            yield f"{name} is no plain text"
        if name in {"updated", "published"} and not is_moment(one.text):
            yield f"{name} is no moment: {one.text}"
        if name == "author" and not (one.findtext(f"{NS}name") or "").strip():
            yield "author without a name"
        if name == "category" and not one.get("term"):
            yield "category without a term"
        if name == "title" and not (one.text or "").strip():
            yield "title is empty"


def is_moment(text: object) -> bool:
    """Whether it is a date and time of RFC 3339 that exists."""
    if not isinstance(text, str) or not _MOMENT.fullmatch(text):
        return False
    datetime.fromisoformat(text)
    return True


_JSON_TYPES: dict[str, type] = {
    "version": str, "title": str, "home_page_url": str, "feed_url": str, "description": str,
    "language": str, "authors": list, "items": list,
}  # fmt: skip
_ITEM_TYPES: dict[str, type] = {
    "id": str, "url": str, "title": str, "content_text": str, "date_published": str, "tags": list,
}  # fmt: skip


def json_problems(raw: bytes) -> list[str]:
    """What is wrong with a JSON Feed; raises ValueError for what is no JSON."""
    feed: dict[str, Any] = json.loads(raw)
    found = _typed(feed, _JSON_TYPES, {"version", "title", "items"})
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        found.append("version")
    for item in feed["items"]:
        found += _typed(item, _ITEM_TYPES, {"id", "content_text"})
        found += [] if is_moment(item["date_published"]) else ["date_published"]
    ids = Counter(item["id"] for item in feed["items"])
    found += [f"twice: {one}" for one, times in ids.items() if times > 1]
    return found if all("name" in one for one in feed["authors"]) else [*found, "author"]


def _typed(value: dict[str, Any], types: dict[str, type], needed: set[str]) -> list[str]:
    found = [f"missing: {name}" for name in needed - value.keys()]
    found += [f"unknown: {name}" for name in value.keys() - types.keys()]
    return found + [
        f"{name}: {one!r}"
        for name, one in value.items()
        if not isinstance(one, types.get(name, object))
    ]
