"""Bytes → typed records: encoding, heads and lists in YAML, our own event lines.

Every value keeps its line and column, every problem becomes a finding, and bad
content never raises. Nothing here touches the file system.
"""

from site_gen.source.canonical import Canonical, canonical
from site_gen.source.reader import read_record, read_translation

__all__ = ["Canonical", "canonical", "read_record", "read_translation"]
