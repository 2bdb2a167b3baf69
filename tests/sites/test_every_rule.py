"""Every rule has at least two bad examples and a good one; those of the tables are run here.

The tables stand in the ``bad_*`` modules: changes of the small correct folder, read whole.
"""

from pathlib import Path

import pytest

from site_gen.pipeline import audit
from tests.sites import bad_forms, bad_histories, bad_names
from tests.sites.changes import Change
from tests.sites.test_mistakes import TODAY

BAD = (*bad_forms.BAD, *bad_names.BAD, *bad_histories.BAD)
NEAR = (*bad_forms.NEAR, *bad_names.NEAR, *bad_histories.NEAR)


def _found(content: Path) -> set[tuple[str, int, str]]:
    findings = audit(content, TODAY).findings
    return {(one.where.path, one.where.line, one.code) for one in findings}


@pytest.mark.parametrize("change", BAD, ids=str)
def test_what_is_wrong_is_found_at_its_line(change: Change, tmp_path: Path) -> None:
    assert change.place() in _found(change.write(tmp_path))


@pytest.mark.parametrize("change", NEAR, ids=str)
def test_what_comes_near_breaks_no_rule(change: Change, tmp_path: Path) -> None:
    assert {code for _, _, code in _found(change.write(tmp_path))} == change.leaves
