"""What heads of several kinds of records point at: themes and topics of plans, as links."""

from site_gen.addresses import record_address, theme_address
from site_gen.docket.parts import topic_anchor
from site_gen.docket.traits import themes_of
from site_gen.language import say
from site_gen.pages.shapes import Cell
from site_gen.pages.view import View, once
from site_gen.records.names import Reference
from site_gen.records.record import Record


def theme_cells(view: View, record: Record) -> tuple[Cell, ...]:
    """The themes of a record, each with a link to its page where the vocabulary has it."""
    names = getattr(record.head, "themes", ())
    return tuple(
        _theme_cell(view, named)
        for named in zip(names, themes_of(view.corpus, record), strict=True)
    )


@once
def _theme_cell(view: View, named: tuple[str, str]) -> Cell:
    name, key = named
    if all(name != str(theme.name) for theme in view.corpus.vocabulary.themes):
        return Cell(text=str(name))
    return Cell(text=str(name), address=theme_address(key))


def topic_cell(view: View, record: Record, reference: Reference) -> Cell:
    """The topic of a plan that a record answers, with a link to its place there."""
    found = view.corpus.topic(reference, record)
    year = say("{name}年年度协商计划", name=reference.name[:4])
    if found is None:
        return Cell(text=year)
    plan, topic = found
    if plan.is_withdrawn:
        return Cell(text=year, address=record_address(plan))
    address = f"{record_address(plan)}#{topic_anchor(topic)}"
    return Cell(text=say("{year}：{title}", year=year, title=topic.title), address=address)
