"""Measure the shape of Python source: sizes, documentation, forbidden constructs.

Every function takes text and returns plain values, so that the tests can show on a few lines of
their own that a measure notices what it is for.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Source:
    """One Python file: its path for messages, its text and its tree."""

    path: str
    text: str
    tree: ast.Module

    @classmethod
    def of(cls, text: str, path: str = "example.py") -> "Source":
        """Parse `text`."""
        return cls(path, text, ast.parse(text))

    @classmethod
    def read(cls, path: Path, root: Path) -> "Source":
        """Read and parse a file; its path is told relative to `root`."""
        return cls.of(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())

    def at(self, node: ast.stmt | ast.expr | ast.excepthandler) -> str:
        """`path:line` of a node."""
        return f"{self.path}:{node.lineno}"


def functions(source: Source) -> Iterator[Function]:
    """Every function and method, nested ones included."""
    for node in ast.walk(source.tree):
        if isinstance(node, Function):
            yield node


def body_lines(node: Function) -> int:
    """Lines of a function's body, its docstring, blank lines and comments left out."""
    without_docstring = node.body[1:] if ast.get_docstring(node) else node.body
    return len(
        {
            line
            for statement in without_docstring
            for part in ast.walk(statement)
            if isinstance(part, ast.stmt | ast.expr | ast.excepthandler | ast.pattern)
            for line in _lines(part)
        }
    )


def _lines(node: ast.stmt | ast.expr | ast.excepthandler | ast.pattern) -> range:
    """Lines a node lies on; of a block only those up to its first statement."""
    body = getattr(node, "body", None)
    if isinstance(body, list) and body:
        return range(node.lineno, body[0].lineno)
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def docstring_words(source: Source) -> int:
    """Length of the module's docstring in words; one Chinese character counts as a word."""
    text = ast.get_docstring(source.tree) or ""
    return len(re.findall(r"[一-鿿]|[^\s一-鿿]+", text))


def undocumented(source: Source) -> list[str]:
    """Public functions, classes and methods of public classes without a docstring."""
    return [
        f"{source.at(node)} {node.name}"
        for node in _public(source.tree)
        if not ast.get_docstring(node)
    ]


def _public(parent: ast.Module | ast.ClassDef) -> Iterator[Documented]:
    """Public definitions of a module or class; an override says what its base says."""
    for node in parent.body:
        if not isinstance(node, Documented) or node.name.startswith("_"):
            continue
        if not any("override" in ast.unparse(mark) for mark in node.decorator_list):
            yield node
        if isinstance(node, ast.ClassDef):
            yield from _public(node)


def broad_handlers(source: Source) -> list[str]:
    """`except:` and `except Exception`, which hide defects."""
    return [
        source.at(node)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type)
    ]


def _is_broad(caught: ast.expr | None) -> bool:
    """Whether a handler catches everything."""
    if caught is None:
        return True
    kinds = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(ast.unparse(kind) in ("Exception", "BaseException") for kind in kinds)


def asserts(source: Source) -> list[str]:
    """Assert statements: they vanish under `python -O`."""
    return [source.at(node) for node in ast.walk(source.tree) if isinstance(node, ast.Assert)]


IMPURE_CALLS = re.compile(
    r"""\b(?:
        date\.today | datetime\.(?:now|utcnow|today)
      | time\.(?:time|time_ns|monotonic|perf_counter|localtime|gmtime|sleep)
      | os\.(?:environ|getenv|getcwd) | Path\.(?:cwd|home)
      | random\.\w+ | secrets\.\w+ | uuid\.uuid[14]
    )\b""",
    re.VERBOSE,
)


def impurities(source: Source) -> list[str]:
    """Places where the clock, the environment or chance is read, or a name for it imported."""
    used = [
        f"{source.at(node)} {ast.unparse(node)}"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and IMPURE_CALLS.fullmatch(ast.unparse(node))
    ]
    imported = [
        f"{source.at(node)} {node.module}.{alias.name}"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if IMPURE_CALLS.fullmatch(f"{node.module}.{alias.name}")
    ]
    return used + imported


def imports(source: Source) -> Iterator[str]:
    """Names of the modules a file imports, wherever in the file."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
