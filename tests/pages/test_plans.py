"""From plan to delivery: what was missed is as visible as what was held; no guesses."""

from site_gen import addresses
from site_gen.docket.metrics import TOPICS, TOPICS_AHEAD, TOPICS_HELD, TOPICS_MISSED, TOPICS_SILENT
from site_gen.statistics.numbers import Scope
from tests.pages.composed import Composed
from tests.pages.conftest import Make

FILE = "regions/jia/plans/2026.yaml"
ADDRESS = "jia/plans/2026/"
PLAN = """\
审定: {机构: 县委常委会, 日期: 2026-02-10}
议题:
  - {编号: qu, 议题: 修渠, 题源: 群众出题, 形式: 专题协商会, 时间: 2026-03, 承办: 农业农村委}
  - {编号: deng, 议题: 装路灯, 题源: 党委政府点题, 时间: 2026-04/2026-06}
  - {编号: qiao, 议题: 修桥, 题源: 政协选题, 时间: 2026-12}
  - {编号: shu, 议题: 种树}
"""
SESSION = "---\n议题: 渠怎么修\n时间: 2026-03-01\n计划议题: 2026 qu\n---\n"
SESSIONS = {"regions/jia/sessions/2026/0301-qu.md": SESSION}


def counted(site: Composed) -> list[int]:
    metrics = (TOPICS, TOPICS_HELD, TOPICS_MISSED, TOPICS_AHEAD, TOPICS_SILENT)
    return [site.compiled.numbers.count(metric, Scope()).value for metric in metrics]


def test_every_topic_has_the_anchor_of_its_address(make: Make) -> None:
    body = make({FILE: PLAN}).body(ADDRESS)

    assert {"t-qu", "t-deng", "t-qiao", "t-shu"} <= set(body.all("id"))


def test_what_became_of_each_topic(make: Make) -> None:
    text = make({FILE: PLAN, **SESSIONS}).body(ADDRESS).text

    assert "修渠 商量过了" in text
    assert "装路灯 计划了没有开" in text
    assert "修桥 时间还没到" in text
    assert "种树 没有写什么时候，还没有开" in text
    assert "后来 渠怎么修" in text
    assert "县委常委会，2026年2月10日" in text


def test_topics_stand_by_who_put_them_on_the_table(make: Make) -> None:
    groups = make({FILE: PLAN}).page(ADDRESS).values["groups"]

    assert isinstance(groups, tuple)
    assert [group.title for group in groups] == [
        "党委政府点题",
        "政协选题",
        "群众出题",
        "没有写明谁提的题目",
    ]


def test_missed_topics_stand_first(make: Make) -> None:
    text = make({FILE: PLAN, **SESSIONS}).body(addresses.PLANS).text

    assert text.index("计划了没有开的") < text.index("装路灯") < text.index("修渠")
    assert "2026年4月至6月" in text


def test_a_session_that_was_not_held_is_no_delivery(make: Make) -> None:
    cancelled = SESSION.replace("---\n议题", "---\n状态: 取消\n原因: 下雨\n议题", 1)
    text = make({FILE: PLAN, "regions/jia/sessions/2026/0301-qu.md": cancelled}).body(ADDRESS).text

    assert "修渠 计划了没有开" in text
    assert "渠怎么修 砾溪县 取消了" in text


def test_of_a_reported_plan_nobody_knows_what_was_missed(make: Make) -> None:
    site = make({FILE: PLAN + "来源: {标题: 工作报告, 日期: 2026-03-01}\n"})

    assert counted(site) == [4, 0, 0, 0, 4]
    assert "只有计划的报道，之后没有公开信息" in site.body(ADDRESS).text
    assert "计划了没有开" not in site.body(ADDRESS).text
    assert "计划完成率" not in site.body(ADDRESS).text


def test_every_topic_is_in_exactly_one_number(make: Make) -> None:
    assert counted(make({FILE: PLAN, **SESSIONS})) == [4, 1, 1, 2, 0]


def test_a_session_leads_to_its_topic(make: Make) -> None:
    body = make({FILE: PLAN, **SESSIONS}).body("jia/sessions/2026/0301-qu/")

    assert "../../../../jia/plans/2026/#t-qu" in body.all("href")


def test_without_any_plan_that_is_no_zero(make: Make) -> None:
    body = make({}).body(addresses.PLANS)

    assert "未录入" in body.text
    assert body.all("data-metric") == []


def test_a_plan_that_was_taken_down_is_a_stub(make: Make) -> None:
    site = make({FILE: PLAN + "撤下: {日期: 2026-08-01, 原因: 有误}\n"})

    assert "装路灯" not in site.body(ADDRESS).text
    assert "装路灯" not in site.body(addresses.PLANS).text


def test_a_region_leads_to_its_plans(make: Make) -> None:
    assert "../jia/plans/2026/" in make({FILE: PLAN}).body("jia/").all("href")
