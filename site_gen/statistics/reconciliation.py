"""对得上吗: each reported total beside what is itemised for the same thing, place and time.

Only exact totals are computed with. A total whose source counts in its own way is shown
and not compared: a difference of two ways of counting means nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from site_gen.corpus import Corpus
from site_gen.docket.entry import Entry
from site_gen.language import say
from site_gen.records.numbers import Precision
from site_gen.records.record import RecordId
from site_gen.statistics.numbers import Count, Numbers
from site_gen.statistics.totals import Total, totals_of
from site_gen.vocabulary.totals import Agreement

Compared = tuple[int, int]
"""How much is itemised of a total, and how much is too vague to say."""


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A reported total, its counterpart, and how they compare.

    ``itemised`` is None where nothing of the kind is itemised or the time is unknown.
    ``vague`` counts what may lie in the period but cannot be dated well enough to say.
    """

    total: Total
    itemised: Count | None
    vague: int
    verdict: Agreement
    reason: str
    minimum_n: int

    @property
    def gap(self) -> int | None:
        """Reported less itemised; None where the two may not be subtracted."""
        reported = self.total.figure.exact
        comparable = self.verdict not in (Agreement.DIFFERENT, Agreement.UNCHECKABLE)
        if not comparable or reported is None or self.itemised is None:
            return None
        return reported - self.itemised.value

    @property
    def coverage(self) -> str:
        """``319 条中 12 条``: how much of the total is itemised; empty where not comparable."""
        if self.gap is None or self.itemised is None:
            return ""
        unit = self.total.unit
        return say(
            "{reported} {unit}中 {part} {unit}",
            reported=self.total.figure.written,
            unit=unit,
            part=self.itemised.value,
        )

    @property
    def percent(self) -> str | None:
        """The coverage to one decimal; None below the minimum n and beyond the total."""
        reported = self.total.figure.exact
        if self.gap is None or self.itemised is None or not reported:
            return None
        if reported < self.minimum_n or self.gap < 0:
            return None
        return f"{100 * self.itemised.value / reported:.1f}%"


def reconcile(
    corpus: Corpus,
    numbers: Numbers,
    told: Mapping[RecordId, Sequence[Compared]] = MappingProxyType({}),
) -> tuple[Reconciliation, ...]:
    """Every reported total of the site with its counterpart, in the order of totals.

    ``told`` has the counterparts of all totals of a record where somebody else has found them.
    """
    known = {record: iter(found) for record, found in told.items()}
    return tuple(
        compare(total, numbers, next(known.get(total.record.id, iter(())), None))
        for total in totals_of(corpus)
    )


def compare(total: Total, numbers: Numbers, told: Compared | None = None) -> Reconciliation:
    """One total beside what is itemised."""
    itemised = _itemised(total, numbers, told)
    vague = told[1] if told else sum(1 for _ in _vague(total, numbers))
    verdict, reason = _uncomparable(total) or _compared(total, itemised)
    return Reconciliation(total, itemised, vague, verdict, reason, numbers.minimum_n)


def _itemised(total: Total, numbers: Numbers, told: Compared | None) -> Count | None:
    if total.counted is None or total.scope is None:
        return None
    if told:
        return Count(total.counted.metric, total.scope, told[0])
    return numbers.count(total.counted.metric, total.scope)


def _vague(total: Total, numbers: Numbers) -> Iterator[Entry]:
    """What is dated so that it may lie in the period, and may not."""
    if total.counted is None or total.scope is None or total.scope.page:
        return
    scope = total.scope.by_dates
    for entry in numbers.entries(total.counted.metric, scope.undated):
        if scope.may_hold(entry.when) and not scope.holds(entry.when):
            yield entry


def _uncomparable(total: Total) -> tuple[Agreement, str] | None:
    """Why a total may not be compared, the weightiest reason first."""
    if total.counted is None:
        return Agreement.UNCHECKABLE, say("本站没有逐条记录“{name}”", name=total.name)
    if total.figure.exact is None:
        return Agreement.UNCHECKABLE, _inexact(total)
    if total.scope is None:
        return Agreement.UNCHECKABLE, say("来源没有说明时间")
    if total.unit != total.counted.unit:
        units = say(
            "来源以“{unit}”计，逐条的以“{counted}”计", unit=total.unit, counted=total.counted.unit
        )
        return Agreement.DIFFERENT, units
    if total.note:
        return Agreement.DIFFERENT, say("来源另有说明：{note}", note=total.note)
    return None


def _inexact(total: Total) -> str:
    if total.figure.precision is Precision.UNKNOWN:
        return say("来源没有给出数字")
    if total.figure.precision is Precision.MASKED:
        return say("来源隐去了这个数字")
    return say("来源给的不是确切的数：{written}", written=total.figure.written)


def _compared(total: Total, itemised: Count | None) -> tuple[Agreement, str]:
    reported = total.figure.exact
    if reported is None or itemised is None:
        return Agreement.UNCHECKABLE, _inexact(total)
    gap = reported - itemised.value
    if gap == 0:
        return Agreement.AGREES, ""
    if gap > 0:
        return Agreement.INCOMPLETE, say("还有 {gap} {unit}没有逐条录入", gap=gap, unit=total.unit)
    return Agreement.EXCEEDS, say("逐条的多 {more} {unit}", more=-gap, unit=total.unit)
