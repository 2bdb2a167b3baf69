"""Write docs/architecture.md: the layers of the import contract, and what each module is for.

The page is made from pyproject.toml and the modules' docstrings and from nothing else, so that it
cannot say what the program does not; a test compares it with what would be written now.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "site_gen"
PAGE = Path("docs") / "architecture.md"

OPENING = """\
# Architecture

A pure pipeline with thin shells: records are read, checked, counted and composed into pages by
functions that look at nothing but their arguments; clock, network, files and the host that draws
the chrome are met at the edges only.

A site is made at once (`pipeline`, `publish.build`), or in parts, a prefecture each, by several
processes (`parcels`, `publish.parts`); what is published is the same, byte for byte. Why it is so,
and what a part may see, is said in `docs/decisions/0007-in-parts.md`. A check looks in parts too
(`verdict`, `docs/decisions/0009-check-in-parts.md`).

This page is generated (`make docs`): the layers from the import contract in `pyproject.toml`, the
rest from the first paragraph of each module's docstring.
"""


def main() -> int:
    """Write the page of this checkout."""
    (ROOT / PAGE).parent.mkdir(exist_ok=True)
    (ROOT / PAGE).write_text(architecture_page(ROOT), encoding="utf-8")
    return 0


def architecture_page(root: Path) -> str:
    """The whole page for the project in `root`."""
    contracts = import_contracts(root)
    layers = [re.sub(r"[()]", "", layer) for layer in contracts[0]["layers"]]
    parts = [OPENING, *layer_section(layers), *fence_section(contracts[1:]), "## Modules\n"]
    for layer in layers:
        for name in layer.split(" | "):
            parts += module_section(root, name)
    return "\n".join(parts)


def import_contracts(root: Path) -> list[dict[str, list[str]]]:
    """The contracts of import-linter, the layers first."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts: list[dict[str, list[str]]] = project["tool"]["importlinter"]["contracts"]
    return contracts


def layer_section(layers: list[str]) -> Iterator[str]:
    """The diagram, from the edge to the ground."""
    yield "## Layers\n"
    yield "Imports go down only, and never sideways across `|`.\n"
    yield "\n".join(["```", *layers, "```", ""])


def fence_section(contracts: list[dict[str, list[str]]]) -> Iterator[str]:
    """The fences: who alone may know what."""
    yield "## Fences\n"
    yield "\n".join([*(f"- {contract['name']}" for contract in contracts), ""])


def module_section(root: Path, name: str) -> Iterator[str]:
    """A layer: its own purpose, then its modules."""
    yield f"### {name}\n"
    files = module_files(root / PACKAGE, name)
    if files:
        yield f"{purpose(files[0])}\n"
    if inside := files[1:]:
        yield "\n".join([*(f"- **{dotted(path, root)}** — {purpose(path)}" for path in inside), ""])


def purpose(path: Path) -> str:
    """The first paragraph of a module."""
    return first_paragraph(path.read_text(encoding="utf-8"))


def module_files(package: Path, name: str) -> list[Path]:
    """The files of a layer, which is a module or a package; the package's own file first."""
    single, folder = package / f"{name}.py", package / name
    inside = sorted(folder.rglob("*.py"), key=lambda path: (path != folder / "__init__.py", path))
    return [path for path in [single, *inside] if path.is_file()]


def dotted(path: Path, root: Path) -> str:
    """Name of a module without the program's own."""
    parts = path.relative_to(root / PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def first_paragraph(source: str) -> str:
    """What a module's docstring opens with, on one line, its markup turned into Markdown's."""
    text = (ast.get_docstring(ast.parse(source)) or "").split("\n\n")[0]
    text = re.sub(r":\w+:`[~.]?([^`]*)`|``([^`]*)``", lambda m: f"`{m[1] or m[2]}`", text)
    return " ".join(text.split())


if __name__ == "__main__":
    sys.exit(main())
