"""The architecture page says what the modules say of themselves now, in the order of the layers."""

from pathlib import Path

from tools.architecture_page import PAGE, architecture_page, first_paragraph

CONTRACT = """
[[tool.importlinter.contracts]]
layers = ["cli | (plugin)", "(ground)"]

[[tool.importlinter.contracts]]
name = "only the cli talks"
"""


def test_the_page_is_up_to_date(project_root: Path) -> None:
    written = (project_root / PAGE).read_text(encoding="utf-8")

    assert written == architecture_page(project_root), "run: make docs"


def test_a_page_shows_layers_fences_and_modules(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(CONTRACT)
    (tmp_path / "site_gen" / "ground").mkdir(parents=True)
    (tmp_path / "site_gen" / "cli.py").write_text('"""The edge.\n\nMore."""\n')
    (tmp_path / "site_gen" / "ground" / "__init__.py").write_text('"""The ground."""\n')
    (tmp_path / "site_gen" / "ground" / "earth.py").write_text('"""Earth: heavy."""\n')

    page = architecture_page(tmp_path)

    assert "```\ncli | plugin\nground\n```" in page
    assert "- only the cli talks\n" in page
    assert "### cli\n\nThe edge.\n" in page
    assert "### ground\n\nThe ground.\n\n- **ground.earth** — Earth: heavy.\n" in page


def test_markup_of_docstrings_becomes_markdown() -> None:
    source = '"""A :class:`~a.B` or\n``c``.\n\nRest."""'

    assert first_paragraph(source) == "A `a.B` or `c`."
