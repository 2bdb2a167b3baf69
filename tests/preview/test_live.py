"""The preview follows the content: the last good state stays while there are errors."""

from pathlib import Path

import pytest

from site_gen.cli.options import HOST_CONFIG
from site_gen.preview import Preview, UnknownRegion, content_of
from site_gen.preview.live import QUIET
from site_gen.preview.site import Absent, Document, File
from site_gen.preview.watch import stamps_of
from tests.parcels.province import PROVINCE
from tests.parcels.province import write as write_province
from tests.preview.folder import TODAY, Previewed, previewed
from tests.sites.folder import SMALL, write

SESSION = "regions/lixi/sessions/2023/0512-shigeng.md"
PAGE = "lixi/sessions/2023/0512-shigeng/"
RIGHT, WRONG = "题源: 群众出题", "题源: 群众"


@pytest.fixture
def province(tmp_path: Path) -> Previewed:
    """A province of several prefectures and its preview."""
    return previewed(write_province(PROVINCE, tmp_path / "content"), tmp_path / "work")


def is_behind(one: Previewed) -> bool:
    return one.preview.shown.is_behind


def test_the_last_good_state_stays_while_there_are_errors(small: Previewed) -> None:
    before = small.page(PAGE)
    version = small.preview.shown.version
    told = small.edit(SESSION, RIGHT, WRONG)

    assert told == "有错，出错的地方停在上一次好的样子"
    assert small.preview.shown.version > version
    assert is_behind(small)
    assert small.codes == ["V110"]
    assert small.page(PAGE) == before
    small.edit(SESSION, WRONG, RIGHT)
    told = small.edit(SESSION, "石埂村通村公路破损", "通村公路拓宽")

    assert told == "已更新，检索稍后跟上"
    assert not is_behind(small)
    assert "通村公路拓宽" in small.page(PAGE)


def test_errors_from_the_start_leave_nothing_to_see_there(tmp_path: Path) -> None:
    content = {**SMALL, SESSION: SMALL[SESSION].replace(RIGHT, WRONG)}
    one = previewed(write(content, tmp_path / "content"), tmp_path / "work")

    assert one.codes == ["V110"]
    assert one.preview.answer(PAGE) is Absent.WRONG
    assert one.preview.answer("") is Absent.WRONG


def test_an_error_in_one_prefecture_keeps_no_other_back(province: Previewed) -> None:
    record = "regions/xiyi/sessions/2025/0405-ba.md"
    home, page = province.page(""), province.page("xiyi/")
    province.edit(record, "领域: 供水排水", "领域: 无中生有")
    other = "regions/gu/sessions/2025/0607-ba.md"
    province.edit(other, "山里的堤坝", "山顶的堤坝")

    assert is_behind(province)
    assert province.page("xiyi/") == page
    assert province.page("") == home
    assert "山顶的堤坝" in province.page("gu/sessions/2025/0607-ba/")
    province.edit(record, "领域: 无中生有", "领域: 供水排水")

    assert not is_behind(province)
    assert "山顶的堤坝" in province.page("gu/")


SPOILED = {
    "the settings": ("site.yaml", ": ["),
    "the vocabulary": ("vocabulary.yaml", ": ["),
    "the topmost region": ("regions/yun/region.yaml", "名称: ["),
    "a prefecture": ("regions/xi/region.yaml", "名称: ["),
    "a county": ("regions/xiyi/region.yaml", "名称: ["),
    "units of all": ("regions/yun/units.yaml", "- ["),
}


@pytest.mark.parametrize("name", SPOILED)
def test_whatever_is_spoiled_pages_stay_as_they_were(province: Previewed, name: str) -> None:
    path, text = SPOILED[name]
    good = (province.content / path).read_text(encoding="utf-8")
    addresses = ("", "xiyi/", "gu/", "yun/", "overdue/", "xi/")
    before = {address: province.page(address) for address in addresses}
    told = province.write(path, text)

    assert told == "有错，出错的地方停在上一次好的样子"
    assert any(one.where.path == path for one in province.preview.shown.findings)
    assert {address: province.page(address) for address in addresses} == before
    told = province.write(path, good)

    assert told == "已更新，检索稍后跟上"
    assert {address: province.page(address) for address in addresses} == before


def test_a_region_that_is_new_where_there_are_errors(province: Previewed) -> None:
    province.page("xiyi/")
    province.edit("regions/xiyi/sessions/2025/0405-ba.md", "领域: 供水排水", "领域: 无中生有")
    path = "regions/xisan/region.yaml"
    province.write(path, "名称: 西三县\n上级: xi\n方格: [9, 9]\n联系: {电话: '12345'}\n")

    assert province.preview.answer("xisan/") is Absent.WRONG
    province.edit("regions/xiyi/sessions/2025/0405-ba.md", "领域: 无中生有", "领域: 供水排水")

    assert "西三县" in province.page("xisan/")


def test_what_nobody_has_seen_before_an_error_is_shown_if_it_can_be(province: Previewed) -> None:
    province.page("")
    record = "regions/xiyi/sessions/2025/0405-ba.md"
    province.edit(record, "领域: 供水排水", "领域: 无中生有")
    answers = [province.preview.answer(one) for one in ("overdue/", "cases/", "dongyi/cases/ba/")]

    assert all(isinstance(one, Document) or one is Absent.WRONG for one in answers)
    assert isinstance(province.preview.answer("regions/"), Document)


