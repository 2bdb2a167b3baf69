"""Markdown that people wrote → HTML that pages may show, and nothing else.

Headings, lists, tables, emphasis, links, pictures and quotes; no raw HTML, no attributes, no
includes, no entities, no backslash escapes: what is none of these is shown exactly as typed.
Two walls stand one behind the other: a small dialect that cannot make anything else, and a
sanitiser with a list of what may pass.
"""

from site_gen.prose.render import Prose, prose_problems, render_prose
from site_gen.prose.safe import SafeHtml, TranslatedHtml
from site_gen.prose.targets import Shown, Targets

__all__ = [
    "Prose",
    "SafeHtml",
    "Shown",
    "Targets",
    "TranslatedHtml",
    "prose_problems",
    "render_prose",
]
