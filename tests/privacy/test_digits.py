"""Rows of digits: what is looked at is every row that is long enough, and nothing else."""

import re

from hypothesis import given
from hypothesis import strategies as some

from site_gen.privacy.digits import look_at
from site_gen.privacy.plain import FILL, view_of

_BETWEEN = r"(?:[^\w\n]*(?:\n[^\w\n]*)?)"
_LONG = re.compile(rf"[0-9](?:{_BETWEEN}[0-9]){{10,}}(?:[^\w\n]{{0,3}}[Xx](?![A-Za-z]))?")
"""What a row is, said plainly; looked for from every digit, which takes long."""

TEXTS = some.text(some.sampled_from([*("0123456789" * 3), *"Xxa一号：- .*|\n", FILL]), max_size=80)


@given(TEXTS)
def test_every_long_row_is_looked_at(text: str) -> None:
    view = view_of(text)
    digits = [re.sub(r"[^0-9Xx]", "", found[0]).upper() for found in _LONG.finditer(view.plain)]
    assert [row.digits for row in look_at(view).rows] == digits


def test_a_short_row_hides_no_long_one() -> None:
    rows = look_at(view_of("2023-05-12 办结\n13800138000号1X13900139000")).rows
    assert [row.digits for row in rows] == ["13800138000", "13900139000"]
