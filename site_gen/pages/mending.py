"""整改: how a thing that was to be mended stands, as tags and rows; nothing is judged beyond that.

A report that says nothing of the end is not a late one: such a rectification is grey.
"""

from datetime import date

from site_gen.docket.entry import Entry
from site_gen.language import joined, say
from site_gen.pages.lists import region_names
from site_gen.pages.shapes import Row, Tag
from site_gen.pages.view import View
from site_gen.pages.words import day_words
from site_gen.records.dates import PartialDate
from site_gen.records.record import Record
from site_gen.records.review import Rectification, Review


def mending_tag(entry: Entry, today: date) -> Tag:
    """Done, overdue, not yet due, or without a day."""
    part = entry.part
    if not isinstance(part, Rectification):
        raise TypeError(entry.id)
    if part.done is not None:
        if entry.is_compiled:
            return Tag(label=say("报道说：改完了"), tone="unknown", detail=day_words(part.done))
        return Tag(label=say("改完了"), tone="done", detail=_when_done(part, part.done))
    if entry.is_compiled:
        return Tag(label=say("报道里没有说改完没有"), tone="unknown")
    if part.due is None:
        return Tag(label=say("还没有改完"), tone="waiting", detail=say("没有写期限"))
    return _open_tag(part.due.first, today)


def _when_done(part: Rectification, done: PartialDate) -> str:
    """When it was done, and how late, where that is certain."""
    day = day_words(done)
    if part.due is None or done.first <= part.due.first:
        return day
    return say("{day}，晚 {n} 天", day=day, n=(done.first - part.due.first).days)


def _open_tag(due: date, today: date) -> Tag:
    left = (due - today).days
    if left < 0:
        return Tag(label=say("超过期限"), tone="late", detail=say("已过 {n} 天", n=-left))
    return Tag(
        label=say("还没到期限"),
        tone="waiting",
        detail=say("还有 {n} 天", n=left) if left else say("就是今天"),
    )


def mending_row(view: View, entry: Entry) -> Row:
    """A rectification as a row of a list: what, how it stands, who, by when."""
    part = entry.part
    due = part.due if isinstance(part, Rectification) else None
    facts = [region_names(view, entry.record), joined("、", entry.units)]
    facts += [say("期限 {due}", due=due)] if due else []
    return Row(
        title=entry.title,
        address=entry.address,
        tags=(mending_tag(entry, view.today),),
        context=entry.context,
        facts=tuple(fact for fact in facts if fact),
    )


def target_row(view: View, entry: Entry) -> Row:
    """A review as a row on the page of a unit that it was about."""
    head, when = entry.record.head, entry.when
    kind = head.type.plain if isinstance(head, Review) else ""
    return Row(
        title=entry.context,
        address=entry.address,
        tags=mending_tags(view, entry.record, entry),
        facts=tuple(fact for fact in (kind, region_names(view, entry.record)) if fact),
        date=str(when) if when else "",
    )


def mending_tags(view: View, record: Record, target: Entry | None = None) -> tuple[Tag, ...]:
    """How the rectifications of a review stand, or those of one unit: each way with how many."""
    wanted = f"{target.id}-z" if target else ""
    measures = [
        mending_tag(entry, view.today)
        for entry in view.entries_of(record)
        if entry.kind == "rectification" and entry.id.startswith(wanted)
    ]
    labels = dict.fromkeys(tag["label"] for tag in measures)
    return tuple(_together(label, measures) for label in labels)


def _together(label: str, tags: list[Tag]) -> Tag:
    alike = [tag for tag in tags if tag["label"] == label]
    return Tag(label=say("{label} {n} 项", label=label, n=len(alike)), tone=alike[0]["tone"])
