"""What may become of a suggestion: every state of the life cycle, in realistic shares."""

from collections.abc import Callable, Sequence
from random import Random

from benchmarks.province.tale import Tale

Story = Callable[[Tale], None]


def _raised(tale: Tale) -> None:
    """Nothing was heard of it."""


def _assigned(tale: Tale) -> None:
    tale.assign()


def _replied(tale: Tale) -> None:
    tale.assign()
    tale.answer()


def _solved(tale: Tale) -> None:
    _replied(tale)
    tale.solve()
    if tale.chance(0.65):
        tale.rate()
    if tale.chance(0.3):
        tale.look("属实巩固", tale.speech.some("found"))


def _on_the_spot(tale: Tale) -> None:
    tale.tell(
        0, 0, f"答复：当场答应，{tale.speech.some('when')}办好；单位：{tale.lead}；方式：座谈"
    )
    tale.solve()


def _late(tale: Tale) -> None:
    tale.assign(dated=1.0)
    tale.answer(least=100, most=150)
    tale.solve()


def _extended(tale: Tale) -> None:
    tale.assign(supported=0.0, dated=1.0)
    due = tale.later(110, 150)
    tale.tell(25, 45, f"延期：{due}；原因：{tale.speech.some('extended')}；批准：{tale.office}")
    tale.answer()
    tale.solve()


def _interim(tale: Tale) -> None:
    tale.assign()
    tale.tell(10, 30, f"办理：{tale.speech.work()}")
    tale.tell(10, 30, f"阶段答复：{tale.speech.reply()}；单位：{tale.lead}；方式：电话")
    tale.answer()
    tale.solve()


def _promised(tale: Tale) -> None:
    _replied(tale)
    tale.close("列入计划" if tale.chance(0.4) else "正在解决")
    if tale.chance(0.3):
        tale.look("现已解决", tale.evidence())
    elif tale.chance(0.25):
        tale.remind()
        tale.answer(least=5, most=30)
        tale.solve()


def _broken(tale: Tale) -> None:
    _replied(tale)
    tale.close("正在解决")
    tale.look("承诺未兑现", tale.speech.some("unkept"))
    tale.assign(supported=0.0, dated=0.0)
    tale.answer()
    tale.solve()


def _refused(tale: Tale) -> None:
    _replied(tale)
    tale.close(tale.speech.rng.choice(("暂难解决", "不可行", "情况变化")))
    if tale.chance(0.3):
        tale.rate(good=tale.chance(0.5))


def _not_adopted(tale: Tale) -> None:
    action = "不采纳" if tale.chance(0.5) else "不立案"
    tale.tell(3, 20, f"{action}：{tale.speech.some('why_not')}")


def _adopted(tale: Tale) -> None:
    scope = "全部" if tale.chance(0.7) else "部分"
    tale.tell(3, 15, f"采纳：{tale.lead}；范围：{scope}")
    _solved(tale)


def _converted(tale: Tale) -> None:
    tale.tell(2, 6, f"转交：{tale.lead}")
    tale.tell(2, 8, f"转为：{tale.speech.some('converted')}")


def _withdrawn(tale: Tale) -> None:
    tale.tell(3, 25, f"撤回：{tale.speech.some('withdrawn')}")


def _returned(tale: Tale) -> None:
    tale.tell(3, 8, f"交办：{tale.support}")
    tale.tell(5, 15, f"退回：{tale.speech.some('returned')}")
    _solved(tale)


def _dissatisfied(tale: Tale) -> None:
    _replied(tale)
    tale.solve()
    tale.rate(good=False)
    tale.tell(2, 5, "二次办理：评价")
    tale.answer(least=5, most=13)
    tale.solve()
    tale.rate()


def _relapsed(tale: Tale) -> None:
    _replied(tale)
    tale.solve()
    tale.look("反弹", tale.speech.some("relapse"))
    tale.answer(least=5, most=30)
    tale.solve()


def _disputed(tale: Tale) -> None:
    _replied(tale)
    tale.solve()
    tale.tell(3, 20, f"质疑：{tale.speech.some('dissent')}；提出人：{tale.speech.some('who')}")
    if tale.chance(0.5):
        tale.look("部分落实", tale.speech.some("unkept"))
        tale.tell(3, 9, "二次办理：回头看")
        tale.answer()


def _supervised(tale: Tale) -> None:
    _replied(tale)
    tale.solve()
    tale.tell(60, 120, f"督办：{tale.office}")
    tale.tell(1, 3, "二次办理：督办")
    tale.answer()
    tale.solve()


def _corrected(tale: Tale) -> None:
    tale.assign(supported=0.0)
    tale.answer()
    if not tale.over:
        wrong = tale.speech.some("corrected")
        tale.tell(1, 6, f"更正：{wrong}；作废：{tale.day} 答复")
        tale.answer(least=2, most=20)
        tale.solve()


def _posted(tale: Tale) -> None:
    _solved(tale)
    tale.tell(1, 10, f"公示：{tale.speech.part()}的公开栏")
    tale.tell(1, 10, f"备案：{tale.office}")


def _own(tale: Tale) -> None:
    """村民自己办的: no unit and no clock."""
    tale.tell(5, 20, f"办理：{tale.speech.work()}")
    tale.solve()


def noted(tale: Tale) -> None:
    """What a press report told, and nothing since."""
    tale.tell(1, 20, f"据报道：{tale.speech.work()}")


OWN: Story = _own
STORIES: tuple[tuple[Story, int], ...] = (
    (_raised, 40), (_assigned, 40), (_replied, 90), (_solved, 420), (_on_the_spot, 60),
    (_late, 40), (_extended, 15), (_interim, 35), (_promised, 90), (_broken, 18), (_refused, 60),
    (_not_adopted, 25), (_adopted, 30), (_converted, 10), (_withdrawn, 10), (_returned, 12),
    (_dissatisfied, 25), (_relapsed, 18), (_disputed, 12), (_supervised, 12), (_corrected, 10),
    (_posted, 15),
)  # fmt: skip
_CHOICES: Sequence[Story] = [story for story, _ in STORIES]
_WEIGHTS: Sequence[int] = [weight for _, weight in STORIES]


def any_story(rng: Random) -> Story:
    """One of the stories, each as often as in reality."""
    return rng.choices(_CHOICES, _WEIGHTS)[0]
