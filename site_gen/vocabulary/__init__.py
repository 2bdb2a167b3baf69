"""Every word the program knows: keys, official terms, plain words, definitions.

The tables here feed the models, the checks, the labels on pages, the schema and
the documentation; no other module spells a term of the field. It knows nothing
of records or of the site.
"""

from site_gen.vocabulary.word import Word

__all__ = ["Word"]
