"""An address as a QR code, for pages on paper: a path that a template draws.

Nothing is drawn for the screen, where a link is better.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import segno

# Trying all eight masks costs five times as much, and every reader copes with any of them.
_MASK = 3
_QUIET = 4


@dataclass(frozen=True, slots=True)
class QrCode:
    """A square of ``size`` modules, quiet zone included, and the dark ones as an SVG path."""

    size: int
    path: str


def qr_code(text: str) -> QrCode:
    """The code of a text. Raises ValueError for texts of more than some 2,900 bytes."""
    code = segno.make(text, error="l", boost_error=False, micro=False, mask=_MASK)
    rows = code.matrix
    path = "".join(run for y, row in enumerate(rows, _QUIET) for run in _runs(row, y))
    return QrCode(len(rows) + 2 * _QUIET, path)


def _runs(row: Sequence[int], y: int) -> Iterator[str]:
    """The dark runs of one row, each as a rectangle of height one."""
    x = _QUIET
    for dark, modules in groupby(row):
        width = len(list(modules))
        if dark:
            yield f"M{x} {y}h{width}v1h-{width}z"
        x += width
