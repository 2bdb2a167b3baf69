"""A program that publishes one made-up site after another until it is killed.

``python -m tests.publish.builder OUT CONFIG``; every page of a site says the same number.
"""

import sys
from itertools import count
from pathlib import Path

from site_gen.publish import Options, Output, publish
from tests.publish.conftest import made


def main(out: str, config: str) -> None:
    """Publishes sites that say 0, 1, 2 …, with search, in two processes; a line for each."""
    for number in count():
        publish(made(str(number)), Output(Path(out)), Options(Path(config), 2), lambda _: None)
        print(number, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
