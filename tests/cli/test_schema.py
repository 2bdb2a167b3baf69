"""``site-gen schema``: one document on the screen, or a folder of files with editor settings."""

import json
from pathlib import Path

import pytest

from site_gen.outputs.schema import all_schemas, schema_files
from tests.cli.conftest import Run


def test_printed_it_is_one_document(run: Run) -> None:
    result = run("schema")

    assert result.exit_code == 0
    assert json.loads(result.stdout) == all_schemas()
    assert result.stdout == run("schema").stdout


def test_a_folder_has_one_file_a_kind_and_the_settings(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("schema", "--out", "tools/schema")
    folder = tmp_path / "tools" / "schema"
    settings = json.loads((folder / "vscode-settings.json").read_text("utf-8"))

    assert result.exit_code == 0
    assert "tools/schema" in result.stdout
    for name, text in schema_files().items():
        assert (folder / name).read_text("utf-8") == text
    assert settings["yaml.schemas"]["./tools/schema/region.json"] == ["**/regions/*/region.yaml"]
    assert all((tmp_path / file).is_file() for file in settings["yaml.schemas"])


def test_a_file_is_no_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    result = run("schema", "--out", tmp_path / "a")

    assert result.exit_code == 2
    assert "是一个文件" in result.stderr
    assert (tmp_path / "a").read_text() == "x"
