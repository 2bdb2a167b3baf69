"""Things as JSON-LD: data that cannot end its element, addresses in full or not at all."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.language import say
from site_gen.pages.model import Page, SiteAddress, SiteFrame
from site_gen.render.linked import linked_data
from tests.render.sample import FRAME, HOSTILE_TITLES, make_page

BASE = "https://host.example/sub/"
PUBLIC = replace(FRAME, base_url=BASE)
DATASET = {
    "@type": "Dataset",
    "name": "台账",
    "url": SiteAddress("ledger/"),
    "distribution": [{"@type": "DataDownload", "contentUrl": SiteAddress("data/村.csv")}],
}


def graph(page: Page, frame: SiteFrame = PUBLIC) -> list[dict[str, Any]]:
    canonical = BASE + page.address if frame.base_url else ""
    written = linked_data(frame, page, canonical)
    found: list[dict[str, Any]] = json.loads(written)["@graph"] if written else []
    return found


@pytest.mark.parametrize("title", [*HOSTILE_TITLES, "<!--<script>", "]]>", "\u2028\u2029\\"])
def test_nothing_in_it_ends_the_element(title: str) -> None:
    page = make_page("a/", title, trail=((title, ""),), things=({"@type": "Event", "name": title},))
    written = linked_data(PUBLIC, page, f"{BASE}a/")
    assert not set("<>&\u2028\u2029\n") & set(written)
    event, way = json.loads(written)["@graph"]
    assert event["name"] == title
    assert [step["name"] for step in way["itemListElement"]] == [title, title]


@given(st.text())
def test_it_says_what_was_given(text: str) -> None:
    (thing,) = graph(make_page("a/", trail=(), things=({"@type": "Event", "name": text},)))
    assert thing["name"] == text


def test_addresses_are_in_full() -> None:
    (thing,) = graph(make_page("a/", trail=(), things=(DATASET,)))
    assert thing["url"] == f"{BASE}ledger/"
    (file,) = thing["distribution"]
    assert file["contentUrl"] == f"{BASE}data/%E6%9D%91.csv"


def test_without_a_public_address_they_are_left_out_with_what_is_nothing_else() -> None:
    page = make_page("a/", "村", trail=(("首页", ""),), things=(DATASET,))
    thing, way = graph(page, FRAME)
    assert thing == {"@type": "Dataset", "name": "台账"}
    assert way["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "首页"},
        {"@type": "ListItem", "position": 2, "name": "村"},
    ]


def test_a_page_without_things_and_without_a_way_tells_nothing() -> None:
    assert linked_data(PUBLIC, make_page("", trail=()), BASE) == ""


def test_the_way_to_a_page_is_told_in_its_language() -> None:
    page = make_page("a/", say("台账"), trail=((say("首页"), ""),))
    english = linked_data(replace(PUBLIC, language="en"), page, f"{BASE}a/")
    assert "首页" in linked_data(PUBLIC, page, f"{BASE}a/")
    assert "首页" not in english
    assert "台账" not in english
