"""A notice says that ``site-gen fmt`` writes something anew: then it does, and falls silent."""

import re
from pathlib import Path

import pytest

from site_gen.findings import Rule, Severity
from site_gen.findings.catalogue import RULES
from tests.fmt.rewriting import ROOT, File, meaning
from tests.source.rule_examples import is_printable, whole

SLIPS = [rule for rule in RULES.values() if "site-gen fmt" in rule.hint]
WHOLE = [
    (rule, File(wrong.kind.key, wrong.text), File(right.kind.key, right.text))
    for rule in SLIPS
    if is_printable(rule.wrong)
    for wrong, right in [(whole(rule.code, rule.wrong), whole(rule.code, rule.right))]
    if right.codes() == set()
]
CASES = sorted(
    path
    for path in (ROOT / "tests/cases/source").rglob("*.*")
    if path.suffix in (".md", ".yaml") and b"\r" not in path.read_bytes()
)


def test_slips_are_notices() -> None:
    assert {rule.severity for rule in SLIPS} == {Severity.NOTICE}
    assert len(WHOLE) > 15


@pytest.mark.parametrize(("rule", "wrong", "right"), WHOLE, ids=[one[0].code for one in WHOLE])
def test_the_wrong_example_of_a_slip_becomes_the_right_one(
    rule: Rule, wrong: File, right: File
) -> None:
    assert any(f" {rule.code} " in one for one in wrong.notices())
    assert wrong.rewritten().text == right.text


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_every_case_of_reading_falls_silent_or_is_left_alone(case: Path) -> None:
    file = File(case.parent.name, case.read_bytes().decode("utf-8", "replace"))
    now = file.rewritten()

    if file.has_errors:
        assert now.text == file.text
    else:
        slips = [one for one in now.notices() if re.search("site-gen fmt", one)]
        assert slips == []
        assert meaning(now.records()) == meaning(file.records())
