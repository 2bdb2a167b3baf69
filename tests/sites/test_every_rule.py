"""Every rule has at least two bad examples and a good one; those of the tables are run here.

The tables stand in the ``bad_*`` and ``near_*`` modules: changes of the small correct folder,
read whole. What other tables have is counted with them.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from site_gen.findings.catalogue import RULES
from site_gen.pipeline import audit
from tests.sites import (
    bad_attachments,
    bad_files,
    bad_forms,
    bad_histories,
    bad_names,
    bad_privacy,
    near_values,
)
from tests.sites.changes import Change
from tests.sites.folder import SMALL, write
from tests.sites.test_exactly import WRONG
from tests.sites.test_mistakes import MISTAKES, TODAY
from tests.source.test_rules import PRINTABLE

BAD = (
    *bad_attachments.BAD,
    *bad_files.BAD,
    *bad_forms.BAD,
    *bad_names.BAD,
    *bad_histories.BAD,
    *bad_privacy.BAD,
)
NEAR = (
    *bad_attachments.NEAR,
    *bad_files.NEAR,
    *bad_forms.NEAR,
    *bad_names.NEAR,
    *bad_histories.NEAR,
    *bad_privacy.NEAR,
    *near_values.NEAR,
)
CASES = Path(__file__).parents[1] / "cases"
APART = frozenset({"F103", "F217", "K120"})
"""No change of the folder breaks these: F103 needs a file that its reader may not open, which an
administrator always may; F217 is the whole folder missing (run below); K120 is for a field that
has no reader of its own, and every field has one."""


def _found(content: Path) -> set[tuple[str, int, str]]:
    findings = audit(content, TODAY).findings
    return {(one.where.path, one.where.line, one.code) for one in findings}


@pytest.mark.parametrize("change", BAD, ids=str)
def test_what_is_wrong_is_found_at_its_line(change: Change, tmp_path: Path) -> None:
    assert change.place() in _found(change.write(tmp_path))


@pytest.mark.parametrize("change", NEAR, ids=str)
def test_what_comes_near_breaks_no_rule(change: Change, tmp_path: Path) -> None:
    assert {code for _, _, code in _found(change.write(tmp_path))} == change.leaves


@pytest.mark.parametrize("name", ["contnet", "site.yaml"])
def test_a_folder_that_is_none(name: str, tmp_path: Path) -> None:
    root = write(SMALL, tmp_path) / name
    assert (root.as_posix(), 1, "F217") in _found(root)


def _goldens() -> Counter[str]:
    """How often each code stands in the expected findings of texts and of histories."""
    texts = [path.read_text(encoding="utf-8") for path in (CASES / "source").rglob("*.txt")]
    histories = [path.read_text(encoding="utf-8") for path in (CASES / "lifecycle").glob("*.yaml")]
    codes: Counter[str] = Counter()
    for text in texts:
        codes.update(re.findall(r"^\d+:\d+ ([A-Z]\d{3})$", text, re.MULTILINE))
    for text in histories:
        codes.update(re.findall(r'"\d+ ([A-Z]\d{3})"', text))
    return codes


def test_every_rule_has_two_bad_examples() -> None:
    bad = _goldens() + Counter(one.code for one in (*BAD, *MISTAKES))
    bad.update(expected.split()[1] for *_, expected in WRONG.values())
    assert {code: bad[code] for code in RULES if bad[code] < 2 and code not in APART} == {}


def test_every_rule_has_a_good_example() -> None:
    good = {one.code for one in NEAR} | {rule.code for rule in PRINTABLE}
    assert [code for code in RULES if code not in good | APART] == []


def test_the_tables_name_rules_that_exist() -> None:
    assert {one.code for one in (*BAD, *NEAR)} <= RULES.keys()
