"""Personal information in texts: found however it is written, and masked wherever it is spoken of.

Residents appear by role, never by name. Nothing here knows records, files or pages.
"""

from site_gen.privacy.report import discreet
from site_gen.privacy.scan import Hit, masked, personal

__all__ = ["Hit", "discreet", "masked", "personal"]
