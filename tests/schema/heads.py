"""Heads and lists as an editor sees them: cut out of their files, read as YAML 1.2.

An editor knows nothing of records, so numbers come out as numbers. The program takes every value
as a text; both readings have to fit the schema.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from site_gen.load.routes import routes_of
from site_gen.load.walk import walk
from site_gen.outputs.schema import schema_of
from site_gen.records.kinds import Kind, Notation
from site_gen.records.table import KINDS

BY_KEY: Mapping[str, Kind] = {kind.key: kind for kind in KINDS}
_HEAD = re.compile(r"---\n(.*?)^---$", re.DOTALL | re.MULTILINE)


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 with its core schema, which editors use: no dates, no ``yes`` and ``no``."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 - as in the class above


_SCALARS: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "bool": (r"true|True|TRUE|false|False|FALSE", lambda text: text.lower() == "true"),
    "null": (r"~|null|Null|NULL|", lambda _: None),
    "int": (r"[-+]?[0-9]+", int),
    "float": (r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", float),
}


def _teach(name: str, pattern: str, value: Callable[[str], object]) -> None:
    tag = f"tag:yaml.org,2002:{name}"

    def construct(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> object:
        return value(str(loader.construct_scalar(node)))

    CoreLoader.add_implicit_resolver(tag, re.compile(rf"(?:{pattern})\Z"), None)
    CoreLoader.add_constructor(tag, construct)


for _name, _of_type in _SCALARS.items():
    _teach(_name, *_of_type)

LOADERS: Mapping[str, type[yaml.BaseLoader] | type[yaml.SafeLoader]] = {
    "an editor": CoreLoader,
    "the program": yaml.BaseLoader,
}


def yaml_part(kind: Kind, text: str) -> str:
    """The head of a document, else the whole file."""
    if kind.notation is not Notation.DOCUMENT:
        return text
    head = _HEAD.match(text)
    assert head, text[:80]
    return head[1]


@cache
def validator(key: str) -> Draft202012Validator:
    """The schema of a kind, ready to judge."""
    return Draft202012Validator(dict(schema_of(BY_KEY[key])))


def complaints(kind: Kind, text: str, reader: str = "an editor") -> list[str]:
    """What the schema says against a head or list."""
    value = yaml.load(text, LOADERS[reader])
    found = validator(kind.key).iter_errors({} if value is None else value)
    return [f"{'/'.join(map(str, one.absolute_path))}: {one.message}" for one in found]


def written(root: Path) -> Iterator[tuple[Kind, Path]]:
    """Every file of a content folder that has a head or is a list, with its kind."""
    for file in walk(root, routes_of(KINDS)).records:
        if not file.language:
            yield file.kind, root / file.path
