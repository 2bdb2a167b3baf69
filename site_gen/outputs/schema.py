"""Kinds of records → JSON Schema of their heads and lists, and the settings that tell an editor.

Everything comes from the models and the vocabulary, so a new kind or key needs nothing here. Bodies
of documents are not YAML and not in it. The schemas help while writing; what is right or wrong with
a record is for the checks.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from site_gen.records.kinds import Kind, Notation
from site_gen.records.model import Part, reads_of
from site_gen.records.table import KINDS
from site_gen.records.written import Schema
from site_gen.source.shapes import Entry, shape_of
from site_gen.vocabulary import Word
from site_gen.vocabulary.fields import Field, fields_of

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_SCALAR_WORDS = ("pattern", "minimum", "maximum")
_NOTATIONS: Mapping[Notation, str] = {
    Notation.DOCUMENT: "Markdown 文件两行 `---` 之间的头部",
    Notation.MAP: "YAML 文件，一行一个键",
    Notation.LIST: "YAML 文件，一行一条",
}


def all_schemas(kinds: Iterable[Kind] = KINDS) -> Schema:
    """One document with the schemas of all kinds, each under its key."""
    return {
        "$schema": DRAFT,
        "title": "每种记录怎么写",
        "$defs": {kind.key: schema_of(kind) for kind in kinds},
    }


def schema_files(kinds: Iterable[Kind] = KINDS) -> dict[str, str]:
    """File name → text, one file a kind."""
    return {_file(kind): as_text(schema_of(kind)) for kind in kinds}


def editor_settings(folder: str, kinds: Iterable[Kind] = KINDS) -> str:
    """The settings of an editor: which schema below ``folder`` is for which YAML files.

    The names of the settings are those of the YAML extension of VS Code; only the schemas named
    here are used, none from elsewhere.
    """
    mapping = {
        f"{folder}/{_file(kind)}": [f"**/{re.sub('<[^>]+>', '*', kind.pattern)}"]
        for kind in kinds
        if kind.notation is not Notation.DOCUMENT
    }
    return as_text({"yaml.schemaStore.enable": False, "yaml.schemas": mapping})


def as_text(value: object) -> str:
    """JSON as it is written down: readable, the same every time."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def schema_of(kind: Kind) -> Schema:
    """What the head of a document, the map of a file, or its list of entries may say."""
    listed = kind.notation is Notation.LIST
    entry = _object(kind.model, "#/items" if listed else "#")
    inner = {_name(part): _object(part, _place(part)) for part in _below(kind.model)}
    return {
        "$schema": DRAFT,
        "$id": _file(kind),
        "title": kind.term,
        "description": f"{kind.pattern}：{_NOTATIONS[kind.notation]}",
        **({"type": "array", "items": entry} if listed else entry),
        **({"$defs": inner} if inner else {}),
    }


def _file(kind: Kind) -> str:
    return f"{kind.key}.json"


def _name(part: type[Part]) -> str:
    """What a nested part is called: the owner of its keys in the vocabulary."""
    return part.owners[0]


def _place(part: type[Part]) -> str:
    return f"#/$defs/{_name(part)}"


def _below(model: type[Part]) -> Iterator[type[Part]]:
    """The models nested in a model, each once."""
    found: dict[type[Part], None] = {}
    pending = [model]
    while pending:
        entries = shape_of(pending.pop(0)).by_form.values()
        new = [entry.part for entry in entries if entry.part and entry.part not in found]
        found |= dict.fromkeys(new)
        pending += dict.fromkeys(new)
    return iter(found)


def _object(model: type[Part], place: str) -> Schema:
    """A map with the keys of a model; ``place`` is where in the file its schema stands.

    The English keys stand among the patterns, because editors propose what is a property.
    """
    shape = shape_of(model)
    rows = {row.key: row for row in fields_of(*model.owners) if row.key in shape.labels}
    return {
        **_types(model),
        "minProperties": 1,
        "properties": {
            row.label: _property(model, row, shape.by_form[row.label]) for row in rows.values()
        },
        "patternProperties": {
            f"^{row.key}$": {"$ref": f"{place}/properties/{quote(row.label)}"}
            for row in rows.values()
        },
        **_needed(model, rows),
        "additionalProperties": False,
    }


def _types(model: type[Part]) -> Schema:
    """A map, or the text that stands for one of its keys."""
    if not model.plain_value:
        return {"type": "object"}
    plain = _reads(model, model.plain_value)
    types = plain["type"] if isinstance(plain["type"], list) else [plain["type"]]
    kept = {word: plain[word] for word in _SCALAR_WORDS if word in plain}
    return {"type": ["object", *types], **kept}


def _needed(model: type[Part], rows: Mapping[str, Field]) -> Schema:
    """Which keys must be there, in either language."""
    clauses: list[Schema] = [
        {"if": {"required": [row.key]}, "else": {"required": [row.label]}}
        for row in rows.values()
        if model.model_fields[row.key].is_required()
    ]
    if model.either:
        labels = "、".join(rows[key].label for key in model.either)
        message = f"至少写一个：{labels}"
        forms = [form for key in model.either for form in (rows[key].label, key)]
        clauses.append({"anyOf": [{"required": [form], "errorMessage": message} for form in forms]})
    return {"allOf": clauses} if clauses else {}


def _property(model: type[Part], row: Field, entry: Entry) -> Schema:
    """A key: its names and meaning, what may be written, what holds when it is not."""
    value = _value(model, entry)
    plain = f"网页上：{row.plain}" if row.plain != row.label else ""
    texts = (row.definition, plain, value["description"], _default(model, row.key))
    return {"title": row.label, **value, "description": "；".join(text for text in texts if text)}


def _value(model: type[Part], entry: Entry) -> Schema:
    if entry.part is None:
        return _reads(model, entry.key)
    inner: Schema = {"$ref": _place(entry.part)}
    if entry.many:
        return {"type": "array", "items": inner, "minItems": 1, "description": "一条一条写"}
    plain = "文字，或者几个键" if entry.part.plain_value else "几个键"
    labels = "、".join(shape_of(entry.part).labels.values())
    return {**inner, "description": f"{plain}：{labels}"}


def _reads(model: type[Part], key: str) -> Schema:
    return reads_of(model.model_fields[key]).schema


def _default(model: type[Part], key: str) -> str:
    """What holds when nothing is written; the word ``default`` would make editors write it."""
    default = model.model_fields[key].default
    if isinstance(default, Word | int):
        return f"不写就是 {default.term if isinstance(default, Word) else default}"
    return ""
