"""The examples of all components: what documents them, tests them and shows how they look.

Each folder below ``theme/components/`` has an ``examples.yaml`` whose examples are named for the
state that they show.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.render.sample import ROOT

COMPONENTS = ROOT / "theme" / "components"


@dataclass(frozen=True)
class Example:
    """One state of one component."""

    component: str
    macro: str
    state: str
    arguments: Mapping[str, object]

    def __str__(self) -> str:
        return f"{self.component}-{self.state}"


def component_folders() -> list[Path]:
    """The folders of all components, sorted."""
    return sorted(path for path in COMPONENTS.iterdir() if path.is_dir())


def read_examples() -> list[Example]:
    """Every example of every component."""
    return [
        Example(folder.name, read["macro"], state, arguments)
        for folder in component_folders()
        for read in [yaml.safe_load((folder / "examples.yaml").read_text(encoding="utf-8"))]
        for state, arguments in read["examples"].items()
    ]
