"""Which errors parts are certain of, and for which all content has to be looked at at once."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.attachments.files import pdf
from tests.parcels.province import PROVINCE, write
from tests.verdict.looking import parts, whole

DIAN = "regions/donger/sessions/2025/1112-dian.md"
JING = "regions/nanyi/sessions/2025/0910-jing.md"
LU = "regions/dongyi/sessions/2025/0708-lu.md"
QU = "regions/xier/sessions/2025/0809-qu.md"
MOBILE = "13800138000"
EXCEPTION = "个人信息例外:\n  - {片段: 138****8000, 原因: 值班, 核准: 办公室}\n"


def changed(path: str, old: str, new: str) -> Mapping[str, str]:
    """The province after one text was put in the place of another."""
    assert old in PROVINCE[path]
    return {path: PROVINCE[path].replace(old, new, 1)}


CERTAIN = {
    "nothing is wrong": {},
    "a word that is none": changed(JING, "领域: 供水排水", "领域: 供水排水\n题源: 群众"),
    "a unit that is nowhere": changed(JING, "县水务局", "县教育局"),
    "a region that is not there": changed(QU, "跨区域: 东二县", "跨区域: 北一县"),
    "an item that is not there": changed(LU, "0809-qu 建议1", "0809-qu 建议9"),
    "a mailbox that is of no office": changed(DIAN, "zhanghai@", "lisi@"),
    "a head that cannot be read": {"regions/nan/sessions/2026/0105-shi.md": "---\n: [\n"},
    "a region that cannot be read": {"regions/gu/units.yaml": ": [\n"},
    "a record that is nowhere": changed(QU, "nanyi/2025/0127-qu", "nanyi/2025/0127"),
    "a file that belongs nowhere": {"regions/gu/notes.txt": "?"},
}
UNCERTAIN = {
    "a link that leads nowhere": changed(QU, "record:sessions/gu/2025", "record:sessions/gu/2024"),
    "units may be listed where nothing can be read": {"regions/yun/units.yaml": ": [\n"},
}


@pytest.mark.parametrize("name", CERTAIN)
def test_parts_are_certain(tmp_path: Path, name: str) -> None:
    content = write({**PROVINCE, **CERTAIN[name]}, tmp_path)

    assert parts(content) == whole(content)


@pytest.mark.parametrize("name", UNCERTAIN)
def test_parts_cannot_be_certain(tmp_path: Path, name: str) -> None:
    content = write({**PROVINCE, **UNCERTAIN[name]}, tmp_path)

    assert whole(content).findings
    assert parts(content) is None


def test_what_is_approved_elsewhere_may_stand_in_a_document(tmp_path: Path) -> None:
    text = PROVINCE[DIAN].replace("\n---\n", f"\n{EXCEPTION}---\n", 1) + f"\n电话 {MOBILE}\n"
    content = write({**PROVINCE, DIAN: text}, tmp_path)
    (content / "regions/xiyi/attachments/plan.pdf").write_bytes(pdf(f"Plan {MOBILE}"))

    assert parts(content) is None


def test_nothing_is_said_to_be_unused_while_something_cannot_be_read(tmp_path: Path) -> None:
    content = write(PROVINCE, tmp_path)
    before = parts(content)
    (content / "regions/gu/units.yaml").write_text(": [\n")
    after = parts(content)

    assert before is not None
    assert after is not None
    assert "A120" in {one.code for one in before.findings}
    assert "A120" not in {one.code for one in after.findings}
