"""What docs/events.md says of every action is what reading and folding do.

The page is read back, cell by cell, and each claim is put to the program: what may stand in a
line, what must, in which stage it may happen, what then. So the table, the page, the reader and
the life cycle cannot drift apart, whoever changes one of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

import pytest

from site_gen.findings import Finding, Severity, Where, history_rules
from site_gen.lifecycle import History, fold
from site_gen.records.actions import ACTION_RULES, RESULT_PARTS, Reader
from site_gen.records.dates import PartialDate
from site_gen.records.events import Event
from site_gen.records.reading import Refused
from site_gen.records.text import Text
from site_gen.source.events import read_event
from site_gen.vocabulary.fields import field, fields_of
from site_gen.vocabulary.progress import Action, Cause, Result, Stage, Verdict
from tests.completeness.documents import said, tables

START = date(2023, 1, 1)
EVENTS, RESULTS, *_ = tables("events.md")
ROWS = {row["动作"]: row for row in EVENTS.rows}
ENDED = {"未采纳", "已并案", "已转办", "已撤回"}
EVERY = {stage.term for stage in Stage}
STAGES = {
    "任何阶段": EVERY,
    "没有终止的任何阶段": EVERY - ENDED,
    "还没有结果的任何阶段": EVERY - ENDED - {"已有结果"},
    "还没有结果的阶段": EVERY - ENDED - {"已有结果"},
}
"""What the page means by its phrases."""
SAMPLES = (
    *("说明", "2029-03-01", "建议2", "2023-01-01 提出", "![路](lu.jpg)", "满意"),
    *(word.term for words in (Result, Verdict, Cause) for word in words),
    *("县", "全部", "面谈"),
)


def sample(reader: Reader) -> str:
    """A text that a reader takes as it stands."""
    for text in SAMPLES:
        notices: list[Finding] = []
        try:
            reader(Text(text, Where("a.md", 1, 1)), notices.append)
        except Refused:
            continue
        if not notices:
            return text
    raise AssertionError(reader)


def line(
    action: str, content: str, parts: Mapping[str, str] = MappingProxyType({}), day: date = START
) -> str:
    """An event line without its list mark."""
    written = "".join(f"；{label}：{text}" for label, text in parts.items())
    return f"{day.isoformat()} {action}{f'：{content}' if content else ''}{written}"


def read(text: str) -> tuple[Event | None, list[str]]:
    """The event of a line, and the errors in it."""
    found: list[Finding] = []
    event = read_event(Text(text, Where("a.md", 1, 1)), withheld=False, report=found.append)
    return event, [one.code for one in found if one.severity is Severity.ERROR]


def parts_of(action: str) -> dict[str, str]:
    """Every key of an action with a value for it."""
    return {part.label: sample(part.reader) for part in ACTION_RULES[named(action)].parts}


def named(term: str) -> Action:
    action = Action.read(term)
    assert action is not None, term
    return action


def variants(action: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Content and keys of the smallest lines with an action: one, or one a result."""
    reader = ACTION_RULES[named(action)].content
    parts = parts_of(action)
    must = {label for label, needed in said(ROWS[action]["其他键"]) if needed}
    if named(action) is Action.CLOSED:
        for row in RESULTS.rows:
            yield row["结果"], {label: parts[label] for label, _ in said(row["必须写"])}
    elif named(action) is Action.LOOKBACK:
        for verdict in Verdict:
            yield verdict.term, {"佐证": "![路](lu.jpg)"} if verdict is Verdict.PROGRESSED else {}
    elif named(action) is Action.REHANDLING:
        for cause in Cause:
            yield cause.term, {}
    else:
        content = sample(reader) if reader else ""
        yield content, {label: parts[label] for label in must}


def test_every_action_and_result_is_on_the_page() -> None:
    assert list(ROWS) == [action.term for action in Action]
    assert RESULTS.column("结果") == [result.term for result in Result]


