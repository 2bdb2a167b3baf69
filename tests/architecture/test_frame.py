"""The frame of the project: locked versions, entry points, targets, the import contract."""

import importlib
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.architecture.measure import Source, imports
from tools.setup import made_elsewhere

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock")


def normalised(name: str) -> str:
    """A package's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def required(requirements: list[str]) -> set[str]:
    """The names in a list of requirements."""
    return {normalised(re.split(r"[^\w.-]", text, maxsplit=1)[0]) for text in requirements}


def pins(lock: str) -> dict[str, str]:
    """Package → version of a lock."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {
        normalised(name): version
        for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.MULTILINE)
    }


def test_everything_required_is_locked() -> None:
    project = PROJECT["project"]
    runtime = required(project["dependencies"]) | required(PROJECT["build-system"]["requires"])
    dev = required(project["optional-dependencies"]["dev"])

    assert runtime - pins("requirements.lock").keys() == set()
    assert dev - pins("requirements-dev.lock").keys() == set()


# Brought by a package that is required, and of the version it asks for.
COMES_WITH = {"markupsafe": "jinja2", "pydantic-core": "pydantic"}
# Required without being imported: the host's theme, and a part of it that has to be recent.
NOT_IMPORTED = {"mkdocs-material", "pymdown-extensions"}


def imported_packages() -> set[str]:
    """The packages that the program imports, by the names they are required by."""
    providers = packages_distributions()
    modules = {
        name.split(".")[0]
        for path in sorted((ROOT / "site_gen").rglob("*.py"))
        for name in imports(Source.read(path, ROOT))
    }
    foreign = modules - sys.stdlib_module_names - {"site_gen"}
    packages = {normalised(providers[module][0]) for module in foreign}
    return {COMES_WITH.get(package, package) for package in packages}


def test_what_is_imported_is_required_and_the_reverse() -> None:
    assert imported_packages() == required(PROJECT["project"]["dependencies"]) - NOT_IMPORTED


def test_both_locks_agree() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_have_a_hash_for_every_package_and_name_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[A-Za-z])", text, flags=re.MULTILINE)[1:]

    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r".*(?:https?://|--index|--find-links|file:).*", text) == []


@pytest.mark.parametrize(
    "reference",
    [
        *PROJECT["project"]["scripts"].values(),
        *PROJECT["project"]["entry-points"]["mkdocs.plugins"].values(),
    ],
)
def test_entry_points_lead_somewhere(reference: str) -> None:
    module, _, name = reference.partition(":")

    assert callable(getattr(importlib.import_module(module), name))


def test_the_import_contract_names_every_layer_once() -> None:
    layers = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    named = re.findall(r"\w+", " ".join(layers))
    present = {
        path.stem
        for path in (ROOT / "site_gen").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }

    assert len(named) == len(set(named))
    assert set(named) == present - {"__init__", "__main__"} - {"data"}


def test_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)

    assert phony is not None
    targets = [name for name in phony[1].split() if not name.startswith("setup-")]
    assert [name for name in targets if f"make {name}" not in shown.stdout] == []


def test_the_ci_script_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize(
    ("command", "moved"),
    [("python3 -m venv /a b/.venv", False), ("python3 -m venv --clear /old/.venv", True)],
)
def test_a_moved_environment_is_noticed(command: str, moved: bool) -> None:
    config = f"home = /usr/bin\ncommand = {command}\n"

    assert made_elsewhere(config, Path("/a b/.venv")) is moved
