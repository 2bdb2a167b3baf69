"""The prose of a record as a page shows it: its passages rendered, links relative to the page."""

from site_gen.corpus.links import targets_of
from site_gen.pages.view import View
from site_gen.prose import SafeHtml, render_prose
from site_gen.records.record import Record


def prose_of(view: View, record: Record, address: str, top: int = 2) -> SafeHtml:
    """All passages of a record for the page at ``address``; empty where it has none.

    ``top`` is the level of the highest headings.
    """
    targets = targets_of(view.corpus, record)
    base = "../" * address.count("/") or "./"
    passages = (render_prose(passage, targets, base, top) for passage in record.prose)
    return SafeHtml("\n".join(passage.html for passage in passages))
