"""Every rule is alive, and none can be switched off.

One rule after the other is taken out of what a check yields, as if nobody had written it; some
case must then fail. A rule that no case covers fails by its code.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from site_gen.findings import Severity
from site_gen.findings.catalogue import RULES
from site_gen.pipeline import audit
from tests.records.corpus import CASES, TODAY, Case
from tests.records.judging import Seen, complaints
from tests.sites.changes import Change
from tests.sites.hostile import test_corpus as folders
from tests.sites.hostile.case import Case as Folder
from tests.sites.test_every_rule import APART
from tests.sites.test_every_rule import BAD as CHANGES


@dataclass(frozen=True)
class Witness:
    """A case that shows a rule at work: how it is written down, and whether it holds."""

    write: Callable[[Path], Path]
    holds: Callable[[Sequence[Seen]], bool]


def _status(found: Sequence[Seen]) -> int:
    return int(any(one.severity == Severity.ERROR.value for one in found))


def _of_file(case: Case) -> Witness:
    return Witness(case.write, lambda found: not complaints(case, _status(found), found))


def _of_folder(folder: Folder) -> Witness:
    return Witness(
        folder.write, lambda found: [f"{one.path}:{one}" for one in found] == list(folder.found)
    )


def _of_change(change: Change) -> Witness:
    return Witness(
        change.write,
        lambda found: change.place() in [(one.path, one.line, one.code) for one in found],
    )


def _witnesses() -> Mapping[str, Witness]:
    """One for each code: a file where there is one, else a folder, else a change of a folder."""
    found: dict[str, Witness] = {change.code: _of_change(change) for change in CHANGES}
    for folder in folders.BAD:
        found |= {line.split()[-1]: _of_folder(folder) for line in folder.found}
    for case in CASES:
        found |= {code: _of_file(case) for code in case.codes}
    return found


WITNESSES = _witnesses()
ALONE = {
    next(iter(case.codes)): case for case in CASES if len(case.codes) == 1 and not case.is_valid
}
"""By its code, a file in which nothing but one rule is broken."""


def seen(content: Path) -> list[Seen]:
    """What an audit finds, as the command line writes it."""
    return [
        Seen(
            one.where.path,
            one.where.line,
            one.where.column,
            one.code,
            one.severity.value,
            one.message,
            one.hint,
        )
        for one in audit(content, date.fromisoformat(TODAY)).findings
    ]


def test_every_rule_has_a_case() -> None:
    assert sorted(RULES.keys() - WITNESSES.keys() - APART) == []


@pytest.mark.parametrize("code", sorted(RULES.keys() & WITNESSES.keys()))
def test_a_rule_switched_off_is_missed(code: str, tmp_path: Path) -> None:
    witness = WITNESSES[code]
    found = seen(witness.write(tmp_path))

    assert witness.holds(found)
    assert not witness.holds([one for one in found if one.code != code])


@pytest.mark.parametrize("code", sorted(ALONE))
def test_a_rule_that_no_longer_blocks_is_missed(code: str, tmp_path: Path) -> None:
    found = seen(ALONE[code].write(tmp_path))
    milder = [replace(one, severity=Severity.WARNING.value) for one in found]

    assert complaints(ALONE[code], _status(found), found) == []
    assert complaints(ALONE[code], _status(milder), milder) == ["status 0"]


def test_a_place_that_is_not_exact_is_missed(tmp_path: Path) -> None:
    case = ALONE["V102"]
    found = seen(case.write(tmp_path))

    for other in ({"line": 1}, {"column": 1}, {"path": "site.yaml"}, {"message": "bad"}):
        assert complaints(case, 1, [replace(found[0], **other)]) != []
    assert complaints(case, 1, [*found, *found]) != []
