"""Where the received proposals went, by reported totals: each in exactly one place, or unsaid.

``received = filed + not filed + merged + converted + withdrawn + undecided``; what the source
leaves unsaid is the remainder, and it is shown. Only totals that may be computed with are
subtracted; proposals recorded one by one are no business of this module.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_gen.language import say
from site_gen.statistics.totals import Total

RECEIVED = say("提案收到")
OUTCOMES = (
    say("提案立案"),
    say("提案不立案"),
    say("提案并案"),
    say("提案转为"),
    say("提案撤回"),
    say("提案待定"),
)
"""The totals that share out what was received, as they are named in records."""


@dataclass(frozen=True, slots=True)
class Flow:
    """What was received and where a source says it went.

    ``remainder`` is what it leaves unsaid, negative where it gives out more than was
    received; None where one of the totals may not be computed with.
    """

    received: Total
    outcomes: tuple[Total, ...]
    remainder: int | None


def unaccounted(received: int, outcomes: Mapping[str, int]) -> int:
    """What is left of ``received``: 399 received and 318 filed leave 81."""
    return received - sum(outcomes.values())


def flows(totals: Iterable[Total]) -> tuple[Flow, ...]:
    """The flow of each file and period that tells what was received, in the order of totals."""
    groups: dict[tuple[str, str], dict[str, Total]] = {}
    for total in totals:
        if total.name in (RECEIVED, *OUTCOMES):
            key = (str(total.record.id), total.when)
            groups.setdefault(key, {}).setdefault(total.name, total)
    return tuple(_flow(group) for group in groups.values() if RECEIVED in group)


def _flow(group: Mapping[str, Total]) -> Flow:
    received = group[RECEIVED]
    outcomes = tuple(group[name] for name in OUTCOMES if name in group)
    counts = {total.name: _computable(total, received.unit) for total in outcomes}
    known = {name: count for name, count in counts.items() if count is not None}
    whole = _computable(received, received.unit)
    if whole is None or not outcomes or len(known) < len(counts):
        return Flow(received, outcomes, None)
    return Flow(received, outcomes, unaccounted(whole, known))


def _computable(total: Total, unit: str) -> int | None:
    """An exact total in ``unit`` without a way of counting of its own."""
    return total.figure.exact if total.unit == unit and not total.note else None
