"""年度协商计划: the topics that a year is to deal with, and who approved them.

Whether a topic was held is never written: the sessions and reviews that name it
tell.
"""

from typing import Annotated, ClassVar

from site_gen.language import say
from site_gen.records import written
from site_gen.records.kinds import Kind, Notation
from site_gen.records.model import Day, Head, Line, Part, Span, Translated, word
from site_gen.records.reading import Reads, read_text
from site_gen.records.text import Text
from site_gen.vocabulary import settings


class Approval(Part):
    """审定: the body that approved the plan, and when."""

    owners: ClassVar[tuple[str, ...]] = ("approval",)
    plain_value: ClassVar[str] = "body"

    body: Line
    date: Day | None = None


class PlanTopic(Part):
    """议题: one topic of the plan; ``key`` is what sessions and reviews name."""

    owners: ClassVar[tuple[str, ...]] = ("topic",)

    key: Annotated[Text, Reads(read_text, written.KEY)]
    title: Translated
    origin: Annotated[settings.Origin | None, word(settings.Origin)] = None
    form: Annotated[settings.Form | None, word(settings.Form)] = None
    period: Span | None = None
    organiser: Line | None = None


class YearPlan(Head):
    """A file of one year's topics."""

    owners: ClassVar[tuple[str, ...]] = ("year_plan", "record")

    approval: Approval | None = None
    topics: tuple[PlanTopic, ...]

    @property
    def title(self) -> str:
        """A plan has no title of its own."""
        return "年度协商计划"


KIND = Kind(
    key="plan",
    term=say("年度协商计划"),
    pattern="regions/<region>/plans/<year>.yaml",
    notation=Notation.MAP,
    model=YearPlan,
    segment="plans",
)
