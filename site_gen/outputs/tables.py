"""What people and programs take away: tables as CSV and JSON, and the package that lists them.

CSV files begin with a byte order mark and end lines as RFC 4180 says, so that spreadsheets read the
Chinese in them. A text that a spreadsheet would take for a formula gets an apostrophe in front; in
the JSON file it stands as it is. The package follows Frictionless Data: https://datapackage.org/.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO

from site_gen.addresses import (
    DATA_DEFINITIONS,
    DATA_PACKAGE,
    DATA_SCHEMA,
    DATA_TOTALS,
    table_address,
)
from site_gen.docket.downloads import COLUMNS
from site_gen.docket.facets import Labels
from site_gen.docket.metrics import METRICS, RATES
from site_gen.docket.row import Row
from site_gen.statistics.reconciliation import Reconciliation
from site_gen.vocabulary import Word
from site_gen.vocabulary.progress import Result, Stage

FORMAT = 1
"""Raised when a change would mislead a program that reads the older files."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DEFINED = ("种类", "代号", "名称", "官方说法", "单位", "意思")
_TOTALS = ("地方", "指标", "来源写的数", "单位", "时间", "数法", "这里逐条录入", "对得上吗", "来源")


@dataclass(frozen=True, slots=True)
class Source:
    """Whose tables they are, as of which day, under which licence (may be empty)."""

    site: str
    today: date
    licence: str = ""


def region_tables(
    source: Source, region: str, name: str, rows: Sequence[Row], labels: Labels, numbers: object
) -> Iterator[tuple[str, bytes]]:
    """The table of one region as address → content: for people, and for programs.

    ``numbers`` is what is counted in the region, as :mod:`site_gen.statistics.export` has it.
    """
    cells = [[column.of(row, labels) for column in COLUMNS] for row in rows]
    yield table_address(region, "csv"), as_csv([column.label for column in COLUMNS], cells)
    keys = [column.key for column in COLUMNS]
    items = (dict(zip(keys, row, strict=True)) for row in cells)
    head = {
        "format": FORMAT,
        "site": source.site,
        "licence": source.licence,
        "as_of": source.today.isoformat(),
        "region": region,
        "name": name,
        "numbers": numbers,
    }
    yield table_address(region, "json"), _with_items(head, items)


def site_tables(
    source: Source,
    names: Mapping[str, str],
    tables: Iterable[str],
    totals: Iterable[Reconciliation],
) -> Iterator[tuple[str, bytes]]:
    """What is about all tables: meanings, reported totals, columns, and the list of files.

    ``names`` are those of the regions, ``tables`` the regions that have a table.
    """
    yield DATA_DEFINITIONS, as_csv(_DEFINED, _definitions())
    yield DATA_TOTALS, as_csv(_TOTALS, (_total(row, names) for row in totals))
    yield DATA_SCHEMA, as_json({"fields": [_field(c.label, c.note) for c in COLUMNS]})
    yield DATA_PACKAGE, as_json(_package(source, names, tables))


def as_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table for spreadsheets, in UTF-8."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def inert(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_json(value: object) -> bytes:
    """A structure for programs."""
    return f"{_packed(value)}\n".encode()


def _packed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _with_items(head: Mapping[str, object], items: Iterable[object]) -> bytes:
    """A structure whose ``items`` stand one a line, the same line wherever an item is listed."""
    listed = ",\n".join(map(_packed, items))
    return f'{_packed(head)[:-1]},"items":[\n{listed}\n]}}\n'.encode()


def _definitions() -> Iterator[tuple[str, ...]]:
    for metric in METRICS:
        yield "数", metric.key, metric.label, "", metric.unit, metric.definition
    for rate in RATES:
        yield "比率", rate.key, rate.label, "", "", rate.definition
    for words in (Stage, Result):
        yield from (_word(words.heading(), word) for word in words)


def _word(heading: str, word: Word) -> tuple[str, ...]:
    return heading, word.value, word.plain, word.term, "", word.definition


def _total(row: Reconciliation, names: Mapping[str, str]) -> tuple[str, ...]:
    """A reported total as its source has it, beside what is itemised."""
    total = row.total
    region, source = total.record.id.region, total.record.head.source
    return (
        names.get(region, region),
        total.name,
        total.figure.written,
        total.unit,
        total.when,
        total.note,
        str(row.itemised.value) if row.itemised else "",
        row.verdict.plain,
        str(source.title) if source else "",
    )


def _field(label: str, note: str = "") -> dict[str, str]:
    return {"name": label, "type": "string", "description": note}


def _package(source: Source, names: Mapping[str, str], tables: Iterable[str]) -> dict[str, object]:
    """Paths in it are relative to the package itself, as the standard asks."""
    package: dict[str, object] = {
        "name": "consultation-records",
        "title": source.site,
        "version": source.today.isoformat(),
        "created": f"{source.today.isoformat()}T00:00:00Z",
    }
    if source.licence:
        package["licenses"] = [{"name": source.licence, "title": source.licence}]
    schema: dict[str, object] = {"schema": _beside(DATA_SCHEMA)}
    of_regions = (
        _resource(region, names.get(region, region), table_address(region, "csv"), schema)
        for region in tables
    )
    package["resources"] = [
        _resource("definitions", "数和词的意思", DATA_DEFINITIONS, _columns(_DEFINED)),
        _resource("totals", "各地上报的总数", DATA_TOTALS, _columns(_TOTALS)),
        *of_regions,
    ]
    return package


def _columns(labels: Iterable[str]) -> dict[str, object]:
    return {"schema": {"fields": [{"name": label, "type": "string"} for label in labels]}}


def _resource(
    name: str, title: str, address: str, schema: Mapping[str, object]
) -> dict[str, object]:
    form = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    return {"name": name, "title": title, "path": _beside(address), **form, **schema}


def _beside(address: str) -> str:
    """An address as seen from the package."""
    folder = DATA_PACKAGE.rpartition("/")[0]
    return address.removeprefix(f"{folder}/")
