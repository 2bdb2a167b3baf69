"""提案: a proposal of members, with its own history from filing to look-back."""

from typing import Annotated, ClassVar

from site_gen.language import single
from site_gen.records.kinds import ItemKind, Kind, Notation
from site_gen.records.model import Head, Line, NameList, Part, Translated, YesOrNo, word
from site_gen.vocabulary import settings


class Proposal(Head):
    """The head of a proposal."""

    owners: ClassVar[tuple[str, ...]] = ("proposal", "record")

    title: Translated
    number: Line | None = None
    session: Line | None = None
    timing: Annotated[settings.ProposalTiming | None, word(settings.ProposalTiming)] = None
    proposer: Annotated[settings.Proposer | None, word(settings.Proposer)] = None
    key: YesOrNo = settings.YesNo.NO
    themes: NameList = ()


class ProposalItem(Part):
    """A proposal is itself the item: its history has no fields of its own."""


PROPOSAL = ItemKind(
    "proposal", single("提案"), ProposalItem, anchor="", deadline=settings.DeadlineKind.PROPOSAL
)

KIND = Kind(
    key="proposal",
    term=single("提案"),
    pattern="regions/<region>/proposals/<year>/<name>.md",
    notation=Notation.DOCUMENT,
    model=Proposal,
    history=PROPOSAL,
    segment="proposals",
    searched=("title", "number", "session"),
)
