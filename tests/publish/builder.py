"""A program that publishes one made-up site after another until it is killed.

``python -m tests.publish.builder OUT CONFIG``; every page of a site says the same number.
"""

import sys
from itertools import count
from pathlib import Path
from signal import SIGTERM, default_int_handler, signal

from site_gen.publish import Options, Output, publish
from tests.publish.conftest import Made, made
from tests.render.sample import make_page


def many_pages(text: str) -> Made:
    """A site of so many pages that several processes write and verify it."""
    return made(text, *(make_page(f"regions/{number}/", text) for number in range(300)))


def main(out: str, config: str) -> None:
    """Publishes sites that say 0, 1, 2 …, with search, in three processes; a line for each."""
    signal(SIGTERM, default_int_handler)  # as the program does
    for number in count():
        site = many_pages(str(number))
        publish(site, Output(Path(out)), Options(Path(config), 3), lambda _: None)
        print(number, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
