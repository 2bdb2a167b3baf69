"""Whatever is changed: parcel by parcel an error is found if and only if there is one at all.

Without errors everything found and shown is the same.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings

from tests.parcels.apart import check_same
from tests.parcels.edits import Edit, edited, edits
from tests.parcels.province import write

EXAMPLES = 60


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits())
def test_content_after_changes(changes: list[Edit]) -> None:
    with TemporaryDirectory() as folder:
        check_same(write(edited(changes), Path(folder)))
