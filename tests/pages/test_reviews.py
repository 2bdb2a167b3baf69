"""Supervisions and evaluations: ballots, findings, what was to be mended and whether it was."""

from site_gen import addresses
from tests.pages.conftest import Make

FILE = "regions/jia/reviews/2026/pingyi.yaml"
ADDRESS = "jia/reviews/2026/pingyi/"
HEAD = "类型: 民主评议\n标题: 给两个部门打分\n日期: 2026-06-20\n"
SOURCE = "来源: {标题: 工作报告, 日期: 2026-07-01}\n"
TARGETS = """\
对象:
  - 单位: 县水务局
    票数: {满意: 2, 基本满意: 1, 不满意: 1, 未反馈: 3}
    问题: 水源地没有人看。
    整改:
      - {措施: 补齐隔离网, 期限: 2026-09-30, 完成: 2026-10-05, 佐证: 检查记录}
      - {措施: 贴水质公示, 单位: 县财政局, 期限: 2026-10-31}
      - {措施: 印抢修电话, 期限: 2026-11-22}
      - {措施: 换水泵}
  - 单位: 县财政局
    票数: {满意: 1, 不满意: 1}
"""


def test_every_entry_has_the_anchor_of_its_address(make: Make) -> None:
    site = make({FILE: HEAD + TARGETS})
    wanted = {"d1", "d1-z1", "d1-z2", "d1-z3", "d1-z4", "d2"}

    assert wanted <= set(site.body(ADDRESS).all("id"))
    entries = [
        entry for entry in site.compiled.entries if entry.kind in ("target", "rectification")
    ]
    assert {entry.address for entry in entries} == {f"{ADDRESS}#{anchor}" for anchor in wanted}


def test_ballots_have_numbers_and_no_share_below_the_minimum(make: Make) -> None:
    body = make({FILE: HEAD + TARGETS}).body(ADDRESS)

    assert "2 票（50.0%）" in body.text
    assert "共 4 票，没有反馈的 3 票不在内" in body.text
    assert "共 2 票；不到 3 票，不算百分比" in body.text
    assert "1 票（" in body.text.partition("县财政局 得了多少票")[0]
    assert "%" not in body.text.partition("共 4 票")[2]


def test_a_vague_number_is_shown_as_it_is(make: Make) -> None:
    vague = TARGETS.replace("{满意: 1, 不满意: 1}", "{满意: 30余, 不满意: 不详}")
    body = make({FILE: HEAD + vague}).body(ADDRESS)

    assert "满意 30余 票、不满意 不详" in body.text


def test_mending_is_done_overdue_not_due_or_without_a_day(make: Make) -> None:
    text = make({FILE: HEAD + TARGETS}).body(ADDRESS).text

    assert "改完了，2026年10月5日，晚 5 天" in text
    assert "超过期限，已过 22 天" in text
    assert "还没到期限，就是今天" in text
    assert "还没有改完，没有写期限" in text
    assert "改完了 1 项 超过期限 1 项 还没到期限 1 项 还没有改完 1 项" in text


def test_a_report_that_is_silent_blames_nobody(make: Make) -> None:
    site = make({FILE: HEAD + SOURCE + TARGETS})

    assert "超过期限" not in site.body(ADDRESS).text
    assert "报道里没有说改完没有" in site.body(ADDRESS).text
    assert "%" not in site.body(ADDRESS).text
    assert "整改完成率" not in site.body(addresses.REVIEWS).text or "没有可算的" in (
        site.body(addresses.REVIEWS).text
    )


def test_what_is_late_stands_before_the_list(make: Make) -> None:
    text = make({FILE: HEAD + TARGETS}).body(addresses.REVIEWS).text

    assert text.index("贴水质公示") < text.index("砾溪县 云埠州")
    assert "4 项中 1 项" in text or "25.0%" in text


def test_a_unit_shows_what_it_must_mend(make: Make) -> None:
    site = make({FILE: HEAD + TARGETS})

    assert "贴水质公示 超过期限，已过 22 天" in site.body("jia/units/县财政局/").text
    assert "给两个部门打分" in site.body("jia/units/县水务局/").text


def test_a_review_that_was_taken_down_is_a_stub(make: Make) -> None:
    site = make({FILE: HEAD + "撤下: {日期: 2026-08-01, 原因: 有误}\n" + TARGETS})

    assert "水源地" not in site.body(ADDRESS).text
    assert "给两个部门打分" not in site.body(addresses.REVIEWS).text


def test_without_any_review_that_is_no_zero(make: Make) -> None:
    body = make({}).body(addresses.REVIEWS)

    assert "未录入" in body.text
    assert body.all("data-metric") == []
