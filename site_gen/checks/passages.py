"""Checks of prose: its links lead somewhere, its pictures are there, and it is quick to read."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from site_gen.addresses import path_of
from site_gen.checks.context import Context
from site_gen.corpus.links import has_page, targets_of
from site_gen.findings import Finding
from site_gen.findings.shown import MOST_SHOWN
from site_gen.prose import Targets, prose_problems
from site_gen.records.record import Record

Find = Callable[[str], str | None]


def prose(context: Context) -> Iterator[Finding]:
    """Links and pictures in prose name what exists; none leads where it must not."""
    for record in context.corpus.records.values():
        translated = (one for passages in record.translations.values() for one in passages)
        targets, found = partial(_known, context, record), 0
        for passage in (*record.prose, *translated):
            problems = prose_problems(passage, targets)
            yield from problems
            found += len(problems)
            if found > MOST_SHOWN:
                break


def _known(context: Context, record: Record) -> Targets:
    """The targets of a record; what could not be read counts as there, being reported already."""
    targets, folder = targets_of(context.corpus, record), f"regions/{record.id.region}/attachments/"
    return replace(
        targets,
        record=_or_unread(context, targets.record, _file_of),
        attachment=_or_unread(context, targets.attachment, folder.__add__),
        page=_or_unread(context, targets.page, "pages/{}.md".format),
        nearest=partial(_nearest, context, record),
    )


def _nearest(context: Context, record: Record, target: str) -> str:
    """What a target that leads nowhere may have meant: of its own sort, whatever its region."""
    if target.startswith("record:"):
        shown = (one for one in context.corpus.records.values() if has_page(one))
        return context.nearest(record.where, target, (f"record:{path_of(one)}" for one in shown))
    if target.endswith(".md"):
        pages = (f"{page.id.name}.md" for page in context.corpus.kind("page"))
        return context.nearest(record.where, target, pages)
    files = context.corpus.attachments
    names = (name for region, name in files if region == record.id.region)
    return context.nearest(record.where, target, names)


def _or_unread(context: Context, find: Find, path_of: Callable[[str], str]) -> Find:
    def found(name: str) -> str | None:
        return find(name) or ("" if path_of(name) in context.unread else None)

    return found


def _file_of(path: str) -> str:
    """``sessions/lixian/2023/0512-shiqiao`` → the file it is written in."""
    segment, _, rest = path.partition("#")[0].partition("/")
    region, _, name = rest.partition("/")
    return f"regions/{region}/{segment}/{name}.md"
