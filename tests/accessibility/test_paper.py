"""On paper: black on white, unfolded, without controls, broken with care, whatever was chosen."""

import re
from collections.abc import Iterator
from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab
from pypdf import PdfReader

from tests.accessibility.conftest import TEMPLATES, Finished, Samples, add_style
from tests.browser import watched_tab

pytestmark = pytest.mark.browser

# What the margins of A4 leave, in CSS pixels; a browser lays out pages for print in that width.
SHEET = {"width": 680, "height": 1000}
PRINTED = ("session.html", "case.html", "region.html", "list.html", "poster.html", "unit.html")
"""What is printed most: looked at in all that a reader may have chosen for the screen."""
NOT_ON_PAPER = """() => {
  const seen = (e) => e.checkVisibility() && e.getClientRects().length > 0;
  const bright = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const isWhite = (colour) => / 0\\)$/.test(colour) || bright(colour).every((part) => part > 250);
  const isDark = (colour) => bright(colour).every((part) => part < 110);
  const name = (e) => e.outerHTML.slice(0, 90);
  const all = [...document.querySelectorAll('body, body *')].filter(seen);
  const isText = (node) => node.nodeType === 3 && node.data.trim();
  const written = all.filter((e) => [...e.childNodes].some(isText));
  const folded = [...document.querySelectorAll('details > :not(summary)')];
  const root = document.documentElement;
  return {
    controls: all.filter((e) => e.matches('button, input, select, textarea, nav')).map(name),
    folded: folded.filter((e) => !seen(e) && seen(e.parentElement)).map(name),
    grounds: all.filter((e) => !(e instanceof SVGElement))
      .filter((e) => !isWhite(getComputedStyle(e).backgroundColor)).map(name),
    pale: written.filter((e) => !e.closest('svg') && !isDark(getComputedStyle(e).color)).map(name),
    wide: root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} px`] : [],
    marks: all.filter((e) => e.matches('.tag') && !e.querySelector('svg')).map(name),
  };
}"""


@pytest.fixture(scope="module")
def paper(chromium: Browser) -> Iterator[Tab]:
    """A tab that shows pages as they are printed."""
    with watched_tab(chromium) as tab:
        tab.set_viewport_size({"width": SHEET["width"], "height": SHEET["height"]})
        tab.emulate_media(media="print")
        yield tab


def wrong(tab: Tab) -> dict[str, list[str]]:
    """What does not belong on paper."""
    found: dict[str, list[str]] = tab.evaluate(NOT_ON_PAPER)
    return {name: each for name, each in found.items() if each}


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_page_prints_black_on_white_without_controls(
    paper: Tab, samples: Samples, template: str
) -> None:
    paper.emulate_media(media="print", color_scheme="dark")
    for address in samples(template):
        paper.goto(address)
        assert wrong(paper) == {}, address
    paper.emulate_media(media="print", color_scheme="light")


@pytest.mark.parametrize("mode", ["contrast", "large"])
def test_what_was_chosen_for_the_screen_ends_there(paper: Tab, samples: Samples, mode: str) -> None:
    for template in PRINTED:
        paper.goto(samples(template)[0])
        paper.evaluate("(mode) => document.documentElement.classList.add(mode)", f"mode-{mode}")
        assert wrong(paper) == {}, template
        size = paper.evaluate("getComputedStyle(document.documentElement).fontSize")
        assert float(size.removesuffix("px")) == pytest.approx(11 * 96 / 72, abs=0.1)


@pytest.mark.parametrize(
    ("css", "noticed"),
    [
        (".js body nav.breadcrumbs { display: block !important }", "controls"),
        ("main { background: #eee !important }", "grounds"),
        ("main p { color: #ccc !important }", "pale"),
        ("main { min-width: 130vw }", "wide"),
    ],
)
def test_what_does_not_belong_on_paper_is_noticed(
    paper: Tab, example: Finished, css: str, noticed: str
) -> None:
    paper.goto(example.url + "about/")
    add_style(paper, css)
    assert noticed in wrong(paper)


def sheets(tab: Tab) -> list[list[str]]:
    """The lines of each printed sheet from top to bottom, without blanks and its number."""
    pdf = tab.pdf(format="A4", prefer_css_page_size=True)
    pages = PdfReader(BytesIO(pdf)).pages
    texts = (page.extract_text(extraction_mode="layout") for page in pages)
    lines = ([bare(line) for line in text.split("\n")] for text in texts)
    return [[line for line in each if line and not _NUMBER.fullmatch(line)] for each in lines]


_NUMBER = re.compile(r"\d+/\d+")
HEADINGS = "[...document.querySelectorAll('main :is(h1, h2, h3, h4)')].map((e) => e.textContent)"


def bare(text: str) -> str:
    """A text without its blanks, which paper sets otherwise, each character in its usual form."""
    return re.sub(r"\s", "", normalize("NFKC", text))


def alone(tab: Tab) -> set[str]:
    """Headings that stand at the foot of a sheet, with what they head on the next."""
    headings = {bare(text) for text in tab.evaluate(HEADINGS)}
    return headings & {lines[-1] for lines in sheets(tab)[:-1]}


@pytest.mark.parametrize("template", ["session.html", "case.html", "region.html", "unit.html"])
def test_no_heading_stands_alone_at_the_foot_of_a_sheet(
    paper: Tab, samples: Samples, template: str
) -> None:
    for address in samples(template):
        paper.goto(address)
        assert alone(paper) == set(), address


def test_a_heading_alone_is_noticed(paper: Tab, samples: Samples) -> None:
    paper.goto(samples("session.html")[0])
    add_style(paper, "main h2 { break-after: page !important }")
    assert alone(paper) != set()


def test_every_sheet_for_a_notice_board_is_one_side_of_paper(
    paper: Tab, example: Finished, hard: Finished
) -> None:
    posters = [
        (site.url + page.address, page)
        for site in (example, hard)
        for page in site.pages
        if page.kind == "poster"
    ]
    longest = sorted(posters, key=lambda one: -len(one[1].values["items"]))[:4]  # type: ignore[arg-type]
    hardest = [one for one in posters if one[0].startswith(hard.url)]
    for address, page in (*longest, *hardest):
        paper.goto(address)
        assert len(sheets(paper)) == 1, page.title


def test_address_and_code_stand_at_the_foot(paper: Tab, hard: Finished) -> None:
    paper.goto(hard.url + "jia/sessions/2026/0101-late/")
    assert paper.locator(".paper .qr path").count() == 1
    last = "".join(sheets(paper)[-1])
    assert "https://host.example/below/jia/sessions/2026/0101-late/" in last


def test_a_list_says_where_it_is_found_again_as_it_was_chosen(paper: Tab, hard: Finished) -> None:
    paper.goto(hard.url + "overdue/jia/")
    line = paper.locator(".paper-line")
    assert line.inner_text() == "https://host.example/below/overdue/jia/"
    paper.goto(hard.url + "ledger/?region=jia")
    paper.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert line.inner_text() == paper.url


def test_folded_parts_are_folded_again_after_printing(paper: Tab, example: Finished) -> None:
    paper.goto(example.url + "yanhuang/")
    count = "document.querySelectorAll('details[open]').length"
    before = paper.evaluate(count)
    paper.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert paper.evaluate("document.querySelectorAll('details:not([open])').length") == 0
    paper.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert paper.evaluate(count) == before < paper.locator("details").count()
