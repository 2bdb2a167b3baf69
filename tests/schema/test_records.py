"""Every valid record fits the schema of its kind, as an editor and as the program reads it."""

from collections import Counter
from pathlib import Path

import pytest

from site_gen.records.table import KINDS
from tests.schema.heads import LOADERS, complaints, written, yaml_part
from tests.sites.folder import SMALL, write

FOLDERS = ("content", "examples/wuli")


@pytest.mark.parametrize("reader", LOADERS)
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_record_fits_its_schema(project_root: Path, folder: str, reader: str) -> None:
    wrong = [
        f"{path}: {complaint}"
        for kind, path in written(project_root / folder)
        for complaint in complaints(kind, yaml_part(kind, path.read_text(encoding="utf-8")), reader)
    ]

    assert wrong == []


@pytest.mark.parametrize("reader", LOADERS)
def test_so_does_the_small_folder_that_has_every_kind(tmp_path: Path, reader: str) -> None:
    seen = Counter[str]()
    for kind, path in written(write(SMALL, tmp_path)):
        seen[kind.key] += 1
        assert complaints(kind, yaml_part(kind, path.read_text("utf-8")), reader) == [], path

    assert set(seen) == {kind.key for kind in KINDS}
