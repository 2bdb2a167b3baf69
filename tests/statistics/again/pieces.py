"""The pieces of reviews and of plans: units evaluated, things to mend, topics."""

from collections.abc import Iterator
from typing import Any

from tests.statistics.again.days import first, last
from tests.statistics.again.files import Record
from tests.statistics.again.reader import Found, Reader, compiled, of


def of_review(reader: Reader, record: Record) -> Iterator[Found]:
    """A review, the units it is about, and what they have to mend."""
    when = record.head.get("日期", "")
    evaluation = record.head["类型"] == "民主评议"
    yield of(reader, record, "evaluations" if evaluation else "supervisions", when=when)
    for number, target in enumerate(record.head.get("对象", []), 1):
        if evaluation:
            yield of(reader, record, "evaluated_units", f"#d{number}", when)
        for part, measure in enumerate(target.get("整改", []), 1):
            for metric in mending(reader, record, measure):
                yield of(reader, record, metric, f"#d{number}-z{part}", when)


def mending(reader: Reader, record: Record, measure: Any) -> Iterator[str]:
    """The metrics of one thing to be mended."""
    done, own = bool(measure.get("完成")), not compiled(record)
    due = measure.get("期限")
    yield "rectifications"
    if done:
        yield "rectifications_done"
    if own:
        yield "rectifications_own"
        if done:
            yield "rectifications_own_done"
        elif due and last(due) < reader.today:
            yield "rectifications_overdue"


def of_plan(reader: Reader, record: Record) -> Iterator[Found]:
    """Each topic: held, missed, ahead, or known from a report alone."""
    for topic in record.head["议题"]:
        for metric in topic_metrics(reader, record, topic):
            yield of(reader, record, metric, f"#t-{topic['编号']}", record.name)


def topic_metrics(reader: Reader, record: Record, topic: Any) -> Iterator[str]:
    """The metrics of a topic."""
    own, held = not compiled(record), is_held(reader, record, topic["编号"])
    span = topic.get("时间", "不详")
    passed = span != "不详" and last(span.split("/")[-1]) < reader.today
    yield "topics"
    yield from ["topics_own"] if own else []
    if held:
        yield "topics_held"
        yield from ["topics_own_held"] if own else []
    elif not own:
        yield "topics_silent"
    else:
        yield "topics_missed" if passed else "topics_ahead"


def is_held(reader: Reader, plan: Record, key: str) -> bool:
    """Whether a session that was held, or a review, says that it comes from the topic."""
    names = {f"{plan.region}/{plan.name} {key}"}
    for record in reader.folder.records:
        named = record.head.get("计划议题", "")
        named = named if "/" in named else f"{record.region}/{named}"
        when = record.head.get("时间" if record.kind == "sessions" else "日期", "")
        past = not when or first(when) <= reader.today
        if named in names and past and not {"状态", "撤下"} & set(record.head):
            return True
    return False
