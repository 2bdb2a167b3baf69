"""Measurements → docs/benchmarks.md: tables of figures, how they were made, which goals hold."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.contenders import REQUIREMENTS
from benchmarks.goals import GOALS
from benchmarks.results import Results, Row

BASE = "ours-search"
PROFILE = Path(__file__).with_name("profile.md")
MEGA = 1e6
INTRODUCTION = """# Benchmarks

This page is written by `make bench` and `make bench-large`; the section on where the time goes is
`benchmarks/profile.md`. The same records of an invented province are published by this program
and by its peers, on the same two cores, in turn, cold: no caches, output removed, no network.
"""
FAIRNESS = """## How it was measured

- **Corpus.** `python -m benchmarks.corpus` writes a province that does not exist: counties,
  units, sessions with 2.7 suggestions each, in every state of the life cycle, about 2 KB a record.
  The same arguments give the same bytes.
- **Equal work.** The peers get the very pages that this program composes: the same addresses and
  texts, as Markdown (MkDocs, Zensical) or as front matter with templates of the usual kind (Hugo).
  Reading the records, working out stages, due dates and counts, composing lists, making
  pictures ready and verifying the finished site are left out for the peers: they are given the
  results. That is in their favour.
- **Search.** This program finds every suggestion by any characters; Hugo's pages are indexed by
  Pagefind (extended, which cuts Chinese into words), lists left out; Material and Zensical
  use their built-in search, Material with jieba.
- **Settings in favour of the peers.** Material and Zensical have only the sections in their
  navigation, not all pages. Hugo and Pagefind are started
  directly, without the scripts of their packages.
- **Time.** Wall and processor time of a command and all it starts. Contenders take
  turns within a round, so that a slow minute hits everybody. Files are in the memory of the system.
- **Memory.** In one more run that is not timed: twenty times a second the proportional set
  sizes of all processes of the command are added; the largest sum counts.
- **Not there** is a row whose option this version of the program does not have.
"""


def report(results: Results, large: Results | None) -> str:
    """The whole page."""
    parts = (
        [INTRODUCTION],
        _builds(results),
        _sizes(results),
        _goals(results, large),
        _figures("For readers", results.reader),
        _figures("Floors: what the work would cost at the least", results.floor),
        _large(results, large),
        [PROFILE.read_text(encoding="utf-8")],
        [FAIRNESS],
        _circumstances(results),
    )
    return "\n".join(line for part in parts for line in part)


def _builds(results: Results) -> Iterator[str]:
    base = results.row(BASE)
    yield f"## {results.sessions:,} sessions, medians; rounds: {results.rounds}\n"
    yield f"| | wall, s | spread | processor, s | memory, MiB | against “{base and base.name}” |"
    yield "|---|---|---|---|---|---|"
    for row in results.rows:
        yield _build(row, base)
    yield ""


def _build(row: Row, base: Row | None) -> str:
    if not row.wall:
        return f"| {row.name} | {row.missing} | | | | |"
    ratio = f"{row.seconds / base.seconds:.2f} ×" if base else ""
    cpu = sorted(row.cpu)[len(row.cpu) // 2]
    figures = (f"{row.seconds:.1f}", row.spread, f"{cpu:.1f}", f"{row.memory:.0f}", ratio)
    return f"| {row.name} | {' | '.join(figures)} |"


def _sizes(results: Results) -> Iterator[str]:
    yield "## What was written\n"
    yield "| | pages | files | MB | mean page of a session, KB |"
    yield "|---|---|---|---|---|"
    for row in results.rows:
        if row.pages:
            size, page = row.bytes / MEGA, row.page_bytes / 1000
            yield f"| {row.name} | {row.pages:,} | {row.files:,} | {size:.1f} | {page:.1f} |"
    yield ""


def _goals(results: Results, large: Results | None) -> Iterator[str]:
    yield "## Goals\n"
    yield "| goal | measured, 1 is what is allowed | holds |"
    yield "|---|---|---|"
    for goal in GOALS:
        share = goal.share(results, large)
        shown = "not measured" if share is None else f"{share:.2f}"
        holds = "" if share is None else "yes" if share <= 1 else "no"
        yield f"| {goal.text} | {shown} | {holds} |"
    yield ""


def _figures(title: str, figures: dict[str, float]) -> Iterator[str]:
    yield f"## {title}\n"
    if not figures:
        yield "Not measured.\n"
        return
    yield "| | |"
    yield "|---|---|"
    for name, value in figures.items():
        shown = f"{value:,.0f}" if value >= 100 else f"{value:.2f}"
        yield f"| {name} | {shown} |"
    yield ""


def _large(results: Results, large: Results | None) -> Iterator[str]:
    yield "## Ten times as much\n"
    if large is None:
        yield "Not measured: `make bench-large`.\n"
        return
    yield f"| | {results.sessions:,}, s | {large.sessions:,}, s | ratio | memory, MiB | ratio |"
    yield "|---|---|---|---|---|---|"
    for big in large.rows:
        small = results.row(big.key)
        if small and big.wall:
            time, memory = big.seconds / small.seconds, big.memory / (small.memory or 1)
            yield (
                f"| {big.name} | {small.seconds:.1f} | {big.seconds:.1f} | {time:.1f} × "
                f"| {big.memory:.0f} | {memory:.1f} × |"
            )
    yield ""


def _circumstances(results: Results) -> Iterator[str]:
    yield "## Machine, versions, commands\n"
    for name, value in (*results.machine.items(), *results.versions.items()):
        yield f"- {name}: {value}"
    for peer, packages in REQUIREMENTS.items():
        yield f"- {peer}: {', '.join(packages)}"
    yield f"\n```sh\nmake bench N={results.sessions} ROUNDS={results.rounds}"
    yield "make bench-large\n```\n"
