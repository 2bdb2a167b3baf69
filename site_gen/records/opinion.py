"""社情民意信息: what was collected, reported upwards, taken up, and what came of it."""

from typing import ClassVar

from site_gen.language import say, single
from site_gen.records.kinds import ItemKind, Kind, Notation
from site_gen.records.model import Head, Line, NameList, Part, Translated
from site_gen.vocabulary.settings import DeadlineKind


class Opinion(Head):
    """The head of a piece of social-opinion information; its text is the prose."""

    owners: ClassVar[tuple[str, ...]] = ("opinion", "record")

    title: Translated
    reporter: Line | None = None
    themes: NameList = ()


class OpinionItem(Part):
    """An opinion is itself the item: its history has no fields of its own."""


OPINION = ItemKind(
    "opinion", single("社情民意"), OpinionItem, anchor="", deadline=DeadlineKind.OPINION
)

KIND = Kind(
    key="opinion",
    term=say("社情民意信息"),
    pattern="regions/<region>/opinions/<year>/<name>.md",
    notation=Notation.DOCUMENT,
    model=Opinion,
    history=OPINION,
    segment="opinions",
    searched=("title", "reporter"),
)
