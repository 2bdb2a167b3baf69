"""Makes ready what is measured: the corpus, the sources of the peers, and their environments."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.contenders import REQUIREMENTS, Place
from benchmarks.corpus import make
from benchmarks.peers.convert import convert
from benchmarks.province.tale import TODAY

MAKERS = Path(__file__).parent


def prepare(root: Path, sessions: int, seed: int, peers: Iterable[str]) -> Place:
    """Everything afresh, but for environments that are there already."""
    folder = root / f"{sessions}-{seed}"
    place = Place(folder, folder / "corpus", folder / "sources")
    shared = root / "venvs"
    shutil.rmtree(place.corpus, ignore_errors=True)
    place.corpus.mkdir(parents=True)
    make(place.corpus, sessions, seed)
    wanted = sorted(set(peers) - {""})
    for peer in wanted:
        _environment(shared / peer, REQUIREMENTS[peer])
    if wanted:
        convert(place.corpus, place.sources, TODAY)
    place.out("").mkdir(parents=True, exist_ok=True)
    _link(folder / "venvs", shared)
    return place


def _link(link: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    if not link.is_symlink():
        link.symlink_to(target.resolve())


def _environment(folder: Path, packages: tuple[str, ...]) -> None:
    stamp, wanted = folder / "ready", "\n".join(packages)
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run((sys.executable, "-m", "venv", str(folder)), check=True)
    pip = (str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet")
    subprocess.run((*pip, "--disable-pip-version-check", *packages), check=True)
    stamp.write_text(wanted)


def fingerprint() -> str:
    """What the corpus is made of, as a few characters: the same ones, the same corpus."""
    digest = hashlib.sha256()
    for path in sorted((MAKERS / "province").rglob("*")):
        if path.suffix in (".py", ".txt"):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
