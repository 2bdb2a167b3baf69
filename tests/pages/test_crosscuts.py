"""Themes, refusals, results released, matters in several sessions: everything from another side."""

from site_gen import addresses
from site_gen.docket.metrics import BY_RESULT, BY_STAGE
from site_gen.statistics.numbers import Scope
from tests.pages.composed import Composed
from tests.pages.conftest import Make

HEAD = "---\n议题: {title}\n时间: {day}\n{more}---\n\n"
ITEMS = (
    "## 建议1 清淤\n\n- 2026-03-05 不采纳：没有钱\n\n"
    "## 建议2 搬渠\n\n- 2026-03-05 办结：不可行；原因：河道不许动\n\n"
    "## 建议3 加高\n\n- 2026-03-06 办结：暂难解决；原因：等资金\n\n"
    "## 建议4 挪表\n\n- 2026-03-07 办结：情况变化；原因：表已经换了\n\n"
    "## 建议5 补漏\n\n- 2026-03-08 办结：已解决；佐证：验收单\n\n"
    "## 建议6\n\n- 公开：不公开；原因：隐私\n- 2026-03-09 不采纳\n\n"
    "## 建议7 装闸\n\n- 2026-03-09 交办：县水务局\n"
)
THEMES = "领域:\n  - {编号: water, 名称: 饮水, 说明: 渠和井}\n  - {名称: 道路}\n"
FOLDER = "regions/jia/sessions/2026"


def session(title: str, day: str, more: str = "", items: str = "") -> str:
    return HEAD.format(title=title, day=day, more=more) + items


def site_of(make: Make) -> Composed:
    """Three sessions on one matter, the last of which tells the results; and one apart."""
    return make(
        {
            "vocabulary.yaml": THEMES,
            f"{FOLDER}/0301-qu.md": session("修渠", "2026-03-01", "领域: 饮水\n", ITEMS),
            f"{FOLDER}/0501-zaiyi.md": session("再议修渠", "2026-05-01", "承接: 2026/0301-qu\n"),
            f"{FOLDER}/0601-fabu.md": session(
                "说说结果", "2026-06-01", "形式: 办理成果发布会\n承接: 2026/0501-zaiyi\n"
            ),
            f"{FOLDER}/0701-bie.md": session("别的事", "2026-07-01"),
        }
    )


def test_every_refusal_is_listed_with_its_reason_unless_it_is_withheld(make: Make) -> None:
    text = site_of(make).body(addresses.REFUSED).text

    assert "原因：没有钱" in text
    assert "原因：河道不许动" in text
    assert "原因：等资金" in text
    assert "原因：表已经换了" in text
    assert "建议6（内容不公开）" in text
    assert "补漏" not in text


def test_the_refused_are_what_the_numbers_count(make: Make) -> None:
    site = site_of(make)
    areas = site.page(addresses.REFUSED).values["areas"]
    wanted = ("stage_declined", "result_infeasible", "result_deferred", "result_superseded")
    metrics = [metric for metric in (*BY_STAGE, *BY_RESULT) if metric.key in wanted]
    counted = sum(site.compiled.numbers.count(metric, Scope()).value for metric in metrics)

    assert isinstance(areas, tuple)
    assert [len(area.rows) for area in areas] == [counted] == [5]


def test_the_newest_refusal_comes_first(make: Make) -> None:
    areas = site_of(make).page(addresses.REFUSED).values["areas"]

    assert isinstance(areas, tuple)
    assert [row[0]["text"] for row in areas[0].rows][-2:] == ["清淤", "搬渠"]


def test_a_release_tells_what_the_sessions_before_it_raised(make: Make) -> None:
    body = site_of(make).body(addresses.RELEASES)

    assert "说的是哪几次协商 修渠再议修渠" in body.text
    assert "补漏 解决了" in body.text
    assert "装闸 交给单位了" in body.text


def test_a_matter_has_all_its_sessions_in_order(make: Make) -> None:
    body = site_of(make).body(addresses.SERIES)
    text = body.text

    assert "matter-jia-2026-0301-qu" in body.all("id")
    assert text.rindex("修渠 没有受理") < text.index("再议修渠") < text.index("说说结果")
    assert "别的事" not in text


def test_each_session_of_a_longer_matter_leads_to_the_whole(make: Make) -> None:
    site = site_of(make)

    for name in ("0301-qu", "0501-zaiyi", "0601-fabu"):
        body = site.body(f"jia/sessions/2026/{name}/")
        assert "../../../../series/jia/#matter-jia-2026-0301-qu" in body.all("href")


def test_sessions_that_follow_each_other_in_a_circle_are_one_matter(make: Make) -> None:
    site = make(
        {
            f"{FOLDER}/0301-a.md": session("甲", "2026-03-01", "承接: 2026/0401-b\n"),
            f"{FOLDER}/0401-b.md": session("乙", "2026-04-01", "承接: 2026/0301-a\n"),
        }
    )
    matters = site.page(addresses.SERIES).values["matters"]

    assert isinstance(matters, tuple)
    assert [len(matter.rows) for matter in matters] == [2]


def test_a_theme_has_its_numbers_and_what_is_open(make: Make) -> None:
    site = site_of(make)
    body = site.body(addresses.theme_address("water"))

    assert "渠和井" in body.text
    assert set(body.all("data-scope")) == {"theme=water"}
    rows = site.page(addresses.theme_address("water")).values["open"]
    assert isinstance(rows, tuple)
    assert {row["title"] for row in rows} == {"搬渠", "加高", "装闸"}


def test_a_theme_without_a_key_and_without_sessions_has_a_page(make: Make) -> None:
    assert "未录入不是 0" in site_of(make).body("themes/道路/").text


def test_a_session_leads_to_its_theme(make: Make) -> None:
    body = site_of(make).body("jia/sessions/2026/0301-qu/")

    assert "../../../../themes/water/" in body.all("href")


def test_an_empty_site_says_that_nothing_is_recorded(make: Make) -> None:
    site = make({})

    assert "还没有录入公布办理结果的会" in site.body(addresses.RELEASES).text
    assert "还没有写明前后承接的协商活动" in site.body(addresses.SERIES).text
    assert "这不是说件件都采纳了" in site.body(addresses.REFUSED).text
    assert site.body(addresses.REFUSED).all("data-metric") == []
    assert "还没有定下领域" in site.body(addresses.THEMES).text


def test_where_there_are_only_reports_nothing_is_said_to_be_unsolved(real: Composed) -> None:
    assert "只有报道" in real.body(addresses.THEMES).text
