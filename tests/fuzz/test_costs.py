"""Files that were slow once: each is refused or read without anything growing as its square.

What is judged is how often the costly step runs, or that reading stops early; no clock.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from site_gen.findings import Finding
from site_gen.pipeline import audit
from site_gen.records.table import KINDS
from site_gen.source import read_record
from site_gen.source.decoding import MOST_LINES
from tests.fuzz.judge import TODAY
from tests.sites.folder import SMALL, write

KIND = {kind.key: kind for kind in KINDS}
HEAD = "---\n议题: 修路\n时间: 2023-05-12\n---\n\n"
SESSION = "regions/lixi/sessions/2023/0512-shigeng.md"


def findings(kind: str, text: str) -> Sequence[Finding]:
    return read_record(KIND[kind], "lixi", "2023/a", "a", text.encode())[1]


def codes(kind: str, text: str) -> set[str]:
    return {one.code for one in findings(kind, text)}


def test_a_quarter_of_a_million_broken_lines() -> None:
    assert codes("session", HEAD + "a\n" * 250_000) == {"F106"}


def test_the_most_lines_that_may_be_all_broken() -> None:
    found = findings("session", HEAD + "## 建议1 甲\n" + "a\n" * (MOST_LINES - 100))
    assert len(found) == 501
    assert found[0].code == "F105"
    assert "至少" in found[0].message


def test_a_conflict_mark_in_every_line() -> None:
    assert codes("session", "<<<<<<<\n" * (MOST_LINES - 1)) >= {"F105", "F120"}


def test_every_line_indented_by_a_wide_blank_is_mended_once() -> None:
    text = "议题: 甲\n来源:\n" + "　标题: 甲\n" * 3000
    found = read_record(KIND["session"], "lixi", "2023/a", "a", f"---\n{text}---\n".encode())[1]
    assert sum(len(one.edits) for one in found) <= 3000 + 500


@pytest.mark.parametrize("number", [501, 5000])
def test_more_items_than_a_record_holds(number: int) -> None:
    items = "".join(f"## 建议{n} 甲\n" for n in range(1, number + 1))
    assert codes("session", HEAD + items) == {"Y105"}


def test_as_many_items_as_a_record_may_hold() -> None:
    assert codes("session", HEAD + "".join(f"## 建议{n} 甲\n" for n in range(1, 500))) == set()


def test_more_events_than_an_item_holds() -> None:
    text = HEAD + "## 建议1 甲\n\n" + "- 2023-05-20 办理：甲\n" * 1001
    assert codes("session", text) == {"Y105"}


def test_a_large_session_stays_correct(tmp_path: Path) -> None:
    events = "- 2023-05-20 交办：县交通运输局\n" + "- 2023-06-01 办理：施工\n" * 9
    text = HEAD + "".join(f"## 建议{n} 修路\n\n{events}\n" for n in range(1, 201))
    assert not audit(write({**SMALL, SESSION: text}, tmp_path), TODAY).findings


def test_two_thousand_figures_stay_correct() -> None:
    rows = "".join(
        f"  - {{指标: 服务活动, 数值: {n}, 单位: 场次, 截至: 2023-06}}\n" for n in range(2000)
    )
    assert codes("statistic", f"来源: {{标题: 讲话}}\n数据:\n{rows}") == set()


def test_a_thousand_units_stay_correct() -> None:
    assert codes("unit", "".join(f"- {{名称: 县{n}局}}\n" for n in range(1000))) == set()


def test_a_circle_of_several_hundred_items(tmp_path: Path) -> None:
    items = "".join(
        f"## 建议{n} 甲\n\n- 2023-05-20 并案：建议{n % 400 + 1}\n" for n in range(1, 401)
    )
    found = audit(write({**SMALL, SESSION: HEAD + items}, tmp_path), TODAY).findings
    assert [one.code for one in found if one.where.path == SESSION].count("R107") == 400


def test_only_twenty_names_of_a_file_get_a_guess(tmp_path: Path) -> None:
    events = "".join(f"- 2023-05-20 交办：县交通运输局{n}\n" for n in range(50))
    text = HEAD + "## 建议1 甲\n\n" + events
    found = audit(write({**SMALL, SESSION: text}, tmp_path), TODAY).findings
    unknown = [one for one in found if one.code == "R101"]
    assert len(unknown) == 50
    assert sum("是不是" in str(one) for one in unknown) == 20


def test_a_number_of_five_thousand_digits() -> None:
    text = f"来源: {{标题: 讲话}}\n数据:\n  - {{指标: 甲, 数值: {'9' * 4999}, 单位: 个}}\n"
    assert len(findings("statistic", text)) == 1
    assert codes("session", HEAD + f"## 建议{'9' * 4999} 甲\n") == {"B121"}
    assert findings("session", HEAD + f"## 建议1 甲\n- {'9' * 4999} 答复：甲\n")
