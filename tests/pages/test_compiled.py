"""Records compiled from reports: grey, dated, without clock, in no rate; nothing is claimed."""

from datetime import date
from pathlib import Path
from typing import Any

from site_gen.pipeline import Compilation
from tests.pages.site import BASE, HEAD, SESSION, card, compiled, html, page_at, session

PRESS = HEAD + "来源: {标题: 一篇报道, 发布: 人民政协网, 网址: 'https://example.org/a?b=1&c=2'}\n"
NOTED = "## 建议1 拓宽连接道\n\n- 2023-07-06 据报道：次日施工队进场"


def test_its_tag_is_grey_and_says_how_far_the_report_goes(tmp_path: Path) -> None:
    assert card(tmp_path, session(NOTED, PRESS)).tags == (
        {"label": "截至 2023年7月6日（报道），之后没有公开信息", "tone": "unknown"},
    )


def test_a_reported_result_is_still_grey(tmp_path: Path) -> None:
    body = "## 建议1 拓宽\n\n- 2023-07-06 办结：已解决；佐证：照片"
    (tag,) = card(tmp_path, session(body, PRESS)).tags
    assert tag == {
        "label": "报道说：解决了",
        "tone": "unknown",
        "detail": "截至 2023年7月6日（报道），之后没有公开信息",
    }


def test_without_any_date(tmp_path: Path) -> None:
    head = "议题: 石桥村通村公路\n来源: 一篇报道\n"
    files = session("## 建议1 拓宽", head)
    path = "regions/qingxi/sessions/2023/0512-shiqiao.md"
    files["regions/qingxi/sessions/undated/shiqiao.md"] = files.pop(path)
    made = compiled(tmp_path, files)
    values = page_at(made, "qingxi/sessions/undated/shiqiao/").values
    assert values["headlines"] == ("时间不详", "1 条建议")
    assert "只有报道，日期不详，之后没有公开信息" in html(made, "qingxi/sessions/undated/shiqiao/")


def test_it_is_never_overdue_and_names_nobody_to_ask(tmp_path: Path) -> None:
    body = "## 建议1 拓宽\n\n- 2020-07-06 交办：市交通运输局；期限：2020-08-06"
    head = PRESS.replace("2023-05-12", "2020-05-12")
    files = session(body, head)
    path = "regions/qingxi/sessions/2023/0512-shiqiao.md"
    files["regions/qingxi/sessions/2020/0512-shiqiao.md"] = files.pop(path)
    made = compiled(tmp_path, files, date(2026, 1, 1))
    values = page_at(made, "qingxi/sessions/2020/0512-shiqiao/").values
    suggestions = values["suggestions"]
    assert isinstance(suggestions, tuple)
    (shown,) = suggestions
    assert [tag["tone"] for tag in shown.tags] == ["unknown"]
    assert [fact["label"] for fact in shown.facts] == ["交给谁"]
    assert page_at(made, "").values["timed"] is False


def test_its_page_says_that_nobody_asked(tmp_path: Path) -> None:
    made = compiled(tmp_path, session(NOTED, PRESS))
    page = html(made, SESSION)
    assert "从报道整理，没有向当地核实" in page
    assert 'href="https://example.org/a?b=1&amp;c=2" rel="noopener nofollow"' in page
    assert "现在怎样" not in page


def test_a_region_of_compiled_sessions_without_items_is_not_at_zero(tmp_path: Path) -> None:
    made = compiled(tmp_path, session("## 经过\n\n谈了一个下午。", PRESS))
    numbers = page_at(made, "qingxi/").values["numbers"]
    assert isinstance(numbers, tuple)
    assert [(each["label"], each.get("value"), each["state"]) for each in numbers][:2] == [
        ("协商活动", 1, "known"),
        ("意见建议", None, "unrecorded"),
    ]


def test_nobody_says_where_its_suggestions_stand(tmp_path: Path) -> None:
    page = page_at(compiled(tmp_path, session(NOTED, PRESS)), "qingxi/")
    assert page.values["statuses"] == ()
    assert page.values["funnel"] is None


def test_among_others_compiled_suggestions_have_a_bar_of_their_own(tmp_path: Path) -> None:
    files = session(NOTED, PRESS)
    files["regions/qingxi/sessions/2024/0112-deng.md"] = (
        "---\n议题: 路灯\n时间: 2024-01-12\n---\n\n## 建议1 装灯\n"
    )
    statuses = page_at(compiled(tmp_path, files), "qingxi/").values["statuses"]
    assert isinstance(statuses, tuple)
    assert [(row["label"], row["value"], row["tone"]) for row in statuses] == [
        ("提了，还没有下文", 1, "waiting"),
        ("从报道整理，之后没有公开信息", 1, "unknown"),
    ]


def below(files: dict[str, str]) -> dict[str, str]:
    """The same with a prefecture above."""
    return {
        **files,
        "regions/zhou/region.yaml": "名称: 栎川州\n",
        "regions/qingxi/region.yaml": BASE["regions/qingxi/region.yaml"] + "上级: zhou\n",
    }


def counts_below(made: Compilation) -> list[str]:
    """What the page of the prefecture says of its only part."""
    parts: Any = page_at(made, "zhou/").values["parts"]
    (row,) = parts
    return [cell["text"] for cell in row][1:]


def test_of_a_region_that_only_reports_tell_of_nothing_is_said_to_be_zero(tmp_path: Path) -> None:
    made = compiled(tmp_path, below(session(NOTED, PRESS)))
    assert counts_below(made) == ["1", "1", "不知道", "没有期限"]


def test_sessions_whose_suggestions_no_report_lists_are_not_at_zero(tmp_path: Path) -> None:
    made = compiled(tmp_path, below(session("## 经过\n\n谈了一个下午。", PRESS)))
    assert counts_below(made) == ["1", "没有逐条列出", "不知道", "没有期限"]
