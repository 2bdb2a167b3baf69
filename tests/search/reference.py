"""What facets and search mean, said once more in the plainest way, to compare the browser with.

Slow and obvious on purpose: a loop over rows, no columns, no index.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from unicodedata import normalize

from site_gen.docket.facets import Parents, above, is_aside
from site_gen.docket.row import Row

Filters = Mapping[str, Collection[str]]


def plain(text: str) -> str:
    """A text as search compares it."""
    folded = (normalize("NFKC", one.upper().lower()) for one in normalize("NFKC", text))
    return re.sub(r"[\s\u00ad\u200b\u2060\ufeff]", "", "".join(folded))


def has_text(row: Row, query: str) -> bool:
    """Whether a row holds every word of a query, in one piece each."""
    return all(plain(word) in plain(row.text) for word in query.split())


def reach(row: Row, facet: str, parents: Parents, own: bool) -> set[str]:
    """The values of a facet under which a row counts."""
    values = row.values(facet)
    if facet != "region" or own:
        return set(values)
    return {up for value in values for up in above(value, parents)}


def passes(row: Row, filters: Filters, parents: Parents, own: bool = False) -> bool:
    """Whether a row passes every facet of the filters by one of its values."""
    return all(reach(row, facet, parents, own) & set(wanted) for facet, wanted in filters.items())


def listed(
    rows: Iterable[Row], filters: Filters, parents: Parents, own: bool = False, query: str = ""
) -> list[Row]:
    """The rows that a list shows, in no particular order."""
    shown = [row for row in rows if passes(row, filters, parents, own)]
    if not {"kind", "metric"} & filters.keys():
        shown = [row for row in shown if not is_aside(row.kind)]
    return [row for row in shown if row.text and has_text(row, query)] if query else shown


def counts(
    rows: Sequence[Row], facet: str, filters: Filters, parents: Parents, own: bool = False
) -> Counter[str]:
    """How many rows each value of a facet would show, the other facets staying as they are."""
    others = {key: wanted for key, wanted in filters.items() if key != facet}
    found: Counter[str] = Counter()
    for row in rows:
        if passes(row, others, parents, own):
            found.update(reach(row, facet, parents, own))
    return found
