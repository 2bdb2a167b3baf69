"""The program counts what a plain loop over the files counts, by metric, place, year and theme."""

from collections import Counter

import pytest

from site_gen.docket.metrics import METRIC
from site_gen.statistics.numbers import Scope
from site_gen.vocabulary.progress import Result
from tests.statistics import plain
from tests.statistics.conftest import TODAY, Counted

RECOUNTED = (
    "sessions",
    "sessions_not_held",
    "platforms",
    "methods",
    "cases",
    "suggestions",
    "compiled",
    "problems",
    "solved_problems",
    "taken_in_hand",
    "resolved",
    *(f"result_{result.value}" for result in Result),
)


def recount(folder: plain.Folder) -> Counter[tuple[str, str]]:
    """Metric and scope → how many, for regions with all below, for their own, by year and theme."""
    found: Counter[tuple[str, str]] = Counter()
    results = {f"result {result.term}": f"result_{result.value}" for result in Result}
    for metric, place in plain.counted(folder, TODAY):
        key = results.get(metric, metric)
        above = plain.above(folder, place["regions"])
        for year in {"", place["year"]}:
            scopes = [Scope(region, year=year) for region in above]
            scopes += [Scope(region, own=True, year=year) for region in place["regions"]]
            scopes += [
                Scope(region, theme=theme, year=year)
                for region in above
                for theme in place["themes"]
            ]
            found.update((key, scope.key) for scope in scopes)
    return found


@pytest.mark.parametrize("metric", RECOUNTED)
def test_a_metric_counts_what_a_plain_loop_counts(counted: Counted, metric: str) -> None:
    again = {key: n for key, n in recount(plain.read(counted.folder)).items() if key[0] == metric}
    scopes = [scope for scope in counted.numbers.scopes() if not scope.unit]
    if metric in ("cases", "methods", "platforms"):
        scopes = [scope for scope in scopes if not scope.theme]
    counts = {
        (metric, scope.key): counted.numbers.count(METRIC[metric], scope).value for scope in scopes
    }

    assert {key: n for key, n in counts.items() if n} == again


def test_something_is_recounted_in_every_metric(example: Counted) -> None:
    found = recount(plain.read(example.folder))

    assert [metric for metric in RECOUNTED if not found[metric, ""]] == []


def test_simple_items_stand_where_their_last_action_puts_them(counted: Counted) -> None:
    stages = {
        f"sessions/{session.region}/{session.name}#{'s' if item.kind == '建议' else 'p'}"
        f"{item.number}": plain.stage(item)
        for session in plain.read(counted.folder).sessions
        for item in session.items
    }
    stands = {entry.id: entry.stage for entry in counted.entries if entry.tracked}
    simple = {key: stage for key, stage in stages.items() if stage and key in stands}

    assert {key: stands[key] for key in simple} == simple
    assert len(simple) > len(stands) // 3
