"""What changed lately: each kind with its day, why, and the way to the whole list."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from site_gen.pages.changes import Group
from site_gen.pages.highlights import RECENT_DAYS
from site_gen.pages.model import Feed
from site_gen.pages.picks import FEED_LENGTH
from site_gen.pages.shapes import Row
from site_gen.pipeline import Compilation
from tests.pages.composed import Composed
from tests.pages.site import BASE, compiled, html, page_at, session, suggestion

DUE = date(2024, 4, 10)
ASSIGNED = f"2024-03-01 交办：市交通运输局；期限：{DUE}"
REFUSED = "2024-02-03 不采纳：路面归高速公路公司管"
CLOSED = "2024-02-20 办结：已解决；佐证：文字说明"
BROKEN = "2024-05-02 回头看：承诺未兑现"


def groups(made: Compilation, address: str = "") -> dict[str, Group]:
    found = page_at(made, address).values["changes"]
    assert isinstance(found, tuple)
    return {group.key: group for group in found}


def row(group: Group) -> Row:
    (only,) = group.rows
    return only


def feed(made: Compilation, address: str = "") -> Feed:
    found = page_at(made, address).feed
    assert found is not None
    return found


@pytest.mark.parametrize("address", ["", "qingxi/"])
@pytest.mark.parametrize(
    ("key", "events", "said", "day", "list_of"),
    [
        ("results", ("2024-02-20 办结：正在解决；下一步：招标；承诺：2025-06",), ("正在解决",),
         "2024-02-20", "ledger/"),
        ("newly-overdue", (ASSIGNED,), ("市交通运输局", "2024年4月11日起超过期限"), "",
         "overdue/"),
        ("newly-refused", (REFUSED,), ("没有采纳", "原因：路面归高速公路公司管"), "2024-02-03",
         "refused/"),
        ("newly-broken", ("2024-01-20 办结：列入计划；计划：大修；承诺：2024-04", BROKEN),
         ("查过，答应的没有做到",), "2024-05-02", "overdue/"),
        ("newly-broken", ("2024-01-20 办结：列入计划；计划：大修；承诺：2024-05",),
         ("答应2024年5月前，还没有人去看",), "", "overdue/"),
        ("reopened", ("2024-01-20 答复：修好了；单位：市交通运输局", "2024-02-01 评价：不满意",
                      "2024-02-09 二次办理：评价"), ("重新办理", "原因：群众不满意"),
         "2024-02-09", "ledger/"),
    ],
)  # fmt: skip
def test_each_kind_is_told_with_its_day_and_leads_to_its_list(
    tmp_path: Path, address: str, key: str, events: tuple[str, ...], said: tuple[str, ...],
    day: str, list_of: str,
) -> None:  # fmt: skip
    made = compiled(tmp_path, suggestion(*events))
    group = groups(made, address)[key]
    assert tuple(row(group)["facts"])[1:] == said
    assert row(group)["date"] == day
    assert group.more["address"].startswith(list_of)
    shown = html(made, address)
    assert said[-1] in shown
    assert group.title in shown


@pytest.mark.parametrize(("late", "is_new"), [(0, False), (1, True), (RECENT_DAYS, True)])
def test_a_term_is_newly_passed_from_the_day_after_it(
    tmp_path: Path, late: int, is_new: bool
) -> None:
    made = compiled(tmp_path, suggestion(ASSIGNED), DUE + timedelta(days=late))
    assert ("newly-overdue" in groups(made)) == is_new


def test_after_a_while_it_is_not_new_any_more_but_stays_in_the_feed(tmp_path: Path) -> None:
    made = compiled(tmp_path, suggestion(ASSIGNED), DUE + timedelta(days=RECENT_DAYS + 2))
    assert "newly-overdue" not in groups(made)
    assert [entry.when for entry in feed(made).entries] == ["2024-04-11"]


def test_how_many_days_are_new_stands_on_the_page(tmp_path: Path) -> None:
    made = compiled(tmp_path, suggestion(ASSIGNED))
    assert f"最近 {RECENT_DAYS} 天里" in html(made, "")


def test_an_answer_ends_it(tmp_path: Path) -> None:
    answered = "2024-05-01 答复：修好了；单位：市交通运输局"
    made = compiled(tmp_path, suggestion(ASSIGNED, answered))
    assert groups(made) == {}
    assert feed(made).entries == ()


def test_what_happened_is_told_once(tmp_path: Path) -> None:
    made = compiled(tmp_path, suggestion("2024-02-20 办结：暂难解决；原因：没有资金"))
    assert set(groups(made)) == {"newly-refused"}
    assert [entry.title for entry in feed(made).entries] == ["现在办不了：修复破损路面"]


def test_of_what_is_withheld_only_that_it_happened_is_told(tmp_path: Path) -> None:
    withheld = REFUSED.partition("：")[0]
    body = f"## 建议1\n\n- 公开：不公开；原因：涉及个人\n- {withheld}"
    made = compiled(tmp_path, session(body))
    (entry,) = feed(made).entries
    assert entry.title == "没有采纳：建议1（内容不公开）"
    assert "原因" not in "".join(entry.lines)


def test_what_was_only_reported_is_no_news(tmp_path: Path) -> None:
    source = "来源: {标题: 某报道, 发布: 某报, 日期: 2024-01-03}\n"
    head = f"议题: 石桥村通村公路\n时间: 2023-05-12\n{source}"
    body = "## 建议1 修复破损路面\n\n- 2024-01-02 办结：暂难解决；原因：没有资金"
    made = compiled(tmp_path, session(body, head))
    assert groups(made) == {}
    assert feed(made).entries == ()
    assert page_at(made, "qingxi/").feed is None
    assert "订阅" not in html(made, "")


def test_what_was_taken_down_is_told_nowhere(tmp_path: Path) -> None:
    head = "议题: 石桥村通村公路\n时间: 2023-05-12\n撤下: {日期: 2024-06-01, 原因: 核实中}\n"
    made = compiled(tmp_path, session(f"## 建议1 修复破损路面\n\n- {REFUSED}", head))
    assert feed(made).entries == ()


def test_a_feed_has_the_newest_first_and_no_more_than_it_says(tmp_path: Path) -> None:
    start = date(2023, 6, 1)
    items = [
        f"## 建议{number} 第{number}条\n\n- {start + timedelta(days=number)} 不采纳：没有资金\n"
        for number in range(1, FEED_LENGTH + 6)
    ]
    made = compiled(tmp_path, session("\n".join(items)))
    for address in ("", "qingxi/"):
        days = [entry.when for entry in feed(made, address).entries]
        assert len(days) == FEED_LENGTH
        assert days == sorted(days, reverse=True)
        assert days[0] == str(start + timedelta(days=FEED_LENGTH + 5))
        assert f"最新 {FEED_LENGTH} 条" in feed(made, address).description


def test_every_entry_has_a_number_of_its_own_and_leads_to_a_page(example: Composed) -> None:
    pages = {page.address: page for page in example.compiled.pages}
    feeds = [page.feed for page in pages.values() if page.feed]
    assert {feed.address for feed in feeds} >= {"feeds/", "feeds/wuli/", "feeds/yuanzhu/"}
    for feed in feeds:
        keys = [entry.key for entry in feed.entries]
        assert len(keys) == len(set(keys))
        assert {entry.address.partition("#")[0] for entry in feed.entries} <= pages.keys()


def test_the_example_has_every_kind(example: Composed) -> None:
    found = groups(example.compiled)
    assert list(found) == ["results", "newly-overdue", "newly-refused", "newly-broken", "reopened"]


def test_a_region_that_has_not_begun_has_no_feed(tmp_path: Path) -> None:
    made = compiled(tmp_path, BASE)
    assert page_at(made, "qingxi/").feed is None
