"""Written keys → the keys of a model: Chinese or English, known, each once.

The outcome is what the model validates: plain maps with English keys, the place
of each map and of each of its keys. Free maps stay as they were written.
"""

from difflib import get_close_matches
from typing import Any

from site_gen.findings import Edit, Where, value_rules
from site_gen.findings import key_rules as rules
from site_gen.records.model import Part
from site_gen.records.reading import Report
from site_gen.records.text import Text, TextList, TextMap
from site_gen.source.scalars import twin_form
from site_gen.source.shapes import Entry, Shape, shape_of

_LONGEST_SLIP = 20
"""Characters over which no key is a misspelt one."""


def model_input(value: TextMap, model: type[Part], report: Report) -> dict[str, Any]:
    """The map as ``model`` takes it; what it does not take is reported and left out."""
    shape = shape_of(model)
    found: dict[str, Any] = {}
    keys_at: dict[str, Where] = {}
    meant: dict[str, Where] = {}
    for written, where in value.keys_at.items():
        entry = _entry(written, where, shape, report)
        if entry is None:
            meant |= {shape.by_form[form].key: where for form in _close(written, shape)}
            continue
        if entry.key in keys_at:
            first = keys_at[entry.key].line
            report(rules.KEY_TWICE.at(where, key=written, first=first, second=where.line))
            continue
        _notice(written, where, entry, report)
        keys_at[entry.key] = where
        if written in value:
            inner = _inside(value[written], entry, report)
            if inner is not None:
                found[entry.key] = inner
    return {**found, "where": value.where, "keys_at": {**meant, **keys_at}}


def _entry(written: str, where: Where, shape: Shape, report: Report) -> Entry | None:
    entry = shape.by_form.get(written)
    if entry is not None:
        return entry
    plain = twin_form(written)
    entry = shape.by_form.get(plain)
    if entry is None:
        report(rules.KEY_UNKNOWN.at(where, key=written, advice=_advice(plain, shape)))
    elif _hides(written, plain):
        report(rules.KEY_INVISIBLE.at(where, key=entry.label))
    return entry


def _hides(written: str, plain: str) -> bool:
    """Whether a key has characters in it that nobody sees."""
    return len("".join(written.split())) > len(plain)


def _notice(written: str, where: Where, entry: Entry, report: Report) -> None:
    """Report a key that is written in another form than its label."""
    if written != entry.label and not _hides(written, twin_form(written)):
        edit = Edit(where, written, entry.label)
        report(rules.KEY_SLIP.at(where, edit, key=written, canonical=entry.label))


def _advice(written: str, shape: Shape) -> str:
    close = _close(written, shape)
    if close:
        return f"是不是想写“{close[0]}”"
    if not shape.labels:
        return "这里只写办理经过，每件事写成“- 日期 动作：内容”"
    return "可以用的键：" + "、".join(shape.labels.values())


def _close(written: str, shape: Shape) -> list[str]:
    """The form that a misspelt key is most like, if any."""
    if len(written) > _LONGEST_SLIP:
        return []
    return get_close_matches(twin_form(written), shape.labels_and_keys, n=1, cutoff=0.5)


def _inside(value: object, entry: Entry, report: Report) -> Any:
    if entry.part is None:
        return value
    if not entry.many:
        return _map(value, entry.part, report)
    if not isinstance(value, TextList):
        report(value_rules.LIST_EXPECTED.at(_place(value)))
        return None
    maps = [_map(one, entry.part, report) for one in value]
    return tuple(one for one in maps if one is not None)


def _map(value: object, part: type[Part], report: Report) -> dict[str, Any] | None:
    if isinstance(value, Text) and part.plain_value:
        label = shape_of(part).labels[part.plain_value]
        value = TextMap({label: value}, value.where, {label: value.where})
    if isinstance(value, TextMap):
        return model_input(value, part, report)
    example = "{" + "，".join(f"{label}: …" for label in list(shape_of(part).labels.values())[:1])
    report(value_rules.MAP_EXPECTED.at(_place(value), example=example + "}"))
    return None


def _place(value: Any) -> Where:
    where: Where = value.where
    return where
