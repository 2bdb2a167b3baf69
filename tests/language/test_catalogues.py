"""Every word of the interface is in the catalogues, and English has all of them.

A word that was changed in the program, a template or a script makes these fail until ``make
words`` was run and the new word was translated.
"""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from site_gen.language.catalogue import FOLDER, HOLE
from tools.words import ROOT, TEMPLATE, said_in, template

HAN = re.compile("[\u3400-\u9fff]")
WORDS = re.compile("[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]")
MAY_BE_LEFT_OUT = {"counted", "unit", "units"}
"""Other languages count without measure words."""
SAID = ("pages", "docket", "statistics")
"""Packages in which every Chinese text is for readers."""
KEPT = {
    "passages.py": "headings of stories, which are read and not shown",
    "things.py": "what names of companies end with",
    "downloads.py": "a table in Chinese",
    "metrics.py": "made into messages where they are put into the table",
    "families.py": "made into messages where they are put into the table",
    "channels.py": "what is removed from a number's name",
    "poster.py": "only measured",
    "rows.py": "searched, not shown",
}


def entries(catalog: Catalog) -> dict[tuple[str | None, str], Message]:
    """The phrases of a catalogue by context and Chinese phrase."""
    return {(one.context, _phrase(one)): one for one in catalog if one.id}


def _phrase(entry: Message) -> str:
    return entry.id if isinstance(entry.id, str) else entry.id[0]


def _forms(entry: Message) -> tuple[str, ...]:
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem if path.suffix == ".po" else None)


CATALOGUES = sorted(FOLDER.glob("*.po"))
NOW = entries(template())


def test_the_template_has_every_word_and_no_other() -> None:
    assert sorted(map(str, entries(read(TEMPLATE)))) == sorted(map(str, NOW)), "make words"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_has_every_word_and_no_other(path: Path) -> None:
    catalog = read(path)

    assert sorted(map(str, entries(catalog))) == sorted(map(str, NOW)), "make words"
    assert not catalog.obsolete


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_has_the_holes_of_its_phrase(path: Path) -> None:
    for (_, phrase), entry in entries(read(path)).items():
        asked = set(HOLE.findall(phrase))
        for form in filter(None, _forms(entry)):
            found = set(HOLE.findall(form))
            assert found <= asked, phrase
            assert asked - found <= MAY_BE_LEFT_OUT, phrase


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_nothing_is_half_translated(path: Path) -> None:
    for (_, phrase), entry in entries(read(path)).items():
        assert not entry.fuzzy, phrase
        assert all(_forms(entry)) or not any(_forms(entry)), phrase


def test_english_is_complete_and_all_english() -> None:
    catalog = entries(read(FOLDER / "en.po"))

    assert [phrase for phrase, entry in catalog.items() if not all(_forms(entry))] == []
    assert [form for one in catalog.values() for form in _forms(one) if WORDS.search(form)] == []


def unsaid(source: str) -> list[str]:
    """Chinese texts of a Python file that are shown to nobody in another language."""
    tree = ast.parse(source)
    said = set(said_in(source))
    docs = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)
    }  # docstrings, and what stands below a constant to explain it
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and HAN.search(node.value)
        and id(node) not in docs
        and node.value not in {each.rpartition("\x04")[2] for each in said}
    ]


FILES = [path for name in SAID for path in sorted((ROOT / "site_gen" / name).glob("*.py"))]


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.name not in KEPT], ids=lambda path: path.name
)
def test_what_readers_see_is_said(path: Path) -> None:
    assert unsaid(path.read_text(encoding="utf-8")) == []


def test_a_text_that_is_not_said_is_noticed() -> None:
    assert unsaid('"""说明"""\nx = "建议"\ny = say("问题")\nz = f"{x}条"') == ["建议", "条"]
