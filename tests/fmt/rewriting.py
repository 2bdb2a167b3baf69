"""What the tests of the canonical form share: reading a text of some kind, and what it means.

The meaning of records is all they say, without where in the file they say it and in which form.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from site_gen.findings import Finding, Severity
from site_gen.load.routes import routes_of
from site_gen.load.walk import walk
from site_gen.records.kinds import Kind
from site_gen.records.names import Voids
from site_gen.records.record import Record
from site_gen.records.table import KINDS
from site_gen.records.text import Text
from site_gen.source import Canonical, canonical, read_record, read_translation
from site_gen.source.canonical import Reading
from site_gen.vocabulary.progress import Action

ROOT = Path(__file__).resolve().parents[2]
KIND = {kind.key: kind for kind in KINDS}
TRANSLATION = "translation"
_FORMAL = {"where", "keys_at", "parts_at", "written"}


@dataclass(frozen=True)
class File:
    """A text and the kind of record it is, or ``translation``."""

    kind: str
    text: str
    name: str = ""

    def records(self) -> tuple[Record, ...]:
        """What it says."""
        return () if self.kind == TRANSLATION else _read(KIND[self.kind], self.text.encode())[0]

    def findings(self) -> list[Finding]:
        """What is to be said about how it is written."""
        return list(reading(self.kind, self.text.encode())[1])

    @property
    def has_errors(self) -> bool:
        """Whether it cannot be published as it is."""
        return any(one.severity is Severity.ERROR for one in self.findings())

    def notices(self) -> list[str]:
        """The slips in it."""
        return [str(one) for one in self.findings() if one.severity is Severity.NOTICE]

    def rewritten(self) -> "File":
        """Its canonical form."""
        return File(self.kind, rewrite(self.kind, self.text.encode()).raw.decode())


def rewrite(kind: str, raw: bytes) -> Canonical:
    """The canonical form of a file of this kind."""
    return canonical(raw, partial(reading, kind))


def reading(kind: str, raw: bytes) -> Reading:
    """The prose and the findings of a file of this kind."""
    if kind == TRANSLATION:
        return read_translation("a", raw)
    records, findings = _read(KIND[kind], raw)
    return [passage for record in records for passage in record.prose], findings


def _read(kind: Kind, raw: bytes) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    return read_record(kind, "lixian", "2023/a", "a", raw)


def files_of(folder: Path) -> list[File]:
    """The files of a content folder that hold records, translations left out."""
    return [
        File(file.kind.key, (folder / file.path).read_text(encoding="utf-8"), file.path)
        for file in walk(folder, routes_of(KINDS)).records
        if not file.language
    ]


def meaning(value: Any) -> Any:
    """A value without its places and forms, so that equal ones mean the same."""
    match value:
        case Kind() | type():
            return getattr(value, "key", None)
        case Voids():
            return (meaning(value.when), Action.read(value.action) or str(value.action))
        case Enum():
            return value
        case Text() | str():
            return str(value)
        case BaseModel():
            return {key: meaning(one) for key, one in value if key not in _FORMAL}
        case Mapping():
            return {str(key): meaning(one) for key, one in value.items()}
        case tuple() | list():
            return [meaning(one) for one in value]
    if is_dataclass(value):
        names = [field.name for field in fields(value) if field.name not in _FORMAL]
        return {name: meaning(getattr(value, name)) for name in names}
    return value
