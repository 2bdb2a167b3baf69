"""A content folder → records, attachments and everything that is wrong with them.

The only layer that reads the content folder. The path of a file says what it is;
what stands in it is read by :mod:`site_gen.source`.
"""

from site_gen.load.load import Loaded, load
from site_gen.load.rewrite import Rewriting, rewritings

__all__ = ["Loaded", "Rewriting", "load", "rewritings"]
