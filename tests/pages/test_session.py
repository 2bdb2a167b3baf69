"""Pages of sessions: every state, what was taken down, what crosses regions, what came of it."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.pages.site import (
    BASE,
    HEAD,
    SESSION,
    compiled,
    html,
    page_at,
    session,
    suggestion,
    texts,
)

RAISED = "## 建议1 修复破损路面"


@pytest.mark.parametrize(
    ("head", "title", "text"),
    [
        ("状态: 取消\n原因: 与另一场合并\n", "这次协商取消了", "原因：与另一场合并"),
        ("状态: 延期\n原因: 大雪封路\n", "这次协商推迟了", "原因：大雪封路"),
        ("", "计划中，还没有召开", ""),
        ("议题公示: 2023-04-01\n", "已经公布，还没有召开", ""),
    ],
)
def test_a_session_that_was_not_held_says_so(
    tmp_path: Path, head: str, title: str, text: str
) -> None:
    made = compiled(tmp_path, session("", HEAD + head), date(2023, 5, 1))
    (notice,) = page_at(made, SESSION).values["notices"]  # type: ignore[misc]
    assert (notice.title, notice.text) == (title, text)  # type: ignore[has-type]


def test_what_was_taken_down_leaves_a_stub(tmp_path: Path) -> None:
    head = HEAD + "撤下: {日期: 2023-06-01, 原因: 住户提出记录不符}\n"
    made = compiled(tmp_path, session(RAISED, head))
    page = page_at(made, SESSION)
    shown = html(made, SESSION)
    assert (page.title, page.indexed) == ("协商活动（已撤下）", False)
    assert "2023年6月1日" in shown
    assert "住户提出记录不符" in shown
    assert "石桥村通村公路" not in shown
    assert "修复破损路面" not in shown
    assert not any("石桥村通村公路" in text for text in texts(made).values())


def test_a_session_is_listed_in_every_region_it_concerns(tmp_path: Path) -> None:
    files = session(RAISED, HEAD + "跨区域: baishan\n")
    files["regions/baishan/region.yaml"] = "名称: 白杉县\n"
    made = compiled(tmp_path, files)
    for region in ("qingxi/", "baishan/"):
        (year,) = page_at(made, region).values["years"]  # type: ignore[misc]
        assert [row["address"] for row in year.rows] == [SESSION]  # type: ignore[has-type]
        assert page_at(made, region).values["numbers"][0]["value"] == 1  # type: ignore[index]
    assert page_at(made, "").values["numbers"][0]["value"] == 1  # type: ignore[index]
    assert page_at(made, SESSION).values["region"] == "清溪市、白杉县"


def test_later_sessions_and_cases_are_named(tmp_path: Path) -> None:
    files = session(RAISED)
    files["regions/qingxi/sessions/2024/0112-shiqiao.md"] = (
        "---\n议题: 石桥村再商量\n时间: 2024-01-12\n承接: 2023/0512-shiqiao\n---\n"
    )
    files["regions/qingxi/cases/shiqiao.md"] = (
        "---\n标题: 一条路的故事\n日期: 2024-02\n协商: 2023/0512-shiqiao\n---\n\n## 困难\n\n烂。\n"
    )
    made = compiled(tmp_path, files)
    related = page_at(made, SESSION).values["related"]
    assert related == (
        {
            "label": "后来接着商量",
            "value": ({"text": "石桥村再商量", "address": "qingxi/sessions/2024/0112-shiqiao/"},),
        },
        {
            "label": "写成案例",
            "value": ({"text": "一条路的故事", "address": "qingxi/cases/shiqiao/"},),
        },
    )
    later = html(made, "qingxi/sessions/2024/0112-shiqiao/")
    assert 'href="../../../../qingxi/sessions/2023/0512-shiqiao/">石桥村通村公路</a>' in later


def test_the_first_screen_says_what_was_suggested_and_how_it_stands(tmp_path: Path) -> None:
    shown = html(compiled(tmp_path, suggestion("2024-05-20 交办：市交通运输局")), SESSION)
    first = shown[: shown.index("这次协商")]
    assert "修复破损路面" in first
    assert "交给单位了" in first
    assert "2023年5月12日" in first


def test_every_suggestion_has_an_address_of_its_own(tmp_path: Path) -> None:
    files = suggestion("2024-05-20 交办：市交通运输局")
    files["site.yaml"] = BASE["site.yaml"] + "网址: https://example.org/gongshi\n"
    shown = html(compiled(tmp_path, files), SESSION)
    assert 'id="s1"' in shown
    assert "https://example.org/gongshi/qingxi/sessions/2023/0512-shiqiao/#s1" in shown


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script>{{7*7}}"
    body = f"## 建议1 {hostile}\n\n- 2024-05-20 办理：{hostile}\n\n## 经过\n\n{hostile}"
    shown = html(
        compiled(tmp_path, session(body, HEAD.replace("石桥村通村公路", "'" + hostile + "'"))),
        SESSION,
    )
    assert "<script" not in shown
    assert shown.count("{{7*7}}") >= 4


def test_totals_of_the_source_stand_beside_what_is_itemised(tmp_path: Path) -> None:
    files = session(RAISED, HEAD + "上报数: {建议: 8}\n")
    shown = html(compiled(tmp_path, files), SESSION)
    assert 'data-reported="建议"' in shown
    assert "8 条" in shown


def test_whoever_is_named_by_a_unit_of_the_list_is_a_link(tmp_path: Path) -> None:
    files = session("## 建议1 修路\n\n- 2023-06-01 采纳：市交通局", f"{HEAD}主办: 市水务局\n")
    shown = html(compiled(tmp_path, files), SESSION)
    assert re.search(
        r'<a href="\S+units/%E5%B8%82%E6%B0%B4%E5%8A%A1%E5%B1%80/">市水务局</a>', shown
    )
    assert re.search(r'<a href="\S+units/\S+/">市交通局</a>', shown), "also by its former name"


def test_a_free_text_that_is_no_units_name_stays_text(tmp_path: Path) -> None:
    files = session("## 建议1 修路\n\n- 2023-06-01 采纳：市水务局等单位", f"{HEAD}主办: 县里\n")
    shown = html(compiled(tmp_path, files), SESSION)
    assert "units/" not in shown
    assert "市水务局等单位" in shown


def test_what_is_personal_and_public_on_purpose_is_told_with_its_reason(tmp_path: Path) -> None:
    excepted = "个人信息例外: [{片段: 138****8000, 原因: 对外公布的值班手机, 核准: 市政协办公室}]\n"
    files = session("## 建议1 值班手机 13800138000 没人接", f"{HEAD}{excepted}")
    made = compiled(tmp_path, files)
    shown = html(made, SESSION)
    assert "138****8000。原因：对外公布的值班手机。核准：市政协办公室" in shown
    assert "核准公开的个人信息" not in html(made, "qingxi/")
