"""Every file in tests/cases/lifecycle is a history whose name is the behaviour it shows.

``expect`` names properties of the standing that the events make; ``refused`` the
events that may not happen, by line of the history and code.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_gen.corpus.build import raised_on
from site_gen.findings import Finding, Where
from site_gen.lifecycle import Deadlines, History, Role, Standing, fold, stand
from site_gen.lifecycle.clocks import on_the_spot
from site_gen.records.record import Item, Record
from site_gen.records.region import read_deadlines
from site_gen.records.session import KIND
from site_gen.records.text import Text, TextMap
from site_gen.source import read_record
from site_gen.vocabulary.settings import DeadlineKind

CASES = sorted((Path(__file__).parents[1] / "cases" / "lifecycle").glob("*.yaml"))
HEAD = "---\n议题: 一件事\n{held}来源: {{标题: 一篇报道}}\n---\n\n## 建议1 一条建议\n\n"


def _item(case: dict[str, Any]) -> tuple[Record, Item, int]:
    """The suggestion with the case's events, and the line before the first of them."""
    held = f"时间: {case['held']}\n" if case["held"] else ""
    head = HEAD.format(held=held)
    text = head + case["events"] + "\n## 建议2 另一条\n"
    path = "regions/lixian/sessions/2023/a.md"
    records, findings = read_record(KIND, "lixian", "2023/a", path, text.encode())
    assert findings == (), [str(finding) for finding in findings]
    return records[0], records[0].items[0], head.count("\n")


def _deadlines(written: dict[str, str]) -> Deadlines:
    place = Where("region.yaml")
    terms = TextMap(
        {key: Text(term, place) for key, term in written.items()},
        place,
        dict.fromkeys(written, place),
    )
    read = read_deadlines(terms, list[Finding]().append)
    return Deadlines(
        DeadlineKind.SUGGESTION, {kind: (term, "本地规定") for kind, term in read.items()}
    )


def _seen(history: History, standing: Standing) -> dict[str, Any]:
    """Everything a case may expect, by the name it uses."""
    state = standing.state
    due = standing.current_due
    leads = [one for one in standing.dues if one.clock.role is Role.LEAD]
    return {
        "stage": state.stage.value,
        "result": state.result.value if state.result else "",
        "lead": list(state.lead),
        "taken_in_hand": state.taken_in_hand,
        "adopted": state.adopted,
        "reopenings": state.reopenings,
        "on_the_spot": on_the_spot(history),
        "overdue": len(standing.overdue),
        "supporting_overdue": len(standing.supporting_overdue),
        "dues": len(standing.dues),
        "due": due.day if due and due.day else "",
        "working": due.working if due else "",
        "in_time": leads[-1].in_time(standing.today) if leads else None,
        "promise_due": standing.promise_due,
        "times_dissatisfied": standing.times_dissatisfied,
        "times_relapsed": standing.times_relapsed,
        "last_rating": standing.last_rating.value if standing.last_rating else "",
        "last_lookback": standing.last_lookback.value if standing.last_lookback else "",
        "asks_for_lookback": standing.asks_for_lookback,
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_history(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    record, item, before = _item(case)
    history = fold(item.events, raised_on(record))
    refused = [f"{one.where.line - before} {one.code}" for one in history.findings]
    assert refused == case["expect"].pop("refused", [])
    today = date.fromisoformat(case["today"])
    standing = stand(history, _deadlines(case.get("deadlines", {})), today)
    seen = _seen(history, standing)
    assert {key: seen[key] for key in case["expect"]} == case["expect"]


def test_there_are_enough_cases() -> None:
    """A folder that went missing would otherwise pass in silence."""
    names = [path.stem for path in CASES]
    assert len([name for name in names if not name.startswith("refused-")]) >= 24
    assert len([name for name in names if name.startswith("refused-")]) >= 20
