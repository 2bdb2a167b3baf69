"""Due dates in words: the day, how it was worked out, and what came of it."""

from datetime import date

from site_gen.lifecycle import Due, Ending, Role
from site_gen.pages.shapes import Cell
from site_gen.pages.words import day_words


def due_cells(dues: tuple[Due, ...], today: date) -> tuple[Cell, ...]:
    """Every clock of an item, the latest first; those that another one replaced are left out.

    Of those that one 交办 started, the lead unit's comes first.
    """
    kept = [due for due in dues if due.clock.ending is not Ending.REPLACED]
    if len(kept) > 1:
        kept.sort(key=lambda due: due.clock.start.when.first, reverse=True)
    return tuple([due_cell(due, today) for due in kept])


def due_cell(due: Due, today: date, is_named: bool = True) -> Cell:
    """One due day with its working, and whose it is unless that is said elsewhere."""
    day = day_words(due.day) if due.day else "办理时限未说明"
    text = f"{_whose(due) if is_named else ''}{day}{_outcome(due, today)}"
    return Cell(text=text) if due.day is None else Cell(text=text, note=due.working)


def _whose(due: Due) -> str:
    if due.clock.role is Role.SUPPORTING:
        return f"配合的{'、'.join(due.clock.units)}："
    return "重新答复：" if due.clock.role is Role.REANSWER else ""


def _outcome(due: Due, today: date) -> str:
    """What came of it: answered in time or late, still open, overdue by so many days."""
    if due.day is None:
        return ""
    if due.is_overdue(today):
        return f"，已过 {(today - due.day).days} 天还没有答复"
    if due.clock.is_running:
        left = (due.day - today).days
        return f"，还有 {left} 天" if left else "，就是今天"
    return _stopped(due)


def _stopped(due: Due) -> str:
    if due.clock.ending is not Ending.ANSWERED or due.clock.stop is None or due.day is None:
        return "，后来不再办理"
    answered = due.clock.stop.when
    if answered.last <= due.day:
        return "，按时答复"
    if answered.first > due.day:
        return f"，晚 {(answered.first - due.day).days} 天答复"
    return "，答复的日期只到月，说不清是不是按时"
