"""From events to state: where an item stands, what runs against whom, who says what.

:func:`fold` derives a history from events alone; :func:`stand` adds the region's
deadlines and today. Both are pure; neither knows a file, a region or a page.
"""

from site_gen.lifecycle.clocks import Deadlines, Due, Standing, stand
from site_gen.lifecycle.fold import History, Step, fold
from site_gen.lifecycle.state import Clock, Ending, Role, State

__all__ = [
    "Clock",
    "Deadlines",
    "Due",
    "Ending",
    "History",
    "Role",
    "Standing",
    "State",
    "Step",
    "fold",
    "stand",
]
