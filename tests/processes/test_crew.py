"""A crew: answers in the order of parts, and what comes of a member that dies or fails."""

import os
import time
from multiprocessing import active_children
from signal import SIGKILL

import pytest

from site_gen.processes.crew import Lost, crew
from tests.processes.programs import said_by, status_of
from tests.processes.test_shares import LARGE, is_alive


class Worker:
    """Keeps a number, and tells of itself."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.home = os.getpid()

    def plus(self, more: int) -> int:
        """The number, larger; it stays so."""
        self.number += more
        return self.number

    def where(self) -> int:
        """The process it works in."""
        return os.getpid()

    def wait(self) -> None:
        """Works until it is killed."""
        while True:
            time.sleep(60)

    def large(self) -> bytes:
        """More than a pipe takes before somebody reads."""
        return bytes([self.number]) * LARGE

    def length(self, given: bytes) -> int:
        """How much was heard."""
        return len(given)

    def unspeakable(self) -> object:
        """What no process can hand over to another."""
        return lambda: self.number

    def die(self, numbers: list[int]) -> int:
        """Dies if it is among those that should."""
        if self.number in numbers:
            os.kill(os.getpid(), SIGKILL)
        return self.number

    def fail(self, numbers: list[int]) -> int:
        """Fails if it is among those that should."""
        if self.number in numbers:
            raise ValueError(self.number)
        return self.number


def test_answers_stand_in_the_order_of_parts() -> None:
    with crew(Worker, [1, 2, 3]) as members:
        assert members.ask("plus", [10, 20, 30]) == [11, 22, 33]


def test_a_member_keeps_what_it_has_from_step_to_step() -> None:
    with crew(Worker, [1, 2]) as members:
        members.ask("plus", [1, 1])

        assert members.ask("plus", [5, 6]) == [7, 9]


def test_the_first_member_works_here_and_the_others_each_in_a_process() -> None:
    with crew(Worker, [1, 2, 3]) as members:
        found = members.ask("where")

    assert found[0] == os.getpid()
    assert len(set(found)) == 3


def test_a_crew_of_one_has_no_process() -> None:
    with crew(Worker, [4]) as members:
        assert members.ask("plus", [1]) == [5]
        assert members.others == []


def test_what_is_larger_than_a_pipe_goes_through_while_this_process_works() -> None:
    with crew(Worker, [1, 2, 3]) as members:
        members.begin("large")

        assert members.answers() == [b"\2" * LARGE, b"\3" * LARGE]


def test_steps_may_be_begun_before_an_answer_is_heard() -> None:
    """However large answers and arguments are: neither side waits for the other to listen."""
    with crew(Worker, [1, 2, 3]) as members:
        members.begin("large")
        members.begin("length", [b"2" * LARGE] * 3)

        assert members.answers() == [b"\2" * LARGE, b"\3" * LARGE]
        assert members.answers() == [LARGE, LARGE]


def test_a_member_whose_answer_cannot_be_sent_is_lost() -> None:
    with crew(Worker, [1, 2]) as members, pytest.raises(Lost):
        members.ask("unspeakable")


def test_a_member_that_dies_at_work_is_lost() -> None:
    with crew(Worker, [1, 2, 3]) as members, pytest.raises(Lost):
        members.ask("die", [[3]] * 3)


def test_a_member_that_is_dead_before_it_is_asked_is_lost() -> None:
    with crew(Worker, [1, 2]) as members:
        process = members.others[0][0]
        process.kill()
        process.join()

        with pytest.raises(Lost):
            members.ask("where")


def test_a_member_that_dies_before_it_hears_what_it_is_asked_is_lost() -> None:
    with crew(Worker, [1, 2]) as members:
        members.begin("wait")
        members.begin("where")
        members.others[0][0].kill()

        with pytest.raises(Lost):
            members.answers()


def test_what_goes_wrong_elsewhere_is_lost_and_what_goes_wrong_here_is_told() -> None:
    with crew(Worker, [1, 2]) as members, pytest.raises(Lost):
        members.ask("fail", [[2]] * 2)
    with crew(Worker, [1, 2]) as members, pytest.raises(ValueError, match="1"):
        members.ask("fail", [[1]] * 2)


def test_no_process_outlives_the_context() -> None:
    with crew(Worker, [1, 2, 3]) as members:
        processes = members.ask("where")[1:]
        members.begin("large")  # nobody hears the answer

    assert [process for process in processes if is_alive(process)] == []
    assert active_children() == []


def test_no_process_outlives_a_context_that_fails() -> None:
    processes: list[int] = []
    with pytest.raises(KeyError), crew(Worker, [1, 2, 3]) as members:
        processes += members.ask("where")[1:]
        raise KeyError

    assert len(processes) == 2
    assert [process for process in processes if is_alive(process)] == []


def test_no_process_outlives_a_first_member_that_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="one"), crew(int, ["one", "2"]):
        pass

    assert active_children() == []


PARENT = """
import os, time
from site_gen.processes.crew import crew
class Worker:
    def __init__(self, number):
        self.number = number
    def work(self):
        if self.number == 1:
            time.sleep(0.2)
            os.kill(os.getpid(), 9)
        while True:
            time.sleep(60)
with crew(Worker, [1, 2, 3]) as members:
    members.ask({step!r})
"""


@pytest.mark.parametrize("step", ["work", "__str__"])
def test_no_process_outlives_its_parent(step: str) -> None:
    """Neither one at work nor one that waits to be asked."""
    text = PARENT.format(step=step) + "    os.kill(os.getpid(), 9)\n"
    assert status_of(text) == -SIGKILL


INTERRUPTED = """
import os, signal
from site_gen.processes.crew import crew
signal.signal(signal.SIGTERM, signal.default_int_handler)
os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGTERM))
try:
    with crew(int, [1, 2]):
        pass
except KeyboardInterrupt:
    print("heard")
"""


def test_an_interruption_in_the_middle_of_a_fork_is_heard() -> None:
    assert said_by(INTERRUPTED) == (b"heard\n", b"")
