"""Every pair in tests/cases/fmt shows one behaviour: ``<behaviour>.before`` and ``.after``.

The folder is the kind. What stands after is what ``site-gen fmt`` writes, and stays as it is.
"""

from pathlib import Path

import pytest

from tests.fmt.rewriting import ROOT, File, meaning

FOLDER = ROOT / "tests/cases/fmt"
CASES = sorted(FOLDER.rglob("*.before.*"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem[:-7]}")
def test_case(case: Path) -> None:
    before = File(case.parent.name, case.read_text(encoding="utf-8"))
    after = case.with_name(case.name.replace(".before.", ".after.")).read_text(encoding="utf-8")

    now = before.rewritten()

    assert now.text == after
    assert now.rewritten() == now
    assert meaning(now.records()) == meaning(before.records())
    assert before.has_errors or now.notices() == []


def test_every_pair_is_whole() -> None:
    names = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.*")}
    before = {name for name in names if ".before." in name}

    assert names - before == {name.replace(".before.", ".after.") for name in before}
