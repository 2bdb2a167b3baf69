"""What becomes of an item: its events one after the other, by the table of the record format."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from tests.statistics.again.days import day, last
from tests.statistics.again.files import Event, Item, listed

OPEN = "raised accepted assigned returned handling replied reopened"
WORKING = "raised accepted assigned returned handling reopened"
ENDS = ("declined", "merged", "converted", "withdrawn")
TABLE = {
    "提出": ("any", ""), "据报道": ("any", ""), "公示": ("any", ""), "备案": ("any", ""),
    "更正": ("any", ""),
    "立案": ("raised", "accepted"), "采纳": ("raised assigned handling", "accepted"),
    "不立案": ("raised accepted", "declined"),
    "不采纳": ("raised accepted assigned handling", "declined"),
    "并案": ("raised accepted assigned handling", "merged"),
    "转为": ("raised accepted declined", "converted"),
    "报送": (f"{OPEN} closed", ""), "采用": (f"{OPEN} closed", ""),
    "转交": ("raised accepted", "accepted"),
    "交办": (WORKING, "assigned"), "退回": ("assigned handling", "returned"),
    "办理": (WORKING, "handling"), "延期": ("assigned handling reopened", ""),
    "督办": (f"{OPEN} closed", ""), "阶段答复": (OPEN, "handling"), "答复": (OPEN, "replied"),
    "办结": (f"{OPEN} closed", "closed"), "评价": ("replied closed reopened", ""),
    "质疑": ("replied closed reopened", ""), "回头看": ("replied closed reopened", ""),
    "二次办理": ("replied closed reopened", "reopened"), "撤回": (WORKING, "withdrawn"),
}  # fmt: skip
"""Action → the stages in which it may stand, and the stage after it."""
VOICES = ("评价", "质疑", "回头看")
IN_HAND = ("交办", "办理", "阶段答复", "答复", "办结")


@dataclass
class Clock:
    """Runs for somebody from a day until a day, and how it came to stop."""

    whose: str
    started: date
    due: str = ""
    stopped: str = ""
    how: str = ""

    @property
    def runs(self) -> bool:
        """Whether nothing has stopped it."""
        return not self.how

    def stop(self, when: str, how: str) -> None:
        """Stop it, once."""
        if self.runs:
            self.stopped, self.how = when, how


@dataclass
class Course:
    """Where an item stands, and what happened on the way."""

    item: Item
    present: Callable[[str], str]
    stage: str = "raised"
    result: str = ""
    promise: str = ""
    leads: list[str] = field(default_factory=list)
    supporters: list[str] = field(default_factory=list)
    heard: set[str] = field(default_factory=set)
    in_hand: bool = False
    adopted: bool = False
    answered: bool = False
    ever_answered: bool = False
    reopened: bool = False
    disputed: bool = False
    done: list[Event] = field(default_factory=list)
    refused: list[Event] = field(default_factory=list)
    causes: list[str] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    supporting: dict[str, Clock] = field(default_factory=dict)

    def of(self, action: str) -> list[Event]:
        """The events of one action."""
        return [event for event in self.done if event.action == action]


def follow(item: Item, present: Callable[[str], str]) -> Course:
    """All events of an item, but those that a correction voids."""
    course = Course(item, present)
    voided = {event.parts["作废"] for event in item.events if "作废" in event.parts}
    for event in item.events:
        if f"{event.when} {event.action}" in voided:
            continue
        if not may_happen(course, event):
            course.refused.append(event)
            continue
        happen(course, event)
        course.done.append(event)
    return course


def may_happen(course: Course, event: Event) -> bool:
    """Whether the table allows it where the item stands, and its condition is met."""
    stages = TABLE[event.action][0]
    if event.action in VOICES and course.ever_answered:
        stages += " assigned handling"
    if event.action == "答复" and by_supporters(course, event):
        stages += " closed"
    if stages != "any" and course.stage not in stages.split():
        return False
    if event.action == "办结":
        return (course.stage, course.result) != ("closed", "已解决")
    if event.content == "现已解决":
        return bool(course.result)
    return event.action != "二次办理" or has_cause(course, event)


def has_cause(course: Course, event: Event) -> bool:
    """What a 二次办理 names has happened since the item was opened last."""
    if event.content == "承诺到期":
        promised = course.promise not in ("", "未定")
        return promised and last(course.promise) < last(event.when)
    return event.content in course.causes


def happen(course: Course, event: Event) -> None:
    """One event."""
    action = event.action
    special = SPECIAL.get(action)
    if special:
        special(course, event)
    elif TABLE[action][1]:
        course.stage = TABLE[action][1]
    course.in_hand |= action in IN_HAND
    if course.stage in ENDS:
        for clock in [*course.clocks, *course.supporting.values()]:
            clock.stop(event.when, "ended")


def units(course: Course, written: str) -> list[str]:
    """The present names of some units."""
    return [course.present(name) for name in listed(written)]


def by_supporters(course: Course, event: Event) -> bool:
    """Whether all who answer only help."""
    named = units(course, event.parts.get("单位", ""))
    return bool(named) and set(named) <= set(course.supporters)


def adopt(course: Course, event: Event) -> None:
    """采纳: accepted, but what is assigned or handled stays so."""
    course.adopted = True
    if course.stage == "raised":
        course.stage = "accepted"


def assign(course: Course, event: Event) -> None:
    """交办: new units, new clocks, no result; who leads does not support besides."""
    replace_clocks(course, event)
    course.leads = units(course, event.content)
    helping = units(course, event.parts.get("会办", ""))
    course.supporters = [name for name in helping if name not in course.leads]
    course.stage, course.result, course.promise, course.heard = "assigned", "", "", set()
    started = day(event.when)
    if started:
        course.clocks.append(Clock("lead", started, event.parts.get("期限", "")))
        course.supporting = {name: Clock("会办", started) for name in course.supporters}


def replace_clocks(course: Course, event: Event) -> None:
    """Nobody who was asked before owes an answer any more."""
    for clock in [*course.clocks, *course.supporting.values()]:
        clock.stop(event.when, "replaced")
    course.supporting = {}


def give_back(course: Course, event: Event) -> None:
    """退回: the units are the item's no longer."""
    replace_clocks(course, event)
    course.stage, course.leads, course.supporters = "returned", [], []


