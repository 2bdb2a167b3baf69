"""What stands around every page comes from the site's settings, and nothing is made up."""

from pathlib import Path

from tests.pages.site import compiled

SITE = """名称: 清溪公示
主办: 清溪市政协办公室
联系: {电话: '12345', 地址: 清溪市人民路1号}
网址: https://example.org/gongshi
提示: 公开报道整理
标识码: '5132000001'
备案号: 蜀ICP备00000000号
公安备案: 川公网安备00000000000000号
许可: CC BY 4.0
"""


def test_a_full_configuration(tmp_path: Path) -> None:
    about = "---\n标题: 关于本站\n---\n\n说明。\n"
    privacy = "---\n标题: 隐私与更正\n---\n\n说明。\n"
    files = {"site.yaml": SITE, "pages/about.md": about, "pages/privacy.md": privacy}
    frame = compiled(tmp_path, files).frame
    assert (frame.name, frame.host, frame.notice) == ("清溪公示", "清溪市政协办公室", "compiled")
    assert frame.notice_text == "本站内容从公开报道整理，没有向有关单位核实"
    assert frame.base_url == "https://example.org/gongshi/"
    assert frame.site_code == "5132000001"
    assert [entry.title for entry in frame.navigation] == [
        "首页", "地方", "台账", "逾期", "案例", "工作法", "平台", "搜索", "关于本站",
    ]  # fmt: skip
    assert frame.footer.contact == (("电话", "12345"), ("地址", "清溪市人民路1号"))
    assert [(filing.label, filing.text) for filing in frame.footer.filings] == [
        ("标识码", "5132000001"),
        ("备案号", "蜀ICP备00000000号"),
        ("公安备案", "川公网安备00000000000000号"),
        ("许可", "CC BY 4.0"),
    ]
    assert [link.title for link in frame.footer.links][:2] == ["关于本站", "隐私与更正"]


def test_what_the_configuration_does_not_give_is_left_out(tmp_path: Path) -> None:
    frame = compiled(tmp_path, {"site.yaml": "名称: 清溪公示\n"}).frame
    assert (frame.host, frame.notice, frame.notice_text, frame.base_url) == ("", "", "", "")
    assert (frame.footer.contact, frame.footer.filings) == ((), ())


def test_every_entry_leads_to_a_page(tmp_path: Path) -> None:
    made = compiled(tmp_path, {"site.yaml": SITE})
    addresses = {page.address for page in made.pages}
    entries = (*made.frame.navigation, *made.frame.footer.links)
    assert {entry.address for entry in entries} <= addresses
