"""Whatever is changed: in parts and with what is kept, what is found is what is found at once."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_gen.verdict import examine
from tests.parcels.apart import TODAY
from tests.parcels.edits import Edit, edited, edits
from tests.parcels.province import PROVINCE, write
from tests.verdict.looking import ALONE, TOGETHER, keeping, parts, put, whole

SOME = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SOME
@given(edits())
def test_parts_that_are_certain_are_right(changes: list[Edit]) -> None:
    with TemporaryDirectory() as folder:
        content = write(edited(changes), Path(folder))
        found = parts(content, TOGETHER)

        assert found is None or found == whole(content)


@FEW
@given(st.lists(edits(), min_size=2, max_size=4))
def test_what_is_kept_makes_no_difference(states: list[list[Edit]]) -> None:
    with TemporaryDirectory() as folder:
        content, cache = write(PROVINCE, Path(folder) / "content"), Path(folder) / "kept"
        for changes in states:
            put(edited(changes), content)

            assert examine(content, TODAY, ALONE, keeping(cache, content)) == whole(content)


def test_what_changes_while_it_is_read_is_not_kept(tmp_path: Path) -> None:
    content, cache = write(PROVINCE, tmp_path / "content"), tmp_path / "kept"
    kept = keeping(cache, content)
    kept.state(TODAY)
    (content / "notes.txt").touch()
    found = examine(content, TODAY, ALONE, kept)
    (content / "notes.txt").unlink()

    assert found != whole(content)
    assert examine(content, TODAY, ALONE, keeping(cache, content)) == whole(content)
