"""One countable thing as it stands on one day: what every number and list is made of.

A session, a suggestion, a problem, a platform, a single 交办 … each is one entry.
Entries are values with everything that metrics and pages ask of them; nothing is
counted here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from site_gen.corpus import Tracked
from site_gen.lifecycle import Due, Standing
from site_gen.lifecycle.clocks import on_the_spot
from site_gen.records.dates import PartialDate
from site_gen.records.model import Part
from site_gen.records.record import Record
from site_gen.vocabulary.progress import ENDS, Result, Stage
from site_gen.vocabulary.settings import SessionState


def assignment_of(kind: str) -> str:
    """The kind of an entry that is one 交办 of an item: what the on-time rate counts."""
    return "assignment" if kind == "suggestion" else f"{kind}_assignment"


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One countable thing, equal to itself alone: what is found out about it is kept by entry.

    ``when`` is the day it was raised (held, published), which puts it into a
    period; None: in no period. ``standing`` and ``tracked`` are there for what has
    a life cycle, ``due`` for a 交办, ``state`` for a session. ``solved`` tells of a
    problem whether every live suggestion linked to it is resolved. ``part`` is the
    piece of a record it stands for (a topic, a unit reviewed, a rectification),
    ``answers`` are the sessions and reviews that a topic of a plan led to.
    """

    id: str
    kind: str
    record: Record
    address: str
    title: str
    context: str
    regions: tuple[str, ...]
    when: PartialDate | None
    themes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    place: str = ""
    tracked: Tracked | None = None
    standing: Standing | None = None
    due: Due | None = None
    state: SessionState | None = None
    solved: bool = False
    part: Part | None = None
    answers: tuple[Record, ...] = ()
    today: date | None = None

    @property
    def year(self) -> str:
        """The year it counts in; empty where unknown."""
        return f"{self.when.year:04}" if self.when else ""

    @property
    def is_compiled(self) -> bool:
        """Compiled from public reports: shown and counted, in no rate."""
        return self.record.head.is_compiled

    @property
    def stage(self) -> Stage | None:
        """Where the item stands; None for what has no life cycle."""
        return self.standing.state.stage if self.standing else None

    @property
    def result(self) -> Result | None:
        """The result in force; of a problem first the one that its suggestions give it."""
        if self.standing is None:
            return None
        return Result.RESOLVED if self.solved else self.standing.state.result

    @property
    def is_live(self) -> bool:
        """Whether it has a life cycle that was not ended: what denominators hold."""
        return self.stage is not None and self.stage not in ENDS

    @property
    def is_rated_kind(self) -> bool:
        """Whether it may be in a rate: live, and recorded by the office itself."""
        return self.is_live and not self.is_compiled

    @property
    def is_assignment(self) -> bool:
        """Whether it is one 交办 of an item that has an entry of its own."""
        return self.due is not None

    @property
    def is_on_the_spot(self) -> bool:
        """Whether it was answered on the day it was raised, without 交办."""
        return self.tracked is not None and on_the_spot(self.tracked.history)


def latest(entries: Iterable[Entry]) -> list[Entry]:
    """Entries by the day they were raised, the newest first, those without one last."""
    return sorted(entries, key=lambda entry: (str(entry.when or ""), entry.id), reverse=True)
