"""What is known of an attachment once it has been looked at, and how much of one is accepted.

The digest is that of the bytes as they lie in the content folder, not of what is published.
"""

from dataclasses import dataclass

LARGEST_FILE = 20_000_000
"""Bytes. A photo of a telephone has 3 to 8 million, a scanned document rarely more than 10."""
LARGEST_PICTURE = 50_000_000
"""Pixels, the most that telephones make in their usual modes; decoded it takes 200 MB."""
LONGEST_SIDE = 16_000
"""Pixels; a WebP takes 16,383."""
WIDTHS = (480, 960, 1600)
"""Pixels. A telephone of 360 px shows the first or, finely drawn, the second; nobody sees more
than 1,600 on a page whose text is 700 px wide."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a reader sees it: ``width`` and ``height`` in pixels, upright."""

    digest: str
    width: int
    height: int

    @property
    def sizes(self) -> tuple[tuple[int, int], ...]:
        """Width and height of what is published, smallest first; nothing is scaled up."""
        largest = min(self.width, WIDTHS[-1])
        widths = [width for width in WIDTHS if width < largest] + [largest]
        return tuple((width, max(1, round(self.height * width / self.width))) for width in widths)


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF; ``size`` in bytes."""

    digest: str
    size: int
    pages: int


@dataclass(frozen=True, slots=True)
class Attachment:
    """A sound attachment; ``path`` is relative to the content folder."""

    path: str
    content: Picture | Document
