"""The history of one item while it is written: a day that moves on, and event lines."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.province.speech import Speech

TODAY = date(2026, 11, 20)
"""The day as of which the province is seen; nothing happened later."""


@dataclass(slots=True)
class Tale:
    """Lines up to today: what would have come later is left out, and so the matter stays open."""

    speech: Speech
    day: date
    pictures: tuple[str, ...]
    lead: str
    support: str
    office: str
    """Who follows the matter up."""
    lines: list[str] = field(default_factory=list)
    over: bool = False
    promised: date | None = None
    """A day of the month that was last promised."""

    def tell(self, least: int, most: int, text: str) -> None:
        """An event so many days after the last one."""
        if self.over:
            return
        self.day += timedelta(days=self.speech.rng.randint(least, most))
        self.over = self.day > TODAY
        if not self.over:
            self.lines.append(f"- {self.day} {text}")

    def chance(self, share: float) -> bool:
        """True in this share of cases."""
        return self.speech.rng.random() < share

    def later(self, least: int, most: int) -> date:
        """A day after the present one."""
        return self.day + timedelta(days=self.speech.rng.randint(least, most))

    def assign(self, supported: float = 0.3, dated: float = 0.35) -> None:
        """交办 to the lead unit."""
        text = f"交办：{self.lead}"
        if self.chance(supported):
            text += f"；会办：{self.support}"
        if self.chance(dated):
            text += f"；期限：{self.later(50, 95)}"
        self.tell(3, 12, text)
        if self.lines and "会办" in self.lines[-1] and self.chance(0.8):
            self.answer(self.support, 8, 25)

    def answer(self, unit: str = "", least: int = 15, most: int = 50) -> None:
        """答复 of a unit, the lead unless another is named."""
        speech = self.speech
        text = f"答复：{speech.reply()}；单位：{unit or self.lead}；方式：{speech.some('means')}"
        self.tell(least, most, text)

    def solve(self) -> None:
        """办结：已解决, with what shows it."""
        self.tell(6, 90, f"办结：已解决；佐证：{self.evidence()}")

    def evidence(self) -> str:
        """A text, or now and then a picture."""
        words = self.speech.proof()
        if self.chance(0.12):
            picture = self.speech.rng.choice(self.pictures)
            return f"![{words}]({picture})"
        return words

    def close(self, result: str) -> None:
        """办结 with one of the results that are none, and what it must carry."""
        self.tell(0, 20, f"办结：{result}；{self._carried(result)}")

    def _carried(self, result: str) -> str:
        some = self.speech.some
        self.promised = self.later(60, 400)
        promise = f"承诺：{self.promised:%Y-%m}"
        return {
            "正在解决": f"下一步：{some('next')}；{promise}",
            "列入计划": f"计划：{some('plan')}；{promise}",
            "暂难解决": f"原因：{some('deferred')}",
            "不可行": f"原因：{some('infeasible')}",
            "情况变化": f"原因：{some('changed')}",
        }[result]

    def remind(self) -> None:
        """二次办理, because the promised month is over."""
        if self.promised is not None:
            self.day = max(self.day, self.promised + timedelta(days=31))
            self.tell(1, 30, "二次办理：承诺到期")

    def rate(self, good: bool = True) -> None:
        """评价 in numbers or in one word."""
        rng = self.speech.rng
        counts = f"满意{rng.randint(6, 40)}、基本满意{rng.randint(1, 6)}"
        if not good:
            counts = f"满意{rng.randint(1, 4)}、不满意{rng.randint(5, 12)}"
        word = counts if self.chance(0.7) else "基本满意" if good else "不满意"
        who, how = self.speech.some("who"), self.speech.some("asked")
        self.tell(4, 25, f"评价：{word}；评价人：{who}；方式：{how}")

    def look(self, verdict: str, seen: str) -> None:
        """回头看 with what was found."""
        who = self.speech.some("checker")
        self.tell(60, 200, f"回头看：{verdict}；查验人：{who}；佐证：{seen}")
