"""The words of templates: found where they stand, and said in the language of the page."""

from collections.abc import Mapping

import pytest
from jinja2 import DictLoader, StrictUndefined

from site_gen.language.catalogue import Catalogue
from site_gen.language.speaker import Speaker
from site_gen.render.spoken import Spoken
from site_gen.render.swift import SwiftEnvironment
from site_gen.render.templates import environments_for, phrases_in
from tests.render.sample import FRAME, ROOT
from tools.gallery import Example, read_examples

FOUND = [
    ("<h2>案例</h2>", ["案例"]),
    ("<p>共 {{ total }} 条，新的在前。</p>", ["共 {total} 条，新的在前。"]),
    ("<p>再看其余 {{ of.rest | length }} 条</p>", ["再看其余 {n} 条"]),
    ("<p>{{ a.name }}和{{ b.name }}</p>", ["{name}和{name2}"]),
    ('<nav aria-label="本页内容"></nav>', ["本页内容"]),
    ('{{ f("截至 " ~ day | when, "条") }}', ["截至 {day}", "条"]),
    ("<p>截至 {{ day }}<b>甲</b>乙</p>", ["截至 {day}", "甲", "乙"]),
    ("{% if x == '建议' %}{% endif %}", []),
    ("<p class='x'>{{ text }}, {{ n }}</p>", []),
    ("{# 说明 #}", []),
]


@pytest.mark.parametrize(("source", "phrases"), FOUND, ids=[source for source, _ in FOUND])
def test_what_is_a_phrase(source: str, phrases: list[str]) -> None:
    assert sorted(phrases_in(source)) == sorted(phrases)


def drawn(source: str, phrases: dict[str, tuple[str, ...]], **values: object) -> str:
    """A template as it is drawn in English."""
    spoken = Spoken(Speaker(Catalogue("en", phrases, lambda n: int(n != 1))))
    environment = SwiftEnvironment(
        markup=spoken.markup,
        loader=DictLoader({"x": source}),
        autoescape=True,
        undefined=StrictUndefined,
    )
    environment.filters |= spoken.filters
    environment.globals |= spoken.names
    return environment.get_template("x").render(**values)


@pytest.mark.parametrize(
    ("source", "phrases", "shown"),
    [
        ("<h2>案例</h2>", {"案例": ("Cases",)}, "<h2>Cases</h2>"),
        ("<h2>案例</h2>", {}, '<h2><span lang="zh-Hans">案例</span></h2>'),
        ("<p>共 {{ n }} 条</p>", {"共 {n} 条": ("{n} item", "{n} items")}, "<p>1 item</p>"),
        ("<p>共 {{ what }} 条</p>", {"共 {what} 条": ("{what} items",)},
         '<p><span lang="zh-Hans">石桥</span> items</p>'),
        ('<a title="{{ what }}">{{ what }}</a>', {},
         '<a title="石桥"><span lang="zh-Hans">石桥</span></a>'),
        ('<a title="全部">x</a>', {"全部": ("All",)}, '<a title="All">x</a>'),
        ("<title>{{ what }}</title>", {}, "<title>石桥</title>"),
        ("<option>{{ what }}：</option>", {"{what}：": ("{what}:",)}, "<option>石桥:</option>"),
        ("{% macro m(a) %}<b>{{ a }}</b>{% endmacro %}{{ m('截至 ' ~ n) }}",
         {"截至 {n}": ("as of {n}",)}, "<b>as of 1</b>"),
        ("{% macro m(a='建议') %}<b>{{ a }}</b>{% endmacro %}{{ m() }}",
         {"建议": ("Suggestions",)}, "<b>Suggestions</b>"),
        ("<i>{{ html }}</i>", {}, "<i>&lt;b&gt;</i>"),
    ],
)  # fmt: skip
def test_what_is_shown(source: str, phrases: dict[str, tuple[str, ...]], shown: str) -> None:
    assert drawn(source, phrases, n=1, what="石桥", html="<b>") == shown


NAMES = {"frame": FRAME, "assets": {}}
CHINESE = Spoken(Speaker(Catalogue("zh-Hans")))
PLAIN = environments_for(ROOT / "theme", [".."], NAMES)[".."]
SPOKEN = environments_for(ROOT / "theme", [".."], NAMES, CHINESE)[".."]


def _languages(value: object) -> set[str]:
    """The languages that cells say they are in."""
    if isinstance(value, Mapping):
        own = {str(value["language"])} if "language" in value else set()
        return own.union(*map(_languages, value.values()))
    return set().union(*map(_languages, value)) if isinstance(value, list) else set()


# What is marked as Tibetan already is marked once more; in a page for which nobody said so, once.
EXAMPLES = [one for one in read_examples() if "bo" not in _languages(one.arguments)]


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_said_in_chinese_every_component_is_what_it_is(example: Example) -> None:
    file = f"components/{example.component}/macro.html"
    one, other = (
        str(getattr(environment.module(file), example.macro)(**example.arguments))
        for environment in (PLAIN, SPOKEN)
    )

    assert other == one
