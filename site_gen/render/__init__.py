"""Compiled pages → files of the site, inside chrome that the host (MkDocs) renders.

The host renders each distinct piece of chrome once, as a shell with two holes; every page is a
shell filled with a head and a body made by our own templates. Nothing here decides what a page
says, and nothing here publishes: the output is a plain folder.
"""

from site_gen.render.shells import HostError
from site_gen.render.site import Compiled, RenderReport, render_site

__all__ = ["Compiled", "HostError", "RenderReport", "render_site"]
