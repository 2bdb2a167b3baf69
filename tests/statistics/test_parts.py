"""A total over regions is the different items below it: its parts less the double memberships."""

from pathlib import Path

import pytest

from site_gen.corpus.places import in_order
from site_gen.docket.metrics import METRICS, SESSIONS, SUGGESTIONS, Metric
from site_gen.statistics.numbers import Scope
from site_gen.statistics.parts import parts_of
from tests.statistics.conftest import Counted, made, session


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.key)
def test_parts_less_double_memberships_are_the_total(counted: Counted, metric: Metric) -> None:
    corpus, numbers = counted.corpus, counted.numbers
    for region in ("", *(place.id for place in in_order(corpus.places))):
        parts = parts_of(corpus, numbers, metric, region)
        below = corpus.places[region].children if region else ()
        members = [numbers.entries(metric, count.scope) for count in parts.below]
        members += [numbers.entries(metric, parts.own.scope)] if parts.own else []
        ids = [entry.id for entries in members for entry in entries]
        assert len(set(ids)) == parts.total.value
        assert parts.double == len(ids) - len(set(ids))
        assert not region or len(parts.below) == len(below)


def test_a_session_of_two_counties_is_in_both_and_once_in_their_total(tmp_path: Path) -> None:
    shared = session("2024-03-01", "", "", 跨区域="yi")
    own = session("2024-04-01", "")
    files = {
        "regions/jia/sessions/2024/0301-a.md": shared,
        "regions/yi/sessions/2024/0401-b.md": own,
        "regions/zhou/sessions/2024/0401-c.md": own,
    }
    counted = made(tmp_path, files)
    sessions = parts_of(counted.corpus, counted.numbers, SESSIONS, "zhou")
    suggestions = parts_of(counted.corpus, counted.numbers, SUGGESTIONS, "zhou", year="2024")

    assert [count.value for count in sessions.below] == [1, 2]
    assert (sessions.total.value, sessions.double) == (3, 1)
    assert (suggestions.total.value, suggestions.double) == (4, 2)
    assert counted.numbers.count(SESSIONS, Scope("zhou", own=True)).value == 1


def test_nothing_recorded_is_not_the_same_as_none(tmp_path: Path) -> None:
    counted = made(tmp_path, {"regions/jia/sessions/2024/0301-a.md": session("2024-03-01")})

    assert counted.numbers.count(SUGGESTIONS, Scope("jia")).value == 0
    assert counted.numbers.is_recorded(SUGGESTIONS, "jia")
    assert counted.numbers.is_recorded(SUGGESTIONS, "zhou")
    assert not counted.numbers.is_recorded(SUGGESTIONS, "yi")
