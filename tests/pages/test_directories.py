"""Platforms, methods, villages, the site map: everything is found, and by its own address."""

from urllib.parse import unquote

import pytest

from site_gen import addresses
from site_gen.addresses import place_anchor
from site_gen.pages.frame import FOOTER_LINKS, NAVIGATION
from tests.pages.composed import Composed
from tests.pages.conftest import Make

PLATFORMS = """\
- {名称: 甲村议事厅, 层级: 村, 类型: 议事厅, 村社: 白云镇/甲村, 成立: 2021-06, 频次: 每季度1次}
- {名称: 乙镇 联络站, 层级: 乡镇, 状态: 停用, 曾用名: [乙乡联络站]}
- {名称: 丙, 撤下: {日期: 2024-01-02, 原因: 重复}}
"""
SESSION = """\
---
议题: 修路
时间: 2024-03-01
平台: 甲村议事厅
村社: 白云镇/甲村
---
"""


def test_every_platform_has_the_anchor_of_its_address(example: Composed) -> None:
    for record in example.compiled.corpus.kind("platform"):
        page, _, anchor = addresses.record_address(record).partition("#")
        assert unquote(anchor) in example.body(page).all("id")


def test_a_platform_shows_what_is_known_and_its_sessions(make: Make) -> None:
    files = {
        "regions/jia/platforms.yaml": PLATFORMS,
        "regions/jia/sessions/2024/0301-lu.md": SESSION,
        "regions/jia/sessions/2027/0101-qiao.md": SESSION.replace("2024-03-01", "2027-01-01"),
    }
    body = make(files).body("jia/platforms/")

    assert "议事厅，白云镇 甲村，约定每季度1次，2021年6月成立" in body.text
    assert "修路 2027年1月1日 打算开" in body.text
    assert "不再使用" in body.text
    assert "曾叫乙乡联络站" in body.text


def test_a_platform_that_was_taken_down_is_only_a_stub(make: Make) -> None:
    site = make({"regions/jia/platforms.yaml": PLATFORMS})

    assert "2024-01-02 撤下：重复" in site.body("jia/platforms/").text
    assert "丙" not in site.body("jia/platforms/").text
    assert "丙" not in site.body(addresses.PLATFORMS).text


def test_where_no_platform_is_recorded_that_is_no_zero(make: Make) -> None:
    body = make({}).body(addresses.PLATFORMS)

    assert "未录入" in body.text
    assert body.all("data-metric") == []


def test_a_village_has_its_sessions_but_those_taken_down(make: Make) -> None:
    taken = SESSION.replace("修路", "修桥").replace(
        "平台: 甲村议事厅", "撤下: {日期: 2024-05, 原因: 有误}"
    )
    files = {
        "regions/jia/platforms.yaml": PLATFORMS,
        "regions/jia/sessions/2024/0301-lu.md": SESSION,
        "regions/jia/sessions/2024/0302-qiao.md": taken,
    }
    site = make(files)
    body = site.body("places/jia/")

    assert {place_anchor("白云镇"), place_anchor("白云镇", "甲村")} <= set(body.all("id"))
    assert "修路" in body.text
    assert "修桥" not in body.text
    assert f"places/jia/#{place_anchor('白云镇')}" in unquote(
        " ".join(site.body("places/").all("href"))
    )


def test_a_method_without_known_steps_says_so(real: Composed) -> None:
    body = real.body("lixian/methods/sanbu-liubu/")

    assert "步骤待补充" in body.text
    assert "本站不替它编" in body.text


def test_a_method_shows_its_steps_and_who_used_it(example: Composed) -> None:
    body = example.body("yanhuang/methods/san-kan/")

    assert "看账本，弄清楚要花多少钱、钱从哪里来" in body.text
    assert "苔阶村夜间照明与弯道安全" in body.text


@pytest.mark.parametrize("entry", [*NAVIGATION, *FOOTER_LINKS], ids=lambda entry: entry.address)
def test_every_entry_of_the_frame_is_a_page_and_on_the_site_map(
    example: Composed, entry: object
) -> None:
    address = getattr(entry, "address", "")

    assert example.page(address).title
    assert f"../{address}" in example.body(addresses.SITE_MAP).all("href")


def test_the_page_for_what_is_not_there_is_not_to_be_found(example: Composed) -> None:
    page = example.page(addresses.NOT_FOUND)

    assert not page.indexed
    assert "没有这一页" in example.body(addresses.NOT_FOUND).text


def test_the_site_map_tells_what_was_taken_down_and_when(make: Make) -> None:
    taken = "撤下: {日期: 2025-06-02, 原因: 涉及个人信息}"
    head = f"---\n议题: 不该公开的事\n时间: 2025-03-01\n{taken}\n---\n\n"
    site = make({"regions/jia/sessions/2025/0301-che.md": head + "## 建议1 修路\n"})
    site_map = site.body(addresses.SITE_MAP)
    stub = site.body("jia/sessions/2025/0301-che/")

    assert "../jia/sessions/2025/0301-che/" in site_map.all("href")
    assert "协商活动（已撤下） 砾溪县 2025年6月2日" in site_map.text
    assert "不该公开的事" not in site_map.text + stub.text
    assert "在 2025年6月2日 撤下" in stub.text
    assert "原因：涉及个人信息" in stub.text
