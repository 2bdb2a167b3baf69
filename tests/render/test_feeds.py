"""Feeds as files: what the formats demand, whatever the records say; days of the records alone."""

import json
from dataclasses import replace
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.language import say
from site_gen.pages.model import Feed, FeedEntry, SiteFrame
from site_gen.render.feeds import feed_files
from tests.render.atom import NS, atom_problems, json_problems
from tests.render.sample import FRAME, HOSTILE_TITLES, make_page

BASE = "https://host.example/sub/"
PUBLIC = replace(FRAME, base_url=BASE)
TEXTS = st.text(max_size=12)
DAYS = st.sampled_from(("2026", "2026-02", "2026-02-28", "2024-11-30"))


def entry(
    number: int, when: str = "2026-09-02", title: str = "修路", text: str = "说明"
) -> FeedEntry:
    key = f"sessions/lixian/2023/0512-shiqiao/s{number}/result"
    return FeedEntry(
        key, when, title, (text,), f"lixian/sessions/2023/0512-shiqiao/#s{number}", "有结果"
    )


def files(
    *entries: FeedEntry, frame: SiteFrame = PUBLIC, title: str = "理县"
) -> tuple[bytes, bytes]:
    """Atom and JSON of a feed."""
    feed = Feed("feeds/lixian/", title, "最近有什么变化", entries)
    page = make_page("lixian/", "理县", feed=feed)
    atom, other = feed_files([make_page("a/"), page], frame)
    assert (atom.address, other.address) == ("feeds/lixian/atom.xml", "feeds/lixian/feed.json")
    return atom.content, other.content


@pytest.mark.parametrize("base_url", ["", BASE])
@given(texts=st.lists(st.tuples(TEXTS, TEXTS, DAYS), max_size=4))
def test_whatever_records_say_both_are_what_their_formats_demand(
    base_url: str, texts: list[tuple[str, str, str]]
) -> None:
    entries = [entry(at, when, f"题{title}", text) for at, (title, text, when) in enumerate(texts)]
    atom, other = files(*entries, frame=replace(FRAME, base_url=base_url))
    assert atom_problems(atom) == []
    assert json_problems(other) == []
    assert len(json.loads(other)["items"]) == len(entries)


@pytest.mark.parametrize("title", [*HOSTILE_TITLES, "一\x01二\x1f三\ufffe四", 'a"b'])
def test_titles_are_read_as_they_are_shown(title: str) -> None:
    atom, other = files(entry(1, title=title, text=title))
    plain = "".join(sign for sign in title if sign not in "\x01\x1f\ufffe")
    (element,) = ElementTree.fromstring(atom).findall(f"{NS}entry/{NS}title")
    assert element.text == plain
    assert json.loads(other)["items"][0]["title"] == title


def test_a_reader_finds_the_entries_where_they_are() -> None:
    atom, other = files(entry(1), entry(2, "2026-05"), entry(3, "2025"))
    read = feedparser.parse(atom)
    assert not read.bozo
    assert read.feed.title == "理县"
    assert [one.link for one in read.entries] == [
        f"{BASE}lixian/sessions/2023/0512-shiqiao/#s{number}" for number in (1, 2, 3)
    ]
    told = [item["date_published"] for item in json.loads(other)["items"]]
    assert [one.updated for one in read.entries] == told
    assert told == [f"{day}T00:00:00+08:00" for day in ("2026-09-02", "2026-05-01", "2025-01-01")]
    assert read.feed.updated == told[0]


def test_what_is_told_once_keeps_its_number_whatever_comes_after() -> None:
    before, after = (
        {item["id"] for item in json.loads(files(*entries)[1])["items"]}
        for entries in (
            [entry(1)],
            [entry(2, "2026-10-01"), entry(1, title="改了题目", text="又说")],
        )
    )
    assert before < after
    assert before == {"tag:host.example,2026-09-02:sessions/lixian/2023/0512-shiqiao/s1/result"}


def test_without_a_public_address_links_start_where_the_feed_is() -> None:
    atom, other = files(entry(1), frame=FRAME)
    assert b"http://" not in atom.replace(b"http://www.w3.org/2005/Atom", b"")
    assert b"https://" not in atom
    told = json.loads(other)
    assert told["items"][0]["url"] == "../../lixian/sessions/2023/0512-shiqiao/#s1"
    assert told["home_page_url"] == "../../lixian/"
    assert told["items"][0]["id"].startswith("tag:site.invalid,")


def test_where_nothing_happened_the_day_that_is_shown_is_told() -> None:
    atom, _ = files()
    assert atom_problems(atom) == []
    assert ElementTree.fromstring(atom).findtext(f"{NS}updated") == "2026-11-22T00:00:00+08:00"


def test_a_feed_speaks_the_language_of_its_page() -> None:
    frame = replace(PUBLIC, language="en")
    told = entry(1, title=say("{what}：{title}", what=say("有结果"), title="修路"))
    atom, other = files(told, frame=frame, title=say("{name}：最近有什么变化", name="理县"))
    assert b'xml:lang="en"' in atom
    assert "修路</title>".encode() in atom
    assert "有结果：".encode() not in atom
    read = json.loads(other)
    assert read["language"] == "en"
    assert "最近" not in read["title"]
