"""A compiled site → releases beside the output, of which one is shown at a time.

A release is built beside the one that is shown, verified, and swapped in with one rename, so that
a reader, a full disk or a killed run never meets half a site. What pages say is decided elsewhere.
"""

from site_gen.publish.build import Options, Published, publish
from site_gen.publish.errors import Busy, NothingEarlier, Unsound, UnsuitablePlace
from site_gen.publish.output import Output, locate, refuse_cache
from site_gen.publish.releases import roll_back

__all__ = [
    "Busy",
    "NothingEarlier",
    "Options",
    "Output",
    "Published",
    "Unsound",
    "UnsuitablePlace",
    "locate",
    "publish",
    "refuse_cache",
    "roll_back",
]
