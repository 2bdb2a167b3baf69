"""The objects of a PDF, followed from its root: what acts, what is carried along, what is said.

Only what can be reached is looked at, because only that is published.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

MOST_OBJECTS = 200_000
"""Dictionaries and lists; a report of 300 pages with tagged text has about 50,000."""

_ACTIONS = {
    "/JavaScript": "JavaScript 脚本",
    "/Launch": "启动程序",
    "/SubmitForm": "提交表单",
    "/ImportData": "导入数据",
    "/ResetForm": "清空表单",
    "/GoToR": "打开别的文件",
    "/GoToE": "打开夹着的文件",
    "/Rendition": "播放音像",
    "/RichMediaExecute": "播放音像",
    "/Sound": "播放声音",
    "/Movie": "播放录像",
    "/GoTo3DView": "三维内容",
}
_CARRIED = {
    "/FileAttachment": "文件",
    "/RichMedia": "音像",
    "/Screen": "音像",
    "/Movie": "录像",
    "/Sound": "声音",
    "/3D": "三维内容",
}
_CARRIED_KEYS = {
    "/EmbeddedFiles": "文件",
    "/EF": "文件",
    "/AF": "文件",
    "/Collection": "文件",
    "/XFA": "XFA 表单",
}
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.\-]*)\s*:(?!\d)")
_HARMLESS_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


class TooMany(Exception):
    """More objects than anybody would look through."""


@dataclass(slots=True)
class Held:
    """What a document holds besides its pages."""

    acts: set[str] = field(default_factory=set)
    """What would do something by itself, in Chinese."""
    carried: set[str] = field(default_factory=set)
    """What is no page, in Chinese."""
    texts: set[str] = field(default_factory=set)
    """Notes, values of forms, bookmarks: whatever is said outside the pages."""


def held(root: PdfObject) -> Held:
    """Everything that can be reached from the root. Raises TooMany."""
    found = Held()
    for each in reachable(root):
        if isinstance(each, DictionaryObject):
            _look(each, found)
        elif isinstance(each, TextStringObject) and not each.startswith("D:"):
            found.texts.add(str(each))
    return found


def reachable(root: PdfObject) -> Iterator[PdfObject]:
    """Every dictionary, list and text below an object, each once. Raises TooMany."""
    waiting, seen, number = [root], set[tuple[int, int]](), 0
    while waiting:
        here = waiting.pop()
        if isinstance(here, IndirectObject):
            if (here.idnum, here.generation) in seen:
                continue
            seen.add((here.idnum, here.generation))
            resolved = here.get_object()
            if resolved is not None:
                waiting.append(resolved)
            continue
        yield here
        number += 1
        if number > MOST_OBJECTS:
            raise TooMany
        if isinstance(here, DictionaryObject):
            waiting.extend(dict.values(here))
        elif isinstance(here, ArrayObject):
            waiting.extend(list.__iter__(here))


def _look(one: DictionaryObject, found: Held) -> None:
    kind, subtype = _name(one, "/S"), _name(one, "/Subtype")
    if kind in _ACTIONS and _name(one, "/Type") != "/StructElem":
        found.acts.add(_ACTIONS[kind])
    if "/JS" in one:
        found.acts.add(_ACTIONS["/JavaScript"])
    if one.get("/AA"):
        found.acts.add("自动动作")
    if "/OpenAction" in one and not _only_leads(one["/OpenAction"]):
        found.acts.add("打开时的动作")
    if "/URI" in one and _is_odd(one["/URI"]):
        found.acts.add("指向程序或者本机文件的链接")
    if subtype in _CARRIED and _name(one, "/Type") in ("", "/Annot"):
        found.carried.add(_CARRIED[subtype])
    found.carried.update(what for key, what in _CARRIED_KEYS.items() if one.get(key))
    if isinstance(one, StreamObject) and "/F" in one:
        found.carried.add("放在外面的内容")


def _name(one: DictionaryObject, key: str) -> str:
    value = one.get(key)
    return value if isinstance(value, str) else ""


def _only_leads(action: object) -> bool:
    """Whether what happens on opening is that a page is shown."""
    if isinstance(action, DictionaryObject):
        return _name(action, "/S") == "/GoTo" and "/Next" not in action
    return isinstance(action, ArrayObject | str) or action is None


def _is_odd(address: object) -> bool:
    """Whether an address would do something else than open a page or write a letter."""
    if isinstance(address, DictionaryObject):  # a catalogue says here what addresses begin with
        return False
    text = address.decode("latin-1") if isinstance(address, bytes) else str(address)
    scheme = _SCHEME.match(text)
    return scheme is not None and scheme[1].lower() not in _HARMLESS_SCHEMES
