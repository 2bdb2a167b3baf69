"""Payloads with characters that no file may hold are refused wherever they stand."""

from pathlib import Path

import pytest

from site_gen.pipeline import audit
from tests.security.payloads import REFUSED, Payload
from tests.security.site import TODAY
from tests.sites.folder import SMALL, write


@pytest.mark.parametrize("payload", REFUSED, ids=lambda one: str(one.number))
@pytest.mark.parametrize("path", ["site.yaml", "pages/about.md", "regions/lixi/units.yaml"])
def test_the_file_is_refused(tmp_path: Path, path: str, payload: Payload) -> None:
    write({**SMALL, path: f"{SMALL[path]}# {payload.text()}\n"}, tmp_path)
    found = {one.code for one in audit(tmp_path, TODAY).findings if one.where.path == path}
    assert found & {"F113", "F114"}
