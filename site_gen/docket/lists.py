"""Rows → static lists, paged, by region, by what became of them and by year.

They are for readers without scripts, and for links that need no script: every list lies at an
address of its own below ``ledger/``. Plain values; pages and templates are made elsewhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from site_gen.docket.facets import Labels, Parents, with_above
from site_gen.docket.row import Row, newest_first

PER_PAGE = 50

_STANDING = ("result", "stage")
_LATE = ("overdue", "promise_due")


@dataclass(frozen=True, slots=True)
class StaticList:
    """All pages of one list."""

    facet: str
    """``'region'``, ``'result'`` or ``'year'``."""
    value: str
    label: str
    query: str
    """The same list in the ledger's address, without ``?``: ``'region=lixian'``."""
    pages: tuple["StaticListPage", ...]

    @property
    def address(self) -> str:
        """Where its first page lies."""
        return self.pages[0].address

    @property
    def total(self) -> int:
        """How many rows it has."""
        return sum(len(page.rows) for page in self.pages)


@dataclass(frozen=True, slots=True)
class StaticListPage:
    """One page of a list, the newest rows first."""

    address: str
    """``'ledger/region/lixian/'``, then ``'ledger/region/lixian/2/'`` and so on."""
    number: int
    rows: tuple[Row, ...]
    previous: str | None
    """Address of the page before it."""
    next: str | None


def static_lists(
    rows: Iterable[Row], labels: Labels, parents: Parents, per_page: int = PER_PAGE
) -> tuple[StaticList, ...]:
    """The lists that have rows: regions in the order of ``parents``, then results, then years.

    A region lists all below it. The lists by result are those of each result, each stage,
    ``overdue`` and ``promise_due``; a row may be in several. An undated row is in no year.
    """
    ordered = newest_first(rows)
    return (
        *_lists("region", _by_region(ordered, parents), labels, per_page),
        *_lists("result", _by_result(ordered, labels), labels, per_page),
        *_lists("year", _by_year(ordered), labels, per_page),
    )


def _by_region(rows: Sequence[Row], parents: Parents) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = {region: [] for region in parents}

    @cache
    def lists(regions: tuple[str, ...]) -> tuple[list[Row], ...]:
        return tuple(found.setdefault(area, []) for area in with_above(regions, parents))

    for row in rows:
        for listed in lists(row.values("region")):
            listed.append(row)
    return found


def _by_result(rows: Sequence[Row], labels: Labels) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = {key: [] for facet in _STANDING for key in labels.get(facet, {})}
    for row in rows:
        late = (facet for facet in _LATE if row.values(facet))
        for key in (*row.values("result"), *row.values("stage"), *late):
            found.setdefault(key, []).append(row)
    return found


def _by_year(rows: Sequence[Row]) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        for year in row.values("year"):
            found.setdefault(year, []).append(row)
    return dict(sorted(found.items(), reverse=True))


def _lists(
    facet: str, groups: Mapping[str, Sequence[Row]], labels: Labels, per_page: int
) -> Iterator[StaticList]:
    for value, rows in groups.items():
        if rows:
            query, label = _asked(facet, value, labels)
            pages = tuple(_pages(f"ledger/{facet}/{value}/", rows, per_page))
            yield StaticList(facet, value, label, query, pages)


def _asked(facet: str, value: str, labels: Labels) -> tuple[str, str]:
    """The ledger's query for a list, and what the list is called."""
    if facet == "result":
        for key in _STANDING:
            if value in labels.get(key, {}):
                return f"{key}={value}", labels[key][value]
        return f"{value}=yes", labels.get(value, {}).get("yes", value)
    return f"{facet}={value}", labels.get(facet, {}).get(value, value)


def _pages(first: str, rows: Sequence[Row], per_page: int) -> Iterator[StaticListPage]:
    parts = [tuple(rows[start : start + per_page]) for start in range(0, len(rows), per_page)]
    addresses = [first, *(f"{first}{number}/" for number in range(2, len(parts) + 1))]
    for place, part in enumerate(parts):
        before = addresses[place - 1] if place else None
        after = addresses[place + 1] if place + 1 < len(parts) else None
        yield StaticListPage(addresses[place], place + 1, part, before, after)
