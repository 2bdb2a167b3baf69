"""One speaker at one session: fragments of the topic with their slots filled by chance."""

import re
from dataclasses import dataclass, field
from random import Random

from benchmarks.province.fragments import Topic, phrases, replies, sentences
from benchmarks.province.places import Region, Town

SLOT = re.compile(r"\{(\w+)\}")
REPLY_OF_THEME = 0.75


@dataclass(slots=True)
class Speech:
    """Who speaks about what, and where."""

    rng: Random
    topic: Topic
    region: Region
    town: Town
    village: str
    thing: str = field(init=False)

    def __post_init__(self) -> None:
        """Settle on the thing that most of what is said is about."""
        self.thing = self.rng.choice(self.topic.things)

    def some(self, key: str) -> str:
        """A phrase for a purpose, such as ``when`` or ``why_not``."""
        return self.fill(self.rng.choice(phrases()[key]))

    def title(self) -> str:
        """What a session was about."""
        trouble = self.fill(self.rng.choice(self.topic.troubles))
        return f"{self.village}{trouble}"

    def ask(self) -> str:
        """What somebody wants."""
        return self.fill(self.rng.choice(self.topic.asks))

    def trouble(self) -> str:
        """What is wrong."""
        return self.fill(self.rng.choice(self.topic.troubles))

    def reply(self) -> str:
        """What a unit answers."""
        if self.rng.random() < REPLY_OF_THEME:
            work = self.rng.choice(self.topic.works)
            return self.fill(f"{work}，{self.rng.choice(phrases()['when'])}办好")
        return self.fill(self.rng.choice(replies()))

    def work(self) -> str:
        """What was done."""
        return self.fill(self.rng.choice(self.topic.works))

    def proof(self) -> str:
        """What shows it, in words."""
        return f"{self.part()}{self.rng.choice(self.topic.proofs)}"

    def part(self) -> str:
        """A spot."""
        return self.rng.choice(self.topic.parts)

    def paragraph(self, count: int) -> str:
        """So many sentences."""
        return "".join(self.fill(one) for one in self.rng.sample(sentences(), count))

    def fill(self, text: str) -> str:
        """A fragment with its slots filled, each one anew."""
        return SLOT.sub(self._slot, text)

    def _slot(self, match: re.Match[str]) -> str:
        name, rng = match[1], self.rng
        if name == "n":
            return str(rng.randint(2, 48))
        if name == "thing":
            return self.thing if rng.random() < 0.7 else rng.choice(self.topic.things)
        if name == "part":
            return self.fill(rng.choice(self.topic.parts))
        if name == "village":
            return rng.choice(self.town.villages)
        if name == "when":
            return rng.choice(phrases()["when"])
        return rng.choice(phrases()[name])
