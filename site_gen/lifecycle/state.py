"""The state of an item after some of its events, and the clocks it has started.

Values only; :mod:`site_gen.lifecycle.fold` makes one from another. They are named tuples because
each event makes several, and a tuple is changed in one into another much faster than a dataclass.
"""

from enum import Enum
from typing import NamedTuple, Self

from site_gen.records.dates import Promise
from site_gen.records.events import Event
from site_gen.vocabulary.progress import Result, Stage


class Role(Enum):
    """Whose clock it is."""

    LEAD = "lead"
    SUPPORTING = "supporting"
    REANSWER = "reanswer"


class Ending(Enum):
    """How a clock came to stand still."""

    ANSWERED = "answered"
    ENDED = "ended"
    REPLACED = "replaced"


class Clock(NamedTuple):
    """A term that runs against units from ``start`` until ``stop``.

    ``waiting`` are the units that have not answered; ``extended`` is the last 延期.
    When it is due depends on the region's rules: see
    :func:`site_gen.lifecycle.clocks.due_of`.
    """

    role: Role
    units: tuple[str, ...]
    start: Event
    waiting: frozenset[str]
    extended: Event | None = None
    stop: Event | None = None
    ending: Ending | None = None

    @property
    def is_running(self) -> bool:
        """Whether nothing has stopped it yet."""
        return self.stop is None

    def stopped(self, event: Event, ending: Ending) -> Self:
        """The clock after ``event`` stopped it; itself if it stood still already."""
        return self._replace(stop=event, ending=ending) if self.is_running else self

    def answered(self, event: Event, units: frozenset[str]) -> Self:
        """The clock after ``units`` answered: stopped when nobody is waited for."""
        waiting = self.waiting - units
        clock = self._replace(waiting=waiting) if self.is_running else self
        return clock if waiting else clock.stopped(event, Ending.ANSWERED)


class State(NamedTuple):
    """Where an item stands.

    ``raised`` tells whether a 提出 was written.
    ``result`` is the one in force, given by ``result_by`` (a 办结 or a 现已解决).
    ``causes`` are the events since the last re-opening that a 二次办理 may name.
    ``answered_once`` tells whether there ever was a 答复 or 办结 (of one lead unit or
    more), ``answered`` whether all have answered since the last re-opening;
    ``taken_in_hand`` whether anybody ever began with it.
    ``answered_by`` are the units that answered since they were last asked.
    ``asks_for_lookback``: somebody disputed it, and nobody has looked since.
    """

    stage: Stage = Stage.RAISED
    raised: bool = False
    lead: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    result: Result | None = None
    result_by: Event | None = None
    promise: Promise | None = None
    answered_once: bool = False
    answered: bool = False
    taken_in_hand: bool = False
    adopted: bool = False
    asks_for_lookback: bool = False
    reopenings: int = 0
    answered_by: frozenset[str] = frozenset()
    causes: tuple[Event, ...] = ()
    clocks: tuple[Clock, ...] = ()
    answers: tuple[Event, ...] = ()
    ratings: tuple[Event, ...] = ()
    disputes: tuple[Event, ...] = ()
    lookbacks: tuple[Event, ...] = ()

    def running(self, *roles: Role) -> tuple[Clock, ...]:
        """The clocks of these roles that have not been stopped."""
        return tuple(clock for clock in self.clocks if clock.is_running and clock.role in roles)
