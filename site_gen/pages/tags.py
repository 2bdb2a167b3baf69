"""The status tag of an item: its result with its promise, else its stage.

Never the bare word 办结; a compiled record has no status colour, because nobody asked on the spot.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from site_gen.docket.entry import Entry
from site_gen.docket.tones import TONES, Tone
from site_gen.language import say
from site_gen.lifecycle import Standing
from site_gen.pages.shapes import Cell, Tag
from site_gen.pages.view import View, once
from site_gen.pages.words import day_words, promise_words
from site_gen.records.dates import PartialDate
from site_gen.vocabulary.progress import Result, Stage, Verdict

VERDICT_TONES: Mapping[Verdict, Tone] = {
    Verdict.VERIFIED: "done",
    Verdict.PARTIAL: "active",
    Verdict.UNFULFILLED: "late",
    Verdict.RELAPSED: "late",
    Verdict.PROGRESSED: "done",
}


@once
def tags_of(_: View, entry: Entry) -> tuple[Tag, ...]:
    """The tags of an item: where it stands, then what is late about it."""
    if entry.standing is None or entry.stage is None:
        return ()
    if entry.is_compiled:
        return (_compiled_tag(entry),)
    return (_status_tag(entry), *_late_tags(entry))


@once
def tags_of_row(view: View, row_id: str) -> tuple[Tag, ...]:
    """The tags of the item that a row shows."""
    return tags_of(view, view.entry_at(row_id))


def main_cell(view: View, entry: Entry) -> Cell:
    """The item's status as a cell of a table: what is late, else where it stands."""
    tag = tags_of(view, entry)[-1]
    cell = Cell(text=tag["label"], tone=tag["tone"])
    if "detail" in tag:
        cell["detail"] = tag["detail"]
    return cell


def tallied(tags: Iterable[Tag]) -> tuple[Tag, ...]:
    """Tags of several items, each word once with how many of them it belongs to."""
    found = list(tags)
    times = Counter(tag["label"] for tag in found)
    tones = {tag["label"]: tag["tone"] for tag in found}
    return tuple(
        Tag(label=say("{label} {n} 条", label=label, n=n), tone=tones[label])
        for label, n in times.items()
    )


def notes_of(entry: Entry) -> tuple[str, ...]:
    """What stays visible whatever came later: 曾不满意, 曾反弹, 重新办理, a dispute."""
    standing = entry.standing
    if standing is None or not _was_judged(standing):
        return ()
    counted = (
        (say("曾不满意"), standing.times_dissatisfied),
        (say("曾反弹"), standing.times_relapsed),
        (say("重新办理过"), standing.state.reopenings),
    )
    notes = tuple(say("{word} {n} 次", word=word, n=times) for word, times in counted if times)
    return (*notes, say("有人提出不同说法，等待复查")) if standing.asks_for_lookback else notes


def _was_judged(standing: Standing) -> bool:
    """Whether anybody ever rated, checked, disputed or re-opened it; of most nobody did."""
    state = standing.state
    judged = state.ratings or state.lookbacks or state.reopenings
    return bool(judged) or standing.asks_for_lookback


def last_known(entry: Entry) -> PartialDate | None:
    """The last day that the record knows anything of; None where it has no date at all."""
    source = entry.record.head.source
    steps = entry.tracked.history.steps if entry.tracked else ()
    dates = [step.event.when for step in steps] + [entry.when, source.date if source else None]
    known = [when for when in dates if when is not None]
    return max(known, key=lambda when: when.last) if known else None


def compiled_words(when: PartialDate | None) -> str:
    """How far a compiled record knows: ``截至 2021年7月（报道），之后没有公开信息``."""
    until = say("截至 {day}（报道）", day=day_words(when)) if when else say("只有报道，日期不详")
    return say("{until}，之后没有公开信息", until=until)


def _compiled_tag(entry: Entry) -> Tag:
    known = compiled_words(last_known(entry))
    if entry.result is None:
        return Tag(label=known, tone=TONES["compiled"])
    return Tag(
        label=say("报道说：{word}", word=entry.result.plain), tone=TONES["compiled"], detail=known
    )


def _status_tag(entry: Entry) -> Tag:
    stage, result = entry.stage or Stage.RAISED, entry.result
    if result is None and entry.kind == "problem" and stage is Stage.RAISED:
        return Tag(label=say("还没有解决"), tone="waiting")
    if result is None:
        return Tag(label=stage.plain, tone=TONES[stage])
    tag = Tag(label=result.plain, tone=TONES[result])
    promise = promise_words(entry.standing.state.promise) if entry.standing else ""
    if promise:
        tag["detail"] = (
            say("答应{promise}", promise=promise) if result is Result.IN_PROGRESS else promise
        )
    return tag


def _late_tags(entry: Entry) -> tuple[Tag, ...]:
    standing = entry.standing
    if standing is None or not entry.is_live:
        return ()
    days = [(standing.today - due.day).days for due in standing.overdue if due.day]
    late = (
        [
            Tag(
                label=say("超过期限"),
                tone=TONES["overdue"],
                detail=say("已过 {n} 天", n=max(days)),
            )
        ]
        if days
        else []
    )
    if standing.promise_due:
        late.append(Tag(label=say("承诺到期，待核实"), tone=TONES["promise_due"]))
    return tuple(late)
