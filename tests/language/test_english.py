"""The example in English: nothing Chinese but what the records say, and that says what it is."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab

from tests.accessibility.test_axe import violations
from tests.accessibility.test_reflow import LOST
from tests.browser import Serve
from tests.whole.conftest import EXAMPLE, build

HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]")
CHINESE = re.compile("[\u3400-\u9fff]+")
UNMARKED = frozenset({"script", "style", "title", "desc", "option", "textarea"})
"""Elements in which nothing can be marked."""
VOID = frozenset({"area", "base", "br", "hr", "img", "input", "link", "meta", "source", "wbr"})


class Texts(HTMLParser):
    """The texts of a page: what is not marked as Chinese, and what is said to be."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = [("", "")]
        self.loose: list[str] = []
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.marked += [given[name] or "" for name in ("aria-label", "alt") if name in given]
        if tag not in VOID:
            self.open.append((tag, given.get("lang") or self.open[-1][1]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """It has no text."""

    def handle_endtag(self, tag: str) -> None:
        while len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, language = self.open[-1]
        if HAN.search(data) and tag != "script":
            is_known = language.startswith("zh") or tag in UNMARKED
            (self.marked if is_known else self.loose).append(data.strip())


def texts_of(path: Path) -> Texts:
    texts = Texts()
    texts.feed(path.read_text(encoding="utf-8"))
    return texts


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("english") / "site"
    build(out, "--language", "en", content=EXAMPLE)
    return out


def test_whatever_is_not_marked_has_no_chinese_in_it(english: Path) -> None:
    found = {path: texts_of(path).loose for path in english.rglob("*.html")}

    assert len(found) > 300
    assert {str(path): loose[:5] for path, loose in found.items() if loose} == {}


def test_whatever_is_chinese_stands_in_the_records(english: Path) -> None:
    """A label that nobody can translate would look like content; but no record has it."""
    files = [path for path in EXAMPLE.rglob("*") if path.suffix in (".md", ".yaml")]
    written = re.sub(r"[\s/]+", "", "".join(path.read_text(encoding="utf-8") for path in files))
    shown = {text for path in english.rglob("*.html") for text in texts_of(path).marked}
    strange = {text for text in shown for run in CHINESE.findall(text) if run not in written}

    assert sorted(strange) == []


def test_the_same_is_made_in_parts(english: Path, tmp_path: Path) -> None:
    build(tmp_path / "site", "--language", "en", "--jobs", "2", content=EXAMPLE)

    assert (tmp_path / "site" / "SHA256SUMS").read_text() == (english / "SHA256SUMS").read_text()


LOOSE = """() => {
  const han = /[\\u3000-\\u303f\\u3400-\\u9fff\\uff01-\\uff5e]/;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    const plain = parentElement.closest('script, style, option, desc, svg title');
    if (!plain && han.test(data) && !parentElement.closest('[lang]').lang.startsWith('zh')) {
      found.push(data);
    }
  }
  return found;
}"""


@pytest.mark.browser
@pytest.mark.parametrize("address", ["", "ledger/?kind=suggestion", "yanhuang/", "overdue/"])
def test_what_a_reader_sees(page: Tab, english: Path, static_server: Serve, address: str) -> None:
    page.goto(f"{static_server(english)}{address}")
    page.wait_for_selector(".row, .fold")

    assert page.evaluate(LOOSE) == []
    assert page.evaluate("document.documentElement.lang") == "en"


PAGES = (
    "",
    "yanhuang/",
    "overdue/",
    "wuli/sessions/2024/1219-fabuhui/",
    "definitions/",
    "data/",
    "search/",
)


@pytest.mark.browser
@pytest.mark.parametrize("address", PAGES)
def test_english_pages_are_for_everybody_too(
    page: Tab, english: Path, static_server: Serve, address: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 740})
    page.goto(f"{static_server(english)}{address}")

    assert page.evaluate(LOST) == []
    assert violations(page) == []
