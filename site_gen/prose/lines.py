"""Lines as people type them → lines that the parser reads the same way.

Lists without a blank line before them, sub-lists indented by two, three or four spaces, and
``1、`` or ``（一）`` at the beginning of a line mean what they look like.
"""

import re

STEP = 2
"""Spaces that one level of a list is indented by, as the parser wants it."""

_ITEM = re.compile(r"(?P<indent>\s*)(?:[-*+]|\d+\.)\s+\S")
_STARTS_LIST = re.compile(r"(?:[-*+]|1\.)\s+\S")
_ENUMERATED = re.compile(
    r"\s*(?:\d+[、．)）]|[（(](?:[一二三四五六七八九十]+|\d+)[)）]|[一二三四五六七八九十]+、|[①-⑳])"
)


def tidied(lines: list[str]) -> list[str]:
    """The lines with lists set off and levelled, and breaks where an enumeration goes on."""
    return _levelled(_set_off(lines))


def _set_off(lines: list[str]) -> list[str]:
    tidy: list[str] = []
    for line in lines:
        previous = tidy[-1] if tidy else ""
        if previous.strip() and _begins_block(line, previous):
            tidy.append("")
        elif previous.strip() and _ENUMERATED.match(line):
            tidy[-1] = f"{previous.rstrip()}  "
        tidy.append(line)
    return tidy


def _begins_block(line: str, previous: str) -> bool:
    if _STARTS_LIST.match(line):
        return not (_ITEM.match(previous) or previous.startswith((" ", ">")))
    return line.startswith("|") and not previous.startswith("|")


def _levelled(lines: list[str]) -> list[str]:
    """Items and what continues them, indented by their level and nothing else."""
    open_items: list[int] = []
    levelled: list[str] = []
    for line in lines:
        text = line.lstrip(" ")
        indent = len(line) - len(text)
        is_item = _ITEM.match(line) is not None
        if text and (is_item or indent or not (levelled and levelled[-1])):
            open_items = _still_open(open_items, indent, STEP if is_item else 1)
        if text and open_items and not is_item and not indent:
            levelled.append(line)
            continue
        levelled.append(" " * STEP * len(open_items) + text if text else "")
        if is_item:
            open_items.append(indent)
    return levelled


def _still_open(items: list[int], indent: int, step: int) -> list[int]:
    """The items that a line with this indentation still belongs to."""
    return [item for item in items if item + step <= indent]
