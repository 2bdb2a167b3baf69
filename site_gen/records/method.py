"""工作法: a named way of working, its steps where they are known."""

from typing import Annotated, ClassVar

from site_gen.language import say
from site_gen.records import written
from site_gen.records.kinds import Kind, Notation
from site_gen.records.model import Head, Translated
from site_gen.records.reading import Reads, Report, expect_text
from site_gen.records.text import Text, TextList


def read_steps(value: object, report: Report) -> tuple[Text, ...]:
    """A list of steps, or 待补充 (none known)."""
    if isinstance(value, TextList):
        return tuple(expect_text(step) for step in value)
    text = expect_text(value)
    return () if text == "待补充" else (text,)


class Method(Head):
    """The head of a method; no steps means 待补充."""

    owners: ClassVar[tuple[str, ...]] = ("method", "record")

    name: Translated
    steps: Annotated[tuple[Text, ...], Reads(read_steps, written.STEPS)] = ()


KIND = Kind(
    key="method",
    term=say("工作法"),
    pattern="regions/<region>/methods/<name>.md",
    notation=Notation.DOCUMENT,
    model=Method,
    segment="methods",
    title="name",
    counted=True,
)
