"""What is shared out is shared out whole: each thing in exactly one part, everywhere."""

from collections.abc import Sequence

import pytest

from site_gen.docket.metrics import (
    EVALUATIONS,
    FAMILIES,
    METRIC,
    OF_OPINIONS,
    OF_PROPOSALS,
    OF_SUGGESTIONS,
    PROPOSAL_FLOW,
    PROPOSALS,
    SUPERVISIONS,
    TOPICS,
    TOPICS_AHEAD,
    TOPICS_HELD,
    TOPICS_MISSED,
    TOPICS_SILENT,
    Metric,
)
from site_gen.statistics.numbers import Scope
from tests.statistics.again.tally import tally
from tests.statistics.conftest import Counted
from tests.statistics.test_recount import reader_of

WHOLES: dict[str, tuple[Metric, Sequence[Metric]]] = {
    "proposals": (PROPOSALS, PROPOSAL_FLOW),
    "topics": (TOPICS, (TOPICS_HELD, TOPICS_MISSED, TOPICS_AHEAD, TOPICS_SILENT)),
    **{f"{of.all.key} by stage": (of.all, (of.compiled, *of.by_stage)) for of in FAMILIES},
    **{f"{of.rated.key}": (of.rated, (of.content, of.dissatisfied)) for of in FAMILIES},
}
INSIDE = {
    metric.key: whole
    for of in (OF_SUGGESTIONS, OF_PROPOSALS, OF_OPINIONS)
    for whole, parts in (
        (of.all, (of.judged, of.on_the_spot, of.no_news)),
        (of.in_hand, (of.replied, of.resolved, of.overdue, of.promise_due)),
        (of.judged, (of.adopted, of.in_hand)),
        (of.assignments_due, (of.assignments_in_time,)),
    )
    for metric in parts
}
"""A metric and one that it may not exceed."""


@pytest.mark.parametrize("name", WHOLES)
def test_each_is_in_exactly_one_part(site: Counted, name: str) -> None:
    whole, parts = WHOLES[name]
    for scope in site.numbers.scopes():
        listed = [entry.id for part in parts for entry in site.numbers.entries(part, scope)]
        assert sorted(listed) == sorted(entry.id for entry in site.numbers.entries(whole, scope)), (
            scope.key
        )


@pytest.mark.parametrize("key", INSIDE)
def test_a_part_lies_in_its_whole(site: Counted, key: str) -> None:
    for scope in site.numbers.scopes():
        inside = {entry.id for entry in site.numbers.entries(METRIC[key], scope)}
        assert inside <= {entry.id for entry in site.numbers.entries(INSIDE[key], scope)}


def test_the_second_count_shares_out_the_proposals_alike(site: Counted) -> None:
    flow = {metric.key for metric in PROPOSAL_FLOW}
    found = list(tally(reader_of(site.folder)))
    shared = sorted(one.id for one in found if one.metric in flow)

    assert shared == sorted(one.id for one in found if one.metric == PROPOSALS.key)


def test_reviews_are_supervisions_or_evaluations(site: Counted) -> None:
    reviews = [entry for entry in site.entries if entry.kind == "review"]
    counts = [site.numbers.count(metric, Scope()).value for metric in (SUPERVISIONS, EVALUATIONS)]

    assert sum(counts) == len(reviews)
