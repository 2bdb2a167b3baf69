"""Work shared among processes: what comes back, and that no process outlives its use."""

import os
from pathlib import Path
from signal import SIGKILL

import pytest

from site_gen.processes.shares import in_processes
from tests.processes.programs import said_by, status_of

LARGE = 1 << 20
"""Bytes; more than a pipe takes before somebody reads."""


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_every_share_has_its_result_in_order() -> None:
    assert in_processes(len, "a", ["bb", "ccc", ""]) == [1, 2, 3, 0]


def test_each_share_but_the_first_has_a_process_of_its_own() -> None:
    found = in_processes(lambda _: os.getpid(), 0, [1, 2])

    assert found[0] == os.getpid()
    assert len(set(found)) == 3


def test_what_is_larger_than_a_pipe_comes_back() -> None:
    assert in_processes(bytes, 0, [LARGE, LARGE]) == [b"", bytes(LARGE), bytes(LARGE)]


def test_a_share_whose_process_dies_is_done_again_here() -> None:
    here = os.getpid()

    def work(share: int) -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), SIGKILL)
        return share

    assert in_processes(work, 1, [2, 3]) == [1, 2, 3]


def test_what_goes_wrong_goes_wrong_here_and_ends_the_others(tmp_path: Path) -> None:
    here = os.getpid()

    def work(share: int) -> bytes:
        if os.getpid() == here:
            while len(list(tmp_path.iterdir())) < 2:
                pass
            raise ValueError("first")
        (tmp_path / str(os.getpid())).touch()
        return bytes(LARGE)

    with pytest.raises(ValueError, match="first"):
        in_processes(work, 1, [2, 3])

    assert [path for path in tmp_path.iterdir() if is_alive(int(path.name))] == []


PARENT = """
import os, time
from site_gen.processes.shares import in_processes
here = os.getpid()
def work(share):
    if os.getpid() == here:
        time.sleep(0.2)
        os.kill(here, 9)
    while True:
        time.sleep(60)
in_processes(work, 1, [2, 3])
"""


def test_no_process_outlives_its_parent() -> None:
    assert status_of(PARENT) == -SIGKILL


INTERRUPTED = """
import os, signal
from site_gen.processes.shares import in_processes
signal.signal(signal.SIGTERM, signal.default_int_handler)
os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGTERM))
try:
    in_processes(bytes, 1, [2])
except KeyboardInterrupt:
    print("heard")
"""


def test_an_interruption_in_the_middle_of_a_fork_is_heard() -> None:
    assert said_by(INTERRUPTED) == (b"heard\n", b"")
