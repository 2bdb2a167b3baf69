"""What each metric counts: every countable thing under the name of each metric that holds."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from tests.statistics.again.course import ENDS, Clock, Course, counts, follow
from tests.statistics.again.days import day, first, last, later
from tests.statistics.again.files import Item, Record, listed
from tests.statistics.again.pieces import of_plan, of_review
from tests.statistics.again.reader import Found, Reader, compiled, of

CHANNELS = {"建议": "", "proposals": "proposal_", "opinions": "opinion_"}
TOTALS = {"建议": "suggestions", "proposals": "proposals", "opinions": "opinions"}
LIMITS = {"建议": "建议", "proposals": "提案", "opinions": "社情民意"}
RESULTS = {
    "已解决": "resolved", "正在解决": "in_progress", "列入计划": "planned", "暂难解决": "deferred",
    "不可行": "infeasible", "情况变化": "superseded",
}  # fmt: skip
LEVELS = {"县": "county", "市州": "prefecture", "省": "province", "全国": "nation"}
HOLDING = ("属实巩固", "现已解决")


def tally(reader: Reader) -> Iterator[Found]:
    """Everything that is counted."""
    standing = [one for one in reader.folder.records if "撤下" not in one.head]
    for (region, name), entries in reader.folder.lists.items():
        if name == "platforms":
            for one in entries:
                since = one.get("成立", "")
                yield Found("platforms", f"platforms/{region}/{one['名称']}", (region,), since)
    for record in standing:
        yield from BY_KIND[record.kind](reader, record)
        courses = {item: course_of(reader, item) for item in record.items}
        for item, course in courses.items():
            yield from of_item(reader, item, course, courses)
    yield from bulletins(reader, standing)


def of_session(reader: Reader, record: Record) -> Iterator[Found]:
    """Held, not held, or ahead."""
    when = record.head.get("时间", "")
    metric = "sessions"
    if record.head.get("状态"):
        metric = "sessions_not_held"
    elif when and first(when) > reader.today:
        metric = "sessions_ahead"
    yield of(reader, record, metric, when=when)


def of_document(reader: Reader, record: Record) -> Iterator[Found]:
    """A case has a date, a method none."""
    when = record.head.get("日期", "") if record.kind == "cases" else ""
    yield of(reader, record, record.kind, when=when)


def of_nothing(reader: Reader, record: Record) -> Iterator[Found]:
    """The record is its item, or tells of totals, which are in no count."""
    yield from ()


BY_KIND = {
    "sessions": of_session, "cases": of_document, "methods": of_document, "reviews": of_review,
    "plans": of_plan, "proposals": of_nothing, "opinions": of_nothing, "statistics": of_nothing,
}  # fmt: skip


def course_of(reader: Reader, item: Item) -> Course:
    """What became of an item, with the present names of the units."""
    return follow(item, partial(reader.present, item.record))


def raised(item: Item) -> str:
    """The day an item was put forward: as written, else that of its session."""
    written = [event.when for event in item.events if event.action == "提出"]
    return (written or [str(item.record.head.get("时间", ""))])[0]


def of_item(
    reader: Reader, item: Item, course: Course, beside: dict[Item, Course]
) -> Iterator[Found]:
    """The metrics of a suggestion, problem, proposal or opinion, and of its 交办."""
    when, mark = raised(item), item.id.removeprefix(item.record.id)
    if item.kind == "问题":
        yield of(reader, item.record, "problems", mark, when)
        if solved(item, course, beside):
            yield of(reader, item.record, "solved_problems", mark, when)
        return
    prefix = CHANNELS[item.kind]
    yield of(reader, item.record, TOTALS[item.kind], mark, when)
    for metric in life(reader, item, course):
        yield of(reader, item.record, prefix + metric, mark, when)
    for metric in MORE[item.kind](item, course):
        yield of(reader, item.record, metric, mark, when)
    for number, metric in assignments(reader, item, course):
        yield of(reader, item.record, prefix + metric, f"{mark}-a{number}", when)


def solved(item: Item, course: Course, beside: dict[Item, Course]) -> bool:
    """By itself, or by all live suggestions that it names."""
    if course.result == "已解决":
        return True
    numbers = listed(item.fields.get("建议", ""))
    named = [one for other, one in beside.items() if other.kind == "建议" and
             other.number in numbers and one.stage not in ENDS]  # fmt: skip
    return bool(named) and all(one.result == "已解决" for one in named)


def life(reader: Reader, item: Item, course: Course) -> Iterator[str]:
    """The metrics that every channel has."""
    live = course.stage not in ENDS
    yield from ever(course)
    if compiled(item.record):
        yield "compiled"
        return
    yield f"stage_{course.stage}"
    if course.result:
        yield f"result_{RESULTS[course.result]}"
    if course.stage == "raised":
        yield "no_news"
    if course.stage == "declined":
        yield "judged"
    if live:
        yield from in_rates(item, course)
        yield from late(reader, item, course)


def ever(course: Course) -> Iterator[str]:
    """What was ever so, whatever became of the item."""
    if any(counts(event.content)["不满意"] for event in course.of("评价")):
        yield "ever_dissatisfied"
    if any(event.content == "反弹" for event in course.of("回头看")):
        yield "ever_relapsed"
    if course.reopened:
        yield "ever_reopened"
    if course.disputed:
        yield "disputed"


def in_rates(item: Item, course: Course) -> Iterator[str]:
    """What the rates are made of."""
    if course.in_hand:
        yield "taken_in_hand"
        if course.answered:
            yield "replied"
        if course.result == "已解决":
            yield "resolved"
    if course.in_hand or course.adopted:
        yield from ("adopted", "judged")
    for event in course.of("评价")[-1:]:
        yield from rating(counts(event.content))
    for event in course.of("回头看")[-1:]:
        yield "looked_back"
        yield from ["lookback_holding"] if event.content in HOLDING else []
        yield from ["unfulfilled"] if event.content == "承诺未兑现" else []
    if at_once(item, course):
        yield "on_the_spot"


def rating(said: dict[str, int]) -> Iterator[str]:
    """The most frequent word, of a tie the worse; 未反馈 rates nothing."""
    most = max(("不满意", "基本满意", "满意"), key=lambda word: said[word])
    if not said[most]:
        return
    yield "rated"
    if most == "不满意":
        yield "dissatisfied"
    else:
        yield "satisfied_or_basically"
        yield from ["satisfied"] if most == "满意" else []


def at_once(item: Item, course: Course) -> bool:
    """Answered on the day it was raised, and nobody had been asked."""
    acts = [event for event in course.done if event.action in ("交办", "答复", "办结")]
    if not acts or acts[0].action == "交办":
        return False
    return day(acts[0].when) is not None and day(acts[0].when) == day(raised(item))


def late(reader: Reader, item: Item, course: Course) -> Iterator[str]:
    """What is owed and whose day has passed."""
    if item.fields.get("类型") != "自办":
        running = [one for one in course.clocks if one.runs]
        helping = [one for one in course.supporting.values() if one.runs]
        for metric, clocks in (("overdue", running), ("supporting_overdue", helping)):
            days = [due(reader, item, clock) for clock in clocks]
            if any(one is not None and one < reader.today for one in days):
                yield metric
    if course.stage == "closed" and course.promise not in ("", "未定"):
        promised = last(course.promise)
        looked = [last(event.when) for event in course.of("回头看")]
        if promised < reader.today and not any(promised < one for one in looked):
            yield "promise_due"


def due(reader: Reader, item: Item, clock: Clock) -> date | None:
    """The day a clock is due: moved or written, else by the rule; None where there is none."""
    if clock.due:
        return day(clock.due)
    term = reader.limit(item, LIMITS[item.kind] if clock.whose == "lead" else clock.whose)
    return later(clock.started, term) if term else None


def assignments(reader: Reader, item: Item, course: Course) -> Iterator[tuple[int, str]]:
    """Each 交办 of a live item whose day has come, and whether the answer was in time."""
    if compiled(item.record) or course.stage in ENDS:
        return
    leads = [clock for clock in course.clocks if clock.whose == "lead"]
    for number, clock in enumerate(leads, 1):
        expected = due(reader, item, clock)
        in_time = punctual(clock, expected, reader.today) if expected else None
        if in_time is not None:
            yield number, "assignments_due"
        if in_time:
            yield number, "assignments_in_time"


def punctual(clock: Clock, expected: date, today: date) -> bool | None:
    """Whether the answer came by the day; None where that is not said, or not yet."""
    if clock.runs:
        return False if expected < today else None
    if first(clock.stopped) > expected:
        return False
    if clock.how == "replaced" or expected > today:
        return None
    return True if last(clock.stopped) <= expected else None


def of_suggestion(item: Item, course: Course) -> Iterator[str]:
    """A suggestion has no further metrics."""
    yield from ()


def of_proposal(item: Item, course: Course) -> Iterator[str]:
    """Where it went: exactly one; whether it is a key proposal; whether it has a result."""
    ways = {"declined": "not_filed", "merged": "merged", "converted": "converted",
            "withdrawn": "withdrawn"}  # fmt: skip
    filed = "filed" if course.of("立案") else "undecided"
    yield f"proposals_{ways.get(course.stage, filed)}"
    if item.record.head.get("重点") == "是":
        yield "proposals_key"
    if course.stage == "closed":
        yield "proposals_closed"


def of_opinion(item: Item, course: Course) -> Iterator[str]:
    """Where it was reported to, and whether it was taken up."""
    reported = {event.content for event in course.of("报送")}
    yield from ["opinions_reported"] if reported else []
    yield from (f"opinions_reported_{LEVELS[level]}" for level in sorted(reported))
    yield from ["opinions_taken_up"] if course.of("采用") else []


MORE = {"建议": of_suggestion, "proposals": of_proposal, "opinions": of_opinion}


def bulletins(reader: Reader, records: list[Record]) -> Iterator[Found]:
    """The different issues in which a region reported opinions in a year."""
    issues: dict[tuple[str, str, str], str] = {}
    for record in records:
        for item in record.items if record.kind == "opinions" else ():
            for event in course_of(reader, item).of("报送"):
                if "期号" in event.parts:
                    key = (record.region, event.when[:4], event.parts["期号"])
                    issues.setdefault(key, event.when)
    for (region, year, issue), when in issues.items():
        yield Found("bulletins", f"bulletins/{region}/{year}/{issue}", (region,), when)
