"""How far a long command is: a bar on a terminal, a plain line for each step elsewhere.

It says what is being done and nothing about the outcome.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn


@contextmanager
def steps(total: int) -> Iterator[Callable[[str], None]]:
    """Tells the steps of a command, of which there are ``total``, on standard error."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda name: click.echo(f"{name}……", err=True)
        return
    columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    # Drawn only at each step: a thread that draws would be in the way of processes started by fork.
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bar:
        task = bar.add_task("", total=total, completed=-1)

        def begin(name: str) -> None:
            bar.update(task, description=name, advance=1, refresh=True)

        yield begin
