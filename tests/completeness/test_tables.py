"""What a newcomer forgot when adding to a table, by name.

Every table of the program is compared with what it must be complete against.
"""

import inspect
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from site_gen import checks
from site_gen.checks.table import CHECKS
from site_gen.docket.facets import FACETS
from site_gen.docket.metrics import METRICS, RATES
from site_gen.findings.catalogue import RULES
from site_gen.pages.table import PAGE_KINDS
from site_gen.records.actions import ACTIONS, RESULT_PARTS
from site_gen.records.model import Part
from site_gen.records.table import KINDS
from site_gen.vocabulary import Word, progress, settings
from site_gen.vocabulary.fields import FIELDS, fields_of
from site_gen.vocabulary.progress import Action, Result

_PLACES = {"where", "keys_at"}


def _models() -> Iterator[type[Part]]:
    """Every model of a record, with the models inside it."""
    pending: list[type[Part]] = [kind.model for kind in KINDS]
    pending += [item.model for kind in KINDS for item in kind.items]
    seen: set[type[Part]] = set()
    while pending:
        model = pending.pop()
        if model in seen:
            continue
        seen.add(model)
        yield model
        for info in model.model_fields.values():
            pending += _parts_of(info.annotation)


def _parts_of(annotation: Any) -> Iterator[type[Part]]:
    if inspect.isclass(annotation) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts_of(inner)


MODELS = sorted(set(_models()), key=lambda model: model.__name__)
WORDS = [
    words
    for module in (progress, settings)
    for _, words in inspect.getmembers(module, inspect.isclass)
    if issubclass(words, Word) and words is not Word
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_has_a_row_in_the_vocabulary(model: type[BaseModel]) -> None:
    assert issubclass(model, Part)
    keys = {row.key for row in fields_of(*model.owners)}
    fields = {name for name in model.model_fields if name not in _PLACES}
    assert fields - {"disclosure_reason"} == keys & fields, "字段没有词条"


def test_every_row_of_the_vocabulary_belongs_to_a_model_or_an_event() -> None:
    known = {
        (owner, key) for model in MODELS for owner in model.owners for key in model.model_fields
    }
    known |= {("event", part.key) for rule in ACTIONS for part in rule.parts}
    orphans = [row for row in FIELDS if (row.owner, row.key) not in known]
    assert orphans == []


def test_a_label_is_written_for_one_key_only() -> None:
    for model in MODELS:
        labels = [row.label for row in fields_of(*model.owners)]
        assert len(labels) == len(set(labels)), model.__name__


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_a_list_of_words_names_each_once(words: type[Word]) -> None:
    assert len(set(words.terms())) == len(words)
    assert words.heading(), "没有名称"


@pytest.mark.parametrize(
    "words", [progress.Action, progress.Stage, progress.Result, progress.Verdict]
)
def test_words_the_public_meets_are_defined(words: type[Word]) -> None:
    assert [word for word in words if not word.definition] == []


def test_every_action_has_a_row_in_the_event_table() -> None:
    assert [rule.action for rule in ACTIONS] == list(Action)


def test_every_result_says_what_it_must_carry() -> None:
    assert set(RESULT_PARTS) == set(Result)


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_is_explained(code: str) -> None:
    rule = RULES[code]
    assert rule.explanation.endswith(("。", "；")), "说明要成句"
    assert rule.wrong and rule.right and rule.wrong != rule.right


def test_every_check_is_in_the_table() -> None:
    """A generator of findings in a module of checks that the table does not name."""
    modules = [module for _, module in inspect.getmembers(checks, inspect.ismodule)]
    found = {
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and list(inspect.signature(function).parameters) == ["context"]
    }
    assert found == set(CHECKS)
    assert all(check.__doc__ for check in CHECKS)


def test_metrics_and_rates_are_named_and_defined() -> None:
    keys = [metric.key for metric in METRICS]
    assert len(keys) == len(set(keys))
    assert all(metric.label and metric.definition and metric.unit for metric in METRICS)
    for rate in RATES:
        assert {rate.numerator, rate.denominator, *rate.beside} <= set(METRICS)


def test_facets_and_page_kinds_are_named() -> None:
    assert len({facet.key for facet in FACETS}) == len(FACETS)
    assert len({kind.key for kind in PAGE_KINDS}) == len(PAGE_KINDS)
    assert all(kind.term for kind in PAGE_KINDS)
