"""Pages of cases: the story, its pictures, and how what it tells stands today."""

import re
from base64 import b64decode
from pathlib import Path
from typing import Any

from tests.pages.site import compiled, html, page_at, suggestion

CASE = "qingxi/cases/shiqiao/"
_PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_STORY = """---
标题: 一条路的故事
日期: 2024-02
领域: 交通出行
摘要: 路修好了，排水沟还没有。
封面: lu.png
协商: 2023/0512-shiqiao
---

## 困难

雨天学生走不了。

![修之前](lu.png)
![修之后](lu.png)

## 结果

见[那次协商](record:sessions/qingxi/2023/0512-shiqiao)。
"""


def story(folder: Path, *events: str) -> Any:
    """A site with a case about a session of one suggestion."""
    files = suggestion(*events)
    files["vocabulary.yaml"] = "领域:\n  - {编号: transport, 名称: 交通出行}\n"
    files["regions/qingxi/cases/shiqiao.md"] = _STORY
    files["regions/qingxi/cases/deng.md"] = "---\n标题: 一盏灯\n---\n\n## 困难\n\n黑。\n"
    attachments = folder / "regions" / "qingxi" / "attachments"
    attachments.mkdir(parents=True)
    (attachments / "lu.png").write_bytes(_PIXEL)
    return compiled(folder, files)


def test_the_present_state_stands_beside_the_title(tmp_path: Path) -> None:
    made = story(tmp_path, "2024-05-20 交办：市交通运输局；期限：2024-06-20")
    state = page_at(made, CASE).values["state"]
    assert isinstance(state, tuple)
    assert [tag["label"] for row in state for tag in row["tags"]] == ["交给单位了", "超过期限"]
    shown = html(made, CASE)
    assert shown.index("超过期限") < shown.index("雨天学生走不了")


def test_pictures_and_links_lead_from_the_page(tmp_path: Path) -> None:
    shown = html(story(tmp_path), CASE)
    pictures = re.findall(r'src="(\S+)"', shown)
    assert len(pictures) == 3
    assert re.fullmatch(r"\.\./\.\./\.\./attachments/qingxi/[a-p]{16}-1\.webp", pictures[0])
    assert 'href="../../../qingxi/sessions/2023/0512-shiqiao/">那次协商</a>' in shown
    assert "<figcaption>修之前</figcaption>" in shown


def test_headings_of_the_story_come_after_the_pages_own(tmp_path: Path) -> None:
    shown = html(story(tmp_path), CASE)
    assert shown.count("<h1>") == 1
    assert "<h2>困难</h2>" in shown


def test_neighbours_are_other_cases_of_the_region(tmp_path: Path) -> None:
    neighbours = page_at(story(tmp_path), CASE).values["neighbours"]
    assert isinstance(neighbours, tuple)
    assert [row["title"] for row in neighbours] == ["一盏灯"]


def test_the_list_of_cases_tells_how_they_stand(tmp_path: Path) -> None:
    cases = page_at(story(tmp_path, "2024-05-20 不采纳：没有资金"), "cases/").values["cases"]
    assert isinstance(cases, tuple)
    assert [(card.title, [tag["label"] for tag in card.tags]) for card in cases] == [
        ("一条路的故事", ["没有受理或没有采纳"]),
        ("一盏灯", []),
    ]
