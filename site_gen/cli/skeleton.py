"""An empty record of any kind, as a clerk fills it in: the keys it needs, the rest as comments.

Everything comes from the models and the vocabulary, so a new kind or key needs nothing here. A
value that only a person knows is left empty; the check then says so until it is filled in.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import get_args

from pydantic.fields import FieldInfo

from site_gen.records.kinds import Kind, Notation
from site_gen.records.model import Part
from site_gen.records.reading import Reads
from site_gen.vocabulary.fields import Field, fields_of

_OPTIONAL = "# 下面的都可以不写。要写哪一行，就删掉行首的“# ”，填上内容："
_ASKED: Mapping[str, str] = {"region": "code", "figure": "as_of"}
"""Owner → a key that the checks ask for and the model does not; a region's goes before its name."""
_ITEMS = """\
# 正文写在两行“---”下面，每一条一个标题，每件事一行，例如：
# ## {term}1 修复三组至五组1.8公里破损路面
# - 2023-05-20 交办：县交通运输局；期限：2023-08-20
# - 2023-08-18 答复：年内分两段修完；方式：走访"""
_HISTORY = """\
# 经过写在最后的“办理”下面，每件事一行，例如：
# - 2023-05-20 立案
# - 2023-05-28 交办：县交通运输局；期限：2023-08-20"""


def skeleton(kind: Kind, today: date) -> str:
    """The text of a new record, dated ``today`` where its kind lies in year folders."""
    given = {kind.dated: today.isoformat()} if kind.by_year else {}
    primary = [line for row in _needed(kind) for line in _key(kind.model, row, given)]
    rest = [f"# {row.label}:{_advice(kind.model, row)}" for row in _optional(kind)]
    head = [*primary, *([_OPTIONAL, *rest] if rest else []), *_example(kind)]
    if kind.notation is Notation.LIST:
        first, *others = head
        head = [f"- {first}", *(f"  {line}" for line in others)]
    if kind.notation is Notation.DOCUMENT:
        head = ["---", *head, "---", ""]
    if kind.history is not None:
        head += ["## 办理", "", f"- {today.isoformat()} 提出"]
    return "\n".join(head) + "\n"


def _needed(kind: Kind) -> Iterator[Field]:
    """The keys that are written out: those the model requires, and title and date."""
    known = {_ASKED.get(kind.key, kind.title), kind.dated if kind.by_year else ""}
    for row in fields_of(*kind.model.owners):
        if row.key in known or _is_required(kind.model, row):
            yield row


def _optional(kind: Kind) -> Iterator[Field]:
    needed = set(_needed(kind))
    return (
        row
        for row in fields_of(*kind.model.owners)
        if row not in needed and row.key in kind.model.model_fields
    )


def _is_required(model: type[Part], row: Field) -> bool:
    field = model.model_fields.get(row.key)
    return _ASKED.get(row.owner) == row.key or (field is not None and field.is_required())


def _key(model: type[Part], row: Field, given: dict[str, str]) -> list[str]:
    """A key to fill in; below one that holds a list of entries, the keys of the first entry."""
    entry = _entry_of(model.model_fields[row.key])
    if entry is None:
        words = _words(model.model_fields[row.key])
        told = [f"# 可以写：{words}"] if words else []
        return [*told, f"{row.label}:{' ' if row.key in given else ''}{given.get(row.key, '')}"]
    rows = [each for each in fields_of(*entry.owners) if _is_required(entry, each)]
    return [f"{row.label}:", *_entry(f"{each.label}:" for each in rows)]


def _entry(lines: Iterable[str]) -> Iterator[str]:
    """Lines as one entry of a list."""
    return (f"{'    ' if number else '  - '}{line}" for number, line in enumerate(lines))


def _entry_of(field: FieldInfo) -> type[Part] | None:
    """The model of the entries of a list, None for a field that is no list of parts."""
    inside = get_args(field.annotation)
    is_part = bool(inside) and isinstance(inside[0], type) and issubclass(inside[0], Part)
    return inside[0] if is_part and Ellipsis in inside else None


def _advice(model: type[Part], row: Field) -> str:
    """What stands behind an optional key, to be replaced: what may be written, what it means."""
    plain = row.plain if row.plain != row.label else ""
    meaning = row.definition or plain
    shape = _shape(model.model_fields[row.key])
    return f"{shape and ' '}{shape}{meaning and f' （{meaning}）'}"


def _words(field: FieldInfo) -> str:
    """The words of a closed list; empty for a key that takes anything else."""
    words = [word for one in field.metadata if isinstance(one, Reads) for word in one.words]
    return " / ".join(word.term for word in words)


def _shape(field: FieldInfo) -> str:
    """The words of a closed list, or the keys of a map."""
    parts = [
        one
        for one in (field.annotation, *get_args(field.annotation))
        if isinstance(one, type) and issubclass(one, Part)
    ]
    keys = "、".join(row.label for part in parts for row in fields_of(*part.owners))
    return f"{{{keys.replace('、', ': …, ')}: …}}" if keys else _words(field)


def _example(kind: Kind) -> list[str]:
    """How the body of a document with events is written, as comments."""
    if kind.history is not None:
        return _HISTORY.split("\n")
    return _ITEMS.format(term=kind.items[0].term).split("\n") if kind.items else []
