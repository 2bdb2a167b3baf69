"""A live preview on this machine: the last good site, and what has to be mended, as a page.

For writing records. It publishes nothing, listens on 127.0.0.1 only, and is no web server for the
public.
"""

from site_gen.preview.live import Preview
from site_gen.preview.server import serve_preview

__all__ = ["Preview", "serve_preview"]
