"""The lists for readers without scripts: complete, paged, and the same as in the ledger."""

from urllib.parse import parse_qs

import pytest

from site_gen.docket.lists import StaticList, static_lists
from tests.search.made_up import LABELS, PARENTS, make_rows
from tests.search.reference import listed

ROWS = [row for row in make_rows(200) if row.kind == "suggestion"]
LISTS = static_lists(ROWS, LABELS, PARENTS, per_page=30)


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.address)
def test_a_list_holds_what_the_ledger_shows_for_its_query(one: StaticList) -> None:
    expected = listed(ROWS, parse_qs(one.query), PARENTS)
    shown = [row for page in one.pages for row in page.rows]

    assert sorted(row.id for row in shown) == sorted(row.id for row in expected)
    assert [row.date for row in shown] == sorted((row.date for row in shown), reverse=True)
    assert one.total == len(shown) > 0


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.address)
def test_pages_follow_each_other(one: StaticList) -> None:
    addresses = [page.address for page in one.pages]

    assert addresses[0] == one.address
    assert addresses[1:] == [f"{one.address}{n}/" for n in range(2, len(addresses) + 1)]
    assert [page.next for page in one.pages] == [*addresses[1:], None]
    assert [page.previous for page in one.pages] == [None, *addresses[:-1]]
    assert [page.number for page in one.pages] == list(range(1, len(addresses) + 1))


def test_there_is_a_list_for_each_region_result_and_year_that_has_rows() -> None:
    addresses = {one.address for one in LISTS}

    assert {f"ledger/region/{region}/" for region in PARENTS} <= addresses
    assert {"ledger/result/planned/", "ledger/result/handling/", "ledger/result/overdue/"} <= (
        addresses
    )
    assert [one.value for one in LISTS if one.facet == "year"] == ["2023", "2022", "2021"]
    assert "ledger/result/promise_due/" not in addresses


def test_lists_have_names() -> None:
    assert {one.label for one in LISTS} >= {"清溪州", "超过期限还没答复", "解决了"}


def test_no_rows_make_no_lists() -> None:
    assert static_lists((), LABELS, PARENTS) == ()
