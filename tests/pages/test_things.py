"""What pages tell programs in the words of schema.org: only what records say, whoever they are
from, and nothing that nobody wrote."""

from pathlib import Path
from typing import Any

import pytest

from site_gen.pages.model import SiteAddress
from site_gen.pipeline import Compilation
from tests.pages.site import BASE, SESSION, compiled, page_at, session

COMPILED = "来源: {标题: 某报道, 发布: 某报, 日期: 2023-06-03}\n"


def told(made: Compilation, address: str) -> dict[str, Any]:
    (thing,) = page_at(made, address).things
    return dict(thing)


def event(folder: Path, head: str) -> dict[str, Any]:
    return told(compiled(folder, session("## 建议1 修路", f"议题: 修路\n{head}")), SESSION)


def test_a_meeting_is_an_event_with_what_is_known_of_it(tmp_path: Path) -> None:
    head = "时间: 2023-05-12 19:30\n地点: 石桥村\n主办: 市政协\n"
    assert event(tmp_path, head) == {
        "@type": "Event",
        "name": "修路",
        "url": SESSION,
        "startDate": "2023-05-12T19:30+08:00",
        "location": {"@type": "Place", "name": "石桥村", "address": "清溪市"},
        "organizer": {"@type": "Organization", "name": "市政协"},
    }


@pytest.mark.parametrize(("written", "date"), [("2023-05", "2023-05"), ("2023", "2023")])
def test_a_date_is_as_exact_as_it_is_known(tmp_path: Path, written: str, date: str) -> None:
    assert event(tmp_path, f"时间: {written}\n{COMPILED}")["startDate"] == date


def test_what_is_not_known_is_left_out(tmp_path: Path) -> None:
    assert event(tmp_path, COMPILED).keys() == {"@type", "name", "url"}


@pytest.mark.parametrize(
    ("state", "status"),
    [("取消", "https://schema.org/EventCancelled"), ("延期", "https://schema.org/EventPostponed")],
)
def test_a_state_is_told_where_somebody_wrote_it(tmp_path: Path, state: str, status: str) -> None:
    head = f"议题: 修路\n时间: 2023-05-12\n状态: {state}\n原因: 下雨\n"
    made = compiled(tmp_path, session("", head))
    assert told(made, SESSION)["eventStatus"] == status


def test_units_are_bodies_of_the_state_unless_they_are_companies(tmp_path: Path) -> None:
    files = {**BASE, "regions/qingxi/units.yaml": (
        "- {名称: 市水务局, 曾用名: [市水利局], 联系: {电话: '12345'}}\n- {名称: 市自来水公司}\n"
    )}  # fmt: skip
    made = compiled(tmp_path, files)
    assert told(made, "qingxi/units/市水务局/") == {
        "@type": "GovernmentOrganization",
        "name": "市水务局",
        "alternateName": ["市水利局"],
        "url": "qingxi/units/市水务局/",
        "areaServed": {"@type": "AdministrativeArea", "name": "清溪市"},
        "telephone": "12345",
    }
    assert told(made, "qingxi/units/市自来水公司/")["@type"] == "Organization"


@pytest.mark.parametrize(
    ("notice", "kind"), [("公开报道整理", "Organization"), ("无", "GovernmentOrganization")]
)
def test_who_compiles_reports_need_not_be_a_body_of_the_state(
    tmp_path: Path, notice: str, kind: str
) -> None:
    site = f"名称: 清溪公示\n主办: 清溪某某\n提示: {notice}\n联系: {{电话: '12345'}}\n"
    made = compiled(tmp_path, {**BASE, "site.yaml": site})
    website, host = page_at(made, "").things
    assert website["publisher"] == {"@type": kind, "name": "清溪某某"}
    assert host == {"@type": kind, "name": "清溪某某", "telephone": "12345"}
    assert isinstance(website["url"], SiteAddress)


def test_nobody_is_responsible_where_the_site_names_nobody(tmp_path: Path) -> None:
    made = compiled(tmp_path, {**BASE, "site.yaml": "名称: 清溪公示\n"})
    (website,) = page_at(made, "").things
    assert "publisher" not in website
    assert "creator" not in told(made, "ledger/")


def test_a_report_comes_from_whoever_published_it(tmp_path: Path) -> None:
    head = f"议题: 修路\n时间: 2023-05-12\n{COMPILED}"
    meta = dict(page_at(compiled(tmp_path, session("", head)), SESSION).meta)
    assert meta["ContentSource"] == "某报"


def test_a_report_of_an_unknown_publisher_comes_from_nobody(tmp_path: Path) -> None:
    head = "议题: 修路\n时间: 2023-05-12\n来源: 某报道\n"
    meta = dict(page_at(compiled(tmp_path, session("", head)), SESSION).meta)
    assert meta["ContentSource"] == ""
