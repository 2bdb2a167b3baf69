"""Row → the tokens that are indexed in its place, and the texts that the reader is shown.

The indexer sees nothing but tokens; facets and dates stay out of the index, because they change
with the day and an index should only change with what was written.
"""

from collections.abc import Iterable, Iterator, Sequence

from site_gen.docket.row import Row
from site_gen.search.tokens import BOUNDARY, Alphabet, joined_tokens

TEXT_CHUNK = 8_000
"""Characters of text in a file, about 6 KB compressed: the excerpts of a page of results need
about as many files as it has results."""


def shadows(rows: Iterable[Row]) -> list[str]:
    """What is indexed for each row; one shadow that nothing finds when there is no row."""
    alphabet = Alphabet()
    return [joined_tokens(searchable(row), alphabet) for row in rows] or [BOUNDARY]


def searchable(row: Row) -> tuple[str, ...]:
    """The texts of a row in which a phrase may be found; a row without a text is never found."""
    if not row.text:
        return ()
    return (row.text,) if row.title in row.text else (row.title, row.text)


def excerpt_text(row: Row) -> str:
    """The text from which excerpts are cut: without the title, which stands above them anyway."""
    text = row.text
    while row.title and text.startswith(row.title):
        text = text.removeprefix(row.title).lstrip()
    return text


def text_chunks(rows: Sequence[Row], size: int = TEXT_CHUNK) -> Iterator[tuple[int, list[str]]]:
    """The texts for excerpts in files of about so many characters, each with its first row."""
    first, chunk, length = 0, list[str](), 0
    for number, row in enumerate(rows):
        text = excerpt_text(row)
        if chunk and length + len(text) > size:
            yield first, chunk
            first, chunk, length = number, [], 0
        chunk.append(text)
        length += len(text)
    if chunk:
        yield first, chunk
