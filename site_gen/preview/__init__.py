"""A live preview on this machine: pages made as they are asked for, and what has to be mended.

For writing records. It publishes nothing, listens on 127.0.0.1 only, and is no web server for the
public. Content is held in memory by parcels (:mod:`site_gen.parcels`), so that an edit is seen in
less than a second however much content there is.
"""

from site_gen.preview.content import content_of
from site_gen.preview.live import Preview, UnknownRegion
from site_gen.preview.server import serve_preview
from site_gen.preview.watch import Watch

__all__ = ["Preview", "UnknownRegion", "Watch", "content_of", "serve_preview"]
