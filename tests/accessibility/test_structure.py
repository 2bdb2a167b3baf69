"""What those hear who do not see a page: names, tables, headings, words beside every shape."""

from collections import Counter

import pytest
from playwright.sync_api import Page as Tab

from tests.accessibility.conftest import TEMPLATES, Finished, Samples

pytestmark = pytest.mark.browser

EMPTY_WORDS = ("点击", "点这里", "这里", "更多", "详情", "链接", "查看")
LOOK = """(empty) => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const says = (e) => (e?.textContent ?? '').replace(/\\s+/g, '');
  const wrong = (name, selector, isWrong) =>
    all(selector).filter(isWrong).map((e) => `${name}: ${e.outerHTML.slice(0, 120)}`);
  const always = () => true;
  return [
    ...wrong('not one h1', 'body', () => all('h1').length !== 1),
    ...wrong('caption', 'table:not(.prose table)', (e) => !says(e.caption)),
    ...wrong('scope', 'th:not([scope])', always),
    ...wrong('row without a name', '.fold tbody tr', (e) => !e.querySelector('th[scope=row]')),
    ...wrong('label', 'input, select', (e) => !e.labels.length),
    ...wrong('alternative text', 'main img', (e) => !e.alt.trim()),
    ...wrong('drawing without a title', 'svg[role=img]', (e) => !says(e.querySelector('title'))),
    ...wrong('drawing that is heard', 'svg:not([role=img], [aria-hidden], aside *)', always),
    ...wrong('link', 'a[href]:not(:has(img))', (e) => ['', ...empty].includes(says(e))),
    ...wrong('status without a word', '.tag', (e) => !says(e)),
    ...wrong('status without a shape', '.tag', (e) => !e.querySelector('.mark path')),
  ];
}"""
SHAPES = """() => [...document.querySelectorAll('.mark')].map((e) =>
  [e.className.baseVal.match(/mark--(\\w+)/)[1], e.querySelector('path').getAttribute('d')])"""


@pytest.mark.parametrize("template", TEMPLATES)
def test_everything_has_a_name(phone: Tab, samples: Samples, template: str) -> None:
    for address in samples(template):
        phone.goto(address)
        assert phone.evaluate(LOOK, EMPTY_WORDS) == [], address


def test_every_status_has_a_shape_of_its_own(page: Tab, example: Finished) -> None:
    page.goto(example.url + "ledger/region/wuli/")
    shapes = dict(page.evaluate(SHAPES))
    assert len(shapes) > 3
    assert len(set(shapes.values())) == len(shapes)


def test_no_two_pages_have_one_title(example: Finished) -> None:
    documents = (example.file(page).read_text(encoding="utf-8") for page in example.pages)
    titles = Counter(text.partition("</title>")[0].rpartition("<title>")[2] for text in documents)
    assert [title for title, times in titles.items() if times > 1] == []


def test_what_has_no_name_is_noticed(page: Tab, example: Finished) -> None:
    page.goto(example.url + "overdue/")
    page.evaluate("document.querySelector('table').deleteCaption()")
    page.evaluate("document.querySelector('main a').textContent = '更多'")
    found = [each.partition(":")[0] for each in page.evaluate(LOOK, EMPTY_WORDS)]
    assert found == ["caption", "link"]
