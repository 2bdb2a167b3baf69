"""Work that several processes do together, step by step: each has a part and keeps it at hand.

The first member of a crew works in this process, the others are forked. All have the same object
made for their part; whoever leads asks all of them for the same step, and has their answers. Steps
may be begun one after the other before anything is answered; answers come in the order of steps.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Thread
from typing import Any, Generic, TypeVar

from site_gen.processes.fork import forked, undisturbed

Member = TypeVar("Member")
Part = TypeVar("Part")


class Lost(Exception):
    """A process died before it could answer; its work has to be done otherwise."""


@dataclass(slots=True)
class Crew(Generic[Member]):
    """The members; ``own`` is the one in this process."""

    own: Member
    others: Sequence[tuple[BaseProcess, Connection]] = field(default=(), repr=False)

    def ask(self, step: str, *given: Sequence[Any]) -> list[Any]:
        """The answers of all members to a step, in the order of their parts.

        ``given`` has for each argument what each member is given. Raises Lost.
        """
        self.begin(step, *given)
        answer = getattr(self.own, step)(*(each[0] for each in given))
        return [answer, *self.answers()]

    def begin(self, step: str, *given: Sequence[Any]) -> None:
        """Has the others begin with a step. Raises Lost."""
        for number, (_, line) in enumerate(self.others, 1):
            try:
                line.send((step, [each[number] for each in given]))
            except OSError as error:
                raise Lost(step) from error

    def answers(self) -> list[Any]:
        """What the others answer to the step that they began with. Raises Lost."""
        try:
            return [line.recv() for _, line in self.others]
        except (EOFError, OSError) as error:
            raise Lost("a process has ended") from error


@contextmanager
def crew(member: Callable[[Part], Member], parts: Sequence[Part]) -> Iterator[Crew[Member]]:
    """A member for each part, for as long as the context lasts; no process outlives it."""
    others: list[tuple[BaseProcess, Connection]] = []
    try:
        for part in parts[1:]:
            with undisturbed() as former:
                others.append(_start(member, part, former))
        yield Crew(member(parts[0]), others)
    finally:
        for process, line in others:
            line.close()
            process.kill()
            process.join()


def _start(
    member: Callable[[Part], Member], part: Part, signals: set[int]
) -> tuple[BaseProcess, Connection]:
    here, there = Pipe()

    def serve() -> None:
        here.close()
        with closing(there):
            _answer(member(part), there)

    process = forked(serve, signals)
    there.close()
    return process, here


def _answer(member: object, line: "Connection") -> None:
    """Does each step that is asked for, until nobody asks any more.

    Answers go out while it works on: who leads may be busy, and may ask before it listens.
    """
    answers: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_deliver, args=(answers, line), daemon=True).start()
    while True:
        try:
            step, given = line.recv()
        except EOFError:
            os._exit(0)
        answers.put(getattr(member, step)(*given))


def _deliver(answers: "SimpleQueue[Any]", line: "Connection") -> None:
    """Hands over one answer after the other; a process that cannot ends, and is lost."""
    try:
        while True:
            line.send(answers.get())
    finally:
        os._exit(1)
