"""What changed lately: the newest results, look-backs and refusals, as rows of lists.

Compiled records are left out: nobody knows what changed there since the report.
"""

from collections.abc import Callable, Iterable
from heapq import nlargest

from site_gen.docket.entry import Entry
from site_gen.docket.metrics import FAMILIES, Metric
from site_gen.pages.highlights import Highlights, News, highlights_of
from site_gen.pages.lists import item_row
from site_gen.pages.owed import refusing
from site_gen.pages.shapes import Row
from site_gen.pages.view import View
from site_gen.statistics.numbers import Scope


def latest_results(view: View, scope: Scope, most: int) -> tuple[Row, ...]:
    """The items that last got a result or a look-back, the newest first."""
    counted = (each for of in FAMILIES for each in (*of.by_result, of.looked_back, of.reopened))
    return _newest(view, _counted(view, counted, scope), _result, most)


def latest_refusals(view: View, scope: Scope, most: int) -> tuple[Row, ...]:
    """The items that stand refused, or called impossible for now, the newest first."""
    counted = (metric for of in FAMILIES for metric in refusing(of))
    return _newest(view, _counted(view, counted, scope), _refusal, most)


def _counted(view: View, metrics: Iterable[Metric], scope: Scope) -> tuple[Entry, ...]:
    """What metrics count, each entry once."""
    entries = view.numbers.entries
    return tuple(dict.fromkeys(entry for metric in metrics for entry in entries(metric, scope)))


def _result(found: Highlights) -> News | None:
    return found.result


def _refusal(found: Highlights) -> News | None:
    return found.refusal


def _newest(
    view: View,
    entries: Iterable[Entry],
    choose: Callable[[Highlights], News | None],
    most: int,
) -> tuple[Row, ...]:
    told = ((choose(highlights_of(view, entry)), entry) for entry in entries)
    past = ((news, entry) for news, entry in told if news and news.when.first <= view.today)
    latest = nlargest(most, past, key=lambda pair: (str(pair[0].when), pair[1].id))
    return tuple(item_row(view, entry, news.when, (news.said,)) for news, entry in latest)