def extend(course: Course, event: Event) -> None:
    """延期 moves whatever runs against the lead."""
    for clock in course.clocks:
        if clock.runs:
            clock.due = event.content


def interim(course: Course, event: Event) -> None:
    """阶段答复 stops no clock."""
    if course.stage != "replied":
        course.stage = "handling"


def reply(course: Course, event: Event) -> None:
    """答复: of all leads, or of those named; of supporters alone it stops their clocks only."""
    named = units(course, event.parts.get("单位", ""))
    for name in named:
        if name in course.supporting:
            course.supporting[name].stop(event.when, "answered")
    if by_supporters(course, event):
        return
    course.heard |= set(named or course.leads)
    if set(course.leads) <= course.heard:
        course.stage = "replied"
        answer(course, event)


def answer(course: Course, event: Event) -> None:
    """Everybody who had to has answered."""
    course.answered = course.ever_answered = True
    for clock in course.clocks:
        clock.stop(event.when, "answered")


def close(course: Course, event: Event) -> None:
    """办结 gives the result; supporters may still answer."""
    course.stage, course.result = "closed", event.content
    course.promise = event.parts.get("承诺", "")
    answer(course, event)


def rate(course: Course, event: Event) -> None:
    """评价: any 不满意 asks for another answer."""
    if counts(event.content)["不满意"]:
        course.causes.append("评价")
        owe(course, event)


def counts(written: str) -> dict[str, int]:
    """How many said what; a bare word is one."""
    found = dict.fromkeys(("不满意", "基本满意", "满意", "未反馈"), 0)
    for piece in listed(written):
        word, number = re.fullmatch(r"(\D+)(\d*)", piece).groups()  # type: ignore[union-attr]
        found[word] = int(number or 1)
    return found


def dispute(course: Course, event: Event) -> None:
    """质疑 asks for a look-back."""
    course.disputed = True


def supervise(course: Course, event: Event) -> None:
    """督办 is a cause."""
    course.causes.append("督办")


def look_back(course: Course, event: Event) -> None:
    """回头看 may open again, or find it resolved."""
    course.disputed = False
    if event.content in ("承诺未兑现", "反弹"):
        reopen(course, event)
        course.causes = ["回头看"]
    elif event.content == "部分落实":
        course.causes.append("回头看")
    elif event.content == "现已解决":
        course.result, course.promise = "已解决", ""


def reopen(course: Course, event: Event) -> None:
    """Open again: no result, an answer is owed."""
    course.stage, course.result, course.promise = "reopened", "", ""
    course.reopened, course.answered, course.causes, course.heard = True, False, [], set()
    owe(course, event)


def owe(course: Course, event: Event) -> None:
    """再答复 starts once: not while an answer is owed already."""
    started = day(event.when)
    if started and not any(clock.runs for clock in course.clocks):
        course.clocks.append(Clock("再答复", started))
        course.heard = set()


SPECIAL: dict[str, Callable[[Course, Event], None]] = {
    "采纳": adopt, "交办": assign, "退回": give_back, "延期": extend, "阶段答复": interim,
    "答复": reply, "办结": close, "评价": rate, "质疑": dispute, "督办": supervise,
    "回头看": look_back, "二次办理": reopen,
}  # fmt: skip
