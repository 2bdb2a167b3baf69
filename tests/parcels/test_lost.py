"""When processes die, the site is made all the same, by the one that is left."""

import subprocess
import sys
from pathlib import Path

import pytest

from site_gen.publish.manifest import NAME
from tests.parcels.apart import TODAY
from tests.parcels.province import PROVINCE, write
from tests.parcels.test_parts import ROOT, sums

pytestmark = pytest.mark.slow

AT_ONCE = "os._exit(9)"
WHEN_PAGES_ARE_DRAWN = "threading.Thread(target=die_at_work, daemon=True).start()"
"""What a process does as soon as it is there."""

BUILD = """
import os, sys, threading, time
from pathlib import Path
from site_gen.cli import main
staging = Path(sys.argv[sys.argv.index("--out") + 1] + ".releases", ".staging")
def die_at_work():
    while not any(staging.glob("**/*.html")):
        time.sleep(0.0005)
    os._exit(9)
os.register_at_fork(after_in_child=lambda: {does})
sys.exit(main())
"""


@pytest.mark.parametrize(("does", "drawings"), [(AT_ONCE, 1), (WHEN_PAGES_ARE_DRAWN, 2)])
def test_a_site_whose_processes_die(tmp_path: Path, does: str, drawings: int) -> None:
    content, out = write(PROVINCE, tmp_path / "content"), tmp_path / "several"
    whole = sums(content, tmp_path / "one", "--jobs", "1")
    given = ["build", str(content), "--out", str(out), "--jobs", "2", "--no-search"]
    command = [sys.executable, "-c", BUILD.format(does=does), *given]

    done = subprocess.run(
        [*command, "--today", TODAY.isoformat()], cwd=ROOT, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr
    assert (out / NAME).read_text(encoding="utf-8") == whole
    assert done.stderr.count("生成网页") == drawings  # again, by one process
