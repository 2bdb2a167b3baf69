"""典型案例: a story told after the fact, tied to the sessions it came from."""

from typing import ClassVar

from site_gen.language import say
from site_gen.records.kinds import Kind, Notation, Refers
from site_gen.records.model import Day, Head, Line, NameList, References, Translated


class Case(Head):
    """The head of a case."""

    owners: ClassVar[tuple[str, ...]] = ("case", "record")

    title: Translated
    date: Day | None = None
    place: Line | None = None
    themes: NameList = ()
    summary: Line | None = None
    cover: Line | None = None
    sessions: References = ()


KIND = Kind(
    key="case",
    term=say("典型案例"),
    pattern="regions/<region>/cases/<name>.md",
    notation=Notation.DOCUMENT,
    model=Case,
    segment="cases",
    dated="date",
    searched=("title", "place", "summary"),
    refers=(Refers("sessions", "session"),),
    counted=True,
)
