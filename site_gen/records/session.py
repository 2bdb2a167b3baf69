"""协商活动: one meeting, the suggestions raised there and the problems behind them."""

from typing import Annotated, ClassVar

from site_gen.language import say, single
from site_gen.records.kinds import ItemKind, Kind, Notation, Refers
from site_gen.records.model import (
    Day,
    Head,
    Line,
    Moment,
    NameList,
    Part,
    References,
    SuggestionNumbers,
    Topic,
    Translated,
    VillageName,
    Whole,
    word,
)
from site_gen.vocabulary import settings


class Stated(Part):
    """上报数: counts that a source gives without the items; never added up."""

    owners: ClassVar[tuple[str, ...]] = ("stated",)

    suggestions: Whole | None = None
    problems: Whole | None = None
    resolved: Whole | None = None


WRITTEN_STATES = (settings.SessionState.POSTPONED, settings.SessionState.CANCELLED)
"""The states that somebody writes; the others follow from the date."""


class Session(Head):
    """The head of a session."""

    owners: ClassVar[tuple[str, ...]] = ("session", "record")
    either: ClassVar[tuple[str, ...]] = ("held", "source")

    title: Translated
    held: Moment | None = None
    state: Annotated[settings.SessionState | None, word(settings.SessionState, *WRITTEN_STATES)] = (
        None
    )
    reason: Line | None = None
    place: Line | None = None
    village: VillageName | None = None
    platform: NameList = ()
    method: NameList = ()
    brand: NameList = ()
    form: Annotated[settings.Form | None, word(settings.Form)] = None
    nature: Annotated[settings.Nature, word(settings.Nature)] = settings.Nature.CONSULTATION
    timing: Annotated[settings.Timing | None, word(settings.Timing)] = None
    origin: Annotated[settings.Origin | None, word(settings.Origin)] = None
    channel: Line | None = None
    announced: Day | None = None
    plan: Topic | None = None
    themes: NameList = ()
    host: Line | None = None
    participants: Line | None = None
    regions: NameList = ()
    proposals: References = ()
    follows: References = ()
    consensus: Line | None = None
    stated: Stated | None = None


class Suggestion(Part):
    """The fields of a suggestion."""

    owners: ClassVar[tuple[str, ...]] = ("suggestion",)

    raised_by: Line | None = None
    type: Annotated[settings.SuggestionType | None, word(settings.SuggestionType)] = None
    disclosure: Annotated[settings.Disclosure, word(settings.Disclosure)] = settings.Disclosure.FULL
    disclosure_reason: Line | None = None
    beneficiaries: Line | None = None
    investment: Line | None = None


class Problem(Part):
    """The fields of a problem: the numbers of the suggestions that would solve it."""

    owners: ClassVar[tuple[str, ...]] = ("problem",)

    suggestions: SuggestionNumbers = ()


SUGGESTION = ItemKind(
    "suggestion", single("建议"), Suggestion, anchor="s", deadline=settings.DeadlineKind.SUGGESTION
)
PROBLEM = ItemKind("problem", single("问题"), Problem, anchor="p")

KIND = Kind(
    key="session",
    term=say("协商活动"),
    pattern="regions/<region>/sessions/<year>/<name>.md",
    notation=Notation.DOCUMENT,
    model=Session,
    items=(SUGGESTION, PROBLEM),
    segment="sessions",
    dated="held",
    searched=("title", "place", "participants", "host", "consensus", "channel"),
    refers=(Refers("follows", "session"), Refers("proposals", "proposal")),
    counted=True,
)
