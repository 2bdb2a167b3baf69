"""Every place of every kind of record that takes text, found in the models and tables themselves.

A field is offered each payload in each shape that fields have (bare, as a link, by language, as a
name of a count …) and asked with its own reader; a new kind, field or action joins by itself.
What a place is called says where it stands: ``session.source.title``, ``event.reply.mode``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from site_gen.findings import Where
from site_gen.records.actions import ACTIONS, RESULT_OPTIONAL, RESULT_PARTS, ActionRule
from site_gen.records.kinds import ItemKind, Kind
from site_gen.records.model import Part, reads_of
from site_gen.records.reading import Refused
from site_gen.records.text import Text, TextList, TextMap
from site_gen.vocabulary import Word, progress, settings
from site_gen.vocabulary.fields import field as row_of
from site_gen.vocabulary.fields import fields_of
from site_gen.vocabulary.progress import Action, Result, Stage

Tree = Any
"""Maps, lists and texts of a head, as YAML has them; a :class:`Placed` is a payload."""
UNIT = "某局"
_WORDS = tuple(
    word.term
    for module in (progress, settings)
    for words in vars(module).values()
    if isinstance(words, type) and issubclass(words, Word)
    for word in words
)
_PLAIN = (UNIT, "2024-03-01", "12", "建议1", "未定", "12个", "2024-03-01 答复", *_WORDS)
"""Harmless texts, of which the first that a reader takes fills what must be filled."""
CHOSEN: Mapping[str, Tree] = {
    "site.name": "协商公示",
    "site.base_url": "https://a.example/x/",
    "site.minimum_n": "3",
    "session.held": "2024-01-02",
    "session.state": "延期",
    "session.reason": "下雨",
    "source.nature": "本单位",
    "source.title": "一份报告",
    "review.date": "2024-01-02",
    "case.date": "2024-01-02",
    "figure.value": "3",
    "figure.period": "2024",
    "figure.metric": "协商活动",
    "figure.unit": "场次",
    "topic.key": "k",
    "region.name": "某县",
    "unit.name": "另一个局",
    "platform.name": "某平台",
    "platform.level": "村",
}
"""What stands in a field that refuses the payload, where checks ask for something there."""
LATER = frozenset({"taken_down"})
"""Hides all else of a record, so it stands in records of its own."""


class Placed(str):
    """A payload in a place."""

    __slots__ = ("place",)
    place: str

    def __new__(cls, text: str, place: str) -> "Placed":
        value = super().__new__(cls, text)
        value.place = place
        return value


@dataclass(frozen=True)
class Filler:
    """Fills records with one payload; ``refused`` are the places that a check would not have."""

    payload: str
    refused: frozenset[str] = frozenset()
    unread: set[str] = field(default_factory=set, compare=False)
    """Filled with the places whose readers took no shape of the payload."""

    def head(self, kind: Kind) -> dict[str, Tree]:
        """The head of a record with the payload wherever it goes."""
        return self._part(kind.model, kind.key)

    def taken_down(self, kind: Kind) -> dict[str, Tree]:
        """A head that says no more than it must, and why it was taken down."""
        plain_head = replace(self, payload="").head(kind)
        named = {"名称": "撤下的"} if "名称" in plain_head else {}
        return (
            plain_head
            | named
            | self._field(kind.model, f"{kind.key} taken down", "record", "taken_down")
        )

    def entry(self, kind: Kind, key: str) -> dict[str, Tree]:
        """An entry of a list that the head of a kind has."""
        part = part_of(kind.model.model_fields[key])
        return self._part(part, f"{kind.key}.{key}") if part else {}

    def fields(self, item: ItemKind) -> dict[str, Tree]:
        """The fields of an item."""
        return self._part(item.model, item.key)

    def _part(self, model: type[Part], at: str) -> dict[str, Tree]:
        found: dict[str, Tree] = {}
        for row in fields_of(*model.owners):
            if row.key in model.model_fields and row.key not in LATER:
                found |= self._field(model, at, row.owner, row.key)
        return found

    def _field(self, model: type[Part], at: str, owner: str, key: str) -> dict[str, Tree]:
        label, info, place = row_of(owner, key).label, model.model_fields[key], f"{at}.{key}"
        part = part_of(info)
        if part is not None:
            if not self.payload and not info.is_required():
                return {}
            inside = self._part(part, place)
            return {label: [inside] if _is_list(info) else inside} if inside else {}
        reader = reads_of(info).reader
        value = self.value(reader, place)
        if value is None:
            value = CHOSEN.get(f"{owner}.{key}", plain(reader) if info.is_required() else None)
        return {} if value is None else {label: value}

    def value(self, reader: Callable[..., Any], place: str) -> Tree:
        """The payload in the richest shape that the reader takes; None where it takes none."""
        shapes = [shape for shape in self._shapes(place) if takes(reader, shape)]
        if self.payload and not shapes:
            self.unread.add(place)
        return next((shape for shape in shapes if not places(shape) & self.refused), None)

    def _shapes(self, place: str) -> Iterator[Tree]:
        if not self.payload:
            return
        text = f"{self.payload}旧" if place.endswith("former_names") else self.payload
        link = f"![{text}](jungong.png)、[{text}](https://a.example/)、{text}"
        yield {
            "zh-Hans": Placed(text, f"{place}.zh-Hans"),
            "bo": Placed(text, f"{place}.bo"),
        }
        yield {"zh-Hans": "石桥", "bo": Placed(text, f"{place}.bo")}
        yield {Placed(text, f"{place} name"): "3"}
        if place.endswith(("evidence", "document")):
            yield Placed(link, f"{place} links")
        yield Placed(text, place)
        if place.endswith("url"):
            yield Placed(f"https://a.example/{text}", f"{place} address")


def plain(reader: Callable[..., Any]) -> str:
    """A harmless text that a reader takes."""
    return next(text for text in _PLAIN if takes(reader, text))


def takes(reader: Callable[..., Any], value: Tree) -> bool:
    """Whether a reader takes a value."""
    try:
        reader(_written(value), [].append)
    except Refused:
        return False
    return True


def _written(value: Tree) -> object:
    """A value as the reader of files hands it over."""
    where = Where("x.yaml")
    if isinstance(value, Mapping):
        items = {str(key): _written(each) for key, each in value.items()}
        return TextMap(items, where, dict.fromkeys(items, where))
    if isinstance(value, list):
        return TextList([_written(each) for each in value], where)
    return Text(str(value).strip(), where)


def places(value: Tree) -> frozenset[str]:
    if isinstance(value, Mapping):
        both = (*value.keys(), *value.values())
        return frozenset().union(*(places(each) for each in both))
    return frozenset({value.place}) if isinstance(value, Placed) else frozenset()


def part_of(info: FieldInfo) -> type[Part] | None:
    """The model of a nested map, or of the entries of a list."""
    for one in (info.annotation, *get_args(info.annotation)):
        if isinstance(one, type) and issubclass(one, Part):
            return one
    return None


def _is_list(info: FieldInfo) -> bool:
    return Ellipsis in get_args(info.annotation)


_BEFORE: Mapping[Stage, Sequence[str]] = {
    Stage.RAISED: (),
    Stage.ASSIGNED: (f"2024-01-03 交办：{UNIT}；期限：2024-02-01",),
    Stage.REPLIED: (f"2024-01-03 交办：{UNIT}", "2024-01-04 答复：好", "2024-01-05 督办：县政协"),
    Stage.CLOSED: (
        f"2024-01-03 交办：{UNIT}",
        "2024-01-04 办结：暂难解决；原因：没有",
        "2024-01-05 督办：县政协",
    ),
}
"""What brings an item to a stage."""


@dataclass(frozen=True)
class Line:
    """One event line with what must come before it."""

    before: Sequence[str]
    start: str
    parts: Sequence[tuple[str, str]]
    """Text before a value, and the value."""


@cache
def _results() -> Mapping[Result, tuple[str, ...]]:
    return {result: (*RESULT_PARTS[result], *RESULT_OPTIONAL) for result in RESULT_PARTS}


def lines(filler: Filler) -> Iterator[Line]:
    """Every action with the payload in its content and in every part of it."""
    for rule in ACTIONS:
        if rule.action is Action.CLOSED:
            yield from (_line(filler, rule, result) for result in Result)
        else:
            yield _line(filler, rule)


def _line(filler: Filler, rule: ActionRule, result: Result | None = None) -> Line:
    stage = next(stage for stage in _BEFORE if stage in rule.stages)
    found: list[tuple[str, str]] = []
    at = f"event.{rule.action.value}" + (f".{result.value}" if result else "")
    if result is not None:
        found.append(("：", result.term))
    elif rule.content is not None:
        value = filler.value(rule.content, at)
        if value is not None or rule.content_required:
            found.append(("：", value if isinstance(value, str) else plain(rule.content)))
    for part in rule.parts:
        if result is not None and part.key not in _results()[result]:
            continue
        must = part.required or (result is not None and part.key in RESULT_PARTS[result])
        value = filler.value(part.reader, f"{at}.{part.key}")
        if isinstance(value, str):
            found.append((f"；{part.label}：", value))
        elif must:
            found.append((f"；{part.label}：", plain(part.reader)))
    return Line(_BEFORE[stage], f"2024-03-01 {rule.action.term}", found)
