"""The shape of the program, measured: small functions, short files, documented, pure.

Each measure comes with a counter-example, so that a test that can no longer fail is noticed.
"""

import re
import statistics
from pathlib import Path

import pytest

from tests.architecture.measure import (
    Source,
    asserts,
    body_lines,
    broad_handlers,
    docstring_words,
    functions,
    imports,
    impurities,
    undocumented,
)

ROOT = Path(__file__).resolve().parents[2]

MEDIAN_FUNCTION = 10
LONGEST_FUNCTION = 45
LONG_FUNCTION = 30
SHARE_OF_LONG_FUNCTIONS = 0.03
LONGEST_FILE = 400
LONGEST_TEMPLATE = 120
SHORTEST_MODULE_DOCSTRING = 12

TEMPLATE_SUFFIXES = {".html", ".jinja", ".xml"}
# The shells: the only layers that may look at the clock and the environment.
SHELLS = (
    "cli",
    "plugin",
    "verdict",
    "preview",
    "publish",
    "render",
    "search",
    "clock",
    "revision",
)
DAY = re.compile(r"\b(?:date|datetime|time)\.(?:today|now|utcnow|time|localtime|gmtime)\b")
STARTS_PROGRAMS = ("search", "revision")
VAGUE_NAMES = {"utils.py", "util.py", "helpers.py", "common.py", "misc.py"}


def read_all(*folders: str) -> list[Source]:
    """Every Python file below these folders of the project."""
    return [
        Source.read(path, ROOT)
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
    ]


PROGRAM = read_all("site_gen")
EVERYTHING = PROGRAM + read_all("tests", "tools", "benchmarks")


def layer(source: Source) -> str:
    """The layer a file of the program belongs to: the first name below site_gen."""
    return source.path.split("/")[1].removesuffix(".py")


def test_there_is_a_program_to_measure() -> None:
    assert len(PROGRAM) > 15


def test_functions_are_small() -> None:
    lengths = [body_lines(node) for source in PROGRAM for node in functions(source)]
    long = [length for length in lengths if length > LONG_FUNCTION]

    assert statistics.median(lengths) <= MEDIAN_FUNCTION
    assert len(long) / len(lengths) <= SHARE_OF_LONG_FUNCTIONS


def test_no_function_is_very_long() -> None:
    too_long = [
        f"{source.at(node)} {node.name}: {body_lines(node)} lines"
        for source in PROGRAM
        for node in functions(source)
        if body_lines(node) > LONGEST_FUNCTION
    ]

    assert too_long == []


def test_body_lines_leave_out_docstring_comments_and_blank_lines() -> None:
    source = Source.of(
        'def f(x):\n    """Say."""\n\n    # why\n    if x:\n        return 1\n    return 2\n'
    )

    assert [body_lines(node) for node in functions(source)] == [3]


def test_files_are_short() -> None:
    lengths = {source.path: len(source.text.splitlines()) for source in EVERYTHING}

    assert {path: n for path, n in lengths.items() if n > LONGEST_FILE} == {}


def test_modules_say_what_they_are_for() -> None:
    silent = [
        source.path
        for source in EVERYTHING
        if source.text.strip() and docstring_words(source) < SHORTEST_MODULE_DOCSTRING
    ]

    assert silent == []


def test_a_docstring_of_a_few_words_is_noticed() -> None:
    assert docstring_words(Source.of('"""Helpers."""\n')) < SHORTEST_MODULE_DOCSTRING


def test_what_is_public_is_documented() -> None:
    assert [place for source in PROGRAM for place in undocumented(source)] == []


def test_an_undocumented_function_is_noticed() -> None:
    source = Source.of("class A:\n    def b(self): ...\n    def _c(self): ...\n")

    assert undocumented(source) == ["example.py:1 A", "example.py:2 b"]


def test_nothing_catches_everything_but_the_edge_once() -> None:
    inside = [source for source in PROGRAM if layer(source) != "cli"]
    edge = [source for source in PROGRAM if layer(source) == "cli"]

    assert [place for source in inside for place in broad_handlers(source)] == []
    assert len([place for source in edge for place in broad_handlers(source)]) <= 1


@pytest.mark.parametrize("caught", ["", " Exception", " (ValueError, BaseException) as e"])
def test_a_broad_handler_is_noticed(caught: str) -> None:
    assert broad_handlers(Source.of(f"try:\n    f()\nexcept{caught}:\n    pass\n"))


def test_the_program_does_not_assert() -> None:
    assert [place for source in PROGRAM for place in asserts(source)] == []


def test_an_assert_is_noticed() -> None:
    assert asserts(Source.of("def f():\n    assert 1\n")) == ["example.py:2"]


def test_the_core_reads_no_clock_and_no_environment() -> None:
    core = [source for source in PROGRAM if layer(source) not in SHELLS]

    assert [place for source in core for place in impurities(source)] == []


def test_only_the_clock_knows_what_day_it_is() -> None:
    others = [source for source in PROGRAM if layer(source) != "clock"]

    assert [p for source in others for p in impurities(source) if DAY.search(p)] == []


@pytest.mark.parametrize(
    "line",
    ["x = date.today()", "x = datetime.now(UTC)", "x = os.environ['A']", "from os import environ"],
)
def test_reading_the_clock_or_the_environment_is_noticed(line: str) -> None:
    assert impurities(Source.of(f"{line}\n"))


def test_few_modules_start_programs() -> None:
    others = [source for source in PROGRAM if layer(source) not in STARTS_PROGRAMS]

    assert [source.path for source in others if "subprocess" in set(imports(source))] == []


def test_an_import_inside_a_function_is_noticed() -> None:
    assert list(imports(Source.of("def f():\n    import subprocess\n"))) == ["subprocess"]


def test_files_are_named_for_what_they_hold() -> None:
    assert [s.path for s in EVERYTHING if Path(s.path).name in VAGUE_NAMES] == []


def test_templates_are_short() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for folder in ("site_gen", "theme")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in TEMPLATE_SUFFIXES
    }

    assert lengths
    assert {path: n for path, n in lengths.items() if n > LONGEST_TEMPLATE} == {}


# Folders of one machine, and marks of work that is not finished.
UNWANTED = re.compile(r"/(?:root|home/\w+|Users/\w+|work|mnt)/|\b(?:TODO|FIXME|XXX|HACK)\b")
TEXT_FILES = {".py", ".md", ".html", ".css", ".js", ".yaml", ".yml", ".toml", ".txt", ".xml", ""}
SKIPPED_FOLDERS = {".git", ".venv", "site", "node_modules"}


def project_texts() -> list[Path]:
    """Every text file of the project that people write."""
    return [
        path
        for top in sorted(ROOT.iterdir())
        if top.name not in SKIPPED_FOLDERS and not top.name.startswith((".", "site-", "site."))
        for path in (sorted(top.rglob("*")) if top.is_dir() else [top])
        if path.is_file() and path.suffix in TEXT_FILES and path != Path(__file__)
    ]


def unwanted_lines(path: Path) -> list[str]:
    """Lines of a file that name a folder of one machine or unfinished work."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for number, line in enumerate(lines, 1)
        if UNWANTED.search(line)
    ]


def test_no_file_names_one_machine_or_unfinished_work() -> None:
    assert [line for path in project_texts() for line in unwanted_lines(path)] == []


@pytest.mark.parametrize("text", ["see /root/notes", "cd /home/ann/x", "# TODO: later"])
def test_unwanted_words_are_noticed(text: str) -> None:
    assert UNWANTED.search(text)
