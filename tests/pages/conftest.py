"""The example and the real records, compiled; and a way to compile a few made-up files."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from site_gen.pipeline import compile_site
from tests.pages.composed import ROOT, Composed

TODAY = date(2026, 11, 22)
Make = Callable[[Mapping[str, str]], Composed]

SITE = {
    "site.yaml": "名称: 示例\n最小样本: 3\n",
    "regions/zhou/region.yaml": "名称: 云埠州\n办理时限: {建议: 2个月, 会办: 1个月}\n",
    "regions/jia/region.yaml": '名称: 砾溪县\n上级: zhou\n联系: {电话: "12345"}\n',
    "regions/jia/units.yaml": '- {名称: 县水务局, 联系: {电话: "12328"}}\n- {名称: 县财政局}\n',
}


@pytest.fixture(scope="session")
def example() -> Composed:
    """The fictional example: it has the whole life cycle."""
    return Composed(compile_site(ROOT / "examples" / "wuli", TODAY))


@pytest.fixture(scope="session")
def real() -> Composed:
    """The real records: all compiled from reports."""
    return Composed(compile_site(ROOT / "content", TODAY))


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A function that compiles a made-up county with further files."""

    def compiled(files: Mapping[str, str]) -> Composed:
        for path, text in {**SITE, **files}.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        made = Composed(compile_site(tmp_path, TODAY))
        assert made.compiled.pages, "\n".join(map(str, made.compiled.findings))
        return made

    return compiled
