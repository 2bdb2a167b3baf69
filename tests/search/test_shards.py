"""Shards: every row once, few of them, and old ones untouched by new rows."""

from dataclasses import replace

import pytest

from site_gen.docket.row import Row, newest_first
from site_gen.docket.shards import MOST, NOWHERE, Shard, area_of, plan_shards
from tests.search.made_up import PARENTS, make_rows

ROWS = make_rows(400)


def by_name(shards: tuple[Shard, ...]) -> dict[str, str]:
    return {shard.name: shard.key for shard in shards}


def test_every_row_is_in_exactly_one_shard() -> None:
    shards = plan_shards(ROWS, PARENTS, smallest=40)

    assert sorted(row.id for shard in shards for row in shard.rows) == sorted(
        row.id for row in ROWS
    )
    assert len(shards) > 3
    assert min(len(shard.rows) for shard in shards) >= 40


def test_few_rows_make_one_shard_and_none_make_none() -> None:
    assert len(plan_shards(ROWS, PARENTS)) == 1
    assert plan_shards((), PARENTS) == ()


def test_the_number_of_shards_stays_small() -> None:
    assert len(plan_shards(ROWS, PARENTS, smallest=1)) <= MOST


def test_the_order_in_which_rows_come_does_not_matter() -> None:
    assert plan_shards(ROWS[::-1], PARENTS, 40) == plan_shards(ROWS, PARENTS, 40)


def test_a_new_row_of_this_year_leaves_the_shards_of_earlier_years_alone() -> None:
    newest = Row("new", "a/#s9", "suggestion", "新", "", "2023-12-31", {"region": ("jiahe",)}, "新")
    before = by_name(plan_shards(ROWS, PARENTS, 40))
    after = by_name(plan_shards((*ROWS, newest), PARENTS, 40))

    assert {name for name in before if before[name] != after[name]} == {"qingxi-2023"}


@pytest.mark.parametrize("place", range(0, 400, 23))
def test_a_row_more_cuts_nothing_anew(place: int) -> None:
    """Wherever and whenever it is: its shard grows, and others stay as they were."""
    more = replace(ROWS[place], id="new")
    before = by_name(plan_shards(ROWS, PARENTS, 40))
    after = by_name(plan_shards((*ROWS, more), PARENTS, 40))

    assert before.keys() == after.keys()
    assert sum(before[name] != after[name] for name in before) == 1


def test_the_key_changes_with_the_rows_and_not_with_what_they_say() -> None:
    shard = plan_shards(ROWS, PARENTS)[0]
    said = replace(shard, rows=tuple(replace(row, facets={}) for row in shard.rows))

    assert said.key == shard.key
    assert replace(shard, rows=shard.rows[1:]).key != shard.key


def test_the_area_is_the_region_below_the_topmost() -> None:
    row = ROWS[0]
    areas = {
        region: area_of(replace(row, facets={"region": (region,)}), PARENTS) for region in PARENTS
    }

    assert areas["jiahe"] == areas["qingxi"] == "qingxi"
    assert areas["sheng"] == "sheng"
    assert area_of(replace(row, facets={}), PARENTS) == NOWHERE


def test_a_loop_in_the_tree_of_regions_ends() -> None:
    row = replace(ROWS[0], facets={"region": ("a",)})

    assert area_of(row, {"a": "b", "b": "a"}) in {"a", "b"}


def test_rows_stand_newest_first_and_undated_last() -> None:
    dates = [row.date for row in newest_first(ROWS)]

    assert dates == sorted(dates, reverse=True)
    assert dates[-1] == ""
