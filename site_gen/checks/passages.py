"""Checks of prose: its links lead somewhere, its pictures are there, and it is quick to read."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from site_gen.checks.context import Context
from site_gen.corpus.links import targets_of
from site_gen.findings import Finding
from site_gen.prose import Targets, prose_problems
from site_gen.records.record import Record

Find = Callable[[str], str | None]


def prose(context: Context) -> Iterator[Finding]:
    """Links and pictures in prose name what exists; none leads where it must not."""
    for record in context.corpus.records.values():
        targets = _known(context, record)
        for passage in record.prose:
            yield from prose_problems(passage, targets)


def _known(context: Context, record: Record) -> Targets:
    """The targets of a record; what could not be read counts as there, being reported already."""
    targets, folder = targets_of(context.corpus, record), f"regions/{record.id.region}/attachments/"
    return replace(
        targets,
        record=_or_unread(context, targets.record, _file_of),
        attachment=_or_unread(context, targets.attachment, folder.__add__),
        page=_or_unread(context, targets.page, "pages/{}.md".format),
    )


def _or_unread(context: Context, find: Find, path_of: Callable[[str], str]) -> Find:
    def found(name: str) -> str | None:
        return find(name) or ("" if path_of(name) in context.unread else None)

    return found


def _file_of(path: str) -> str:
    """``sessions/lixian/2023/0512-shiqiao`` → the file it is written in."""
    segment, _, rest = path.partition("#")[0].partition("/")
    region, _, name = rest.partition("/")
    return f"regions/{region}/{segment}/{name}.md"
