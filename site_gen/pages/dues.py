"""Due dates in words: the day, how it was worked out, and what came of it."""

from datetime import date

from site_gen.language import joined, say
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
    day = day_words(due.day) if due.day else say("办理时限未说明")
    text = _outcome(due, day, today)
    if is_named:
        text = _whose(due, text)
    return Cell(text=text) if due.day is None else Cell(text=text, note=due.working)


def _whose(due: Due, text: str) -> str:
    if due.clock.role is Role.SUPPORTING:
        return say("配合的{units}：{due}", units=joined("、", due.clock.units), due=text)
    return say("重新答复：{due}", due=text) if due.clock.role is Role.REANSWER else text


def _outcome(due: Due, day: str, today: date) -> str:
    """What came of it: answered in time or late, still open, overdue by so many days."""
    if due.day is None:
        return day
    if due.is_overdue(today):
        return say("{day}，已过 {n} 天还没有答复", day=day, n=(today - due.day).days)
    if due.clock.is_running:
        left = (due.day - today).days
        return (
            say("{day}，还有 {n} 天", day=day, n=left) if left else say("{day}，就是今天", day=day)
        )
    return _stopped(due, day)


def _stopped(due: Due, day: str) -> str:
    if due.clock.ending is not Ending.ANSWERED or due.clock.stop is None or due.day is None:
        return say("{day}，后来不再办理", day=day)
    answered = due.clock.stop.when
    if answered.last <= due.day:
        return say("{day}，按时答复", day=day)
    if answered.first > due.day:
        return say("{day}，晚 {n} 天答复", day=day, n=(answered.first - due.day).days)
    return say("{day}，答复的日期只到月，说不清是不是按时", day=day)
