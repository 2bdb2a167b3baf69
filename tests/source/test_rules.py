"""Every rule of reading at work: its wrong example breaks it, its right one breaks none."""

import pytest

from site_gen.findings import Rule, Severity
from site_gen.findings.catalogue import RULES
from tests.source.rule_examples import is_printable, whole

READING = [rule for code, rule in RULES.items() if code[0] in "YKB" or code.startswith("F1")]
PRINTABLE = [rule for rule in READING if is_printable(rule.wrong) and is_printable(rule.right)]
FALLBACK = "K120"
"""What no file can break while every field of every model has a reader."""


def code(rule: Rule) -> str:
    """The name of a parametrised test."""
    return rule.code


@pytest.mark.parametrize("rule", [one for one in PRINTABLE if one.code != FALLBACK], ids=code)
def test_the_wrong_example_breaks_the_rule(rule: Rule) -> None:
    assert rule.code in whole(rule.code, rule.wrong).codes()


@pytest.mark.parametrize("rule", PRINTABLE, ids=code)
def test_the_right_example_breaks_none(rule: Rule) -> None:
    assert [str(one) for one in whole(rule.code, rule.right).findings()] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=code)
def test_a_rule_says_what_is_wrong_and_what_to_do(rule: Rule) -> None:
    assert all([rule.message, rule.hint, rule.explanation, rule.wrong, rule.right])
    assert not rule.message.endswith("。")
    assert not rule.hint.endswith("。")
    assert rule.wrong != rule.right


def test_a_finding_has_the_severity_of_its_rule() -> None:
    notices = {rule.code for rule in READING if rule.severity is Severity.NOTICE}

    found = [one for rule in PRINTABLE for one in whole(rule.code, rule.wrong).findings()]

    assert {one.code for one in found if one.severity is Severity.NOTICE} <= notices | {"V103"}
