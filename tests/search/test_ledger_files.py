"""The ledger's files: complete, small, and the same bytes for the same rows."""

import json
from dataclasses import replace
from typing import Any

import pytest

from site_gen.docket.facets import FACETS
from site_gen.outputs.ledger import CARDS, ledger_files
from tests.search.made_up import LABELS, PARENTS, make_rows

ROWS = make_rows(450)
FILES = ledger_files(ROWS, LABELS, PARENTS, smallest=100)


def read(name: str) -> Any:
    return json.loads(FILES[f"assets/ledger/{name}"])


INDEX = read("index.json")


def test_what_a_browser_reads_back_is_what_the_rows_say() -> None:
    told = {}
    for shard in INDEX["shards"]:
        columns = read(f"{shard['name']}/columns.json")
        for number in range(shard["rows"]):
            cards = read(f"{shard['name']}/cards-{number // CARDS}.json")
            title, address, context = cards[number % CARDS]
            date = columns["dates"]["values"][columns["dates"]["rows"][number]]
            facets = {
                key: tuple(column["values"][v] for v in column["sets"][column["rows"][number]])
                for key, column in columns["facets"].items()
            }
            told[address] = (title, context, date, {k: v for k, v in facets.items() if v})

    assert told == {
        row.address: (row.title, row.context, row.date, {"kind": (row.kind,), **row.facets})
        for row in ROWS
    }


def test_the_index_says_which_regions_and_years_a_shard_concerns() -> None:
    assert len(INDEX["shards"]) > 2
    for shard in INDEX["shards"]:
        facets = read(f"{shard['name']}/columns.json")["facets"]
        assert shard["regions"] == facets["region"]["values"]
        assert shard["years"] == facets["year"]["values"]


def test_a_region_without_rows_of_its_own_is_in_the_tree_when_it_lies_above_one() -> None:
    tree = [(key, tree_parent(parent)) for key, _, parent in INDEX["regions"]]

    assert dict(tree) == PARENTS
    assert [key for key, _ in tree] == list(PARENTS)


def tree_parent(place: int) -> str | None:
    return None if place < 0 else str(INDEX["regions"][place][0])


def test_labels_of_a_metric_that_counts_nothing_are_there_for_its_link() -> None:
    assert INDEX["labels"]["metric"]["nothing"] == "从来没有的"


def test_a_value_without_a_label_shows_its_key() -> None:
    rows = [replace(ROWS[0], facets={"theme": ("odd",), "region": ("nowhere",)})]
    index = json.loads(ledger_files(rows, LABELS, PARENTS)["assets/ledger/index.json"])

    assert index["labels"]["theme"]["odd"] == "odd"
    assert index["regions"] == [["nowhere", "nowhere", -1]]


def test_the_same_rows_give_the_same_bytes_whatever_their_order() -> None:
    assert ledger_files(ROWS[::-1], LABELS, PARENTS, smallest=100) == FILES


def test_a_version_changes_when_a_file_of_the_shard_does() -> None:
    changed = ledger_files(
        [*ROWS[1:], replace(ROWS[0], title="另一个")], LABELS, PARENTS, smallest=100
    )
    versions = {shard["name"]: shard["version"] for shard in INDEX["shards"]}
    others = json.loads(changed["assets/ledger/index.json"])["shards"]

    assert sum(versions[shard["name"]] != shard["version"] for shard in others) == 1


def test_an_unknown_facet_is_a_defect() -> None:
    with pytest.raises(ValueError, match="colour"):
        ledger_files([replace(ROWS[0], facets={"colour": ("red",)})], LABELS, PARENTS)


def test_no_rows_give_an_index_and_nothing_else() -> None:
    files = ledger_files([], LABELS, PARENTS)

    assert list(files) == ["assets/ledger/index.json"]
    assert json.loads(files["assets/ledger/index.json"])["shards"] == []


def test_a_row_of_the_columns_takes_little() -> None:
    columns = [content for name, content in FILES.items() if name.endswith("columns.json")]

    assert sum(map(len, columns)) < 60 * len(ROWS)


def test_the_table_of_facets_has_each_key_once() -> None:
    keys = [facet.key for facet in FACETS]

    assert len(set(keys)) == len(keys)
    assert all(facet.label for facet in FACETS)
