"""A change to the small correct folder leads to exactly these findings, and to no other.

Unlike a list of mistakes that must be found, this also holds what must *not* be said: what only
follows from another mistake, and what looks odd but is right.
"""

from pathlib import Path

import pytest

from site_gen.pipeline import audit
from tests.sites.folder import SMALL, write
from tests.sites.test_mistakes import (
    CANAL,
    FIGURES,
    PLATFORMS,
    PROPOSAL,
    REGION,
    REVIEW,
    SESSION,
    TODAY,
)

REPLY = "- 2023-06-18 答复：年内修完；方式：走访；单位：县交通局\n"
ASSIGNED = "- 2023-05-20 交办：县交通运输局；会办：县财政局；期限：2023-08-20\n"

WRONG = {
    "nobody rated": (SESSION, "满意21、基本满意2", "满意0", "21 V140"),
    "promised for the past": (CANAL, "承诺：2023-12", "承诺：2023-06", "12 L113"),
    "extended backwards": (
        SESSION, REPLY, "- 2023-06-18 延期：2023-07-01；原因：汛期\n", "19 L114"),
    "leads and supports": (SESSION, "会办：县财政局", "会办：县交通局", "18 L115"),
    "raised twice": (PROPOSAL, "- 2023-02-03 立案\n", "- 2023-02-03 提出\n", "13 L105"),
    "adopted after it was filed": (
        SESSION, "- 2023-05-20 并案：建议1", "- 2023-05-20 采纳：镇政府", "26 L101"),
    "evidence of tomorrow": (
        SESSION, "佐证：![竣工", "佐证：2026-11-23 ![竣工", "20 L111"),
    "file in full-width brackets": (
        SESSION, "![竣工后的路段](jungong.png)", "![竣工后的路段]（jungong.png）", "20 V160"),
    "reason without state": (SESSION, "题源: ", "原因: 暴雨\n题源: ", "9 C311"),
    "crosses into itself": (SESSION, "跨区域: moping", "跨区域: lixi", "12 R120"),
    "follows itself": (CANAL, "2023/0512-shigeng", "2023/0701-shuiqu", "4 R121"),
    "merged into a problem": (SESSION, "并案：建议1", "并案：问题1", "26 R122"),
    "name with a comma": (PLATFORMS, "砾溪镇联络站", "砾溪镇站、点", "2 R123"),
    "mended without its picture": (REVIEW, "(jungong.png)", "(jungon.png)", "10 R108"),
    "no time and no source": (SESSION, "时间: 2023-05-12\n", "", "1 C301"),
    "time that cannot be": (SESSION, "时间: 2023-05-12", "时间: 2023-05-12 25:00", "3 V102"),
    "proposed on no day": (PROPOSAL, "- 2023-01-20 提出", "- 2023-13-20 提出", "12 V102"),
    "unknown code": (REGION, "名称: 砾溪县\n上级: yunzhou\n", '代码: "999999"\n', "1 V136"),
    "rating after an unread answer": (SESSION, "答复：年内修完", "答覆：年内修完", "19 B101"),
    "return after an unread assignment": (
        SESSION, ASSIGNED + REPLY,
        ASSIGNED.replace("交办", "交辦") + "- 2023-06-18 退回：不属本局\n", "18 B101"),
    "look-back after a result without its plan": (CANAL, "计划：年度养护；", "", "12 B140"),
    "void of an unread line": (CANAL, "据报道：开始测量", "据报道：开始；方式：走访", "17 B106"),
}  # fmt: skip

RIGHT = {
    "people from four to six": (SESSION, "政协委员4人", "政协委员4-6人"),
    "suggestions called by their word": (SESSION, "- 建议：1、2", "- 建议：建议1、建议2"),
    "extended to a later day": (
        SESSION, REPLY, "- 2023-06-01 延期：2023-09-20；原因：汛期\n" + REPLY),
    "evidence of today": (SESSION, "佐证：![竣工", "佐证：2026-11-22 ![竣工"),
    "promise for the month of the result": (CANAL, "承诺：2023-12", "承诺：2023-07"),
    "figure of the source": (FIGURES, "数值: 6,", "数值: 20余,"),
}  # fmt: skip


def _found(path: str, old: str, new: str, root: Path) -> list[str]:
    assert old in SMALL[path] or new == "", old
    content = {**SMALL, path: SMALL[path].replace(old, new, 1)}
    found = audit(write(content, root), TODAY).findings
    return [f"{one.where.path}:{one.where.line} {one.code}" for one in found]


@pytest.mark.parametrize("name", WRONG)
def test_one_finding_and_no_other(name: str, tmp_path: Path) -> None:
    path, old, new, expected = WRONG[name]
    assert _found(path, old, new, tmp_path) == [f"{path}:{expected}"]


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_not_refused(name: str, tmp_path: Path) -> None:
    assert _found(*RIGHT[name], tmp_path) == []


def test_a_unit_listed_nowhere_is_reported_once(tmp_path: Path) -> None:
    path, old = SESSION, "交办：县交通运输局"
    assert _found(path, old, "交办：县交通运局", tmp_path) == [f"{path}:18 R101"]


def test_a_broken_region_does_not_break_its_classes(tmp_path: Path) -> None:
    found = _found(REGION, "方格: [0, 0]", "方格: [0]", tmp_path)
    assert [one for one in found if "C201" in one] == []
