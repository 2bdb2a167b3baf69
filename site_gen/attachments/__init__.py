"""Attachments: what bytes are, whether they may be published, and what is published of them.

Nothing is published as it came: pictures are made anew from their pixels, PDFs are written anew
from what can be read of them. The only layer that knows Pillow and pypdf; it knows no record.
"""

from site_gen.attachments.model import Attachment, Document, Picture

__all__ = ["Attachment", "Document", "Picture"]
