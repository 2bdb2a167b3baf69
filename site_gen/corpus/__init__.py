"""All records together: an immutable index with look-ups and back-links.

It answers who is where and what points at what. It judges nothing (that is
:mod:`site_gen.checks`) and counts nothing (:mod:`site_gen.docket`).
"""

from site_gen.corpus.build import index
from site_gen.corpus.corpus import Corpus, Tracked
from site_gen.corpus.places import Place

__all__ = ["Corpus", "Place", "Tracked", "index"]
