"""Which changes of a record can be seen from others, and which concern everything."""

from pathlib import Path

import pytest

from site_gen.load.routes import routes_of
from site_gen.load.walk import walk
from site_gen.records.table import KINDS
from site_gen.verdict.touched import Touched, touched
from tests.parcels.province import PROVINCE, write

SHI = "regions/nan/sessions/2026/0105-shi.md"
YAO = "regions/xiyi/opinions/2025/0301-yao.md"
UNITS = "regions/yun/units.yaml"
ANSWER = "- 2026-08-09 办结"


def changed(folder: Path, path: str, old: str, new: str) -> Touched:
    """What is known of one text put in the place of another in a file."""
    assert old in PROVINCE[path]
    content = write({**PROVINCE, path: PROVINCE[path].replace(old, new, 1)}, folder / "content")
    former = folder / "former" / path
    former.parent.mkdir(parents=True)
    former.write_text(PROVINCE[path], encoding="utf-8")
    return touched({path}, folder / "former", content, walk(content, routes_of(KINDS)))


UNSEEN = {
    "an answer more": (SHI, ANSWER, f"- 2026-08-01 据报道：开工\n{ANSWER}"),
    "other words": (SHI, "年内修完", "明年修完"),
    "a link more": (YAO, "见[提案]", "[坝](record:sessions/dongyi/2025/0302-ba)；见[提案]"),
    "an error": (SHI, "领域: 供水排水", "领域: 供水"),
}
SEEN = {
    "another title": (SHI, "议题: 市里的", "议题: 全市的"),
    "an item less": (SHI, "## 建议2 市里的，再修一段\n", ""),
    "an item merged": (SHI, ANSWER, f"- 2026-08-01 并案：dongyi/2025/0302-ba 建议1\n{ANSWER}"),
    "a unit": (UNITS, "省水利厅", "省水务厅"),
}


@pytest.mark.parametrize("name", UNSEEN)
def test_what_others_do_not_see(tmp_path: Path, name: str) -> None:
    assert changed(tmp_path, *UNSEEN[name]).concerns_none_else


@pytest.mark.parametrize("name", SEEN)
def test_what_others_may_see(tmp_path: Path, name: str) -> None:
    assert not changed(tmp_path, *SEEN[name]).concerns_none_else


@pytest.mark.parametrize("path", ["site.yaml", "vocabulary.yaml", "regions/gu/region.yaml"])
def test_what_all_may_see(tmp_path: Path, path: str) -> None:
    assert changed(tmp_path, path, "名称", "名称").concerns_all


def test_what_could_not_be_read_before_concerns_all(tmp_path: Path) -> None:
    content = write(PROVINCE, tmp_path / "content")
    former = tmp_path / "former" / SHI
    former.parent.mkdir(parents=True)
    former.write_bytes(b"\xff\xfe\x00")

    assert touched(
        {SHI}, tmp_path / "former", content, walk(content, routes_of(KINDS))
    ).concerns_all
