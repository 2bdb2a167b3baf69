"""The program counts what is counted once more from the text of the record format.

Every metric, in every region with all below it and by itself, every year and theme: not only how
many, but which. The second count (:mod:`tests.statistics.again`) has no code of the program.
"""

import ast
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product
from pathlib import Path

from site_gen.docket.metrics import METRIC, METRICS, RATES
from site_gen.statistics.numbers import Scope
from tests.statistics.again.course import Course
from tests.statistics.again.drawn import draw
from tests.statistics.again.files import read
from tests.statistics.again.reader import Found, Reader
from tests.statistics.again.tally import course_of, tally
from tests.statistics.conftest import ROOT, SEEDS, TODAY, Counted

AGAIN = Path(__file__).with_name("again")
Lists = Mapping[str, Mapping[Scope, frozenset[str]]]


@cache
def reader_of(folder: Path) -> Reader:
    """A folder as the second count reads it."""
    return Reader(read(folder), TODAY)


@cache
def recount(folder: Path) -> Lists:
    """Metric → scope → what is counted there."""
    reader = reader_of(folder)
    found: dict[str, dict[Scope, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in tally(reader):
        for scope in scopes_of(reader, one):
            assert one.id not in found[one.metric][scope]
            found[one.metric][scope].add(one.id)
    return {
        metric: {scope: frozenset(ids) for scope, ids in scopes.items()}
        for metric, scopes in found.items()
    }


def scopes_of(reader: Reader, one: Found) -> set[Scope]:
    """Where something counts: its regions and all above, its year, its themes."""
    above = {"", *(up for region in one.regions for up in reader.upwards(region))}
    years = {"", one.year}
    return {
        *(Scope(region, year=year) for region in above for year in years),
        *(Scope(region, own=True, year=year) for region in one.regions for year in years),
        *(Scope(region, theme=theme, year=year)
          for region in above for theme in one.themes for year in years),
    }  # fmt: skip


def courses(folder: Path) -> dict[str, Course]:
    """Every item that is counted, followed once more."""
    reader = reader_of(folder)
    return {
        item.id: course_of(reader, item)
        for record in reader.folder.records
        if "撤下" not in record.head
        for item in record.items
    }


def test_the_second_count_has_no_code_of_the_program() -> None:
    for path in AGAIN.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in getattr(node, "names", ())]
            names.append(getattr(node, "module", None) or "")
            assert not any(name.split(".")[0] == "site_gen" for name in names), path.name


def test_every_metric_lists_what_the_second_count_lists(site: Counted) -> None:
    again = recount(site.folder)
    scopes = {scope for scope in site.numbers.scopes() if not scope.unit}
    scopes |= {scope for found in again.values() for scope in found}

    assert differing(site, scopes) == {}
    for metric, scope in product(METRICS, scopes):
        number = len(again.get(metric.key, {}).get(scope, ()))
        assert site.numbers.count(metric, scope).value == number


def differing(site: Counted, scopes: Iterable[Scope]) -> dict[str, dict[str, object]]:
    """Metric → scope → what only one of the two lists."""
    found: dict[str, dict[str, object]] = {}
    for metric, scope in product(METRICS, scopes):
        again = recount(site.folder).get(metric.key, {}).get(scope, frozenset())
        listed = {entry.id for entry in site.numbers.entries(metric, scope)}
        if listed != again:
            found.setdefault(metric.key, {})[scope.key] = listed ^ again
    return found


def test_every_rate_divides_what_the_second_count_divides(site: Counted) -> None:
    again = recount(site.folder)
    minimum = int(reader_of(site.folder).folder.site.get("最小样本", 10))
    scopes = {scope for scope in site.numbers.scopes() if not scope.unit}

    for rate, scope in product(RATES, scopes):
        above, below = (again.get(one.key, {}) for one in (rate.numerator, rate.denominator))
        value = site.numbers.rate(rate, scope)
        n, parts = len(below.get(scope, ())), len(above.get(scope, ()))
        assert (value.numerator.value, value.denominator.value) == (parts, n)
        assert value.percent == (f"{100 * parts / n:.1f}%" if n >= minimum else None)


def test_the_second_count_knows_no_other_metrics(site: Counted) -> None:
    assert set(recount(site.folder)) <= set(METRIC)


def test_nothing_happens_out_of_turn(site: Counted) -> None:
    refused = {key: one.refused for key, one in courses(site.folder).items() if one.refused}

    assert refused == {}


def test_every_item_stands_where_the_second_count_puts_it(site: Counted) -> None:
    again = {
        key: (one.stage, one.result, one.in_hand, one.answered)
        for key, one in courses(site.folder).items()
    }
    stands = {
        entry.id: (
            entry.stage.value if entry.stage else "",
            state.result.term if state.result else "",
            state.taken_in_hand,
            state.answered,
        )
        for entry in site.entries
        if entry.tracked and entry.standing and (state := entry.standing.state)
    }

    assert stands == again


def test_between_them_the_folders_have_something_in_every_metric(tmp_path: Path) -> None:
    folders = [ROOT / "examples" / "wuli", *(tmp_path / str(seed) for seed in SEEDS)]
    for seed, folder in zip(SEEDS, folders[1:], strict=True):
        draw(folder, seed)
    found = {metric for folder in folders for metric in recount(folder)}

    assert [metric.key for metric in METRICS if metric.key not in found] == []
