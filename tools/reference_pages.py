"""Write docs/events.md and docs/fields.md: the event table, every key, every word of a list.

Both are made from the tables that the reader and the checks themselves use and from nothing else,
so that they cannot say what the program does not; a test compares them with what would be written
now.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from inspect import getmembers, isclass
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import get_args

from pydantic.fields import FieldInfo

from site_gen.lifecycle.reference import MUST, action_table, result_table
from site_gen.records.kinds import Kind, Notation
from site_gen.records.model import Part, reads_of
from site_gen.records.table import KINDS
from site_gen.vocabulary import Word, progress, settings
from site_gen.vocabulary.fields import Field, fields_of

ROOT = Path(__file__).resolve().parent.parent
DOCS = Path("docs")

EVENTS = """\
# 动作表

一行写一件发生的事：`- 日期 动作：内容；键：值`。带 ✱ 的必须写。

这一页由程序生成（`make docs`），与检查用的是同一张表。怎么写一份记录，见 [format.md](format.md)。
"""

FIELDS = """\
# 每个键和每个词

先是每种记录的键，再是只能从中选一个的词。带 ✱ 的必须写。

动作、结果和评价的用词见 [events.md](events.md)。英文的键也认得，`site-gen fmt` 会改成中文。

这一页由程序生成（`make docs`），与检查用的是同一张表。怎么写一份记录，见 [format.md](format.md)。
"""

EVENT_WORDS: tuple[type[Word], ...] = (progress.Verdict, progress.Rating, progress.Cause)
"""The lists of words that belong to single actions, shown below the event table."""
ELSEWHERE = frozenset(
    {progress.Action, progress.Stage, progress.Result, settings.RegionLevel, *EVENT_WORDS}
)
"""Lists that the event page shows, or that nobody writes."""

NOTATIONS: Mapping[Notation, str] = {
    Notation.DOCUMENT: "Markdown，开头是键",
    Notation.MAP: "YAML，一行一个键",
    Notation.LIST: "YAML，一行一条",
}


def main() -> int:
    """Write both pages of this checkout."""
    for name, page in pages().items():
        (ROOT / DOCS / name).write_text(page, encoding="utf-8")
    return 0


def pages() -> dict[str, str]:
    """Both pages by file name."""
    return {"events.md": events_page(), "fields.md": fields_page()}


def events_page() -> str:
    """The event table, what a result must carry, and the stages."""
    parts = [
        EVENTS,
        table(("动作", "键", "意思", "内容", "其他键", "什么阶段可以写", "之后"), _actions()),
    ]
    parts += ["## 办结的结果\n", table(("结果", "键", "意思", "必须写"), _results())]
    parts += ["## 阶段\n", "阶段由动作得出，从来不写。\n", words(progress.Stage)]
    for listed in EVENT_WORDS:
        parts += [f"## {listed.heading()}\n", words(listed)]
    return "\n".join(parts)


def _actions() -> Iterator[Sequence[str]]:
    for row in action_table():
        word = row.action
        yield (word.term, f"`{word.value}`", word.definition, row.content,
               "、".join(row.parts), row.when, row.then)  # fmt: skip


def _results() -> Iterator[Sequence[str]]:
    for row in result_table():
        result = row.result
        yield result.term, f"`{result.value}`", result.definition, "、".join(row.parts)


def fields_page() -> str:
    """Every kind of record with its keys, then every closed list of words."""
    parts = [FIELDS]
    shown: list[type[Part]] = []
    for kind in KINDS:
        parts += [f"## {kind.term}\n", f"`{kind.pattern}`（{NOTATIONS[kind.notation]}）\n"]
        parts += _models(kind, shown)
    parts.append("## 只能从中选的词\n")
    for listed in (*closed_lists(settings), *closed_lists(progress)):
        if listed in ELSEWHERE:
            continue
        parts += [f"### {listed.heading()}\n", words(listed)]
    return "\n".join(parts)


def _models(kind: Kind, shown: list[type[Part]]) -> Iterator[str]:
    """The head of a kind, its items, and what is nested in them, each the first time it is met."""
    heads: list[tuple[str, type[Part]]] = [(f"{kind.term}的头部" * bool(kind.items), kind.model)]
    heads += [(f"`## {item.term}N` 下面的键", item.model) for item in kind.items]
    for title, model in heads:
        if title:
            yield f"### {title}\n"
        yield keys(model)
        yield from _within(model, shown)


def _within(model: type[Part], shown: list[type[Part]]) -> Iterator[str]:
    """What is nested in a model, however deep, each the first time it is met."""
    for label, inner in _nested(model):
        if inner not in shown:
            shown.append(inner)
            yield f"### “{label}”里面\n"
            yield keys(inner)
            yield from _within(inner, shown)


def keys(model: type[Part]) -> str:
    """The keys of a model as a table."""
    rows = [_key(row, model.model_fields[row.key]) for row in fields_of(*model.owners)]
    return table(("键", "英文", "写什么", "说明"), rows)


def _key(row: Field, info: FieldInfo) -> Sequence[str]:
    must = MUST if info.is_required() else ""
    plain = f"网页上：{row.plain}" if row.plain != row.label else ""
    said = "；".join(text for text in (row.definition, plain) if text)
    return row.label + must, f"`{row.key}`", written(info), said


def written(info: FieldInfo) -> str:
    """What may be written for a key."""
    inner = part_of(info)
    if inner is not None:
        return "见下" if not inner.plain_value else "文字，或者几个键，见下"
    said: str = reads_of(info).schema["description"]
    return said


def part_of(info: FieldInfo) -> type[Part] | None:
    """The model of what is nested in a key, if anything is."""
    kinds = [info.annotation, *get_args(info.annotation)]
    return next((kind for kind in kinds if isclass(kind) and issubclass(kind, Part)), None)


def _nested(model: type[Part]) -> Iterator[tuple[str, type[Part]]]:
    for row in fields_of(*model.owners):
        inner = part_of(model.model_fields[row.key])
        if inner is not None:
            yield row.label, inner


def closed_lists(module: ModuleType) -> list[type[Word]]:
    """The lists of words that a module defines, in its order."""
    found = [
        value
        for _, value in getmembers(module, isclass)
        if issubclass(value, Word) and value.__module__ == module.__name__
    ]
    order = list(vars(module))
    return sorted(found, key=lambda value: order.index(value.__name__))


def words(listed: type[Word]) -> str:
    """A closed list as a table."""
    rows = [
        (
            word.term,
            f"`{word.value}`",
            "" if word.plain == word.term else word.plain,
            word.definition,
        )
        for word in listed
    ]
    return table(("词", "英文", "大白话", "意思"), rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; columns that are empty throughout are left out."""
    body = [tuple(cell.replace("|", "\\|") for cell in row) for row in rows]
    kept = [number for number in range(len(head)) if any(row[number] for row in body)]
    lines = chain([tuple(head), tuple("---" for _ in head)], body)
    return "".join(f"| {' | '.join(line[n] for n in kept)} |\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
