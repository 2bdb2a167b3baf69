"""The card of an item: due dates with their working, three voices, a timeline that is whole."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from site_gen.docket.entry import Entry
from site_gen.pages.item import item_card
from site_gen.pages.shapes import Fact, Step
from site_gen.vocabulary.settings import Disclosure
from tests.pages.site import SESSION, card, compiled, html, session, suggestion, view_of

ASSIGNED = "2023-05-20 交办：市交通运输局；会办：市水务局；期限：2023-08-20"


def texts(facts: Sequence[Fact], label: str) -> list[Any]:
    """What stands in a row of the summary: texts, and notes behind them."""
    value = next(fact["value"] for fact in facts if fact["label"] == label)
    cells = [value] if isinstance(value, str | int | dict) else value
    return [
        (cell["text"], cell.get("note", "")) if isinstance(cell, dict) else cell for cell in cells
    ]


def titles(steps: Sequence[Step]) -> list[str]:
    return [step["title"] for step in steps]


def test_a_due_day_shows_how_it_was_worked_out(tmp_path: Path) -> None:
    shown = card(tmp_path, suggestion("2023-12-31 交办：市交通运输局", "2024-01-10 答复：在办"))
    assert texts(shown.facts, "期限") == [
        (
            "2024年2月29日，按时答复",
            "2023-12-31 交办，加 2个月（清溪市规定），到 2024-02-29",
        )
    ]


def test_an_answer_after_the_due_day_is_late(tmp_path: Path) -> None:
    shown = card(tmp_path, suggestion(ASSIGNED, "2023-08-30 答复：修好了"))
    assert ("2023年8月20日，晚 10 天答复", "2023-05-20 交办时写明 2023-08-20") in texts(
        shown.facts, "期限"
    )


def test_units_have_their_present_name_and_their_number(tmp_path: Path) -> None:
    shown = card(tmp_path, suggestion("2023-05-20 交办：市交通局"))
    assert texts(shown.facts, "交给谁") == [("市交通运输局", "")]
    assert texts(shown.facts, "找谁问") == [("市交通运输局，12328", "")]
    assert titles(shown.steps) == ["提出来", "交给市交通局（现市交通运输局）处理"]


def test_a_unit_without_a_number_falls_back_to_the_region(tmp_path: Path) -> None:
    shown = card(tmp_path, suggestion("2023-05-20 交办：市水务局"))
    assert texts(shown.facts, "找谁问") == [("12345", "")]


def test_the_three_voices_stay_apart(tmp_path: Path) -> None:
    shown = card(
        tmp_path,
        suggestion(
            ASSIGNED,
            "2023-08-18 办结：已解决；佐证：验收单",
            "2023-09-01 评价：满意2、不满意5；评价人：三组村民",
            "2023-10-01 回头看：部分落实；查验人：政协委员2人",
        ),
    )
    voices = shown.voices
    assert voices is not None
    assert voices.unit == {
        "text": "解决了",
        "tone": "done",
        "date": voices.unit["date"] if voices.unit else None,
        "who": "市交通运输局",
        "notes": (),
    }
    assert voices.people is not None
    assert voices.people["text"] == "满意2、不满意5"
    assert voices.people.get("notes") == ("曾不满意 1 次",)
    assert voices.lookback is not None
    assert voices.lookback.get("who") == "政协委员2人"


def test_nobody_has_spoken_yet(tmp_path: Path) -> None:
    assert card(tmp_path, suggestion(ASSIGNED)).voices is None


def test_a_voided_step_stays_with_its_correction(tmp_path: Path) -> None:
    shown = card(
        tmp_path,
        suggestion(
            ASSIGNED,
            "2023-08-18 答复：修完了",
            "2023-08-25 更正：记错了条目；作废：2023-08-18 答复",
        ),
    )
    assert [(step["title"], step.get("voided")) for step in shown.steps[2:]] == [
        ("单位答复", True),
        ("更正", False),
    ]
    page = html(compiled(tmp_path / "b", suggestion(ASSIGNED, "2023-08-18 答复：修完了")), SESSION)
    assert "修完了" in page


def test_a_local_letter_is_never_shown_bare(tmp_path: Path) -> None:
    shown = card(tmp_path, suggestion(ASSIGNED, "2023-08-18 办结：已解决；佐证：验收单；类别：A"))
    assert texts(shown.steps[-1].get("facts", ()), "本地分类") == [("A：解决了", "")]


def test_a_merged_item_links_to_the_other(tmp_path: Path) -> None:
    body = "## 建议1 修路\n\n- 2023-05-20 并案：建议2\n\n## 建议2 再修路"
    shown = card(tmp_path, session(body))
    assert shown.steps[-1].get("facts") == (
        {"label": "在哪里看", "value": {"text": "建议2", "address": f"{SESSION}#s2"}},
    )


SECRET = "张家和李家的纠纷"
WITHHELD = f"""## 建议1

- 公开：不公开；原因：涉及一户人家
- 2023-05-20 交办：市交通运输局
- 2023-08-18 答复；单位：市交通运输局
- 2023-09-01 评价：满意

## 问题1 {SECRET}

- 建议：1
"""


def test_a_withheld_item_shows_number_dates_and_actions_only(tmp_path: Path) -> None:
    shown = card(tmp_path, session(WITHHELD))
    assert shown.title == ""
    assert shown.withheld == "内容不公开：涉及一户人家"
    assert titles(shown.steps) == [
        "提出来",
        "交给市交通运输局处理",
        "市交通运输局答复",
        "群众评价：满意",
    ]
    allowed = {"date", "title", "official", "tone", "voided"}
    assert all(set(step) <= allowed for step in shown.steps)


def withheld(entry: Entry) -> Entry:
    """The same entry, had its content not been public."""
    assert entry.tracked is not None
    item = entry.tracked.item
    head = item.head.model_copy(update={"disclosure": Disclosure.WITHHELD})
    return replace(entry, tracked=replace(entry.tracked, item=replace(item, head=head)))


def test_free_text_of_a_withheld_item_is_shown_nowhere_on_its_card(tmp_path: Path) -> None:
    body = """## 建议1 秘密的题目

- 提出人：秘密的人
- 受益：秘密的户
- 2023-05-20 交办：市交通运输局
- 2023-08-18 答复：秘密的话；单位：市交通运输局；文件：秘密的文件
- 2023-08-20 办结：列入计划；计划：秘密的计划；承诺：2023-12
- 2023-09-01 评价：满意；评价人：秘密的人
- 2023-10-01 回头看：属实巩固；查验人：秘密的人；佐证：秘密的照片
"""
    view = view_of(tmp_path, session(body))
    entry = next(entry for entry in view.entries if entry.kind == "suggestion")
    assert "秘密" in repr(item_card(view, entry))
    hidden = repr(item_card(view, withheld(entry)))
    assert "秘密" not in hidden
    assert "答应列入计划，还没做" in hidden