@pytest.mark.parametrize("action", ROWS)
def test_the_smallest_line_reads_and_nothing_less(action: str) -> None:
    cell = ROWS[action]["内容"]
    for content, parts in variants(action):
        event, errors = read(line(action, content, parts))
        assert event is not None
        assert errors == []
        for label in parts:
            fewer = {one: text for one, text in parts.items() if one != label}
            assert read(line(action, content, fewer))[1] != [], label
        assert (read(line(action, "", parts))[1] != []) == cell.endswith("✱")
    if not cell:
        assert read(line(action, "说明"))[1] != []


@pytest.mark.parametrize("action", ROWS)
def test_the_keys_of_the_page_may_stand_and_no_others(action: str) -> None:
    allowed = {label for label, _ in said(ROWS[action]["其他键"])}
    values = parts_of(action)
    for label in {row.label for row in fields_of("event")}:
        value = values.get(label, "说明")
        reads = [
            read(line(action, content, {**parts, label: value}))[1] == []
            for content, parts in variants(action)
        ]
        assert any(reads) == (label in allowed), label


def test_a_result_takes_what_it_must_carry_and_what_may_always_stand() -> None:
    values = parts_of("办结")
    for row in RESULTS.rows:
        must = {label for label, _ in said(row["必须写"])}
        least = {label: values[label] for label in must}
        takes = {
            label
            for label in values
            if not read(line("办结", row["结果"], {**least, label: values[label]}))[1]
        }
        assert takes == must | {"佐证", "类别"}, row["结果"]
        result = Result.read(row["结果"])
        assert result is not None
        assert must == {field("event", key).label for key in RESULT_PARTS[result]}


def events(lines: Sequence[tuple[str, str, dict[str, str]]]) -> list[Event]:
    """Events of these actions, one a month."""
    made = []
    for number, (action, content, parts) in enumerate(lines):
        event, _ = read(line(action, content, parts, START + timedelta(days=31 * number)))
        assert event is not None
        made.append(event)
    return made


Line = tuple[str, str, dict[str, str]]


@cache
def ways() -> dict[tuple[str, bool], tuple[Line, ...]]:
    """A shortest history to each stage, answered before or not; ended items end there."""
    found: dict[tuple[str, bool], tuple[Line, ...]] = {("已提出", False): ()}
    pending: list[tuple[Line, ...]] = [()]
    steps = [(action, *variant) for action in ROWS for variant in variants(action)]
    while pending:
        way = pending.pop(0)
        for step in steps:
            longer = (*way, step)
            history = folded(longer)
            place = history.state.stage.term, history.state.answered_once
            if not history.findings and place not in found:
                found[place] = longer
                pending.append(longer)
    return found


def folded(lines: Sequence[Line]) -> History:
    return fold(events(lines), PartialDate.of(START))


def may_happen(cell: str, stage: str, *, answered: bool) -> bool:
    """What the page says of an action in a stage."""
    first, *more = cell.split("；")
    phrase, _, but = first.partition("，")
    stages = STAGES.get(phrase, set(phrase.split("、"))) - {but.removesuffix("除外")}
    for one in more:
        if answered and one.startswith("有过答复或办结的，还有"):
            stages |= set(one.removeprefix("有过答复或办结的，还有").split("、"))
    return stage in stages


def test_every_stage_is_reached() -> None:
    assert {stage for stage, _ in ways()} == EVERY


@pytest.mark.parametrize("action", ROWS)
def test_an_action_may_happen_where_the_page_says_so(action: str) -> None:
    for (stage, answered), way in ways().items():
        for variant in variants(action):
            codes = [one.code for one in folded((*way, (action, *variant))).findings]
            refused = history_rules.NOT_ALLOWED.code in codes
            assert refused != may_happen(ROWS[action]["什么阶段可以写"], stage, answered=answered)


@pytest.mark.parametrize("action", [one for one in ROWS if ROWS[one]["之后"] in EVERY | {"不变"}])
def test_what_follows_is_what_the_page_says(action: str) -> None:
    then = ROWS[action]["之后"]
    for (stage, _), way in ways().items():
        for variant in variants(action):
            history = folded((*way, (action, *variant)))
            if not history.findings:
                assert history.state.stage.term == (stage if then == "不变" else then)
