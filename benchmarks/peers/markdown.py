"""Plain values → Markdown, as somebody would write such a page by hand.

Lists of links, facts as bold words, histories as lists of dated steps, tables as tables.
"""

import re
from collections.abc import Callable, Iterator

from benchmarks.peers.plain import Corpus, Leaf, Plain

Link = Callable[[str], str]
"""Address → what to write into the brackets of a link; empty where there is no such page."""

PICTURE = re.compile(r"\]\(([\w-]+\.png)\)")
UNTITLED = frozenset({"address", "anchor", "kind", "number", "official", "url", "title", "name"})


def page(leaf: Leaf, corpus: Corpus, link: Link) -> str:
    """The body of a whole page below its title, the prose at the end."""
    values = {key: value for key, value in leaf.values.items() if key != "region"}
    return "\n".join((*blocks(values, link, 2), "", *prose(leaf, corpus, link)))


def prose(leaf: Leaf, corpus: Corpus, link: Link) -> Iterator[str]:
    """The prose of the record; its pictures lie in the folder of its region."""

    def attached(found: re.Match[str]) -> str:
        return f"]({link(corpus.pictures.get((leaf.region, found[1]), ''))})"

    for passage in leaf.prose:
        yield PICTURE.sub(attached, passage)
        yield ""


def blocks(value: Plain, link: Link, level: int) -> Iterator[str]:
    """Lines of Markdown for any value; ``level`` is that of the next heading."""
    if isinstance(value, list):
        yield from _list(value, link, level)
    elif isinstance(value, dict):
        yield from _block(value, link, level)
    elif value is not None:
        yield from (str(value), "")


def _list(values: list[Plain], link: Link, level: int) -> Iterator[str]:
    if all(isinstance(value, str) for value in values):
        yield from (" · ".join(map(str, values)), "")
        return
    rows = [value for value in values if isinstance(value, list)]
    if rows and len(rows) == len(values):
        yield from _table(rows, link)
        return
    for value in values:
        yield from blocks(value, link, level)
    yield ""


def _table(rows: list[list[Plain]], link: Link) -> Iterator[str]:
    width = max(len(row) for row in rows)
    yield from ("", "|" + " |" * width, "|" + "---|" * width)
    for row in rows:
        yield "| " + " | ".join(inline(cell, link) for cell in row) + " |"
    yield ""


def _block(value: dict[str, Plain], link: Link, level: int) -> Iterator[str]:
    if "steps" in value:
        yield from card(value, link, level)
    elif "label" in value:
        yield f"- **{value['label']}**：{_fact(value, link)}"
    elif "address" in value or "text" in value or "url" in value:
        yield f"- {inline(value, link)}"
    else:
        heading = value.get("title") or value.get("name") or value.get("region")
        if isinstance(heading, str):
            yield from ("", f"{'#' * min(level, 5)} {heading}", "")
        for key, inner in value.items():
            if key not in UNTITLED:
                yield from blocks(inner, link, level + 1)


def _fact(value: dict[str, Plain], link: Link) -> str:
    inner = value.get("value", value.get("shown", ""))
    cells = inner if isinstance(inner, list) else [inner]
    words = "、".join(inline(cell, link) for cell in cells)
    target = link(_address(value))
    unit = f"{words} {value.get('unit', '')}".strip()
    return f"[{unit}]({target})" if target and unit else unit


def inline(value: Plain, link: Link) -> str:
    """A value within a line: a link with its tags, notes and date."""
    if isinstance(value, list):
        return "、".join(inline(inner, link) for inner in value)
    if not isinstance(value, dict):
        return str(value if value is not None else "")
    words = str(value.get("title") or value.get("text") or value.get("label") or "")
    target = link(_address(value))
    shown = f"[{words}]({target})" if target and words else words
    asides = (value.get(key) for key in ("tags", "detail", "context", "facts", "date", "note"))
    return "，".join(filter(None, (shown, *(inline(aside, link) for aside in asides if aside))))


def _address(value: dict[str, Plain]) -> str:
    address = value.get("address", "")
    return address if isinstance(address, str) else ""


def card(value: dict[str, Plain], link: Link, level: int) -> Iterator[str]:
    """One item: where it stands, who says what, its facts, its history."""
    anchor = f" {{#{value['anchor']}}}" if value.get("anchor") else ""
    number = f"{value.get('kind', '')}{value.get('number', '')}"
    yield from ("", f"{'#' * level} {number} {value.get('title', '')}{anchor}", "")
    for key in ("tags", "notes"):
        if value.get(key):
            yield from (f"**{inline(value[key], link)}**", "")
    voices = value.get("voices")
    if isinstance(voices, dict):
        names = {"unit": "单位怎么说", "people": "群众怎么看", "lookback": "回头看怎样"}
        yield from (f"- **{names[key]}**：{_said(said, link)}" for key, said in voices.items())
        yield ""
    yield from blocks(value.get("facts"), link, level + 1)
    yield from ("", f"{'#' * (level + 1)} 办理经过", "")
    steps = value.get("steps")
    for step in steps if isinstance(steps, list) else ():
        yield from _step(step, link)


def _said(value: Plain, link: Link) -> str:
    if not isinstance(value, dict):
        return ""
    parts = (value.get(key) for key in ("text", "notes", "date", "who"))
    return "，".join(inline(part, link) for part in parts if part)


def _step(value: Plain, link: Link) -> Iterator[str]:
    if not isinstance(value, dict):
        return
    official = f"（{value['official']}）" if value.get("official") else ""
    yield f"1. **{value.get('date', '')}** {value.get('title', '')}{official}"
    if value.get("text"):
        yield f"    {value['text']}"
    for key in ("facts", "evidence"):
        inner = value.get(key)
        for one in inner if isinstance(inner, list) else ():
            yield f"    - {_aside(one, link)}"


def _aside(value: Plain, link: Link) -> str:
    if not isinstance(value, dict):
        return inline(value, link)
    if value.get("kind") == "picture":
        return f"![{value.get('text', '')}]({link(_address(value))})"
    return f"{value['label']}：{_fact(value, link)}" if "label" in value else inline(value, link)
