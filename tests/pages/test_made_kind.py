"""A kind of record that the program has never heard of: one model and one row of a table.

It is read, checked, shown on a page of its own, found by search, listed and filtered in the
ledger, without another line anywhere. Its keys are words that the vocabulary has already.
"""

import json
from datetime import date
from pathlib import Path
from typing import Annotated, ClassVar

import pytest

from site_gen.pipeline import Compilation, compile_site
from site_gen.records.kinds import ItemKind, Kind, Notation, Refers
from site_gen.records.model import (
    Day,
    Head,
    Line,
    NameList,
    Part,
    Proof,
    References,
    Translated,
    word,
)
from site_gen.records.table import KINDS
from site_gen.vocabulary.settings import DeadlineKind, SuggestionType
from tests.pages.composed import Body, Composed

TODAY = date(2026, 11, 22)


class Pledge(Part):
    """What was pledged."""

    owners: ClassVar[tuple[str, ...]] = ("suggestion",)

    beneficiaries: Line | None = None
    type: Annotated[SuggestionType | None, word(SuggestionType)] = None


class Visit(Head):
    """A visit to a village."""

    owners: ClassVar[tuple[str, ...]] = ("case", "rectification", "record")

    title: Translated
    date: Day | None = None
    place: Line | None = None
    themes: NameList = ()
    sessions: References = ()
    evidence: Proof | None = None


VISIT = Kind(
    key="visit",
    term="走访",
    pattern="regions/<region>/visits/<year>/<name>.md",
    notation=Notation.DOCUMENT,
    model=Visit,
    items=(ItemKind("pledge", "承诺事项", Pledge, "p", DeadlineKind.SUGGESTION),),
    segment="visits",
    dated="date",
    searched=("title", "place"),
    refers=(Refers("sessions", "session"),),
)
FILES = {
    "site.yaml": "名称: 示例\n",
    "vocabulary.yaml": "领域:\n  - {编号: water, 名称: 饮水}\n",
    "regions/jia/region.yaml": "名称: 砾溪县\n办理时限: {建议: 2个月}\n",
    "regions/jia/units.yaml": "- {名称: 县水务局}\n",
    "regions/jia/sessions/2026/0201-shui.md": "---\n议题: 饮水\n时间: 2026-02-01\n---\n",
    "regions/jia/visits/2026/0301-qingshi.md": (
        "---\n标题: 青石村走访\n日期: 2026-03-01\n地点: 青石村\n领域: 饮水\n"
        "协商: 2026/0201-shui\n佐证: '[记录](https://example.org/a)、座谈记录'\n---\n\n"
        "## 承诺事项1 接通三户的水管\n\n- 受益：3户\n- 2026-03-02 交办：县水务局\n\n"
        "## 见闻\n\n井台边又排起了队。\n"
    ),
    "regions/jia/visits/2026/0401-hongyan.md": (
        "---\n标题: 红岩村走访\n日期: 2026-04-01\n---\n\n没有提出事项，"
        "[上次](record:visits/jia/2026/0301-qingshi)看过。\n"
    ),
}
ADDRESS = "jia/visits/2026/0301-qingshi/"


@pytest.fixture
def site(tmp_path: Path) -> Composed:
    for path, text in FILES.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    made = compile_site(tmp_path, TODAY, (*KINDS, VISIT))
    assert [str(finding) for finding in made.findings] == []
    return Composed(made)


def ledger(made: Compilation) -> str:
    """Everything that is written for the ledger."""
    return "\n".join(artifact.content.decode() for artifact in made.artifacts)


def test_it_has_a_page_of_its_own(site: Composed) -> None:
    body = site.body(ADDRESS)

    assert site.page(ADDRESS).title == "青石村走访"
    for said in ("走访 · 砾溪县", "2026年3月1日", "在哪里", "井台边又排起了队", "座谈记录"):
        assert said in body.text
    assert {"../../../../jia/sessions/2026/0201-shui/", "https://example.org/a"} <= set(
        body.all("href")
    )
    assert body.all("id").count("p1") == 1


def test_its_items_have_a_life_cycle_with_clocks(site: Composed) -> None:
    text = site.body(ADDRESS).text

    for said in ("接通三户的水管", "3户", "超过期限，已过 204 天", "加 2个月（砾溪县规定）"):
        assert said in text


def test_other_pages_lead_to_it(site: Composed) -> None:
    def links(body: Body) -> bool:
        return any(href.endswith(ADDRESS) for href in body.all("href"))

    assert links(site.body("jia/"))
    assert links(site.body("jia/visits/2026/0401-hongyan/"))
    assert "走访" in site.body("jia/").text


def test_it_is_found_and_listed(site: Composed) -> None:
    rows = {row.id: row for row in site.compiled.rows}
    item = rows["visits/jia/2026/0301-qingshi#p1"]
    bare = rows["visits/jia/2026/0401-hongyan"]

    assert (item.kind, item.context, item.address) == ("pledge", "青石村走访", f"{ADDRESS}#p1")
    assert item.facets["theme"] == ("water",)
    assert (bare.kind, bare.date, bare.facets["region"]) == ("visit", "2026-04-01", ("jia",))
    assert "没有提出事项" in bare.text


def test_the_ledger_filters_by_it(site: Composed) -> None:
    index = json.loads(next(one.content for one in site.compiled.artifacts
                            if one.address.endswith("ledger/index.json")))  # fmt: skip

    assert index["labels"]["kind"]["visit"] == "走访"
    assert index["labels"]["kind"]["pledge"] == "承诺事项"
    assert "pledge_assignment" in index["aside"]
    assert "红岩村走访" in ledger(site.compiled)


def test_nothing_of_it_slips_into_other_numbers(site: Composed) -> None:
    counted = {metric for row in site.compiled.rows if row.kind in ("visit", "pledge")
               for metric in row.values("metric")}  # fmt: skip

    assert counted == set()
