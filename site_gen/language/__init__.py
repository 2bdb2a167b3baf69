"""The words of the interface: messages that know what they were made of, and their catalogues.

Whoever composes a page says what it says in Chinese (:func:`say`); in which language it is drawn
is decided where it is drawn (:mod:`.speaker`). See ``docs/decisions/0011-languages.md``.
"""

from site_gen.language.message import Message, Passage, joined, say, short, single, term

__all__ = ["Message", "Passage", "joined", "say", "short", "single", "term"]
