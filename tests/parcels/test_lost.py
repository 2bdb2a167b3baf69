"""When a process dies, the site is made all the same, by the one that is left."""

import subprocess
import sys
from multiprocessing import active_children
from pathlib import Path

import pytest

from site_gen.publish import Options, Output
from site_gen.publish.manifest import NAME
from site_gen.publish.ready import InParts, at_once, ready
from tests.parcels.apart import TODAY
from tests.parcels.province import PROVINCE, write
from tests.parcels.test_parts import ROOT

pytestmark = pytest.mark.slow
OPTIONS = Options(ROOT / "mkdocs.yml", jobs=2, search=False)


@pytest.fixture
def province(tmp_path: Path) -> Path:
    """The small province, written down."""
    return write(PROVINCE, tmp_path / "content")


def test_a_process_that_dies_before_pages_are_drawn(tmp_path: Path, province: Path) -> None:
    once, parts = Output(tmp_path / "once"), Output(tmp_path / "parts")
    at_once(province, TODAY).publish(once, OPTIONS, lambda _: None)

    with ready(province, TODAY, jobs=2) as site:
        assert isinstance(site, InParts)
        victims = active_children()
        for victim in victims:
            victim.kill()
            victim.join()
        published = site.publish(parts, OPTIONS, lambda _: None)

    assert victims
    assert published.changed
    assert (parts.link / NAME).read_bytes() == (once.link / NAME).read_bytes()
    assert not parts.staging.exists()


DYING = """
import os, sys
from pathlib import Path
from site_gen.publish.ready import AtOnce, ready
from tests.parcels.apart import TODAY
os.register_at_fork(after_in_child=lambda: os._exit(9))
with ready(Path(sys.argv[1]), TODAY, jobs=2) as site:
    print(isinstance(site, AtOnce), site.blocks, len(site.approved))
"""


def test_processes_that_die_before_they_have_read_anything(province: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DYING, str(province)], cwd=ROOT, capture_output=True, text=True
    )

    assert (done.stdout, done.stderr) == ("True False 1\n", "")
