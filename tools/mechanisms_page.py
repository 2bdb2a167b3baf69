"""Write docs/mechanisms.md: every mechanism of the field, where it is recorded and shown.

The rows come from the tables of the program (actions, results, findings, closed
lists, metrics) and a few conditions; the examples are looked up in the fictional
prefecture. A test fails when a mechanism has no example.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from site_gen.docket.entry import Entry  # noqa: E402
from site_gen.docket.metrics import METRICS, OF_OPINIONS, OF_PROPOSALS  # noqa: E402
from site_gen.pipeline import Compilation, compile_site  # noqa: E402
from site_gen.records.dates import PartialDate  # noqa: E402
from site_gen.records.events import Event  # noqa: E402
from site_gen.records.numbers import Counts  # noqa: E402
from site_gen.records.record import Record  # noqa: E402
from site_gen.vocabulary import Word  # noqa: E402
from site_gen.vocabulary.progress import (  # noqa: E402
    Action,
    AdoptionScope,
    Cause,
    Rating,
    ReplyMode,
    ReportLevel,
    Result,
    Stage,
    Verdict,
)
from site_gen.vocabulary.settings import (  # noqa: E402
    Disclosure,
    Form,
    Nature,
    Origin,
    PlatformLevel,
    PlatformState,
    PlatformType,
    ProposalTiming,
    Proposer,
    ReviewType,
    SessionState,
    SourceNature,
    SuggestionType,
    Timing,
    YesNo,
)

PAGE = Path("docs") / "mechanisms.md"
EXAMPLE = ROOT / "examples" / "wuli"
TODAY = date(2026, 11, 22)
OPENING = """\
# 各种机制在哪里

