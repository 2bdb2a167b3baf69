"""The swift environment shows exactly what Jinja shows, whatever the values are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, TemplateRuntimeError, UndefinedError
from markupsafe import Markup

from site_gen.render.swift import SwiftEnvironment

_SOURCE = """
{% macro pair(a, b="z") %}{{ a }}-{{ b }}{% endmacro %}
{% macro tag(label, tone="plain") %}
<b class="{{ tone }}">{{ label }}{{ caller() if caller is defined }}</b>
{% endmacro %}
{% for one in given %}
{{ tag(one.label, tone=one.tone) }}{{ one.note or "" }}
{{ pair(one.label, one.lacking is defined) }}{{ one.items is defined }}{{ number.real is defined }}
{% endfor %}
{% call tag("x") %}{{ markup }}{% endcall %}{{ given | length }}{{ tag(text) }}{{ number }}
{{ pair(text) }}{{ pair(text, text) }}{{ pair(number, text) }}
{{ pair(1) }}{{ pair(True) }}{{ pair(1.0) }}{{ pair("1") }}
"""
_TEXTS = st.text(alphabet="<>&\"'{}%字a \n", max_size=12)


def shown(kind: type[Environment], values: dict[str, object]) -> str:
    return kind(autoescape=True, undefined=StrictUndefined).from_string(_SOURCE).render(values)


@given(
    st.lists(st.fixed_dictionaries({"label": _TEXTS, "tone": _TEXTS, "note": _TEXTS}), max_size=3),
    _TEXTS,
    st.integers(),
)
def test_it_shows_every_value_as_jinja_does(
    given: list[dict[str, str]], text: str, number: int
) -> None:
    values = {"given": given, "text": text, "number": number, "markup": Markup("<i>k</i>")}

    assert shown(SwiftEnvironment, values) == shown(Environment, values)


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
