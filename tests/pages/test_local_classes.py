"""A local letter stands beside its meaning: two counties may mean the opposite by the same one."""

from site_gen.docket.rows import build_rows
from tests.pages.conftest import Make

SESSION = "---\n议题: 修渠\n时间: 2026-03-01\n---\n\n## 建议1 清淤\n\n- 2026-03-05 交办：县水务局\n"
RESOLVED = f"{SESSION}- 2026-04-05 办结：已解决；佐证：验收单；类别：C\n"
DEFERRED = f"{SESSION}- 2026-04-05 办结：暂难解决；原因：没有钱；类别：C\n"
FILES = {
    "regions/jia/region.yaml": (
        "名称: 砾溪县\n上级: zhou\n办理结果分类: {A: [已解决], C: [暂难解决, 不可行]}\n"
    ),
    "regions/yi/region.yaml": (
        "名称: 苇溪县\n上级: zhou\n办理结果分类: {A: [暂难解决, 不可行], C: [已解决]}\n"
    ),
    "regions/yi/units.yaml": "- {名称: 县水务局}\n",
    "regions/jia/sessions/2026/0301-qu.md": DEFERRED,
    "regions/yi/sessions/2026/0301-qu.md": RESOLVED,
}


def test_the_same_letter_says_what_it_means_in_each_county(make: Make) -> None:
    site = make(FILES)

    assert (
        "C：现在办不了或办不到（暂难解决或不可行）" in site.body("jia/sessions/2026/0301-qu/").text
    )
    assert "C：解决了（已解决）" in site.body("yi/sessions/2026/0301-qu/").text


def test_the_tag_is_words_alone(make: Make) -> None:
    site = make(FILES)

    assert "建议 1 清淤 现在办不了" in site.body("jia/sessions/2026/0301-qu/").text
    assert "建议 1 清淤 解决了" in site.body("yi/sessions/2026/0301-qu/").text


def test_what_is_searched_has_no_bare_letter(make: Make) -> None:
    compiled = make(FILES).compiled
    rows = build_rows(compiled.corpus, compiled.entries)

    assert all(" C" not in row.text for row in rows if row.kind == "suggestion")
