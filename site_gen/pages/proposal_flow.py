"""Where the received proposals went: each in exactly one place, or nobody says where.

Of those recorded one by one every bar leads to its list. Of reported totals what the source
leaves unsaid is a bar of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.addresses import RECONCILIATION, region_anchor
from site_gen.corpus.places import Place
from site_gen.docket.metrics import (
    PROPOSAL_FLOW,
    PROPOSALS,
    PROPOSALS_FILED,
    PROPOSALS_NOT_FILED,
    PROPOSALS_UNDECIDED,
)
from site_gen.docket.tones import Tone
from site_gen.language import say
from site_gen.pages.balances import reported_words, when_words
from site_gen.pages.numbers import bar
from site_gen.pages.reconciliation import flow_words
from site_gen.pages.shapes import Bar
from site_gen.pages.view import View
from site_gen.pages.words import amount
from site_gen.statistics.numbers import Scope
from site_gen.statistics.proposals import Flow, flows
from site_gen.statistics.totals import file_totals

_LABELS = (
    say("受理了"),
    say("没有受理"),
    say("与另一件一起处理"),
    say("转成别的形式"),
    say("提案者撤回了"),
    say("还没有决定"),
)
_TONES = {
    PROPOSALS_FILED.key: "active",
    PROPOSALS_NOT_FILED.key: "stalled",
    PROPOSALS_UNDECIDED.key: "waiting",
}


@dataclass(frozen=True, slots=True)
class Shares:
    """What was received, and the bars that share it out; ``note`` is for what bars cannot say."""

    caption: str
    whole: int
    rows: tuple[Bar, ...]
    note: str = ""
    address: str = ""
    """Where a reported flow is compared with what is recorded here."""


def itemised_flow(view: View, scope: Scope) -> Shares:
    """The proposals of a scope that are recorded one by one."""
    received = view.numbers.count(PROPOSALS, scope)
    rows = []
    for label, metric in zip(_LABELS, PROPOSAL_FLOW, strict=True):
        row = bar(view.numbers.count(metric, scope), label)
        row["tone"] = _tone(metric.key)
        rows.append(row)
    caption = say("每件只算在一处，加起来就是收到的 {n} 件", n=received.value)
    return Shares(caption, received.value, tuple(rows))


def _tone(key: str) -> Tone:
    return _TONES.get(key, "moved")  # type: ignore[return-value]


def reported_flows(view: View, place: Place) -> Iterator[Shares]:
    """What the sources of a region say was received and became of it, source by source."""
    records = view.corpus.of_region("statistic", place.id)
    for flow in flows(total for record in records for total in file_totals(record)):
        yield _reported(place, flow)


def _reported(place: Place, flow: Flow) -> Shares:
    received = flow.received
    caption = say(
        "{name}，{when_words}：收到 {reported_words}",
        name=place.name,
        when_words=when_words(received),
        reported_words=reported_words(received),
    )
    address = f"{RECONCILIATION}#{region_anchor(place.id)}"
    whole = received.figure.exact
    if whole is None or flow.remainder is None or flow.remainder < 0:
        return Shares(caption, 0, (), say("{flow_words}。", flow_words=flow_words(flow)), address)
    rows = [
        Bar(
            label=total.name,
            value=total.figure.exact or 0,
            shown=reported_words(total),
            tone="unknown",
            reported=total.name,
        )
        for total in flow.outcomes
    ]
    if flow.remainder:
        said = amount(flow.remainder, received.unit)
        rest = Bar(
            label=say("来源没有说明去向"),
            value=flow.remainder,
            shown=said,
            reported=say("没有说明"),
        )
        rows.append(rest)
    return Shares(caption, whole, tuple(rows), "", address)
