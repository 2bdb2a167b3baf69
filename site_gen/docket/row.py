"""The row: one item as the lists, the ledger and the search show it.

Only the value. Rows are filled from the corpus elsewhere, and nothing here knows how they are
written to files.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_gen.records.handed import Handed


@dataclass(frozen=True, slots=True)
class Row(Handed):
    """One item of the site that can be found and counted."""

    id: str
    """Identity of the item, unique among all rows: ``'sessions/lixian/2023/0512-shiqiao#s1'``."""
    address: str
    """Where it is shown, relative to the root: ``'lixian/sessions/2023/0512-shiqiao/#s1'``."""
    kind: str
    """``'suggestion'``, ``'problem'``, ``'session'``, ``'case'``, ``'method'``, ``'platform'``,
    ``'page'`` or a later kind."""
    title: str
    context: str
    """What the item belongs to, such as the title of a suggestion's session; ``''`` for none."""
    date: str
    """``'2023-05-12'``, ``'2023-05'``, ``'2023'``, or ``''`` when unknown."""
    facets: Mapping[str, tuple[str, ...]]
    """Facet key → value keys; the keys are those of :data:`site_gen.docket.facets.FACETS`."""
    text: str
    """Everything of the item that can be searched, as the public sees it."""

    def values(self, facet: str) -> tuple[str, ...]:
        """The row's values of a facet; the kind is one whether or not ``facets`` repeats it."""
        if facet == "kind":
            return (self.kind,)
        return self.facets.get(facet, ())


def newest_first(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows by date, the newest first, the undated last; rows of one day in the order of ids."""
    by_id = sorted(rows, key=lambda row: row.id)
    return tuple(sorted(by_id, key=lambda row: row.date, reverse=True))
