"""民主监督 and 民主评议: whom it was about, how they voted, what was found, what was mended."""

from typing import Annotated, ClassVar

from site_gen.language import say
from site_gen.records.kinds import Kind, Notation
from site_gen.records.model import (
    Ballots,
    Day,
    FullDay,
    Head,
    Line,
    NameList,
    Part,
    Proof,
    Topic,
    Translated,
    word,
)
from site_gen.vocabulary import settings


class Rectification(Part):
    """整改: one thing to be mended, by whom, by when, and when it was done."""

    owners: ClassVar[tuple[str, ...]] = ("rectification",)

    measure: Line
    unit: NameList = ()
    due: FullDay | None = None
    done: Day | None = None
    evidence: Proof | None = None


class Target(Part):
    """对象: a unit that was supervised or evaluated."""

    owners: ClassVar[tuple[str, ...]] = ("target",)

    unit: NameList
    ballots: Ballots | None = None
    findings: Line | None = None
    rectifications: tuple[Rectification, ...] = ()


class Review(Head):
    """A file of one supervision or evaluation."""

    owners: ClassVar[tuple[str, ...]] = ("review", "record")

    type: Annotated[settings.ReviewType, word(settings.ReviewType)]
    title: Translated
    date: Day | None = None
    plan: Topic | None = None
    themes: NameList = ()
    targets: tuple[Target, ...] = ()


KIND = Kind(
    key="review",
    term=say("监督评议"),
    pattern="regions/<region>/reviews/<year>/<name>.yaml",
    notation=Notation.MAP,
    model=Review,
    segment="reviews",
    dated="date",
    searched=("title",),
    counted=True,
)