每一种机制：记在哪种记录里，怎么统计，示例里看哪一份。这一页由程序里的表和 `examples/wuli`
生成（`make docs`）；有哪一种找不到例子，测试会失败。示例的“今天”是 2026-11-22。
"""


@dataclass(frozen=True)
class Mechanism:
    """One row: what it is called, where it is written, which records show it."""

    group: str
    name: str
    written: str
    examples: tuple[str, ...]


def main() -> int:
    """Write the page of this checkout."""
    (ROOT / PAGE).write_text(mechanisms_page(), encoding="utf-8")
    return 0


def mechanisms_page() -> str:
    """The whole page."""
    parts = [OPENING]
    rows = mechanisms(compile_site(EXAMPLE, TODAY))
    for group in dict.fromkeys(row.group for row in rows):
        parts += [f"## {group}\n", "| 机制 | 怎么写、怎么数 | 例子 |", "|---|---|---|"]
        parts += [_line(row) for row in rows if row.group == group]
        parts.append("")
    return "\n".join(parts)


def _line(row: Mechanism) -> str:
    shown = "、".join(f"`{path}`" for path in row.examples[:2])
    return f"| {row.name} | {row.written} | {shown} |"


def mechanisms(site: Compilation) -> tuple[Mechanism, ...]:
    """Every mechanism with the records of a site that show it."""
    return (*_events(site), *_heads(site), *_numbers(site), *_conditions(site))


def _events(site: Compilation) -> Iterator[Mechanism]:
    happened = [(one.record, event) for one in site.corpus.tracked for event in one.item.events]

    def showing(holds: Callable[[Event], bool]) -> tuple[str, ...]:
        return _paths(record for record, event in happened if holds(event))

    for action in Action:
        found = showing(lambda event, wanted=action: event.action is wanted)  # type: ignore[misc]
        yield Mechanism("动作", action.term, f"`- 日期 {action.term}`", found)
    for words, key in _EVENT_WORDS:
        for word in words:
            found = showing(lambda event, w=word, k=key: w in _said(event, k))  # type: ignore[misc]
            yield Mechanism(words.heading(), word.term, f"{key or '动作的内容'}", found)


_EVENT_WORDS: tuple[tuple[type[Word], str], ...] = (
    (Result, ""),
    (Verdict, ""),
    (Cause, ""),
    (ReportLevel, ""),
    (Rating, ""),
    (AdoptionScope, "scope"),
    (ReplyMode, "mode"),
)


def _said(event: Event, key: str) -> Iterable[object]:
    value = event.parts.get(key) if key else event.content
    return value.by_rating if isinstance(value, Counts) else (value,)


def _heads(site: Compilation) -> Iterator[Mechanism]:
    holders = [(record, record.head) for record in site.corpus.records.values()]
    holders += [(one.record, one.item.head) for one in site.corpus.tracked]  # type: ignore[misc]
    holders += [(record, record.head.source) for record, _ in holders if record.head.source]  # type: ignore[misc]
    for words, field in _HEAD_WORDS:
        for word in words:
            found = _paths(record for record, head in holders if getattr(head, field, None) is word)
            yield Mechanism(words.heading(), word.term, f"头部或条目里的 `{field}`", found)
    for word in Origin:
        found = _paths(
            record
            for record in site.corpus.kind("plan")
            if any(topic.origin is word for topic in record.head.topics)  # type: ignore[attr-defined]
        )
        yield Mechanism("年度计划的题源", word.term, "计划的议题里", found)


_HEAD_WORDS: tuple[tuple[type[Word], str], ...] = (
    (Form, "form"),
    (Nature, "nature"),
    (Timing, "timing"),
    (Origin, "origin"),
    (SuggestionType, "type"),
    (Disclosure, "disclosure"),
    (PlatformLevel, "level"),
    (PlatformType, "type"),
    (PlatformState, "state"),
    (ProposalTiming, "timing"),
    (Proposer, "proposer"),
    (ReviewType, "type"),
    (SourceNature, "nature"),
    (YesNo, "key"),
)


def _numbers(site: Compilation) -> Iterator[Mechanism]:
    repeated = {*OF_PROPOSALS.metrics, *OF_OPINIONS.metrics}
    for metric in (one for one in METRICS if one not in repeated):
        counted = (entry.record for entry in site.entries if metric.counts(entry))
        said = f"`{metric.key}`，数“{metric.unit}”：{metric.definition}"
        yield Mechanism("数字", metric.label, said, _paths(counted))


def _conditions(site: Compilation) -> Iterator[Mechanism]:
    for name, written, holds in _CONDITIONS:
        found = _paths(entry.record for entry in site.entries if holds(entry))
        yield Mechanism("情形", name, written, found)
    for stage in Stage:
        found = _paths(entry.record for entry in site.entries if entry.stage is stage)
        yield Mechanism("阶段", stage.term, "由经过推算", found)
    for state in SessionState:
        found = _paths(entry.record for entry in site.entries if entry.state is state)
        yield Mechanism("活动状态", state.term, "由日期推算；延期、取消写在头部", found)
    down = (record for record in site.corpus.records.values() if record.is_withdrawn)
    yield Mechanism("情形", "撤下", "头部写 `撤下`", _paths(down))


_CONDITIONS: tuple[tuple[str, str, Callable[[Entry], bool]], ...] = (
    ("跨区域，总数只算一次", "头部写 `跨区域`", lambda entry: len(entry.regions) > 1),
    ("上报数", "头部写 `上报数`", lambda entry: _has(entry, "stated")),
    ("承接（系列协商）", "头部写 `承接`", lambda entry: _has(entry, "follows")),
    ("协商办理提案", "头部写 `提案`", lambda entry: _has(entry, "proposals")),
    ("来自年度计划", "头部写 `计划议题`", lambda entry: _has(entry, "plan")),
    ("用了工作法", "头部写 `工作法`", lambda entry: _has(entry, "method")),
    ("两个牵头单位", "交办里用顿号连起来", lambda entry: len(entry.units) > 1),
    ("换过牵头单位", "再写一次交办", lambda entry: _times(entry, Action.ASSIGNED) > 1),
    ("只知道年或月", "日期写到年或月", lambda entry: _partial(entry.when)),
    ("作废的一步", "更正里写 `作废`", lambda entry: _voided(entry)),
    ("本地分类", "办结里写 `类别`", lambda entry: _says(entry, "local_class")),
    ("会办单位自己的期限", "交办里写 `会办`，本地有会办时限", lambda entry: _supporting(entry)),
)


def _has(entry: Entry, key: str) -> bool:
    return bool(getattr(entry.record.head, key, None))


def _partial(when: PartialDate | None) -> bool:
    return when is not None and not when.is_full


def _effective(entry: Entry) -> tuple[Event, ...]:
    return entry.tracked.history.effective if entry.tracked else ()


def _times(entry: Entry, action: Action) -> int:
    return sum(event.action is action for event in _effective(entry))


def _says(entry: Entry, part: str) -> bool:
    return any(part in event.parts for event in _effective(entry))


def _voided(entry: Entry) -> bool:
    return entry.tracked is not None and any(step.voided_by for step in entry.tracked.history.steps)


def _supporting(entry: Entry) -> bool:
    if entry.standing is None:
        return False
    return any(due.clock.role.value == "supporting" and due.day for due in entry.standing.dues)


def _paths(records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(sorted({record.where.path for record in records}))


if __name__ == "__main__":
    sys.exit(main())
