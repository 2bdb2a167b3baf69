"""Exit statuses: what a caller of the program may rely on, and why each run ended so.

Which failure of a lower layer means which status stands in :mod:`.edge`.
"""

from enum import IntEnum


class Status(IntEnum):
    """How a run ended."""

    FINE = 0
    FINDINGS = 1
    """Something in the content blocks what was asked."""
    USAGE = 2
    """The command was given wrongly; nothing was touched."""
    ENVIRONMENT = 3
    """The machine: a full disk, a missing program, no permission, another run at work."""
    DEFECT = 70
    """The program is at fault; nothing was published."""
    INTERRUPTED = 130
