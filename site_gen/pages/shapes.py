"""The values that the components of the theme show, one shape a component.

They are plain mappings with the keys that ``theme/components/<name>/macro.html`` documents; a key
that may be missing is left out, never None. Nothing is computed here.
"""

from collections.abc import Sequence
from typing import Literal, NotRequired, TypedDict

from site_gen.docket.tones import Tone as Tone
from site_gen.prose import Shown
from site_gen.records.dates import PartialDate

State = Literal["known", "zero", "unrecorded"]


class Tag(TypedDict):
    """Where an item stands: word, shape and colour."""

    label: str
    tone: Tone
    detail: NotRequired[str]


class Cell(TypedDict):
    """A text with a link, a tag, a note or a number's keys."""

    text: str
    address: NotRequired[str]
    url: NotRequired[str]
    tone: NotRequired[Tone]
    detail: NotRequired[str]
    official: NotRequired[str]
    note: NotRequired[str]
    metric: NotRequired[str]
    scope: NotRequired[str]
    language: NotRequired[str]
    reported: NotRequired[str]


Value = str | int | Cell | Sequence["str | Cell"]


class Fact(TypedDict):
    """One row of a summary: a plain word, the official term, a value."""

    label: str
    value: Value
    official: NotRequired[str]


class Row(TypedDict):
    """One item or record of a list; ``date`` is an ISO date, whole or partial."""

    title: str
    address: str
    tags: NotRequired[Sequence[Tag]]
    context: NotRequired[str]
    facts: NotRequired[Sequence[str]]
    date: NotRequired[str]


class Figure(TypedDict):
    """One number with what it counts; without ``value`` only where nothing is recorded.

    ``part`` and ``whole`` are the two of a rate, ``beside`` what is shown with it.
    """

    label: str
    value: NotRequired[str | int]
    unit: NotRequired[str]
    note: NotRequired[str]
    address: NotRequired[str]
    metric: NotRequired[str]
    scope: NotRequired[str]
    state: NotRequired[State]
    part: NotRequired["Figure"]
    whole: NotRequired["Figure"]
    beside: NotRequired[Sequence["Figure"]]


class Proof(TypedDict):
    """Something that shows that it was done."""

    kind: Literal["picture", "document", "report", "text"]
    text: str
    picture: NotRequired[Shown]
    address: NotRequired[str]
    size: NotRequired[str]
    url: NotRequired[str]
    date: NotRequired[PartialDate]


class Step(TypedDict):
    """One event on a timeline."""

    date: PartialDate | str
    title: str
    official: NotRequired[str]
    text: NotRequired[str]
    facts: NotRequired[Sequence[Fact]]
    evidence: NotRequired[Sequence[Proof]]
    tone: NotRequired[Tone]
    voided: NotRequired[bool]


class Voice(TypedDict):
    """What one of the three voices says."""

    text: str
    tone: NotRequired[Tone]
    date: NotRequired[PartialDate]
    who: NotRequired[str]
    notes: NotRequired[Sequence[str]]


class Tile(TypedDict):
    """A region as one square of the tile grid."""

    row: int
    column: int
    name: str
    address: str
    state: Literal["recorded", "empty", "unrecorded"]
    value: NotRequired[str]
    metric: NotRequired[str]
    scope: NotRequired[str]


class Bar(TypedDict):
    """One row of a bar chart."""

    label: str
    value: int
    shown: NotRequired[str]
    address: NotRequired[str]
    tone: NotRequired[Tone]
    metric: NotRequired[str]
    scope: NotRequired[str]
    reported: NotRequired[str]


class Month(TypedDict):
    """One column of a chart by months."""

    label: str
    value: int


class Column(TypedDict):
    """The heading of a table's column."""

    label: str
    numeric: NotRequired[bool]


class Balance(TypedDict):
    """A reported total beside what is itemised; ``share`` is the drawn part, from 0 to 100."""

    name: str
    when: str
    reported: str
    tag: Tag
    official: str
    reason: str
    parts: str
    itemised: NotRequired[Cell]
    share: NotRequired[int]
    coverage: NotRequired[str]
    anchor: NotRequired[str]
