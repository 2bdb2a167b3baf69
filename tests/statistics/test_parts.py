"""A total over regions is the different items below it: its parts less the double memberships."""

from itertools import product
from pathlib import Path

from site_gen.corpus.places import in_order
from site_gen.docket.metrics import METRICS, SESSIONS, SUGGESTIONS
from site_gen.statistics.numbers import Scope
from site_gen.statistics.parts import parts_of
from tests.statistics.conftest import Counted, made, session
from tests.statistics.test_recount import recount


def test_parts_less_double_memberships_are_the_total(site: Counted) -> None:
    places = ("", *(place.id for place in in_order(site.corpus.places)))
    for metric, region, year in product(METRICS, places, ("", *years(site))):
        parts = parts_of(site.corpus, site.numbers, metric, region, year)
        shares = [*parts.below, *([parts.own] if parts.own else [])]
        listed = [site.numbers.entries(metric, count.scope) for count in shares]
        ids = [entry.id for entries in listed for entry in entries]
        assert len(set(ids)) == parts.total.value
        assert parts.double == len(ids) - len(set(ids))
        assert sum(count.value for count in shares) - parts.double == parts.total.value


def test_the_second_count_finds_as_many_double_memberships(site: Counted) -> None:
    for metric, place in product(METRICS, site.corpus.places.values()):
        again = recount(site.folder).get(metric.key, {})
        scopes = [Scope(place.id, own=True), *(Scope(child) for child in place.children)]
        shares = [again.get(scope, frozenset()) for scope in scopes]
        together = again.get(Scope(place.id), frozenset())
        assert frozenset().union(*shares) == together
        double = sum(len(share) for share in shares) - len(together)
        assert parts_of(site.corpus, site.numbers, metric, place.id).double == double


def years(site: Counted) -> list[str]:
    """Every year in which something is counted."""
    return sorted({scope.year for scope in site.numbers.scopes()} - {""})


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
