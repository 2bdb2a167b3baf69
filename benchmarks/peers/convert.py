"""Writes the sources of the peers: `python -m benchmarks.peers.convert CONTENT OUT --today DAY`.

OUT gets `docs/` for MkDocs and Zensical and `hugo/` for Hugo, and `counts.json` with the pages.
"""

import argparse
import json
import shutil
from datetime import date
from pathlib import Path

from benchmarks.peers import docs, hugo
from benchmarks.peers.plain import read
from benchmarks.province.tale import TODAY


def convert(content: Path, out: Path, today: date) -> None:
    """Write everything anew."""
    corpus = read(content, today)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    docs.write(corpus, out / "docs")
    hugo.write(corpus, out / "hugo")
    (out / "counts.json").write_text(json.dumps({"pages": len(corpus.leaves)}))


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("content", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--today", type=date.fromisoformat, default=TODAY)
    given = parser.parse_args()
    convert(given.content, given.out, given.today)


if __name__ == "__main__":
    main()
