"""The tag of an item: every stage, result and finding, in plain words with the right tone."""

from pathlib import Path

import pytest

from site_gen.vocabulary.progress import Result, Stage, Verdict
from tests.pages.site import card, session, suggestion

ASSIGNED = "2024-05-20 交办：市交通运输局"
REPLIED = "2024-06-10 答复：年内修完"
RESOLVED = "2024-06-12 办结：已解决；佐证：验收单"

BY_STAGE: dict[Stage, tuple[list[str], tuple[str, str]]] = {
    Stage.RAISED: ([], ("提了，还没有下文", "waiting")),
    Stage.ACCEPTED: (["2024-05-20 立案"], ("受理了，还没交给单位", "waiting")),
    Stage.ASSIGNED: ([ASSIGNED], ("交给单位了", "active")),
    Stage.RETURNED: ([ASSIGNED, "2024-05-22 退回：不归我们管"], ("单位退回了", "waiting")),
    Stage.HANDLING: ([ASSIGNED, "2024-05-25 办理：开工"], ("正在做", "active")),
    Stage.REPLIED: ([ASSIGNED, REPLIED], ("答复了，还没有结果", "active")),
    Stage.CLOSED: ([ASSIGNED, RESOLVED], ("解决了", "done")),
    Stage.REOPENED: (
        [ASSIGNED, RESOLVED, "2024-06-20 回头看：反弹"],
        ("重新办理", "active"),
    ),
    Stage.DECLINED: (["2024-05-20 不采纳：没有资金"], ("没有受理或没有采纳", "stalled")),
    Stage.CONVERTED: (["2024-05-20 转为：来信"], ("转成别的形式处理", "moved")),
    Stage.WITHDRAWN: (["2024-05-20 撤回：自己修了"], ("提出人撤回了", "moved")),
}

BY_RESULT: dict[Result, tuple[str, tuple[str, str, str]]] = {
    Result.RESOLVED: ("已解决；佐证：验收单", ("解决了", "done", "")),
    Result.IN_PROGRESS: (
        "正在解决；下一步：铺油；承诺：2024-10",
        ("正在解决", "active", "答应2024年10月前"),
    ),
    Result.PLANNED: (
        "列入计划；计划：明年养护计划；承诺：2025",
        ("答应列入计划，还没做", "promised", "2025年内"),
    ),
    Result.DEFERRED: ("暂难解决；原因：没有资金", ("现在办不了", "stalled", "")),
    Result.INFEASIBLE: ("不可行；原因：地质不允许", ("办不到", "stalled", "")),
    Result.SUPERSEDED: ("情况变化；原因：改了线路", ("情况变了，不用再办", "moved", "")),
}

BY_VERDICT: dict[Verdict, tuple[str, str, str]] = {
    Verdict.VERIFIED: ("属实巩固", "查过，确实办好", "done"),
    Verdict.PARTIAL: ("部分落实", "查过，只办了一部分", "active"),
    Verdict.UNFULFILLED: ("承诺未兑现", "查过，答应的没有做到", "late"),
    Verdict.RELAPSED: ("反弹", "查过，又变回去了", "late"),
    Verdict.PROGRESSED: ("现已解决；佐证：照片", "查过，后来解决了", "done"),
}


@pytest.mark.parametrize("stage", BY_STAGE, ids=lambda stage: stage.value)
def test_the_tag_of_a_stage(tmp_path: Path, stage: Stage) -> None:
    events, expected = BY_STAGE[stage]
    tag = card(tmp_path, suggestion(*events)).tags[0]
    assert (tag["label"], tag["tone"]) == expected


def test_the_tag_of_a_merged_suggestion(tmp_path: Path) -> None:
    body = "## 建议1 修路\n\n- 2024-05-20 并案：建议2\n\n## 建议2 再修路"
    tag = card(tmp_path, session(body)).tags[0]
    assert (tag["label"], tag["tone"]) == ("与另一条一起处理", "moved")


@pytest.mark.parametrize("result", Result, ids=lambda result: result.value)
def test_the_tag_of_a_result_has_its_promise(tmp_path: Path, result: Result) -> None:
    written, expected = BY_RESULT[result]
    (tag,) = card(tmp_path, suggestion(ASSIGNED, f"2024-06-12 办结：{written}")).tags
    assert (tag["label"], tag["tone"], tag.get("detail", "")) == expected


def test_a_promise_without_a_day(tmp_path: Path) -> None:
    closed = "2024-06-12 办结：列入计划；计划：养护计划；承诺：未定"
    assert card(tmp_path, suggestion(ASSIGNED, closed)).tags[0].get("detail") == "时间未定"


@pytest.mark.parametrize("verdict", Verdict, ids=lambda verdict: verdict.value)
def test_the_voice_of_a_look_back(tmp_path: Path, verdict: Verdict) -> None:
    written, label, tone = BY_VERDICT[verdict]
    closed = "2024-06-12 办结：列入计划；计划：养护计划；承诺：2024-06-15"
    shown = card(tmp_path, suggestion(ASSIGNED, closed, f"2024-06-20 回头看：{written}"))
    assert shown.voices is not None
    assert shown.voices.lookback is not None
    assert (shown.voices.lookback["text"], shown.voices.lookback.get("tone")) == (label, tone)


def test_every_stage_is_tested() -> None:
    assert {*BY_STAGE, Stage.MERGED} == set(Stage)


def test_what_is_overdue_says_by_how_much(tmp_path: Path) -> None:
    tags = card(tmp_path, suggestion("2024-05-20 交办：市交通运输局；期限：2024-06-20")).tags
    assert [(tag["label"], tag.get("detail", "")) for tag in tags] == [
        ("交给单位了", ""),
        ("超过期限", "已过 10 天"),
    ]


def test_the_due_day_itself_is_in_time(tmp_path: Path) -> None:
    shown = card(tmp_path, suggestion("2024-05-20 交办：市交通运输局；期限：2024-06-30"))
    assert len(shown.tags) == 1


def test_a_promise_that_has_come_asks_to_be_looked_at(tmp_path: Path) -> None:
    closed = "2024-05-25 办结：列入计划；计划：养护计划；承诺：2024-05"
    labels = [tag["label"] for tag in card(tmp_path, suggestion(ASSIGNED, closed)).tags]
    assert labels == ["答应列入计划，还没做", "承诺到期，待核实"]


def test_what_happened_before_stays_visible(tmp_path: Path) -> None:
    shown = card(
        tmp_path,
        suggestion(
            ASSIGNED,
            "2024-05-21 办结：已解决；佐证：验收单",
            "2024-05-22 评价：不满意",
            "2024-05-23 回头看：反弹",
            "2024-05-30 办结：已解决；佐证：验收单",
        ),
    )
    assert shown.tags[0]["label"] == "解决了"
    assert shown.notes == ("曾不满意 1 次", "曾反弹 1 次", "重新办理过 1 次")


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        (RESOLVED, ("解决了", "done")),
        ("2024-06-10 答复：年内修完", ("还没有解决", "waiting")),
    ],
)
def test_a_problem_is_solved_by_its_suggestions(
    tmp_path: Path, events: str, expected: tuple[str, str]
) -> None:
    from tests.pages.site import SESSION, compiled, page_at

    body = f"## 建议1 修路\n\n- {ASSIGNED}\n- {events}\n\n## 问题1 路烂\n\n- 建议：1"
    problems = page_at(compiled(tmp_path, session(body)), SESSION).values["problems"]
    assert isinstance(problems, tuple)
    tag = problems[0].tags[0]
    assert (tag["label"], tag["tone"]) == expected
