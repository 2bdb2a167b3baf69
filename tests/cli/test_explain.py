"""``site-gen explain``: every code has a page with a wrong and a right example."""

import pytest

from site_gen.findings.catalogue import RULES
from tests.cli.conftest import Run


@pytest.mark.parametrize("code", RULES)
def test_every_code_is_explained(run: Run, code: str) -> None:
    result = run("explain", code)
    rule = RULES[code]

    assert result.exit_code == 0
    assert result.stdout.startswith(f"{code}（{rule.severity.term}）")
    assert rule.explanation in result.stdout
    assert all(line in result.stdout for line in (rule.wrong + "\n" + rule.right).splitlines())


def test_details_of_a_single_finding_are_left_open(run: Run) -> None:
    assert "没有“…”这一天" in run("explain", "V102").stdout


def test_small_letters_will_do(run: Run) -> None:
    assert run("explain", "v102").stdout == run("explain", "V102").stdout


def test_an_unknown_code_names_those_like_it(run: Run) -> None:
    result = run("explain", "V19")

    assert result.exit_code == 2
    assert "V101" in result.stderr
    assert "L101" not in result.stderr
