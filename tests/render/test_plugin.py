"""``mkdocs build`` with the plug-in makes the very site that the program makes itself.

Both paths share their functions; this is what says so.
"""

from datetime import date
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from mkdocs.exceptions import Abort

from site_gen.pipeline import compile_site
from site_gen.render import render_site
from tests.render.sample import ROOT

EXAMPLE = ROOT / "examples" / "wuli"
TODAY = date(2026, 11, 22)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def host_build(content: Path, out: Path) -> None:
    options = {"content_dir": str(content), "today": TODAY.isoformat()}
    config = load_config(
        str(ROOT / "mkdocs.yml"), site_dir=str(out), plugins=[{"consultation": options}]
    )
    build(config)


def test_the_host_and_the_program_make_the_same_files(tmp_path: Path) -> None:
    host_build(EXAMPLE, tmp_path / "host")
    compiled = compile_site(EXAMPLE, TODAY)
    render_site(compiled, ROOT / "mkdocs.yml", tmp_path / "own", jobs=2)
    by_host, own = contents(tmp_path / "host"), contents(tmp_path / "own")
    assert by_host.keys() == own.keys()
    assert [name for name, content in own.items() if by_host[name] != content] == []


def test_content_with_errors_is_refused_and_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        host_build(tmp_path, tmp_path / "out")
    assert "内容有错" in caplog.text


def test_the_project_has_the_plug_in_in_its_configuration() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert "consultation" in config.plugins
