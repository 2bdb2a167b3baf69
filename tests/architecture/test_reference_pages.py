"""The pages about events and keys say what the tables say now, and every table is on them.

What the event page says beyond the table, where the stage that follows depends on more than the
stage before, is compared with the life cycle itself.
"""

from pathlib import Path
from typing import Any

import pytest

from site_gen.findings import Where
from site_gen.lifecycle import fold
from site_gen.lifecycle.reference import action_table
from site_gen.records.dates import PartialDate
from site_gen.records.events import Event
from site_gen.records.numbers import Counts
from site_gen.records.table import KINDS
from site_gen.vocabulary.fields import FIELDS
from site_gen.vocabulary.progress import Action, Rating, Result, Verdict
from tools.reference_pages import DOCS, pages, table

WORDS = {row.action: row for row in action_table()}


def event(action: Action, content: Any = None, **parts: Any) -> Event:
    return Event(PartialDate(2024, 3, 1), action, content, parts, Where("x.md"))


ASSIGNED = event(Action.ASSIGNED, ("甲局", "乙局"), supporting=("丙局",))
CLOSED = event(Action.CLOSED, Result.PLANNED)


def stage_after(*events: Event) -> str:
    history = fold(events)
    assert history.findings == ()
    return history.state.stage.term


@pytest.mark.parametrize("name", ["events.md", "fields.md"])
def test_the_page_is_up_to_date(project_root: Path, name: str) -> None:
    written = (project_root / DOCS / name).read_text(encoding="utf-8")

    assert written == pages()[name], "run: make docs"


def test_every_action_kind_and_key_is_on_the_pages() -> None:
    events, fields = pages()["events.md"], pages()["fields.md"]

    assert [word for word in Action if f"| {word.term} | `{word.value}`" not in events] == []
    assert [kind.term for kind in KINDS if f"## {kind.term}\n" not in fields] == []
    heads = [row for row in FIELDS if row.owner != "event"]
    assert [row for row in heads if f"| `{row.key}` |" not in fields] == []


@pytest.mark.parametrize(
    ("events", "stage"),
    [
        ((event(Action.ADOPTED, "县里"),), "已受理"),
        ((ASSIGNED, event(Action.ADOPTED, "县里")), "已交办"),
        ((ASSIGNED, event(Action.INTERIM, "在办")), "办理中"),
        ((ASSIGNED, event(Action.REPLIED, "好"), event(Action.INTERIM, "在办")), "已答复"),
        ((ASSIGNED, event(Action.REPLIED, "好", unit=("甲局",))), "已交办"),
        ((ASSIGNED, event(Action.REPLIED, "好", unit=("丙局",))), "已交办"),
        ((CLOSED, event(Action.FEEDBACK, Counts({Rating.DISSATISFIED: 1}))), "已有结果"),
        ((CLOSED, event(Action.LOOKBACK, Verdict.RELAPSED)), "重新办理"),
        ((CLOSED, event(Action.LOOKBACK, Verdict.UNFULFILLED)), "重新办理"),
        ((CLOSED, event(Action.LOOKBACK, Verdict.PARTIAL)), "已有结果"),
        ((CLOSED, event(Action.DISPUTED, "没有")), "已有结果"),
    ],
)
def test_what_the_page_says_of_the_next_stage_is_so(events: tuple[Event, ...], stage: str) -> None:
    words = WORDS[events[-1].action].then

    assert stage_after(*events) == stage
    assert stage in words or "不变" in words


def test_a_table_leaves_out_columns_without_anything_and_escapes_bars() -> None:
    assert table(("甲", "乙"), [("a|b", ""), ("c", "")]) == "| 甲 |\n| --- |\n| a\\|b |\n| c |\n"
