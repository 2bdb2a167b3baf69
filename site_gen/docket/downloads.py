"""Rows → what people download: the table of a region, and its columns, one line a column.

A table has every suggestion, problem, proposal and opinion of a region and of all below it, as
the region's list has them. They are counted in different units, so the first column says which is
which.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from site_gen.docket.facets import Labels, Parents, with_above
from site_gen.docket.metrics import OPINIONS, PROBLEMS, PROPOSALS, SUGGESTIONS
from site_gen.docket.row import Row, newest_first
from site_gen.language import say

TABLED = (SUGGESTIONS, PROBLEMS, PROPOSALS, OPINIONS)
"""What counts the rows of a table."""
MOST = 20_000
"""Rows of one table; a region with more has none of its own, those below it have theirs."""
_PROBLEM = "problem"
"""Its stage is that of the suggestions it led to, and says nothing."""
_YES = "是"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``key`` for programs, ``label`` for people, ``note`` says what stands in it."""

    key: str
    label: str
    note: str
    of: Callable[[Row, Labels], str]


def _named(facet: str) -> Callable[[Row, Labels], str]:
    """What the values of a facet are called, as records join names."""

    def of(row: Row, labels: Labels) -> str:
        names = labels.get(facet, {})
        return "、".join(names.get(value, value) for value in row.values(facet))

    return of


def _plain(facet: str) -> Callable[[Row, Labels], str]:
    return lambda row, _: "、".join(row.values(facet))


def _flag(facet: str) -> Callable[[Row, Labels], str]:
    return lambda row, _: _YES if row.values(facet) else ""


def _standing(row: Row, labels: Labels) -> str:
    """The result, else the stage where somebody keeps track of it."""
    if row.values("result"):
        return _named("result")(row, labels)
    tracked = row.kind != _PROBLEM and not row.values("compiled")
    return _named("stage")(row, labels) if tracked else ""


# fmt: off
COLUMNS: tuple[Column, ...] = (
    Column(
        "kind", say("类别"), say("建议、问题、提案还是社情民意；单位不同，不能相加"), _named("kind")
    ),
    Column("title", say("内容"), say("提了什么；不公开的只有编号"), lambda row, _: row.title),
    Column("context", say("出自"), say("哪一次协商活动，哪一件提案"), lambda row, _: row.context),
    Column("region", say("地方"), say("涉及几个地方的，用顿号隔开"), _named("region")),
    Column(
        "date", say("提出日期"), say("只知道年月的写到年月，不知道的空着"), lambda row, _: row.date
    ),
    Column("unit", say("承办单位"), say("牵头的和配合的，用顿号隔开"), _plain("unit")),
    Column("due", say("期限"), say("哪天以前该答复；没有期限的空着"), _plain("due")),
    Column(
        "standing",
        say("现在怎样"),
        say("有结果的写结果，没有的写办到哪一步；报道没有说的空着"),
        _standing,
    ),
    Column(
        "promise", say("答应的时间"), say("单位答应什么时候做好；没有答应的空着"), _plain("promise")
    ),
    Column("overdue", say("超过期限"), say("超过期限还没有答复的写“是”"), _flag("overdue")),
    Column(
        "promise_due",
        say("承诺到期"),
        say("答应的时间过了、还没有人核实的写“是”"),
        _flag("promise_due"),
    ),
    Column("compiled", say("从报道整理"), say("没有向当地核实的写“是”"), _flag("compiled")),
    Column("theme", say("领域"), say("说的是什么事"), _named("theme")),
    Column("place", say("村（社区）"), say("在哪里商量的"), _named("place")),
    Column("address", say("网页"), say("接在本站首页的地址后面"), lambda row, _: row.address),
    Column("id", say("编号"), say("每一条各不相同，一直不变"), lambda row, _: row.id),
)
# fmt: on
"""The columns of a table, in their order."""


def tables(
    rows: Iterable[Row], parents: Parents, most: int = MOST
) -> Mapping[str, tuple[Row, ...]]:
    """The rows of each region's table, the newest first.

    A region without rows has no table, nor has one with more than ``most``.
    """
    found: dict[str, list[Row]] = {}
    for row in newest_first(row for row in rows if row.values("stage")):
        for region in with_above(row.values("region"), parents):
            found.setdefault(region, []).append(row)
    return {region: tuple(listed) for region, listed in found.items() if len(listed) <= most}
