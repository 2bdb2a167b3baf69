"""What a metric and a rate are: a name, a definition, and a predicate over entries."""

from collections.abc import Callable
from dataclasses import dataclass

from site_gen.docket.entry import Entry
from site_gen.language import Message, term
from site_gen.vocabulary.progress import Result, Stage

Predicate = Callable[[Entry], bool]


@dataclass(frozen=True, slots=True)
class Metric:
    """A count of entries of one kind: ``unit`` is the measure word (条, 个, 场次)."""

    key: str
    label: str
    definition: str
    unit: str
    kind: str
    holds: Predicate
    only: Stage | Result | None = None
    """The stage or the result without which it holds of nothing; None where there is no such."""

    def counts(self, entry: Entry) -> bool:
        """Whether ``entry`` is one of those the metric counts."""
        return entry.kind == self.kind and self.holds(entry)


def shortened(label: str, noun: str) -> Message:
    """What a number is called where it is said already that it is about ``noun``."""
    return term(label.removeprefix(noun))


@dataclass(frozen=True, slots=True)
class Rate:
    """One metric over another; ``beside`` are counts that are shown with it."""

    key: str
    label: str
    definition: str
    numerator: Metric
    denominator: Metric
    beside: tuple[Metric, ...] = ()
