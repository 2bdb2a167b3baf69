"""What a record is: its values, its events, its kinds.

Models and tables only. How a file becomes a record is the business of
:mod:`site_gen.source` and :mod:`site_gen.load`; what follows from its events
that of :mod:`site_gen.lifecycle`.
"""
