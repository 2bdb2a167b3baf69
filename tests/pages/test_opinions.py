"""Pages of social-opinion information: pieces, issues and levels are counted, never added."""

from site_gen.addresses import OPINIONS
from tests.pages.conftest import Make

FOLDER = "regions/jia/opinions/2026"


def opinion(title: str, *events: str, text: str = "井水发涩。") -> str:
    """A piece collected on 3 March 2026."""
    told = "\n".join(f"- {event}" for event in ("2026-03-03 提出", *events))
    head = f"---\n标题: {title}\n反映人: 村民\n---\n\n"
    return f"{head}## 正文\n\n{text}\n\n## 办理\n\n{told}\n"


FILES = {
    f"{FOLDER}/jing.md": opinion(
        "井水发涩",
        "2026-03-05 报送：市州；期号：第2期",
        "2026-03-09 报送：省；期号：第5期",
        "2026-03-20 采用：省政协",
        "2026-03-21 转交：县水务局",
    ),
    f"{FOLDER}/deng.md": opinion("路灯不亮", "2026-03-05 报送：市州；期号：第2期"),
    f"{FOLDER}/che.md": opinion("班车取消了没有告示"),
}
PAGE = "jia/opinions/2026/jing/"


def test_pieces_and_issues_stand_apart_and_are_never_added(make: Make) -> None:
    counts = make(FILES).page(OPINIONS).values["counts"]

    shown = [(one["label"], one["value"], one["unit"]) for one in counts]  # type: ignore[attr-defined]
    assert shown == [("收集的", 3, "件"), ("编发的", 2, "期"), ("被采用的", 1, "件")]


def test_a_piece_counts_at_every_level_it_reached(make: Make) -> None:
    site = make(FILES)
    levels = site.page(OPINIONS).values["levels"]

    assert [(one["label"], one["value"]) for one in levels] == [  # type: ignore[attr-defined]
        ("报到县", 0),
        ("报到市州", 2),
        ("报到省", 1),
        ("报到全国", 0),
    ]
    assert "每一级都数" in site.body(OPINIONS).text


def test_a_piece_shows_its_text_and_where_it_went(make: Make) -> None:
    text = make(FILES).body(PAGE).text

    for said in (
        "井水发涩。",
        "谁反映的（反映人）",
        "村民",
        "报到省",
        "第5期",
        "省政协",
        "转给县水务局",
    ):
        assert said in text


def test_its_region_and_the_foot_lead_to_the_list(make: Make) -> None:
    site = make(FILES)

    assert "../jia/opinions/" in site.body("jia/").all("href")
    assert OPINIONS in [entry.address for entry in site.compiled.frame.footer.links]


def test_every_piece_of_a_region_stands_in_one_group(make: Make) -> None:
    groups = make(FILES).page("jia/opinions/").values["groups"]
    listed = [row["address"] for group in groups for row in group.rows]  # type: ignore[attr-defined]

    assert len(listed) == len(set(listed)) == 3


def test_without_opinions_there_is_no_page_and_no_link(make: Make) -> None:
    site = make({})

    assert OPINIONS not in [page.address for page in site.compiled.pages]
    assert OPINIONS not in [entry.address for entry in site.compiled.frame.footer.links]
