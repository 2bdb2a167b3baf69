"""Pages of proposals: where they went, how each stands, what it was put together with."""

from site_gen.addresses import OVERDUE, PROPOSALS
from site_gen.pages.item import ItemCard
from site_gen.pages.proposal_flow import Shares
from tests.pages.composed import Composed
from tests.pages.conftest import Make

FOLDER = "regions/jia/proposals/2026"


def proposal(title: str, *events: str, **head: str) -> str:
    """A proposal raised on 12 January 2026."""
    lines = "".join(f"{key}: {value}\n" for key, value in head.items())
    told = "\n".join(f"- {event}" for event in ("2026-01-12 提出", *events))
    return f"---\n案由: {title}\n{lines}---\n\n## 办理\n\n{told}\n"


FILES = {
    f"{FOLDER}/0112-shuizhan.md": proposal(
        "扩建城东水站",
        "2026-01-20 立案：县政协提案委",
        "2026-02-02 交办：县水务局；会办：县财政局",
        "2026-03-01 督办：县政协主席会议",
        提案号="127",
        届次="五届四次会议",
        时机="会间",
        提案者="委员联名",
        重点="是",
    ),
    f"{FOLDER}/0112-guanwang.md": proposal(
        "更换老旧供水管网", "2026-01-25 并案：2026/0112-shuizhan", 提案号="131"
    ),
    f"{FOLDER}/0112-luming.md": proposal("改一条路名", "2026-01-22 不立案：不属于提案范围"),
    f"{FOLDER}/0112-xinfang.md": proposal("一户的邻里纠纷", "2026-01-22 转为：来信"),
    f"{FOLDER}/0112-tuihui.md": proposal("建第二水厂", "2026-02-22 撤回：情况有变"),
    f"{FOLDER}/0112-dengdai.md": proposal("修一座桥"),
    "regions/jia/sessions/2026/0301-shuizhan.md": (
        "---\n议题: 水站怎么扩\n时间: 2026-03-01\n提案: 2026/0112-shuizhan\n---\n\n"
        "## 建议1 夜间限压\n\n- 2026-03-02 转为：提案 2026/0112-shuizhan\n"
    ),
}
MAIN = "jia/proposals/2026/0112-shuizhan/"


def card(site: Composed, address: str) -> ItemCard:
    found = site.page(address).values["whole"]
    assert isinstance(found, tuple)
    assert isinstance(found[0], ItemCard)
    return found[0]


def test_every_proposal_went_to_exactly_one_place(make: Make) -> None:
    flow = make(FILES).page(PROPOSALS).values["flow"]

    assert isinstance(flow, Shares)
    assert [row["value"] for row in flow.rows] == [1, 1, 1, 1, 1, 1]
    assert flow.whole == 6


def test_what_a_source_leaves_unsaid_is_a_bar_of_its_own(make: Make) -> None:
    lines = "".join(
        f"  - {{指标: {name}, 数值: {value}, 单位: 件, 期间: 2021}}\n"
        for name, value in (("提案收到", 399), ("提案立案", 318))
    )
    site = make({"regions/jia/statistics/2021.yaml": f"来源: {{标题: 解读}}\n数据:\n{lines}"})
    body = site.body(PROPOSALS)
    flows = site.page(PROPOSALS).values["reported"]

    assert isinstance(flows, tuple)
    assert [(row["label"], row["value"]) for row in flows[0].rows] == [
        ("提案立案", 318),
        ("来源没有说明去向", 81),
    ]
    assert "未录入" in body.text
    assert body.all("data-metric") == []
    assert "提案" in [entry.title for entry in site.compiled.frame.navigation]


def test_a_proposal_says_what_it_is_and_how_it_stands(make: Make) -> None:
    site = make(FILES)
    text = site.body(MAIN).text

    assert text.index("现在怎样") < text.index("基本情况")
    for said in ("第127号", "五届四次会议", "委员联名", "超过期限", "县政协主席会议"):
        assert said in text


def test_the_working_of_a_date_names_the_general_rule_on_proposals(make: Make) -> None:
    (due,) = (fact for fact in card(make(FILES), MAIN).facts if fact["label"] == "期限")
    notes = [cell["note"] for cell in due["value"]]  # type: ignore[union-attr,index]

    assert notes == [
        "2026-02-02 交办，加 3个月（提案办理的一般规定），到 2026-05-02",
        "2026-02-02 交办，加 1个月（云埠州规定），到 2026-03-02",
    ]


def test_what_was_put_together_is_named_on_both_sides(make: Make) -> None:
    site = make(FILES)
    facts = {fact["label"]: fact["value"] for fact in card(site, MAIN).facts}
    merged = site.body("jia/proposals/2026/0112-guanwang/")

    assert [cell["address"] for cell in facts["并进来的"]] == [  # type: ignore[union-attr,index]
        "jia/proposals/2026/0112-guanwang/"
    ]
    assert [cell["text"] for cell in facts["从哪里转来"]] == ["夜间限压"]  # type: ignore[union-attr,index]
    assert any(href.endswith(MAIN) for href in merged.all("href"))
    assert any(
        href.endswith(MAIN) for href in site.body("jia/sessions/2026/0301-shuizhan/").all("href")
    )


def test_sessions_that_dealt_with_it_are_named(make: Make) -> None:
    assert make(FILES).page(MAIN).values["related"] == (
        {
            "label": "协商活动",
            "value": ({"text": "水站怎么扩", "address": "jia/sessions/2026/0301-shuizhan/"},),
        },
    )


def test_key_proposals_say_who_supervises_them(make: Make) -> None:
    site = make(FILES)
    rows = site.page(PROPOSALS).values["key"]

    assert isinstance(rows, tuple)
    assert len(rows) == 1
    assert {"第127号", "督办：县政协主席会议"} <= set(rows[0]["facts"])


def test_every_proposal_of_a_region_stands_in_one_group(make: Make) -> None:
    groups = make(FILES).page("jia/proposals/").values["groups"]
    listed = [row["address"] for group in groups for row in group.rows]  # type: ignore[attr-defined]

    assert len(listed) == len(set(listed)) == 6
    assert [group.count["value"] for group in groups] == [len(g.rows) for g in groups]  # type: ignore[attr-defined]


def test_an_overdue_proposal_is_owed_like_a_suggestion(make: Make) -> None:
    site = make(FILES)

    assert any(href.endswith(MAIN) for href in site.body(OVERDUE).all("href"))
    assert any(href.endswith(MAIN) for href in site.body("").all("href"))


def test_without_proposals_there_is_no_page_and_no_entry(make: Make) -> None:
    site = make({})

    assert PROPOSALS not in [page.address for page in site.compiled.pages]
    assert "提案" not in [entry.title for entry in site.compiled.frame.navigation]


def test_a_proposal_that_was_taken_down_leaves_a_stub(make: Make) -> None:
    path = f"{FOLDER}/0112-luming.md"
    gone = FILES[path].replace(
        "---\n案由", "---\n撤下: {日期: 2026-03-01, 原因: 涉及个人}\n案由", 1
    )
    site = make({**FILES, path: gone})

    assert site.page("jia/proposals/2026/0112-luming/").title == "提案（已撤下）"
    assert "改一条路名" not in site.body("jia/proposals/").text
