"""The swift environment shows exactly what Jinja shows, whatever the values are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, TemplateRuntimeError, UndefinedError
from markupsafe import Markup

from site_gen.render.swift import SwiftEnvironment

_SOURCE = """
{% macro tag(label, tone="plain") %}
<b class="{{ tone }}">{{ label }}{{ caller() if caller is defined }}</b>
{% endmacro %}
{% for one in given %}{{ tag(one.label, tone=one.tone) }}{{ one.note or "" }}{% endfor %}
{% call tag("x") %}{{ markup }}{% endcall %}{{ given | length }}{{ tag(text) }}{{ number }}
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
