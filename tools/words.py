"""The words of the interface → catalogues: a template, and one PO file for each language.

Run by ``make words``. Words are found where they stand: in the program as ``say("…")``, in the
tables of the vocabulary and of numbers, in templates as text, in scripts as ``say('…')``. What has
been translated stays; what nobody says any more is removed; nothing is guessed.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from site_gen.docket.metric import Metric, Rate, shortened
from site_gen.docket.metrics import FAMILIES, METRICS, RATES
from site_gen.language import Message
from site_gen.language.catalogue import COUNTED, FOLDER, HOLE
from site_gen.language.message import SHORT, SINGLE
from site_gen.pages.table import PAGE_KINDS
from site_gen.records.table import KINDS
from site_gen.render.phrases import SAID
from site_gen.render.templates import phrases_in
from site_gen.vocabulary.fields import FIELDS
from site_gen.vocabulary.word import Word

ROOT = Path(__file__).resolve().parent.parent
_HEADER = "# The words of the interface, as they stand in the program; made by `make words`."
_ANY_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""Same words, same bytes: the day on which it is made is told by nothing."""
TEMPLATE = FOLDER / "interface.pot"
_SAYING = {"say": "", "joined": "", "short": SHORT, "single": SINGLE}


def phrases() -> Iterator[tuple[str, str]]:
    """Every phrase with the file it stands in, sorted by file; the same one may come again."""
    yield from _of_program()
    yield from _of_tables()
    yield from _of_theme()


def _of_program() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "site_gen").rglob("*.py")):
        for msgid in said_in(path.read_text(encoding="utf-8")):
            yield msgid, path.relative_to(ROOT).as_posix()


def said_in(source: str) -> Iterator[str]:
    """The phrases in a Python file, in the order of calls."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            first = node.args[0]
            if node.func.id in _SAYING and isinstance(first, ast.Constant):
                yield _SAYING[node.func.id] + str(first.value)


def _of_tables() -> Iterator[tuple[str, str]]:
    """The words of closed lists, the keys of records, and the names of numbers."""
    for each in Word.__subclasses__():
        if not each.__module__.startswith("site_gen.findings"):  # those are for staff
            yield from ((msgid, "site_gen/vocabulary") for msgid in _of_list(each))
    for row in FIELDS:
        yield from ((msgid, "site_gen/vocabulary/fields.py") for msgid in _messages(row))
    for kind in [*KINDS, *PAGE_KINDS]:
        yield from ((msgid, "site_gen/records") for msgid in _messages(kind))
    numbers: list[Metric | Rate] = [*METRICS, *RATES]
    for number in numbers:
        yield from ((msgid, "site_gen/docket/metrics.py") for msgid in _messages(number))
        for noun in (of.noun for of in FAMILIES if of.noun and number.label.startswith(of.noun)):
            yield shortened(number.label, noun), "site_gen/docket/metrics.py"


def _of_list(words: type[Word]) -> Iterator[str]:
    yield words.heading()
    for word in words:
        yield from filter(None, (word.term, word.plain, word.definition))


def _messages(value: object) -> Iterator[str]:
    """The phrases of all messages that a value of ours holds, those inside messages included."""
    if isinstance(value, Message):
        yield value.msgid
        for given in value.given.values():
            yield from _messages(given)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            if isinstance(getattr(value, one.name), Message):
                yield from _messages(getattr(value, one.name))


def _of_theme() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "theme").rglob("*.html")):
        for msgid in phrases_in(path.read_text(encoding="utf-8")):
            yield msgid, path.relative_to(ROOT).as_posix()
    for path in sorted((ROOT / "theme").rglob("*.js")):
        for msgid in SAID.findall(path.read_text(encoding="utf-8")):
            yield msgid, path.relative_to(ROOT).as_posix()


def template() -> Catalog:
    """What there is to translate, in the order of files."""
    places: dict[str, list[tuple[str, int]]] = {}
    for msgid, file in phrases():
        found = places.setdefault(str(msgid), [])
        if (file, 0) not in found:
            found.append((file, 0))
    catalog = Catalog(
        project="site-gen", version="1", header_comment=_HEADER, creation_date=_ANY_DAY
    )
    for each, locations in places.items():
        context, _, msgid = each.rpartition("\x04")
        ids = (msgid, msgid) if COUNTED in HOLE.findall(msgid) else msgid
        catalog.add(ids, locations=locations, context=context or None)
    return catalog


def updated(path: Path, source: Catalog) -> Catalog:
    """A catalogue with exactly what there is to translate; the rest is forgotten."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.stem.replace("-", "_"))
    catalog.update(source, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def write(path: Path, catalog: Catalog) -> None:
    """Writes a catalogue; where a phrase stands is told by file, so that lines may move."""
    with path.open("wb") as file:
        write_po(file, catalog, width=100, include_lineno=False, ignore_obsolete=True)


def main() -> int:
    """Writes all catalogues anew."""
    source = template()
    write(TEMPLATE, source)
    for path in sorted(FOLDER.glob("*.po")):
        catalog = updated(path, source)
        write(path, catalog)
        missing = sum(1 for entry in catalog if entry.id and not _is_translated(entry.string))
        sys.stdout.write(f"{path.name}：{len(catalog)} 条，还没有译的 {missing} 条\n")
    return 0


def _is_translated(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


if __name__ == "__main__":
    sys.exit(main())
