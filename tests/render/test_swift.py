"""The swift environment shows exactly what Jinja shows, whatever the values are."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateRuntimeError,
    UndefinedError,
)
from markupsafe import Markup

from site_gen.render.swift import Remembered, SwiftEnvironment

_SOURCE = """
{% macro pair(a, b="z") %}{{ a }}-{{ b }}{% endmacro %}
{% macro tag(label, tone="plain") %}
<b class="{{ tone }}">{{ label }}{{ caller() if caller is defined }}</b>
{% endmacro %}
{% macro kind(of) %}
{% if of is string %}text{{ of }}
{% elif of is mapping %}{{ pair(of.label, of.gone | default("-")) }}
{% elif of is none %}none{% else %}{% for each in of %}{{ kind(each) }},{% endfor %}{% endif %}
{% endmacro %}
{% for one in given %}
{{ one.label is defined and one.label }}{{ one.lacking is defined and one.lacking }}
{{ one.lacking | default(one.label ~ "<") }}{{ one.note | default("-", true) }}
{{ one.note | default("-") }}{{ one.get | default("-") is string }}{{ one.values is defined }}
{{ kind(one) }}{{ kind(one.label) }}{{ kind([one, [one.note, none]]) }}
{% if one.note is defined and one.note %}
{% call tag(one.note) %}{{ kind(one) }}{% endcall %}
{% endif %}
{{ tag(one.label, tone=one.tone) }}{{ one.note or "" }}
{{ pair(one.label, one.lacking is defined) }}{{ one.items is defined }}{{ number.real is defined }}
{% endfor %}
{% call tag("x") %}{{ markup }}{% endcall %}{{ given | length }}{{ tag(text) }}{{ number }}
{{ pair(text) }}{{ pair(text, text) }}{{ pair(number, text) }}
{{ pair(markup) }}{{ pair("<i>k</i>") }}{{ pair(markup) }}{{ [pair(text)] }}{{ pair(text) ~ text }}
{{ pair(1) }}{{ pair(True) }}{{ pair(1.0) }}{{ pair("1") }}
"""
_TEXTS = st.text(alphabet="<>&\"'{}%字a \n", max_size=12)


def swift(**options: Any) -> SwiftEnvironment:
    return SwiftEnvironment(autoescape=True, undefined=StrictUndefined, **options)


# Made once: what an earlier example was shown must not show in a later one.
_PLAIN = Environment(autoescape=True, undefined=StrictUndefined).from_string(_SOURCE)
_SWIFT = [swift(repeated=kept).from_string(_SOURCE) for kept in ((), {"pair", "tag"})]


@given(
    st.lists(st.fixed_dictionaries({"label": _TEXTS, "tone": _TEXTS, "note": _TEXTS}), max_size=3),
    _TEXTS,
    st.integers(),
)
def test_it_shows_every_value_as_jinja_does(
    given: list[dict[str, str]], text: str, number: int
) -> None:
    values = {"given": given, "text": text, "number": number, "markup": Markup("<i>k</i>")}

    expected = _PLAIN.render(values)

    assert [template.render(values) for template in _SWIFT] == [expected, expected]


def test_no_more_is_kept_than_there_is_room_for() -> None:
    lengths = Remembered(lambda text: str(len(text)), longest=5)

    assert [lengths[f"{number}"] for number in (7, 12, 7)] == ["1", "2", "1"]
    assert lengths["a" * 6] == "6"
    assert set(lengths) == {"7", "12"}
    assert {lengths[str(number)] for number in range(10**4)} == {"1", "2", "3", "4"}
    assert len(lengths) < 10**4


def test_what_a_filter_shows_is_made_for_each_environment_anew(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('{{ "x" | under }}{{ text | under }}{{ text | under ~ "<" }}')
    cache = FileSystemBytecodeCache(str(tmp_path))
    options = {"loader": FileSystemLoader(tmp_path), "bytecode_cache": cache}

    for base in ("a", "b"):
        under = Remembered(partial(Markup("{}-{}").format, base))
        template = swift(remembered={"under": under}, **options).get_template("a.html")
        assert template.render(text="y") == f"{base}-x{base}-y{base}-y&lt;"


def test_what_is_none_is_refused_wherever_it_is_shown() -> None:
    source = "{% macro one(a) %}{{ a }}{% endmacro %}"

    for repeated in ({"one"}, set[str]()):
        with pytest.raises(TemplateRuntimeError):
            swift(repeated=repeated).from_string(source + "{{ one(none) }}").render()


def test_a_text_that_is_more_than_a_text_is_escaped_too() -> None:
    class Placed(str):
        __slots__ = ()

    template = SwiftEnvironment(autoescape=True).from_string("{{ text }}")

    assert template.render(text=Placed("<b>")) == "&lt;b&gt;"


def test_none_is_refused() -> None:
    template = SwiftEnvironment(autoescape=True).from_string("{{ one.of }}")

    with pytest.raises(TemplateRuntimeError):
        template.render(one={"of": None})


def test_an_absent_entry_is_undefined() -> None:
    environment = SwiftEnvironment(autoescape=True, undefined=StrictUndefined)

    assert environment.from_string("{{ one.of is defined }}").render(one={}) == "False"
    with pytest.raises(UndefinedError):
        environment.from_string("{{ one.of }}").render(one={})


def test_a_component_refuses_more_than_it_takes_and_misses_what_it_needs() -> None:
    environment = SwiftEnvironment(autoescape=True, undefined=StrictUndefined)
    source = "{% macro pair(a, b) %}{{ a }}{{ b }}{% endmacro %}"

    with pytest.raises(TypeError):
        environment.from_string(source + "{{ pair(1, 2, 3) }}").render()
    with pytest.raises(UndefinedError):
        environment.from_string(source + "{{ pair('a') }}").render()
    with pytest.raises(UndefinedError):
        environment.from_string("{{ gone('a') }}").render()