def test_where_regions_cannot_be_told_every_page_is_said_to_be_behind(province: Previewed) -> None:
    province.write("regions/xi/region.yaml", "名称: [")
    answer = province.preview.answer("gu/")

    assert isinstance(answer, Document)
    assert answer.is_behind


def test_a_region_without_its_file_stays_as_it_was(province: Previewed) -> None:
    path = province.content / "regions/xiyi/region.yaml"
    before = province.page("xiyi/")
    path.rename(path.with_name("was.yaml"))
    province.take()

    assert is_behind(province)
    assert province.page("xiyi/") == before


def test_a_folder_that_is_away_for_a_while(province: Previewed) -> None:
    before = province.page("xiyi/")
    away = province.content.rename(province.content.with_name("away"))
    province.take()

    assert is_behind(province)
    assert province.page("xiyi/") == before
    away.rename(province.content)
    province.take()

    assert not is_behind(province)
    assert province.page("xiyi/") == before


def test_a_record_that_is_renamed_has_another_page(province: Previewed) -> None:
    path = province.content / "regions/nan/sessions/2026/0105-shi.md"
    (province.content / "regions/dongyi/sessions/2025/0302-ba.en.md").unlink()
    path.rename(path.with_name("0105-ban.md"))
    told = province.take()

    assert told == "已更新，检索稍后跟上"
    assert province.preview.answer("nan/sessions/2026/0105-shi/") is Absent.NOWHERE
    assert "市里的" in province.page("nan/sessions/2026/0105-ban/")


def test_a_changed_name_of_a_region_is_seen_everywhere(province: Previewed) -> None:
    province.page("gu/")
    province.edit("regions/yun/region.yaml", "云埠省", "云岭省")

    assert "云岭省" in province.page("xiyi/")
    assert "云岭省" in province.page("regions/")


def test_a_page_comes_before_everything_is_looked_at(province: Previewed, tmp_path: Path) -> None:
    content = content_of(province.content, stamps_of(province.content))
    preview = Preview(content, HOST_CONFIG, tmp_path, lambda: TODAY)
    early = Previewed(province.content, preview)
    address = "xiyi/sessions/2025/0405-ba/"

    assert preview.shown.left > 0
    assert preview.answer("") is Absent.LATER
    assert early.page(address) == province.page(address)
    early.take()
    assert early.page("") == province.page("")


ONLY = {"dongyi": "别处提到", "西一县": "同一件事", "gu": "没有上级", "xier": "跨区域"}


@pytest.mark.parametrize("given", ONLY)
def test_one_region_alone_looks_as_in_the_whole(
    province: Previewed, tmp_path: Path, given: str
) -> None:
    one = previewed(province.content, tmp_path / "alone", given)
    region = one.preview.home.rstrip("/")
    own = one.content / "regions" / region
    written = [path for path in own.rglob("*.md") if path.suffixes == [".md"]]
    records = [path.relative_to(own.parent).with_suffix("").as_posix() for path in written]
    lists = [region, *(f"{kind}/{region}" for kind in ("overdue", "ledger/region"))]

    assert {*one.preview.shown.findings} <= {*province.preview.shown.findings}
    assert records
    for address in (f"{name}/" for name in (*lists, *records)):
        assert one.page(address) == province.page(address)


def test_one_region_alone_follows_what_others_say_of_it(
    province: Previewed, tmp_path: Path
) -> None:
    one = previewed(province.content, tmp_path / "alone", "dongyi")
    path = "regions/xiyi/sessions/2025/0405-ba.md"
    one.edit(path, "堤坝渗水下游", "下游的堤坝")
    province.take()
    address = "dongyi/sessions/2025/0302-ba/"

    assert "下游的堤坝" in one.page(address)
    assert one.page(address) == province.page(address)


@pytest.mark.parametrize("address", ["", "xiyi/", "regions/", "dong/", "donger/"])
def test_pages_outside_of_the_one_region_are_not_there(
    province: Previewed, tmp_path: Path, address: str
) -> None:
    one = previewed(province.content, tmp_path / "alone", "dongyi")

    assert one.preview.answer(address) is Absent.OUTSIDE
    assert one.preview.shown.only == "东一县"


def test_the_topmost_region_is_the_whole(province: Previewed, tmp_path: Path) -> None:
    one = previewed(province.content, tmp_path / "alone", "yun")

    assert one.page("") == province.page("")


def test_a_region_that_is_not_there(province: Previewed, tmp_path: Path) -> None:
    with pytest.raises(UnknownRegion):
        previewed(province.content, tmp_path / "alone", "北一县")


def test_search_follows(small: Previewed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_gen.preview.live.QUIET", 0.0)
    preview = small.preview
    told = ""
    while not told:
        told = preview.proceed()

    assert QUIET > 0
    assert told == "检索也跟上了"
    index = preview.answer("assets/search/index.json")
    assert isinstance(index, File)
    assert b'"shards"' in index.content
    preview.close()
