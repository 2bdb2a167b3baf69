"""One session as a clerk would write it down: head, suggestions, problems, and how it went."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from benchmarks.province.fragments import Topic, phrases, topics
from benchmarks.province.histories import OWN, any_story, noted
from benchmarks.province.places import Region, Town
from benchmarks.province.speech import Speech
from benchmarks.province.tale import TODAY, Tale

PICTURES = ("xianchang.png", "wangong.png", "huiyi.png")
"""The shared pictures of every region that shows one."""
SUGGESTIONS = ((1, 15), (2, 32), (3, 30), (4, 15), (5, 6), (6, 2))
"""How many a session has, and how often; 2.7 on average."""
FORMS = ("专题协商会", "对口协商", "界别协商", "提案办理协商", "基层协商", "基层协商", "院坝协商")
ORIGINS = ("党委政府点题", "政协选题", "委员出题", "群众出题", "群众出题", "群众出题")
TYPES = ("政策建议", "具体事项", "具体事项", "诉求")


@dataclass(frozen=True, slots=True)
class Written:
    """A record as a file: its name without folder, its text, the pictures it shows."""

    name: str
    text: str
    pictures: frozenset[str]


@dataclass(slots=True)
class Meeting:
    """A session while it is written."""

    rng: Random
    region: Region
    city: Region
    held: date
    follows: str = ""
    compiled: bool = False
    topic: Topic = field(init=False)
    town: Town = field(init=False)
    village: str = field(init=False)
    speech: Speech = field(init=False)

    def __post_init__(self) -> None:
        """Settle on a theme and a place."""
        self.topic = self.rng.choice(topics())
        self.town = self.rng.choice(self.region.towns[:4])
        self.village = self.rng.choice(self.town.villages)
        self.speech = Speech(self.rng, self.topic, self.region, self.town, self.village)

    def written(self, name: str) -> Written:
        """The whole record."""
        count = self.rng.choices(*zip(*SUGGESTIONS, strict=True))[0]
        title = self.speech.title()
        parts = [*self._suggestions(count), *self._problems(count), self._account()]
        head = "\n".join(self._head(title))
        text = f"---\n{head}\n---\n\n" + "\n\n".join(parts) + "\n"
        return Written(name, text, shown_in(text))

    def _head(self, title: str) -> Iterator[str]:
        rng, some = self.rng, self.speech.some
        yield f"议题: {title}"
        yield f"时间: {self.held}"
        yield f"地点: {self.town.name}{self.village}{self.speech.part()}"
        yield f"村社: {self.town.name}/{self.village}"
        if not self.compiled:
            yield f"平台: {self.platform()}"
            yield "品牌: 坐下来商量"
        yield f"形式: {rng.choice(FORMS)}"
        yield f"题源: {rng.choice(ORIGINS)}"
        yield f"领域: {self.topic.name}"
        yield f"主办: {self.region.name}{some('host')}"
        yield f"参加: {'、'.join(self._present())}"
        if self.follows:
            yield f"承接: {self.follows}"
        if rng.random() < 0.4:
            yield f"共识: {some('consensus')}"
        if self.compiled:
            yield f"来源: {{标题: {title}, 发布: {self.region.name[:-1]}晨报（虚构）}}"

    def platform(self) -> str:
        """Where it was held, as the region's list has it."""
        if len(self.region.towns) > 2 and self.town in self.region.towns[:2]:
            return f"{self.town.name}议事厅"
        return f"{self.region.name}政协协商室"

    def _present(self) -> Iterator[str]:
        rng = self.rng
        yield f"政协委员{rng.randint(2, 6)}人"
        for who in rng.sample([w for w in phrases()["who"] if w != "政协委员"], 2):
            yield f"{who}{rng.randint(2, 30)}人"
        yield f"{self._lead()}{rng.randint(1, 3)}人"

    def _lead(self) -> str:
        return self.region.prefix + self.topic.units[0]

    def _suggestions(self, count: int) -> Iterator[str]:
        merged = 2 if count > 2 and self.rng.random() < 0.04 else 0
        for number in range(1, count + 1):
            yield self._merged(number) if number == merged else self._suggestion(number)

    def _merged(self, number: int) -> str:
        day = self.held + timedelta(days=self.rng.randint(2, 6))
        lines = [f"- {day} 并案：建议1"] if day <= TODAY else []
        return _item(f"## 建议{number} {self.speech.ask()}", ["- 类型：诉求"], lines)

    def _suggestion(self, number: int) -> str:
        rng, some = self.rng, self.speech.some
        hidden, own = rng.random() < 0.015, rng.random() < 0.04
        tale = self.tale()
        if hidden:
            tale.assign(supported=0.0)
            fields = [f"- 公开：不公开；原因：{some('hidden')}"]
            return _item(f"## 建议{number}", fields, tale.lines)
        story = noted if self.compiled else OWN if own else any_story(rng)
        story(tale)
        fields = list(self._fields("自办" if own else rng.choice(TYPES)))
        return _item(f"## 建议{number} {self.speech.ask()}", fields, tale.lines)

    def tale(self) -> Tale:
        """A history that begins with this session."""
        own = self.rng.random() < 0.2 and bool(self.region.governments)
        lead = self.rng.choice(self.region.governments) if own else self._lead()
        support = self.rng.choice([one for one in self._helpers() if one != lead])
        office = f"{self.region.name}政协主席会议"
        return Tale(self.speech, self.held, PICTURES, lead, support, office)

    def _helpers(self) -> tuple[str, ...]:
        other: Topic = self.rng.choice(topics())
        theirs = self.city.prefix + self.topic.units[-1]
        return (self.region.prefix + other.units[0], theirs, *self.region.governments)

    def _fields(self, kind: str) -> Iterator[str]:
        rng = self.rng
        if rng.random() < 0.02:
            yield f"- 公开：摘要；原因：{self.speech.some('summary')}"
        if rng.random() < 0.8:
            yield f"- 提出人：{self.speech.some('who')}"
        yield f"- 类型：{kind}"
        if rng.random() < 0.25:
            yield f"- 受益：{rng.randint(5, 900)}户"
        if rng.random() < 0.15:
            yield f"- 投入：{rng.randint(2, 80)}万元"

    def _problems(self, count: int) -> Iterator[str]:
        if self.rng.random() < 0.3:
            numbers = "、".join(str(number) for number in range(1, min(count, 2) + 1))
            yield f"## 问题1 {self.speech.trouble()}\n\n- 建议：{numbers}"

    def _account(self) -> str:
        rng = self.rng
        paragraphs = [self.speech.paragraph(rng.randint(3, 5)) for _ in range(rng.randint(1, 2))]
        if rng.random() < 0.12:
            paragraphs.append(self._table())
        if rng.random() < 0.05:
            picture = rng.choice(PICTURES)
            paragraphs.append(f"![{self.speech.part()}的样子]({picture})")
        return "## 经过\n\n" + "\n\n".join(paragraphs)

    def _table(self) -> str:
        rng = self.rng
        rows = [
            f"| {part} | {self.speech.some('when')} | {rng.randint(2, 60)}万元 |"
            for part in rng.sample(self.topic.parts, 3)
        ]
        return "\n".join(["| 哪里 | 什么时候 | 多少钱 |", "|---|---|---|", *rows])


def shown_in(text: str) -> frozenset[str]:
    """The pictures that a text shows."""
    return frozenset(name for name in PICTURES if f"({name})" in text)


def _item(heading: str, fields: list[str], lines: list[str]) -> str:
    return "\n".join([heading, "", *fields, *lines])
