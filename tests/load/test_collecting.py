"""The search for garbage in circles is left out while a site is compiled, and only then."""

import gc
from datetime import date
from pathlib import Path

import pytest

from site_gen.pipeline import audit


@pytest.mark.parametrize("searching", [True, False])
def test_the_search_for_garbage_is_afterwards_as_it_was(tmp_path: Path, searching: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if searching else gc.disable)()
        audit(tmp_path, date(2024, 6, 30))
        assert gc.isenabled() is searching
    finally:
        (gc.enable if before else gc.disable)()
