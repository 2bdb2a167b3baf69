"""A region and what is listed in it: units and platforms.

Name, level and parent of a region follow from its code; only what differs is written.
"""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from site_gen.findings import value_rules as rules
from site_gen.language import say
from site_gen.records import written
from site_gen.records.dates import Duration, read_duration
from site_gen.records.divisions import DIVISIONS
from site_gen.records.kinds import Kind, Notation
from site_gen.records.model import (
    Contact,
    Day,
    Head,
    Language,
    Line,
    Meets,
    NameList,
    Part,
    Positive,
    Translated,
    VillageName,
    word,
)
from site_gen.records.numbers import read_tile
from site_gen.records.reading import Reads, Refused, Report, expect_text, word_reader
from site_gen.records.text import Text, TextList, TextMap
from site_gen.vocabulary import settings
from site_gen.vocabulary.progress import Result


def read_code(value: object, report: Report) -> Text:
    """A six-digit code that the GB/T 2260 table has."""
    text = expect_text(value)
    if text not in DIVISIONS:
        raise Refused(rules.CODE_UNKNOWN.at(text.where, value=text))
    return text


def read_deadlines(value: object, report: Report) -> Mapping[settings.DeadlineKind, Duration]:
    """办理时限: a term for each kind that the region sets one for."""
    if not isinstance(value, TextMap):
        raise Refused(rules.MAP_EXPECTED.at(_place(value), example="{提案: 3个月}"))
    read_kind = word_reader(settings.DeadlineKind)
    return {
        read_kind(Text(key, value.keys_at[key]), report): read_duration(term, report)
        for key, term in value.items()
    }


def read_classes(value: object, report: Report) -> Mapping[str, tuple[Result, ...]]:
    """办理结果分类: the results that each local letter means."""
    if not isinstance(value, TextMap):
        raise Refused(rules.MAP_EXPECTED.at(_place(value), example="{A: [已解决]}"))
    read_result = word_reader(Result)
    return {
        letter: tuple(read_result(word, report) for word in _as_list(words))
        for letter, words in value.items()
    }


def _as_list(value: object) -> list[object]:
    return list(value) if isinstance(value, TextList) else [value]


def _place(value: Any) -> Any:
    return value.where


class Subdivisions(Part):
    """下辖: how many townships and villages there are, to show coverage."""

    owners: ClassVar[tuple[str, ...]] = ("subdivisions",)

    townships: Positive | None = None
    villages: Positive | None = None


class Region(Head):
    """``region.yaml``: only what differs from the code table."""

    owners: ClassVar[tuple[str, ...]] = ("region", "record")
    either: ClassVar[tuple[str, ...]] = ("code", "name")

    code: Annotated[Text | None, Reads(read_code, written.CODE)] = None
    name: Translated | None = None
    language: Language | None = None
    parent: Line | None = None
    tile: Annotated[tuple[int, int] | None, Reads(read_tile, written.TILE)] = None
    subdivisions: Subdivisions | None = None
    deadlines: Annotated[
        Mapping[settings.DeadlineKind, Duration], Reads(read_deadlines, written.DEADLINES)
    ] = {}
    classes: Annotated[
        Mapping[str, tuple[Result, ...]] | None, Reads(read_classes, written.CLASSES)
    ] = None
    contact: Contact | None = None


class Unit(Head):
    """承办单位: an entry of ``units.yaml``."""

    owners: ClassVar[tuple[str, ...]] = ("unit", "record")

    name: Line
    former_names: NameList = ()
    contact: Contact | None = None


class Platform(Head):
    """协商平台: an entry of ``platforms.yaml``."""

    owners: ClassVar[tuple[str, ...]] = ("platform", "record")

    name: Line
    former_names: NameList = ()
    level: Annotated[settings.PlatformLevel | None, word(settings.PlatformLevel)] = None
    type: Annotated[settings.PlatformType | None, word(settings.PlatformType)] = None
    brand: NameList = ()
    village: VillageName | None = None
    founded: Day | None = None
    frequency: Meets | None = None
    state: Annotated[settings.PlatformState, word(settings.PlatformState)] = (
        settings.PlatformState.RUNNING
    )


REGION = Kind(
    key="region",
    term=say("地方"),
    pattern="regions/<region>/region.yaml",
    notation=Notation.MAP,
    model=Region,
    title="name",
    required=True,
)
UNIT = Kind(
    key="unit",
    term=say("承办单位"),
    pattern="regions/<region>/units.yaml",
    notation=Notation.LIST,
    model=Unit,
    title="name",
)
PLATFORM = Kind(
    key="platform",
    term=say("协商平台"),
    pattern="regions/<region>/platforms.yaml",
    notation=Notation.LIST,
    model=Platform,
    segment="platforms",
    title="name",
    dated="founded",
    counted=True,
)
