"""The sheet of a platform: what was raised there and what came of it, as much as one page holds."""

from pathlib import Path
from typing import Any

from tests.pages.site import BASE, compiled, html, page_at

POSTER = "qingxi/platforms/石桥村议事厅/"
_PLATFORM = (
    "- {名称: 石桥村议事厅, 层级: 村, 类型: 议事厅, 村社: 白云镇/石桥村, 频次: 每季度1次%s}\n"
)
_HEAD = "---\n议题: 第{n}次\n时间: 2024-0{n}-01\n平台: 石桥村议事厅\n---\n\n"


def poster(folder: Path, *sessions: str, state: str = "", more: str = "") -> Any:
    """A site with a platform and sessions there, the first in January."""
    files = {**BASE, "regions/qingxi/platforms.yaml": _PLATFORM % state + more}
    for n, body in enumerate(sessions, 1):
        files[f"regions/qingxi/sessions/2024/0{n}01-hui.md"] = _HEAD.format(n=n) + body
    return compiled(folder, files)


def values(made: Any) -> dict[str, Any]:
    """What the sheet shows."""
    return dict(page_at(made, POSTER).values)


def items(*texts: str, event: str = "") -> str:
    """The body of a session with these suggestions."""
    lines = f"- {event}\n" if event else ""
    return "".join(f"## 建议{n} {text}\n\n{lines}\n" for n, text in enumerate(texts, 1))


def test_every_item_stands_in_exactly_one_of_the_standings(tmp_path: Path) -> None:
    made = poster(
        tmp_path,
        items("修路", event="2024-02-01 办结：已解决；佐证：验收单")
        + "## 建议2 修桥\n\n- 2024-02-01 不采纳：没有资金\n\n"
        + "## 建议3 修渠\n\n- 2024-02-01 交办：市水务局；期限：2024-03-01\n\n"
        + "## 建议4 修灯\n\n## 建议5 修井\n\n- 2024-02-01 并案：建议4\n",
    )
    shown = values(made)
    assert [(one.tone, one.number) for one in shown["standings"]] == [
        ("done", 1), ("active", 1), ("stalled", 1), ("waiting", 1), ("moved", 1),
    ]  # fmt: skip
    assert sum(one.number for one in shown["standings"]) == shown["total"] == 5
    assert [(one.word, one.number) for one in shown["late"]] == [("超过期限", 1)]


def test_the_refused_and_the_overdue_stand_there_like_the_solved(tmp_path: Path) -> None:
    made = poster(
        tmp_path,
        "## 建议1 修桥\n\n- 2024-02-01 不采纳：没有资金\n\n"
        "## 建议2 修渠\n\n- 2024-02-01 交办：市水务局；期限：2024-03-01\n",
    )
    found = {item.title: item for item in values(made)["items"]}
    assert found["修桥"].reason == "原因：没有资金"
    assert [tag["label"] for tag in found["修渠"].tags] == ["交给单位了", "超过期限"]


def test_the_newest_that_fit_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    many = [f"第{n}条" for n in range(1, 9)]
    made = poster(tmp_path, items(*many), items("新近的", "也是新近的"))
    shown = values(made)
    assert {item.title for item in shown["items"][:2]} == {"新近的", "也是新近的"}
    assert shown["rest"] == shown["total"] - len(shown["items"]) > 0
    assert f"另有 {shown['rest']} 条" in html(made, POSTER)


def test_longer_texts_leave_room_for_fewer(tmp_path: Path) -> None:
    short = poster(tmp_path / "short", items(*(f"第{n}条" for n in range(8))))
    long = poster(tmp_path / "long", items(*(f"{'很长的一条' * 30}{n}" for n in range(8))))
    assert 1 <= len(values(long)["items"]) < len(values(short)["items"])
    assert all(item.title.endswith("…") for item in values(long)["items"])


def test_a_platform_of_which_nothing_is_recorded_says_so(tmp_path: Path) -> None:
    shown = html(poster(tmp_path), POSTER)
    assert "还没有录入在这里提的建议，不表示没有人提过" in shown
    assert "poster__items" not in shown
    assert "12345" in shown, "whom to ask"


def test_one_that_is_not_in_use_says_so(tmp_path: Path) -> None:
    assert "这个平台不再使用" in html(poster(tmp_path, state=", 状态: 停用"), POSTER)


def test_the_sheet_is_found_from_its_platform_and_by_no_search_engine(tmp_path: Path) -> None:
    made = poster(tmp_path)
    assert not page_at(made, POSTER).indexed
    link = 'href="../../qingxi/platforms/%E7%9F%B3%E6%A1%A5%E6%9D%91%E8%AE%AE%E4%BA%8B%E5%8E%85/"'
    assert f"<a {link}>打印公告栏海报</a>" in html(made, "qingxi/platforms/")


def test_one_that_was_taken_down_has_none(tmp_path: Path) -> None:
    gone = "- {名称: 旧会场, 撤下: {日期: 2024-01-01, 原因: 登记有误}}\n"
    made = poster(tmp_path, more=gone)
    assert [page.address for page in made.pages if page.kind == "poster"] == [POSTER]
    assert html(made, "qingxi/platforms/").count("打印公告栏海报") == 1


def test_of_a_withheld_item_only_number_and_state_are_on_the_board(tmp_path: Path) -> None:
    body = "## 建议1\n\n- 公开：不公开；原因：涉及一户人家\n- 2024-02-01 不采纳\n"
    (item,) = values(poster(tmp_path, body))["items"]
    assert item.title == "建议1（内容不公开）"
    assert item.reason == ""
    assert [tag["label"] for tag in item.tags] == ["没有受理或没有采纳"]


def test_whatever_a_platform_is_called_its_identity_and_addresses_hold_no_blank(
    tmp_path: Path,
) -> None:
    made = poster(tmp_path, more="- {名称: 村口 A 厅 / 二楼}\n")
    (row,) = [row for row in made.rows if row.title.startswith("村口")]
    (page,) = [page for page in made.pages if page.title.startswith("村口")]
    assert row.id.startswith("platforms/qingxi/村口-")
    assert not any(" " in each for each in (row.id, row.address, page.address))
