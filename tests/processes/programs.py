"""Programs run on their own: how they end once none of their processes is left, what they say."""

import subprocess
import sys

from tests.render.sample import ROOT

SECONDS = 30


def status_of(program: str) -> int:
    """The exit status, when nobody holds the output any more: the end of it is the end of all."""
    command = [sys.executable, "-c", program]
    ended = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, timeout=SECONDS)
    return ended.returncode


def said_by(program: str) -> tuple[bytes, bytes]:
    """What it writes to its output and to its errors."""
    command = [sys.executable, "-c", program]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=SECONDS)
    return ended.stdout, ended.stderr
