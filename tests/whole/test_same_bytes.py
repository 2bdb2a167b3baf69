"""Two builds of the same content are the same bytes, wherever and however they are made."""

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.whole.conftest import EXAMPLE, build

ELSEWHERE = {"TZ": "America/St_Johns", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7"}


def _bytes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.slow
def test_two_builds_are_equal(tmp_path: Path) -> None:
    here = build(tmp_path / "a" / "site", "--jobs", "1", env={"PYTHONHASHSEED": "1"})
    copy = shutil.copytree(EXAMPLE, tmp_path / "内容 二")
    there = build(tmp_path / "b c" / "out", "--jobs", "2", env=ELSEWHERE, content=copy)
    first, second = _bytes(here), _bytes(there)
    assert len(first) > 100
    assert {path for path in first if first[path] != second.get(path)} == set()
    assert set(first) == set(second)
