"""Fixtures of the renderer's tests: a host configuration beside a copy of the real theme.

The copy has one more page template, so that no test depends on what the real pages show.
"""

from pathlib import Path
from shutil import copytree

import pytest

from tests.render.sample import ROOT


@pytest.fixture(scope="session")
def config_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A host configuration beside a copy of the theme that has one plain page template."""
    folder = tmp_path_factory.mktemp("host")
    copytree(ROOT / "theme", folder / "theme")
    (folder / "docs").mkdir()
    (folder / "theme" / "pages" / "plain.html").write_text(
        '{% extends "page.html" %}{% block main %}<h1>{{ text }}</h1>'
        '<a href="{{ "regions/" | link }}">各县市</a>{% endblock %}',
        encoding="utf-8",
    )
    file = folder / "mkdocs.yml"
    file.write_text(
        "site_name: x\ndocs_dir: docs\n"
        "theme: {name: material, custom_dir: theme, language: zh, font: false}\n",
        encoding="utf-8",
    )
    return file
