"""The command line: arguments in, pipeline called, report out; one module a command.

No command decides what is right or wrong with content, and no other package prints or exits.
"""

from site_gen.cli.program import main

__all__ = ["main"]
